"""Alert rules: a file of them, read, checked and compiled."""

from pathlib import Path

from pydantic import ValidationError

from rasid.alerting.problems import Problem
from rasid.alerting.render.template import TemplateFaultError
from rasid.alerting.rules.conditions import Condition, Watchlists, compile_condition
from rasid.alerting.rules.errors import InvalidRulesError, RuleFileError
from rasid.alerting.rules.facts import facts
from rasid.alerting.rules.rule import Rule, ready
from rasid.alerting.rules.rule_file import RULES, read_rule_file
from rasid.alerting.rules.rule_settings import RuleSettings, message_of
from rasid.alerting.rules.samples import SAMPLES
from rasid.alerting.rules.templates import compile_templates
from rasid.alerting.rules.unknowns import unguarded
from rasid.alerting.rules.watchlists import files_of, watchlists_of
from rasid.alerting.yaml_list import Node, duplicates
from rasid_schemas.alerts import EventCluster


def load_rules(path: Path) -> tuple[Rule, ...]:
    """Read the rules of a file, in its order. Raises RuleError with everything that is wrong."""
    return parse_rules(read_rule_file(path), path)


def parse_rules(text: str, path: Path) -> tuple[Rule, ...]:
    """Compile rules written in YAML. Raises RuleError with everything that is wrong.

    `path` is named in errors, and the files of watchlists are relative to it.
    """
    document = RULES.document(text, path)
    nodes, problems = RULES.nodes_in(document, path)
    watchlists, watchlist_problems = watchlists_of(document, path)
    found = [*problems, *watchlist_problems, *duplicates(nodes, "rule")]
    rules = []
    for node in nodes:
        rule = _rule(node, text.splitlines(), watchlists)
        if isinstance(rule, Rule):
            rules.append(rule)
        else:
            found.extend(rule)
    if found:
        raise InvalidRulesError(path, tuple(found))
    return tuple(rules)


def warnings_of(path: Path) -> tuple[Problem, ...]:
    """What may not mean what it says in a file of rules that can be used. Raises RuleError where it cannot be read."""
    text = read_rule_file(path)
    nodes, _ = RULES.nodes(text, path)
    return tuple(
        node.problem("when", unknown.message, _line_with(unknown.word, node.lines["when"], text.splitlines()))
        for node in nodes
        for unknown in unguarded(str(node.values.get("when", "")))
    )


def files_to_watch(path: Path) -> tuple[Path, ...]:
    """The rule file and the files of its watchlists, as far as it can be read."""
    try:
        document = RULES.document(read_rule_file(path), path)
    except RuleFileError:
        return (path,)
    return (path, *files_of(document, path))


def matching(rules: tuple[Rule, ...], cluster: EventCluster) -> tuple[Rule, ...]:
    """The rules whose condition is true of a cluster."""
    seen = facts(cluster)
    return tuple(rule for rule in rules if rule.matches(seen))


def _rule(node: Node, lines: list[str], watchlists: Watchlists) -> Rule | list[Problem]:
    problems: list[Problem] = []
    settings: RuleSettings | None = None
    try:
        settings = RuleSettings.model_validate(node.values)
    except ValidationError as error:
        problems = [node.problem(str(details["loc"][0]), message_of(details)) for details in error.errors()]
    when = node.values.get("when")
    if not isinstance(when, str):
        return problems
    condition = compile_condition(when, tuple(facts(sample) for sample in SAMPLES), watchlists)
    if not isinstance(condition, Condition):
        return problems + [
            node.problem("when", problem.message, _line_with(problem.word, node.lines["when"], lines))
            for problem in condition
        ]
    if settings is None:
        return problems
    try:
        return ready(settings, condition, compile_templates(settings))
    except TemplateFaultError as fault:
        return [node.problem("template", str(fault), _line_with(fault.word, node.lines["template"], lines))]


def _line_with(word: str, start: int, lines: list[str]) -> int:
    """The line of a condition or template that a word is in: a folded text does not say how it was broken up."""
    if not word:
        return start
    return next((number for number, line in enumerate(lines[start - 1 :], start) if word in line), start)
