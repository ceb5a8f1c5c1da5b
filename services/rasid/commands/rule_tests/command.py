"""`rasid rules test`: run files of rule tests and show what is not as expected."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rasid.commands.errors import FAILED, CommandError
from rasid.commands.output import Output
from rasid.commands.rows import Row
from rasid.commands.rule_tests.file import load_tests
from rasid.commands.rule_tests.running import Outcome, run_test
from rasid.runtime.settings import Settings


def run_rule_tests(files: Sequence[Path], settings: Settings, output: Output) -> None:
    """Run every test of some files; raises CommandError where one fails, FileError where a file is wrong."""
    loaded = [load_tests(path) for path in files]
    outcomes = [run_test(test, file.rules, settings.cluster_horizon) for file in loaded for test in file.tests]
    output.table("rule tests", [row for outcome in outcomes for row in _rows(outcome)])
    failed = sum(1 for outcome in outcomes if outcome.differences)
    if failed:
        raise CommandError(f"{failed} of {len(outcomes)} rule tests failed", FAILED)


def _rows(outcome: Outcome) -> Iterator[Row]:
    name = outcome.test.name
    if not outcome.differences:
        yield {"test": name, "result": "passed", "at": None, "expected": None, "got": None}
    for each in outcome.differences:
        expected, got = each.expected or "nothing", each.got or "nothing"
        yield {"test": name, "result": "failed", "at": each.at, "expected": expected, "got": got}
