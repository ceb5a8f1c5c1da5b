"""`rasid rules`: what can be said of a rule file without Kafka."""

import sys
from pathlib import Path

from rasid.alerting.rules.rules import load_rules, warnings_of
from rasid.commands.errors import FAILED, CommandError
from rasid.commands.output import Output
from rasid.runtime.bundled import rule_file
from rasid.runtime.settings import Settings


def check_rules(path: Path | None, is_strict: bool, settings: Settings, output: Output) -> None:
    """Read a rule file and list its rules; what may not mean what it says is told on standard error.

    Raises RuleError with everything that is wrong with it, CommandError where it is strict and there are warnings.
    """
    path = path or rule_file(settings)
    rules = load_rules(path)
    output.table("rules", [{"rule": r.name, "severity": r.severity, "description": r.description} for r in rules])
    warnings = warnings_of(path)
    for warning in warnings:
        print(f"{path}:{warning.line}: {warning.field}: warning: {warning.message}", file=sys.stderr)  # noqa: T201
    if warnings and is_strict:
        raise CommandError(f"{len(warnings)} warnings", FAILED)
