from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.rules.errors import InvalidRulesError, RuleError, RuleFileError
from rasid.alerting.rules.rules import load_rules, parse_rules

FILE = Path("rules.yaml")

GOOD = """\
rules:
  - name: deployments
    severity: critical
    description: Troops are sent.
    when: event.action == "deploy"
  - name: لقاءات
    severity: info
    when: >-
      event.type == "meeting"
      && cluster.sources >= 2
"""


def with_key(line: str) -> str:
    """The good rules, the first with one more key in line 4."""
    return GOOD.replace("    description", f"    {line}\n    description", 1)


def told(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(RuleError) as raised:
        parse_rules(text, FILE)
    return [(problem.line, problem.field, problem.message) for problem in raised.value.problems]


def test_rules_are_read_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text("\ufeff" + GOOD, encoding="utf-8")
    rules = load_rules(path)
    assert [(rule.name, rule.severity, rule.description) for rule in rules] == [
        ("deployments", "critical", "Troops are sent."),
        ("لقاءات", "info", ""),
    ]


def test_a_rule_says_how_its_alerts_are_told() -> None:
    keys = (
        "recency: 3d",
        "corroboration: {sources: 2, within: 1h30m}",
        "group_by: [country, type]",
        "group_wait: 30s",
        "repeat: 4h",
        "max_per_hour: 20",
        "labels: {desk: 'foreign'}",
    )
    rule, plain = parse_rules(with_key("\n    ".join(keys)), FILE)
    assert (rule.recency, rule.group_wait, rule.repeat) == (
        timedelta(days=3),
        timedelta(seconds=30),
        timedelta(hours=4),
    )
    assert rule.throttle == rule.group_wait
    assert rule.corroboration is not None
    assert rule.corroboration.within == timedelta(minutes=90)
    assert (rule.group_by, rule.max_per_hour, rule.labels) == (("country", "type"), 20, {"desk": "foreign"})
    assert (plain.recency, plain.group_wait, plain.throttle, plain.repeat) == (None, timedelta(), timedelta(), None)


@pytest.mark.parametrize(
    ("text", "line", "field", "message"),
    [
        ("", 0, "rules", "the file is empty"),
        ("# nothing yet\n", 0, "rules", "the file is empty"),
        ("- name: x\n", 0, "rules", "found a list at the top"),
        ("just words", 0, "rules", "found a single value at the top"),
        ("rules:\n", 1, "rules", "no rules"),
        ("\nrules: []\n", 2, "rules", "no rules"),
        ("ruels:\n  - name: x\n", 1, "ruels", "unknown key: did you mean rules?"),
        ("rules:\n  - just words\n", 2, "rules[0]", "found a single value"),
        ("rules:\n  -\n", 2, "rules[0]", "found nothing"),
        ("rules: [\n", 2, "file", "not YAML"),
        ("rules:\n\t- name: x\n", 2, "file", "not YAML"),
        ("rules: *nobody\n", 1, "file", "not YAML"),
        ("rules:\n  - name: x\n    name: y\n", 3, "file", "duplicate key"),
        ("rules: \x00\n", 1, "file", "not YAML"),
        (GOOD.replace("name: deployments", "nmae: deployments"), 2, "rules[0].name", "missing: every rule has name"),
        (GOOD.replace("name: deployments", "nmae: deployments"), 2, "rules[0].nmae", "did you mean name?"),
        (GOOD.replace("name: deployments", "name: 12"), 2, "rules[0].name", "'12' is no text: put it in quotes"),
        (GOOD.replace("name: deployments", "name: two words"), 2, "rules[0].name", "'two words' is no name"),
        (GOOD.replace("لقاءات", "deployments"), 6, "rules[1].name", "of the rule in line 2 already"),
        (GOOD.replace("critical", "crtical"), 3, "rules[0].severity", "did you mean critical?"),
        (GOOD.replace("critical", "[info]"), 3, "rules[0].severity", "is no severity"),
        (GOOD.replace("    severity: info\n", ""), 6, "rules[1].severity", "missing: every rule has severity"),
        (GOOD.replace('when: event.action == "deploy"', "when: true"), 5, "rules[0].when", "is no text"),
        (GOOD.replace('when: event.action == "deploy"', "when: ''"), 5, "rules[0].when", "empty: write a condition"),
        (GOOD.replace('"deploy"', '"send"'), 5, "rules[0].when", "event.action is never"),
        (GOOD.replace("cluster.sources", "cluster.outlets"), 10, "rules[1].when", "unknown field cluster.outlets"),
        (with_key("team: a"), 4, "rules[0].team", "unknown key: there are"),
        (with_key("group_wiat: 30s"), 4, "rules[0].group_wiat", "did you mean group_wait?"),
        (with_key("group_wait: 30 seconds"), 4, "rules[0].group_wait", "no duration: write it as 30s"),
        (with_key("throttle: 2y"), 4, "rules[0].throttle", "no duration"),
        (with_key("repeat: true"), 4, "rules[0].repeat", "no duration"),
        (with_key("recency: 3"), 4, "rules[0].recency", "no duration"),
        (with_key("group_by: [contry]"), 4, "rules[0].group_by", "nothing to group by: did you mean country?"),
        (with_key("group_by: country"), 4, "rules[0].group_by", "no list: write it as [country]"),
        (with_key("corroboration: 2"), 4, "rules[0].corroboration", "give sources and within"),
        (with_key("corroboration: {sources: 2}"), 4, "rules[0].corroboration", "missing: corroboration has within"),
        (with_key("corroboration: {sources: 1, within: 6h}"), 4, "rules[0].corroboration", "from 2 to 100"),
        (with_key("corroboration: {sources: 2, within: long}"), 4, "rules[0].corroboration", "no duration"),
        (
            with_key("corroboration: {source: 2, sources: 2, within: 1h}"),
            4,
            "rules[0].corroboration",
            "did you mean sources?",
        ),
        (with_key("repeat: 0s"), 4, "rules[0].repeat", "0s is shorter than a minute"),
        (with_key("max_per_hour: 0"), 4, "rules[0].max_per_hour", "1 or more"),
        (with_key("labels: {my desk: a}"), 4, "rules[0].labels", "letters, digits and _"),
        (with_key("labels: {desk: 7}"), 4, "rules[0].labels", "in quotes"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, field: str, message: str) -> None:
    problems = told(text)
    assert any(problem[:2] == (line, field) and message in problem[2] for problem in problems), problems


def test_all_of_it_is_told_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("critical", "urgent").replace("cluster.sources", "cluster.srces").replace("info", "infos")
    with pytest.raises(InvalidRulesError) as raised:
        parse_rules(text, FILE)
    assert str(raised.value).splitlines() == [
        "rules.yaml:3: rules[0].severity: 'urgent' is no severity: there are info, warning, critical",
        "rules.yaml:7: rules[1].severity: 'infos' is no severity: did you mean info?",
        "rules.yaml:10: rules[1].when: unknown field cluster.srces: did you mean sources?",
    ]


def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"rules: \xff")
    for name, message in (("none.yaml", "no such file"), ("latin.yaml", "not UTF-8"), (".", "cannot be read")):
        with pytest.raises(RuleFileError, match=message) as raised:
            load_rules(tmp_path / name)
        assert str(raised.value).startswith(f"{tmp_path / name}: ")


@given(st.text(max_size=200) | st.text(alphabet="rules: -\n[]{}'\"nm|>&*!#", max_size=60))
def test_no_text_is_too_odd_to_be_refused(text: str) -> None:
    with pytest.raises(RuleError):
        parse_rules(text, FILE)


def definitions(text: str) -> list[str]:
    return [rule.definition for rule in parse_rules(text, FILE)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: critical", "severity: warning"),
        ('action == "deploy"', 'action == "increase"'),
        ("sources >= 2", "sources >= 3"),
    ],
)
def test_a_rule_that_decides_otherwise_is_another_rule(old: str, new: str) -> None:
    assert sum(map(str.__ne__, definitions(GOOD), definitions(GOOD.replace(old, new)))) == 1


def test_what_a_rule_is_described_as_decides_nothing() -> None:
    assert definitions(GOOD) == definitions(GOOD.replace("Troops are sent.", "Somebody sends troops."))


def test_a_watchlist_decides() -> None:
    text = "watchlists: {{w: [{}]}}\nrules: [{{name: a, severity: info, when: event.force.mentions(watchlists.w)}}]"
    assert definitions(text.format("Legion")) != definitions(text.format("Legion, Brigade"))


SHARED = """\
rules:
  - &shared
    name: first
    severity: warning
    when: event.type == "meeting"
    repeat: 4h
  - <<: *shared
    name: second
"""


def test_rules_can_share_what_they_have_in_common() -> None:
    first, second = parse_rules(SHARED, FILE)
    assert (second.name, second.severity, second.repeat) == ("second", "warning", first.repeat)


def test_what_is_wrong_with_something_shared_is_told_with_a_line_of_its_rule() -> None:
    with pytest.raises(InvalidRulesError) as raised:
        parse_rules(SHARED.replace("4h", "four hours"), FILE)
    assert [(problem.line, problem.field) for problem in raised.value.problems] == [
        (6, "rules[0].repeat"),
        (7, "rules[1].repeat"),
    ]


def test_a_condition_that_is_too_deep_for_its_outline_is_left_to_cel() -> None:
    [rule] = parse_rules(f"rules: [{{name: deep, severity: info, when: '{'!' * 3900}true'}}]", FILE)
    assert rule.condition.outline.tests == ()
