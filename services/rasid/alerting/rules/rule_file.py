"""A rule file as it is written: YAML, with the line of everything in it."""

from pathlib import Path

from rasid.alerting.rules.errors import InvalidRulesError, RuleFileError
from rasid.alerting.yaml_list import YamlList

RULES = YamlList(
    key="rules",
    entry="a rule has the keys name, severity and when",
    none="no rules, so nothing would ever be alerted",
    unreadable=RuleFileError,
    invalid=InvalidRulesError,
    beside=("watchlists",),
)


def read_rule_file(path: Path) -> str:
    """The file's text. Raises RuleFileError."""
    return RULES.read(path)
