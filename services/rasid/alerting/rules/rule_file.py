"""A rule file as it is written: YAML, with the line of everything in it."""

from pathlib import Path

from rasid.alerting.problems import Problem
from rasid.alerting.rules.errors import InvalidRulesError, RuleFileError
from rasid.alerting.yaml_list import Node, YamlList

RuleNode = Node
RULES = YamlList(
    key="rules",
    entry="a rule has the keys name, severity and when",
    none="no rules, so nothing would ever be alerted",
    unreadable=RuleFileError,
    invalid=InvalidRulesError,
)


def read_rule_file(path: Path) -> str:
    """The file's text. Raises RuleFileError."""
    return RULES.read(path)


def rule_nodes(text: str, path: Path) -> tuple[tuple[RuleNode, ...], tuple[Problem, ...]]:
    """Every rule of the file that can be looked at, and what is wrong around them.

    Raises RuleFileError where it is not YAML, InvalidRulesError where it holds no rules.
    """
    return RULES.nodes(text, path)
