"""What conditions say in plain words is looked at without CEL, and gives what CEL gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.conditions import Condition, compile_condition
from rasid.alerting.rules.facts import Seen, facts
from rasid.alerting.rules.samples import BARE_SAMPLES, SAMPLES
from rasid_schemas.alerts import EventCluster
from support.event_topics import announcements, meetings
from support.events import at

BY_CEL_ALONE = (
    'event.date < "2024"',
    'event.location.contains("x")',
    "event.affiliations.size() >= 2",
    "event.confidence >= 1",
    "event.count >= 500.0",
    'event.country == "\\u0049Q"',
    'event.country + "x" == "IQx"',
    "event.approximate",
    "cluster.first_seen < cluster.last_seen",
    '!(event.country == "IQ")',
    'event.type == "meeting" ? true : false',
    'event.participants.exists(p, p.name == event.location)',
    'event.participants.all(p, p.name == "a")',
    'event.country == """IQ"""',
)  # fmt: skip

_OF_EVENT = (
    'event.type == "meeting"', 'event.country == "IQ"', 'event.country != "IQ"', "event.country == null",
    "event.country != null", 'event.status in ["held", "denied"]', "event.count >= 500", "event.troops_max == 400",
    "event.troops_max != 400", "event.age_days <= 1", "event.age_days == null", "event.confidence < 0.8",
    "cluster.sources < 2", "cluster.articles >= 2", 'event.force.mentions(["legion", "x"])',
    'event.force.mentions("Legion")', "has(event.force)", "!has(event.force)", 'event.action in ["deploy"]',
    'event.mode == "phone"',
)  # fmt: skip
_OF_PARTICIPANT = (
    'p.name.mentions(["nordgren", "المنصوري"])', 'p.role == "minister"', 'p.role != "minister"', "p.role == null",
    'p.affiliation != null', 'p.affiliation in ["DK", "IQ"]', '(p.role + " " + p.name).mentions(["zaki"])',
    '!(p.name + "" + p.name_latin).mentions("mansouri")', '!p.name.mentions(["hala"])', '!(p.affiliation == "DK")',
)  # fmt: skip


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from([" && ", " || "])
    several = st.tuples(parts, signs, parts).map("".join)
    return several | several.map("({})".format) | parts


_existing = _joined(st.sampled_from(_OF_PARTICIPANT)).map("event.participants.exists(p, {})".format)
_parts = st.sampled_from((*_OF_EVENT, *BY_CEL_ALONE)) | _existing
conditions = _joined(_joined(_parts))
clusters = st.sampled_from((*SAMPLES, *BARE_SAMPLES)) | (meetings() | announcements()).map(
    lambda event: ClusterFold().apply(event, at(hours=0))
)


def _compiled(text: str) -> Condition:
    condition = compile_condition(text)
    assert isinstance(condition, Condition), condition
    return condition


@given(conditions, clusters)
def test_with_and_without_cel_a_condition_is_true_of_the_same(text: str, cluster: EventCluster) -> None:
    condition = _compiled(text)
    assert condition.is_true_of(Seen(cluster)) == condition.holds(facts(cluster))


@pytest.mark.parametrize("text", BY_CEL_ALONE)
def test_what_is_not_plain_is_left_to_cel(text: str) -> None:
    outline = _compiled(text).outline
    assert not outline.tests
    assert not outline.is_whole


@pytest.mark.parametrize("text", [*_OF_EVENT, *(f"event.participants.exists(p, {each})" for each in _OF_PARTICIPANT)])
def test_what_is_plain_needs_no_cel(text: str) -> None:
    assert _compiled(text).outline.is_whole


@pytest.mark.parametrize(
    ("text", "plain_parts"),
    [
        ('event.type == "meeting" && event.affiliations.size() >= 2', 1),
        ('event.type == "meeting" && event.date < "2024" || event.country == "IQ"', 0),
        ('event.type == "meeting" && (event.date < "2024" || event.country == "IQ") && event.count >= 5', 2),
    ],
)
def test_the_rest_is_asked_of_cel_where_the_plain_parts_are_true(text: str, plain_parts: int) -> None:
    outline = _compiled(text).outline
    assert len(outline.tests) == plain_parts
    assert not outline.is_whole


def test_a_watchlist_is_plain() -> None:
    condition = compile_condition(
        "event.participants.exists(p, p.name.mentions(watchlists.leaders))", watchlists={"leaders": ("Zaki", "A")}
    )
    assert isinstance(condition, Condition)
    assert condition.outline.is_whole
    assert condition.is_true_of(Seen(SAMPLES[0]))
