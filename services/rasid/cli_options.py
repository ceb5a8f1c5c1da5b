"""Options that several commands have, and the settings that all of them need."""

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from rasid.commands.moments import moment, time_of

if TYPE_CHECKING:
    from rasid.runtime.settings import Settings


def _moment(text: str) -> datetime:
    try:
        return moment(text, datetime.now(UTC))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def time_given(text: str) -> datetime:
    """A time on the command line."""
    try:
        return time_of(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


Json = Annotated[bool, typer.Option("--json", help="JSON lines, as in a pipe.")]
Since = Annotated[
    datetime | None,
    typer.Option(metavar="TIME", parser=_moment, help="Only from this record time on (UTC), or how long ago: 2d, 12h."),
]
Until = Annotated[
    datetime | None, typer.Option(metavar="TIME", parser=_moment, help="Only before this record time, or as long ago.")
]
Author = Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; the user's name where not given.")]


def settings_given() -> "Settings":
    """The settings of the environment, with a word on names that look misspelt; raises SettingsError."""
    from rasid.runtime.settings import load_settings, misspelt

    for wrong, right in misspelt(os.environ).items():
        typer.echo(f"rasid: {wrong} is no setting; did you mean {right}?", err=True)
    return load_settings()
