"""What an event must be for a condition to be true of it, as far as that is seen without CEL."""

from pathlib import Path

import pytest
from hypothesis import given

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.facts import facts
from rasid.alerting.rules.rules import load_rules, parse_rules
from rasid.alerting.rules.shortlist import Guard, Shortlist, guards_of
from rasid.runtime.bundled import bundled
from support.event_topics import Told, topics

MEETING = Guard("type", frozenset({"meeting"}))
ACTION = Guard("action", frozenset({"deploy", "increase"}))


@pytest.mark.parametrize(
    ("condition", "guards"),
    [
        ('event.type == "meeting"', (MEETING,)),
        ('event.type == "meeting" && event.age_days <= 3', (MEETING,)),
        ("event.age_days <= 3 && event.type == 'meeting'", (MEETING,)),
        ('event.action in ["deploy", "increase"] && event.type == "meeting"', (ACTION, MEETING)),
        ('event.type == "meeting" && (event.country == "IQ" || event.country == "JO")', (MEETING,)),
        ('event.type == "meeting" || event.country == "IQ"', ()),
        ('(event.type == "meeting" && event.country == "IQ")', ()),
        ('event.type == "meeting" ? true : false', ()),
        ('!(event.type == "meeting")', ()),
        ('event.type != "meeting"', ()),
        ('event.country == "\\u0049Q"', ()),
        ('event.country + "x" == "IQx"', ()),
        ('event.participants.exists(p, p.name == "a" && event.country == "IQ")', ()),
        ('event.country in watchlists.near && event.location == "a && b"', (Guard("location", frozenset({"a && b"})),)),
        ("", ()),
    ],
)
def test_what_is_joined_by_and_has_to_be_true_of_itself(condition: str, guards: tuple[Guard, ...]) -> None:
    assert guards_of(condition) == guards


RULES = (
    *load_rules(bundled("rules.yaml")),
    *parse_rules(
        """
rules:
  - {name: held-here, severity: info, when: 'event.country == "IQ" && event.status in ["held", "planned"]'}
  - {name: either, severity: info, when: 'event.country == "IQ" && event.status == "held" || event.type == "meeting"'}
  - {name: force, severity: info, when: 'event.force == "Legion" && event.count >= 500'}
  - {name: not-here, severity: info, when: 'event.country != "IQ" && event.type == "meeting"'}
""",
        Path("rules.yaml"),
    ),
)


@given(topics)
def test_no_rule_that_applies_is_left_out(topic: list[Told]) -> None:
    clusters, shortlist = ClusterFold(), Shortlist(RULES)
    for event, time in topic:
        cluster = clusters.apply(event, time)
        if cluster is not None:
            seen = facts(cluster)
            applying = {number for number, rule in enumerate(RULES) if rule.matches(seen)}
            assert applying <= {number for number, _ in shortlist.of(cluster.event)}
