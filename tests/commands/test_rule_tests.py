"""`rasid rules test`: unit tests of rules, and what it says of those that fail or are wrong."""

from datetime import timedelta
from pathlib import Path

import pytest

from rasid.alerting.problems import FileError
from rasid.commands.rule_tests.comparing import Difference
from rasid.commands.rule_tests.file import load_tests
from rasid.commands.rule_tests.running import run_test
from support.command_line import rasid

RULES = """\
rules:
  - name: deployments
    severity: critical
    when: event.action == "deploy"
    group_wait: 30s
    labels: {desk: foreign}
"""
FORCE = "action: deploy, force: Danish marines, force_affiliation: DK, troops_max: 900"
ONE = f"input: [{{event: {{{FORCE}}}}}]"
TWO = f"input: [{{event: {{{FORCE}, source: a}}}}, {{at: 10s, event: {{{FORCE}, source: b}}}}]"
ARTICLE = "{uri: a, body: 'Denmark will send 900 soldiers to Iraq, its Defence Ministry said on Tuesday.'}"
DESK = "severity: critical, labels: {desk: foreign}, title: Danish marines"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules.yaml").write_text(RULES)
    return tmp_path


def written(folder: Path, *tests: str, head: str = "rules: rules.yaml") -> Path:
    path = folder / "some.test.yaml"
    path.write_text("\n".join([head, "tests:", *(f"- {{name: test {n}, {test}}}" for n, test in enumerate(tests))]))
    return path


def differences(folder: Path, test: str) -> tuple[Difference, ...]:
    file = load_tests(written(folder, test))
    return run_test(file.tests[0], file.rules, timedelta(days=7)).differences


@pytest.mark.parametrize(
    "test",
    [
        f"{ONE}, alerts: [{{at: 30s, rule: deployments}}]",
        f"{ONE}, alerts: [{{at: 30s, rule: deployments, {DESK}}}]",
        f"{TWO}, alerts: [{{at: 30s, rule: deployments, sources: 2, articles: 2}}]",
        f"{ONE}, until: 29s",
        f"{ONE}, until: 8d, alerts: [{{at: 30s, rule: deployments}}, "
        "{at: 7d, rule: deployments, status: resolved, reason: expired}]",
        "input: [{event: {action: withdraw}}]",
        "input: [{event: {action: withdraw, published_at: 2026-11-24T11:00:00}}]",
        f"input: [{{article: {ARTICLE}}}, {{at: 1h, article: {{uri: a, withdrawn: true}}}}], alerts: "
        "[{at: 30s, rule: deployments}, {at: 1h, rule: deployments, status: resolved, reason: withdrawn}]",
        f"input: [{{article: {ARTICLE}}}, {{at: 1h, article: {{uri: a, body: Nothing happened.}}}}], alerts: "
        "[{at: 30s, rule: deployments}, {at: 1h, rule: deployments, status: resolved, reason: withdrawn}]",
        "input: [{event: {participants: [Omar Zaki], date: 2026}}, {article: {body: Nothing happened.}}]",
    ],
)
def test_a_test_that_holds(folder: Path, test: str) -> None:
    assert differences(folder, test) == ()


@pytest.mark.parametrize(
    ("test", "at", "expected", "got"),
    [
        (ONE, "30s", None, "firing deployments, sources 1, articles 1"),
        ("input: [{event: {action: withdraw}}], alerts: [{rule: deployments}]", "0s", "firing deployments", None),
        (
            f"{TWO}, alerts: [{{at: 30s, rule: deployments, sources: 3, severity: critical}}]",
            "30s",
            "firing deployments, severity critical, sources 3",
            "firing deployments, sources 2",
        ),
        (
            f"{ONE}, alerts: [{{at: 30s, rule: deployments, severity: info}}]",
            "30s",
            "firing deployments, severity info",
            "firing deployments, severity critical",
        ),
    ],
)
def test_what_differs_is_told(folder: Path, test: str, at: str, expected: str | None, got: str | None) -> None:
    assert differences(folder, test) == (Difference(at, expected, got),)


def test_an_alert_at_another_time_is_one_that_lacks_and_one_that_was_not_expected(folder: Path) -> None:
    assert [
        (each.at, each.expected is None) for each in differences(folder, f"{ONE}, alerts: [{{rule: deployments}}]")
    ] == [
        ("0s", False),
        ("30s", True),
    ]


async def test_the_command_shows_a_row_a_test_and_exits_with_1_where_one_fails(folder: Path) -> None:
    path = written(folder, f"{ONE}, alerts: [{{at: 30s, rule: deployments}}]", ONE)
    finished = await rasid("rules", "test", str(path))
    assert (finished.exit_code, finished.stderr) == (1, "rasid: 1 of 2 rule tests failed\n")
    assert [(line["test"], line["result"], line["at"]) for line in finished.lines] == [
        ("test 0", "passed", None),
        ("test 1", "failed", "30s"),
    ]


@pytest.mark.parametrize(
    ("test", "field", "message"),
    [
        (f"{ONE}, alert: []", "alert", "unknown key: did you mean alerts?"),
        ("alerts: []", "input", "missing: add it"),
        ("input: []", "input", "does not fit"),
        ("input: [{at: soon, event: {}}]", "input[0].at", "'soon' is no duration: write it as 30s"),
        ("input: [{at: 5m}]", "input[0]", "give either an article or an event"),
        ("input: [{event: 5}]", "input[0].event", "is no event: write it as"),
        ("input: [{event: {acton: deploy}}]", "input[0].event.acton", "unknown key: did you mean action?"),
        ("input: [{event: {action: deploys}}]", "input[0].event.action", "did you mean deploy?"),
        ("input: [{event: {action: deploy, troop_max: 5}}]", "input[0].event.troop_max", "did you mean troops_max?"),
        ("input: [{event: {participants: [{role: x}]}}]", "input[0].event.participants[0].name", "missing: add it"),
        ("input: [{event: {participants: [{nam: x, name: y}]}}]", "input[0].event.participants[0].nam", "mean name?"),
        ("input: [{article: {bdy: x}}]", "input[0].article.bdy", "did you mean body?"),
        ("input: [{article: {headline: x}}]", "input[0].article.body", "missing: add it"),
        (
            f"{ONE}, alerts: [{{rule: deployment}}]",
            "alerts[0].rule",
            "there is no rule deployment: did you",
        ),
        (f"{ONE}, alerts: [{{rule: deployments, status: fire}}]", "alerts[0].status", "did you mean firing?"),
        (f"{ONE}, alerts: [{{rule: deployments, source: 3}}]", "alerts[0].source", "did you mean sources?"),
    ],
)
def test_what_is_wrong_with_a_test_is_told_with_its_line(folder: Path, test: str, field: str, message: str) -> None:
    path = written(folder, ONE, test)
    with pytest.raises(FileError) as raised:
        load_tests(path)
    told = [(problem.line, problem.field, problem.message) for problem in raised.value.problems]
    assert any(each[:2] == (4, f"tests[1].{field}") and message in each[2] for each in told), told


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("rule: rules.yaml", "rule: unknown key: did you mean rules?"),
        ("rule: rules.yaml", "rules: missing: name the rule file"),
        ("rules: none.yaml", "none.yaml: no such file"),
        ("rules: rules.yaml\nstart: noon", ":2: start: is no time: write it as 2026-11-24T12:00:00Z"),
    ],
)
def test_what_is_wrong_with_the_file_is_told(folder: Path, head: str, message: str) -> None:
    with pytest.raises(FileError) as raised:
        load_tests(written(folder, ONE, head=head))
    assert message in str(raised.value)
