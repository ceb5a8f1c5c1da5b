"""`rasid rules` on the command line."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rasid.cli_options import Json, settings_given
from rasid.commands.running import run

rules_app = typer.Typer(no_args_is_help=True, help="The alert rules.")


@rules_app.command("check", epilog="Example: `rasid rules check my-rules.yaml --strict`")
def rules_check(
    file: Annotated[Path | None, typer.Argument(help="A rule file; without one, that of the settings.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where there are warnings.")] = False,
    json: Json = False,
) -> None:
    """Check a rule file and list its rules; what is wrong is told with line, field and fix.

    A warning is given of a field that may be unknown where that keeps a rule from applying unexpectedly.
    """
    from rasid.commands.output import choose_output
    from rasid.commands.rules import check_rules

    check_rules(file, strict, settings_given(), choose_output(json))


@rules_app.command("test", epilog="Example: `rasid rules test config/rules.test.yaml`")
def rules_test(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of tests, YAML.")], json: Json = False
) -> None:
    """Run unit tests of rules: articles or events in, expected alerts out, without Kafka. Exits with 1 if one fails.

    What differs is shown with the time it is expected or comes at, counted from the start of the test.
    """
    from rasid.commands.output import choose_output
    from rasid.commands.rule_tests.command import run_rule_tests

    run_rule_tests(files, settings_given(), choose_output(json))


@rules_app.command(
    "replay",
    epilog="Examples: `rasid rules replay --since 2d`, `rasid rules replay --since 12h --rules new-rules.yaml`",
)
def rules_replay(
    since: Annotated[str, typer.Option(metavar="TIME", help="A record time, or how long ago: 2d, 12h.")] = "1d",
    until: Annotated[str | None, typer.Option(metavar="TIME", help="The same, where it ends; else now.")] = None,
    file: Annotated[
        Path | None, typer.Option("--rules", metavar="FILE", help="A rule file; else that of the settings.")
    ] = None,
    rule: Annotated[str | None, typer.Option(metavar="NAME", help="Only this rule.")] = None,
    json: Json = False,
) -> None:
    """Show which alerts rules would have raised on what is on the event topics. Nothing is sent or committed.

    The topics are read from their start: what was told before decides what is news. A summary of each rule follows.
    """
    from rasid.commands.output import choose_output
    from rasid.commands.rules_replay import period, replay_rules, rules_to_replay

    settings, within = settings_given(), period(since, until, datetime.now(UTC))
    run(replay_rules(rules_to_replay(file, rule, settings), within, settings, choose_output(json)))
