"""`rasid silences` on the command line."""

from datetime import datetime
from typing import Annotated

import typer

from rasid.cli_options import Author, Json, settings_given, time_given
from rasid.commands.running import run

silences_app = typer.Typer(no_args_is_help=True, help="Alerts that people are not told of for a while.")

Matchers = Annotated[
    list[str],
    typer.Argument(metavar="MATCHER...", help="""As in a channels file: 'severity="info"'; all must match."""),
]


@silences_app.command(
    "add", epilog="""Example: `rasid silences add 'severity="info"' 'country="IQ"' --for 2h --reason "Summit week"`"""
)
def silences_add(
    matchers: Matchers,
    lasting: Annotated[str, typer.Option("--for", metavar="DURATION", help="How long: 30m, 2h, 1d12h.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, for whoever wonders.")],
    author: Author = None,
    starts_at: Annotated[
        datetime | None,
        typer.Option(metavar="TIME", parser=time_given, help="When it begins, UTC; now where not given."),
    ] = None,
    json: Json = False,
) -> None:
    """Have channels keep back alerts that all matchers match. The log channel goes on, and says so."""
    from rasid.commands.output import choose_output
    from rasid.commands.silences import Wish, add_silence

    wish = Wish(tuple(matchers), lasting, reason, author, starts_at)
    run(add_silence(settings_given(), wish, choose_output(json)))


@silences_app.command("list", epilog="Example: `rasid silences list --all --json`")
def silences_list(
    every: Annotated[bool, typer.Option("--all", help="Also those that have ended.")] = False, json: Json = False
) -> None:
    """List the silences that are active or to come."""
    from rasid.commands.output import choose_output
    from rasid.commands.silences import list_silences

    run(list_silences(settings_given(), every, choose_output(json)))


@silences_app.command("expire", epilog="Example: `rasid silences expire 6c9f1d6e-8f0e-4d0e-9d43-0a3b2f5f7c11`")
def silences_expire(
    silence: Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it.")], json: Json = False
) -> None:
    """End a silence now. What was kept back is not told later; the next revision of each alert is."""
    from rasid.commands.output import choose_output
    from rasid.commands.silences import expire_silence

    run(expire_silence(settings_given(), silence, choose_output(json)))


@silences_app.command("check", epilog="""Example: `rasid silences check 'severity="info"' 'country="IQ"'`""")
def silences_check(matchers: Matchers, json: Json = False) -> None:
    """Show which alerts of the last day such a silence would have kept back."""
    from rasid.commands.output import choose_output
    from rasid.commands.silences import check_matchers

    run(check_matchers(settings_given(), tuple(matchers), choose_output(json)))
