"""The rules that come with Rasid, on news of our own making."""

from pathlib import Path

import pytest

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.facts import EVERYTHING, facts
from rasid.alerting.rules.rules import load_rules, matching
from rasid.alerting.rules.samples import SAMPLES
from rasid_schemas.alerts import EventCluster
from rasid_schemas.events import Event
from support.events import at, meeting, person, troops

RULES = load_rules(Path(__file__).parents[2] / "config" / "rules.yaml")


def fired(event: Event) -> list[str]:
    cluster = ClusterFold().apply(event, at())
    assert cluster is not None
    return [rule.name for rule in matching(RULES, cluster)]


COMMANDER = person("Eva Nordgren", "NATO mission commander", "NATO")
SPOKESMAN = person("Omar Zaki", "government spokesman", "IQ")


@pytest.mark.parametrize(
    ("event", "rules"),
    [
        (troops("a", "deploy", count=900, troops_min=900, troops_max=900), ["large-troop-deployment"]),
        (troops("a", "increase", troops_min=1000, approximate=True), ["large-troop-deployment"]),
        (troops("a", "deploy", count=80, troops_min=80, troops_max=80), ["troop-change"]),
        (troops("a", "deploy"), ["troop-change"]),
        (troops("a", "maintain", count=2500, troops_min=2500, troops_max=2500), []),
        (troops("a", "maintain"), ["troop-change"]),
        (troops("a", "withdraw", count_delta=40, status="under_way"), ["troop-withdrawal"]),
        (troops("a", "decrease", date="2024-05-18"), ["troop-withdrawal"]),
        (troops("a", "increase", count=4000, troops_max=4000, status="proposed"), ["troop-change-proposed"]),
        (troops("a", "deploy", count=900, troops_max=900, date="2003"), []),
        (troops("a", "deploy", count=900, troops_max=900, date="2024-12"), ["large-troop-deployment"]),
        (troops("a", "deploy", count=900, troops_max=900, status="denied"), []),
        (troops("a", "strength", count=2500, troops_max=2500, status="current"), []),
        (meeting("a", person("ليلى حداد", "رئيسة الوزراء", "JO"), SPOKESMAN), ["head-of-state-or-government"]),
        (meeting("a", person("the Jordanian prime minister"), SPOKESMAN), ["head-of-state-or-government"]),
        (meeting("a", person("Karim Haddad", "Vice President", "IQ"), SPOKESMAN), []),
        (meeting("a", person("كريم حداد", "مستشار رئيس الوزراء", "IQ"), SPOKESMAN), []),
        (meeting("a", person("كريم حداد", "رئيس أركان الجيش", "IQ"), SPOKESMAN), []),
        (meeting("a", person("هالة المنصوري", "وزيرة الدفاع", "JO"), SPOKESMAN), ["defence-ministers"]),
        (meeting("a", person("G9 defense ministers"), mode="video"), ["defence-ministers"]),
        (meeting("a", person("Lena Falk", "U.S. Secretary of Defense", "US"), SPOKESMAN), ["defence-ministers"]),
        (meeting("a", person("Lena Falk", "deputy defence minister", "SE"), SPOKESMAN), []),
        (meeting("a", COMMANDER, SPOKESMAN), ["international-organisation"]),
        (meeting("a", person("سعاد عمران", "المبعوثة الأممية", "UN"), SPOKESMAN), ["international-organisation"]),
        (meeting("a", COMMANDER), []),
        (meeting("a", COMMANDER, SPOKESMAN, date="2021-06-30"), []),
        (meeting("a", COMMANDER, SPOKESMAN, status="cancelled", date="2024-06-30"), ["cancelled-meeting"]),
        (meeting("a", SPOKESMAN, person("Noura Saleh")), []),
    ],
)
def test_which_rules_fire(event: Event, rules: list[str]) -> None:
    assert fired(event) == rules


def test_every_rule_says_what_it_is_for() -> None:
    assert all(rule.description.endswith(".") for rule in RULES)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.event.type)
def test_rules_see_the_same_where_only_the_fields_that_they_name_are_handed_over(sample: EventCluster) -> None:
    named = frozenset[str]().union(*(rule.condition.named for rule in RULES))
    assert EVERYTHING - named
    whole, part = facts(sample), facts(sample, named)
    assert [rule.matches(part) for rule in RULES] == [rule.matches(whole) for rule in RULES]
