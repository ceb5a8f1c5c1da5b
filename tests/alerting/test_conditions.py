"""What a condition means, above all where an event does not tell what it asks for."""

import cel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.conditions import Condition, compile_condition
from rasid.alerting.rules.facts import facts
from rasid.alerting.rules.fields import MEETING_FIELDS, TROOP_FIELDS, VARIABLES
from rasid.alerting.rules.samples import SAMPLES
from rasid_schemas.events import Event
from support.events import at, meeting, person, troops

SAMPLE_FACTS = tuple(facts(sample) for sample in SAMPLES)


def seen(event: Event) -> cel.Context:
    cluster = ClusterFold().apply(event, at())
    assert cluster is not None
    return facts(cluster)


def holds(text: str, event: Event) -> bool:
    condition = compile_condition(text, SAMPLE_FACTS)
    assert isinstance(condition, Condition), condition
    return condition.holds(seen(event))


def test_a_field_named_in_brackets_is_handed_over_too() -> None:
    condition = compile_condition('event["country"] == "IQ"')
    assert isinstance(condition, Condition)
    assert "event.country" in condition.named


def problems(text: str) -> list[str]:
    result = compile_condition(text, SAMPLE_FACTS)
    return [] if isinstance(result, Condition) else [problem.message for problem in result]


DEPLOYMENT = troops("a", "deploy", count=900, troops_min=900, troops_max=900, force_affiliation="DK", country="IQ")
VAGUE = troops("a", "deploy", language="ar")
TALKS = meeting(
    "a",
    person("هالة المنصوري", "وزيرة الدفاع", "JO"),
    person("Eva Nordgren", "Mission Commander", "NATO"),
    person("طارق الزبيدي"),
    source="Tigris Daily",
    mode="in_person",
    date="2024-05-19",
    language="en-GB",
)


@pytest.mark.parametrize(
    "text",
    [
        'event.type == "troop_announcement" && event.action in ["increase", "deploy"] && event.country == "IQ"',
        "event.troops_max >= 500",
        "event.troops_max > 500.5 && event.count == 900",
        '"DK" in event.affiliations',
        "cluster.articles == 1 && cluster.sources < 2",
        'cluster.languages == ["en"]',
        'cluster.first_seen < timestamp("2025-01-01T00:00:00Z")',
        "cluster.last_seen - cluster.first_seen < duration('1h')",
        'event.status == "announced" ? true : false',
        "// soldiers\nevent.count == 900 // exactly",
        'event["country"] == "IQ"',
        "!event.approximate",
    ],
)
def test_true_of_a_deployment(text: str) -> None:
    assert holds(text, DEPLOYMENT)


@pytest.mark.parametrize(
    "text",
    [
        'event.participants.exists(p, p.affiliation == "NATO" && p.role.contains("Commander"))',
        'event.participants.exists(p, p.role.matches("(?i)mission commander"))',
        'event.participants.exists(p, p.role.matches("وزيرة? الدفاع"))',
        'event.participants.exists(p, p.role.mentions(["chief", "COMMANDER"]))',
        'event.participants.exists(p, mentions(p.role, "وزيره الدفاع"))',
        'event.participants.exists(p, (p.role + " " + p.name).mentions(["طارق"]))',
        'event.participants.all(p, !p.role.mentions(["command", "", "...", "دفاع"]))',
        'event.participants.filter(p, p.affiliation == "JO").size() == 1',
        'event.participants.exists_one(p, p.affiliation == "JO")',
        "size(event.participants.filter(p, has(p.role))) == 2",
        'event.participants.filter(p, p.role != "").exists(q, q.affiliation == "NATO")',
        'event.participants.map(p, p.name).exists(name, name == "Eva Nordgren")',
        'event.affiliations == ["JO", "NATO"]',
        "event.age_days == 1",
        'cluster.reports.exists(r, r.source == "Tigris Daily")',
        'cluster.languages == ["en"]',
    ],
)
def test_true_of_talks(text: str) -> None:
    assert holds(text, TALKS)


@pytest.mark.parametrize("comparison", ["== 500", "!= 500", "< 500", "<= 500", "> 500", ">= 500", "in [500]"])
@pytest.mark.parametrize("form", ["{0}", "!({0})", "{0} && true", "true && {0}", "{0} || false", "{0} ? true : true"])
def test_a_comparison_with_what_is_not_told_is_never_true(comparison: str, form: str) -> None:
    assert not holds(form.format(f"event.troops_max {comparison}"), VAGUE)


@pytest.mark.parametrize(
    "text",
    [
        'event.country == "IQ"',
        'event.country != "IQ"',
        '"IQ" != event.country',
        '!(event.country in ["IQ", "SY"])',
        "event.count == event.troops_max",
        "event.count + 1 > 0",
        "size(event.location) == 0",
        "size(event.location) >= 0",
        "event.location.size() < 100",
        'event.location.startsWith("")',
        'event.location.matches(".*")',
        'event.location + "" == ""',
        "-event.count < 0",
        "event.age_days <= 3",
        'timestamp(event.date + "T00:00:00Z") > timestamp("2000-01-01T00:00:00Z")',
        'event.participants.exists(p, p.name == "x")',
        "event.participants.all(p, true)",
        "size(event.participants) == 0",
        'event.mode != "phone"',
        'event.location.mentions(["x"])',
        '!event.location.mentions(["x"])',
        "event.count / 0 == 1 || event.count > 3",
        "cluster.articles / (cluster.articles - 1) > 0",
        'cluster.reports[7].source == "x"',
    ],
)
def test_nothing_of_an_unknown_is_true_and_nothing_fails(text: str) -> None:
    condition = compile_condition(text)
    assert isinstance(condition, Condition), condition
    assert not condition.holds(seen(VAGUE))


@pytest.mark.parametrize(
    "text",
    [
        "event.country == null",
        "null == event.country",
        "!has(event.country)",
        "!(event.country != null)",
        "event.country == null && event.count == null",
        'event.country == null || event.country == "IQ"',
        'event.troops_max >= 500 || event.action == "deploy"',
        'event.action == "deploy" || event.troops_max >= 500',
        "event.age_days == null || event.age_days <= 3",
        "event.participants == null",
        "event.affiliations.size() == 0",
    ],
)
def test_what_is_not_told_can_be_asked_for(text: str) -> None:
    assert holds(text, VAGUE)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("event.country != null", True),
        ("null != event.country", True),
        ("has(event.country)", True),
        ("event.location == null", True),
        ("event.location != null", False),
        ('event.country != "SY"', True),
    ],
)
def test_what_is_told_can_be_told_from_what_is_not(text: str, named: bool) -> None:
    assert holds(text, DEPLOYMENT) is named


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ('event.participants.exists(p, p.affiliation != "JO" && p.affiliation != "NATO")', False),
        ('event.participants.exists(p, "JO" != p.affiliation && "NATO" != p.affiliation)', False),
        ("event.participants.exists(p, p.affiliation == null)", True),
        ("event.participants.exists(p, null == p.role)", True),
        ("event.participants.all(p, p.role != null)", False),
        ("event.participants.all(p, has(p.role))", False),
        ("event.participants.exists(p, !has(p.role) && !has(p.affiliation))", True),
        ('event.participants.all(p, p.affiliation in ["JO", "NATO"])', False),
        ('event.participants.exists(p, p.role.startsWith("Mission"))', True),
    ],
)
def test_one_participant_without_a_role_does_not_spoil_the_others(text: str, true: bool) -> None:
    assert holds(text, TALKS) is true


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("event.troop_max > 3", "unknown field event.troop_max: did you mean troops_max?"),
        ("evnt.count > 3", "unknown variable evnt: did you mean event?"),
        ("cluster.source > 3", "unknown field cluster.source: did you mean sources?"),
        ('event.participants.exists(p, p.rank == "x")', "unknown field p.rank: there are name, role"),
        ('event.participants.role == "x"', "event.participants is a list and has no field role"),
        ('event.country.name == "x"', "event.country is a text and has no field name"),
        ('event.action == "increases"', "event.action is never 'increases': did you mean increase?"),
        ('event.action in ["deploy", "widraw"]', "event.action is never 'widraw': did you mean withdraw?"),
        ('"canceled" == event.status', "event.status is never 'canceled': did you mean cancelled?"),
        ('event.troops_max >= "500"', "event.troops_max is a number and never compares with the text '500'"),
        ("event.country == 964", "event.country is a text and never compares with the number 964"),
        ("event.approximate == 1", "event.approximate is a boolean and never compares with the number 1"),
        ('lower(event.country) == "iq"', "unknown function lower()"),
        ('event.country.startWith("I")', "unknown function startWith(): did you mean startsWith?"),
        ("event.troops_max", "gives a number, not true or false"),
        ("event.country", "gives a text, not true or false"),
        ("event.affiliations", "gives a list, not true or false"),
        ("cluster.first_seen", "gives a time, not true or false"),
        ("event.country > 3.5 || event.count + event.country == 4", "event.country is a text"),
        ('event.country.matches("(")', "cannot be evaluated"),
        ("event.location.mentions(5)", "cannot be evaluated"),
        ("event.location.mentions([5])", "cannot be evaluated"),
        ('event.location.mention(["x"])', "unknown function mention(): did you mean mentions?"),
        ("event.count > 3 and event.count < 9", "not CEL at line 1, column 17"),
        ("event.count > 3 and event.count < 9", "write && for and"),
        ("event.count = 3", "write == for ="),
        ("event.count >", "end of the condition"),
        ("(event.count > 3", "missing ')'"),
        ("   ", "empty"),
        ("true || " * 600 + "true", "longer than 4000 letters"),
        ("(" * 1500 + "true" + ")" * 1500, "not CEL"),
    ],
)
def test_a_wrong_condition_is_told_with_its_fix(text: str, told: str) -> None:
    assert any(told in problem.replace('"', "'") for problem in problems(text)), problems(text)


def test_everything_wrong_is_told_at_once() -> None:
    assert len(problems('event.cuntry == "IQ" && foo(event) && event.action == "send" && clustr.sources > 1')) == 4


@pytest.mark.parametrize("name", list(VARIABLES["event"].fields))
def test_every_field_can_be_asked_for(name: str) -> None:
    meant = {*MEETING_FIELDS, "age_days", "affiliations"}, {*TROOP_FIELDS, "age_days", "affiliations"}
    condition = compile_condition(f"has(event.{name})")
    assert isinstance(condition, Condition)
    assert [condition.holds(sample) for sample in SAMPLE_FACTS] == [name in fields for fields in meant]


@given(st.text(max_size=80))
def test_no_condition_is_too_odd_to_be_judged(text: str) -> None:
    result = compile_condition(text, SAMPLE_FACTS)
    assert isinstance(result, Condition) or all(problem.message for problem in result)


WORDS = ["event", "cluster", ".", "count", "country", "participants", "exists(p,", "p", "role", "has(", ")", "(", "&&"]
MORE_WORDS = ["||", "!", "==", "!=", "null", "3", '"IQ"', "in", "[", "]", ",", "<", "?", ":", "+", "size(", "{"]


@given(st.lists(st.sampled_from(WORDS + MORE_WORDS), max_size=14).map(" ".join))
def test_no_condition_that_compiles_ever_fails(text: str) -> None:
    result = compile_condition(text)
    if isinstance(result, Condition):
        assert all(result.holds(each) in (True, False) for each in (seen(VAGUE), seen(TALKS)))
