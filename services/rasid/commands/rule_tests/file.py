"""A file of rule tests: read and checked, with the line of every mistake."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError
from ruamel.yaml.comments import CommentedMap

from rasid.alerting.problems import FileError, Problem, suggestion
from rasid.alerting.rules.rules import load_rules
from rasid.alerting.yaml_list import Node, YamlList, duplicates, line_of
from rasid.commands.rule_tests.definitions import Given, Input, RuleTest, RuleTestFile, Written
from rasid.commands.rule_tests.inputs import event_model, plain
from rasid.commands.rule_tests.problems import problem_at, problems_of

START = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""When a test begins that does not say."""


NO_RULES = "missing: name the rule file, relative to this one, as `rules: rules.yaml`"


class RuleTestError(FileError):
    """A file of rule tests cannot be used."""


TESTS = YamlList(
    key="tests",
    entry="a test has the keys name, input and alerts",
    none="no tests",
    unreadable=RuleTestError,
    invalid=RuleTestError,
    beside=("rules", "start"),
)


def load_tests(path: Path) -> RuleTestFile:
    """Read a file of tests and the rules it names. Raises RuleTestError, and RuleError for the rules."""
    document = TESTS.document(TESTS.read(path), path)
    nodes, misfits = TESTS.nodes_in(document, path)
    if not isinstance(document, CommentedMap) or not isinstance(document.get("rules"), str):
        raise RuleTestError(path, (*misfits, Problem(1, "rules", NO_RULES)))
    rules = load_rules(path.parent / document["rules"])
    start = _start(document)
    problems = [*misfits, *duplicates(nodes, "test"), *([start] if isinstance(start, Problem) else [])]
    began = START if isinstance(start, Problem) else start
    read = [each for node in nodes for each in _test(node, began, tuple(rule.name for rule in rules))]
    problems += [each for each in read if isinstance(each, Problem)]
    if problems:
        raise RuleTestError(path, tuple(problems))
    return RuleTestFile(rules, tuple(each for each in read if isinstance(each, RuleTest)))


def _start(document: CommentedMap) -> datetime | Problem:
    start = document.get("start", START)
    if not isinstance(start, datetime):
        return Problem(line_of(document, "start"), "start", "is no time: write it as 2026-11-24T12:00:00Z")
    return start.replace(tzinfo=start.tzinfo or UTC)


def _test(node: Node, start: datetime, rules: Sequence[str]) -> Iterator[RuleTest | Problem]:
    try:
        written = Written.model_validate(plain(node.values))
    except ValidationError as error:
        yield from problems_of(node, error, ())
        return
    read = [each for position, given in enumerate(written.input) for each in _given(node, position, given)]
    problems = [each for each in read if isinstance(each, Problem)]
    for position, alert in enumerate(written.alerts):
        if alert.rule not in rules:
            message = f"there is no rule {alert.rule}: {suggestion(alert.rule, rules)}"
            problems.append(problem_at(node, ("alerts", position, "rule"), message))
    yield from problems
    if not problems:
        inputs = tuple(each for each in read if isinstance(each, Given))
        yield RuleTest(written.name, start, inputs, tuple(written.alerts), written.until)


def _given(node: Node, position: int, written: Input) -> Iterator[Given | Problem]:
    place = ("input", position)
    if (written.article is None) == (written.event is None):
        yield problem_at(node, place, "give either an article or an event")
    elif written.article is not None and not written.article.body and not written.article.withdrawn:
        yield problem_at(node, (*place, "article", "body"), "missing: add it, or `withdrawn: true`")
    elif written.article is not None:
        yield Given(written.at, written.article)
    elif isinstance(written.event, dict):
        model = event_model(written.event)
        try:
            yield Given(written.at, model.model_validate(written.event))
        except ValidationError as error:
            yield from problems_of(node, error, (*place, "event"))
    else:
        yield problem_at(node, (*place, "event"), "is no event: write it as {action: deploy, troops_max: 900}")
