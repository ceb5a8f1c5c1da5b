"""`rasid rules`: what can be said of a rule file without Kafka."""

from pathlib import Path

from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rules import load_rules
from rasid.commands.output import Output
from rasid.runtime.bundled import bundled
from rasid.runtime.settings import Settings

DEFAULT_RULES = "rules.yaml"


def rules_of(settings: Settings) -> tuple[Rule, ...]:
    """The rules that the settings name; raises RuleError."""
    return load_rules(settings.rules or bundled(DEFAULT_RULES))


def check_rules(path: Path | None, settings: Settings, output: Output) -> None:
    """Read a rule file and list its rules; raises RuleError with everything that is wrong with it."""
    rules = load_rules(path) if path else rules_of(settings)
    output.table("rules", [{"rule": r.name, "severity": r.severity, "description": r.description} for r in rules])
