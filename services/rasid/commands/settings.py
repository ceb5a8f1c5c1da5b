"""`rasid settings`: every setting, its value and what it is for."""

from rasid.commands.output import Output
from rasid.commands.rows import Row
from rasid.runtime.settings import PREFIX, Settings, shown


def show_settings(settings: Settings, output: Output) -> None:
    """List the settings by their environment variables, without what is secret."""
    rows: list[Row] = [
        {"variable": PREFIX + name.upper(), "value": shown(name, settings), "description": field.description}
        for name, field in Settings.model_fields.items()
    ]
    output.table("settings", rows)
