"""The command line: what there is to say to Rasid. Each command's work is in `rasid.commands`."""

import typer

app = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")


@app.callback()
def rasid() -> None:
    """Rasid watches Arabic and English news for meetings of officials and troop announcements, and alerts."""


@app.command()
def extract(name: str = "-") -> None:
    """Find the events of articles, without Kafka."""
    from rasid.commands.extract import extract as run
    from rasid.commands.output import JsonLines

    run(name, JsonLines(), 524288)


def main() -> None:
    """Run the command that the arguments name."""
    app()
