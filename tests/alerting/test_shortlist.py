"""What is looked at of a rule decides as the whole rule does, and rules that cannot apply are not looked at."""

from pathlib import Path

from hypothesis import given

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.facts import Seen, facts
from rasid.alerting.rules.rules import load_rules, parse_rules
from rasid.alerting.rules.shortlist import Shortlist
from rasid.runtime.bundled import bundled
from support.event_topics import Told, topics
from support.events import at, meeting, troops

RULES = (
    *load_rules(bundled("rules.yaml")),
    *parse_rules(
        """
rules:
  - {name: held-here, severity: info, when: 'event.country == "IQ" && event.status in ["held", "planned"]'}
  - {name: either, severity: info, when: 'event.country == "IQ" && event.status == "held" || event.type == "meeting"'}
  - {name: force, severity: info, when: 'event.force == "Legion" && event.count >= 500'}
  - {name: somewhere, severity: info, when: 'event.location.mentions(["Amman", "Baghdad"]) && event.type != "meeting"'}
  - {name: wed, severity: info, when: 'event.participants.exists(p, (p.role + " " + p.name).mentions("minister Omar"))'}
  - {name: not-here, severity: info, when: 'event.country != "IQ" && event.type == "meeting"'}
  - {name: watched, severity: info, when: 'event.participants.exists(p, p.name.mentions(["Zaki", "هالة المنصوري"]))'}
  - {name: of-denmark, severity: info, when: 'event.force_affiliation == "DK" && event.type == "troop_announcement"'}
""",
        Path("rules.yaml"),
    ),
)


@given(topics)
def test_what_is_left_of_a_rule_decides_as_the_rule_does(topic: list[Told]) -> None:
    clusters, shortlist = ClusterFold(), Shortlist(RULES)
    for event, time in topic:
        cluster = clusters.apply(event, time)
        if cluster is not None:
            seen = facts(cluster)
            applying = {number for number, rule in enumerate(RULES) if rule.matches(seen)}
            listed = shortlist.of(Seen(cluster))
            assert applying == {number for number, rule in listed if rule.condition.is_true_of(Seen(cluster))}


def test_watch_lists_of_others_are_passed_over() -> None:
    cluster = ClusterFold().apply(meeting("https://news.example/1", "Omar Zaki", "Eva Nordgren"), at(hours=0))
    assert cluster is not None
    names = [rule.name for _, rule in Shortlist(RULES[-2:]).of(Seen(cluster))]
    assert names == ["watched"]


def test_a_country_says_more_than_the_type() -> None:
    event = troops("https://news.example/1", "deploy", force_affiliation="US")
    cluster = ClusterFold().apply(event, at(hours=0))
    assert cluster is not None
    assert not list(Shortlist(RULES[-1:]).of(Seen(cluster)))
