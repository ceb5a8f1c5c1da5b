"""Options that several commands have, and the settings that all of them need."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rasid.runtime.settings import Settings

TIMES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"]

Json = Annotated[bool, typer.Option("--json", help="JSON lines, as in a pipe.")]
Since = Annotated[
    datetime | None, typer.Option(metavar="TIME", formats=TIMES, help="Only from this record time on; UTC.")
]
Until = Annotated[datetime | None, typer.Option(metavar="TIME", formats=TIMES, help="Only before this record time.")]
Author = Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; the user's name where not given.")]


def settings_given() -> "Settings":
    """The settings of the environment; raises SettingsError."""
    from rasid.runtime.settings import load_settings

    return load_settings()
