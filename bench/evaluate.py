"""`make eval`: the extractor on the gold set by part, language and type, and what its confidence is worth."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bench.gold import (
    DEFAULT_GOLD,
    DEFAULT_SPLIT,
    SCORER,
    GoldError,
    Part,
    load_scorer,
    read_gold,
    read_unseen,
    split,
)
from bench.labels import marked_parts
from bench.report import JsonReport, TerminalReport
from bench.scoring import score_part

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(help="The gold set, JSON lines.")] = DEFAULT_GOLD,
    scorer: Annotated[Path | None, typer.Option(help="The measure; else score.py beside the gold set.")] = None,
    divided: Annotated[Path, typer.Option("--split", help="Which articles stay unread.")] = DEFAULT_SPLIT,
    errors: Annotated[
        str | None, typer.Option(metavar="PART", help="List the errors of this part: work, labelled.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON lines, as in a pipe.")] = False,
) -> None:
    """Run the extractor over the gold set and score it. Texts and errors of the unseen part are never shown."""
    try:
        parts = split(read_gold(gold), read_unseen(divided))
        parts = (*parts, *(marked_parts() if gold == DEFAULT_GOLD else ()))
        measure = load_scorer(scorer or gold.parent / SCORER)
        check_readable(errors, parts)
    except GoldError as error:
        typer.echo(f"eval: {error}", err=True)
        raise typer.Exit(2) from None
    report = JsonReport() if json or not sys.stdout.isatty() else TerminalReport()
    scored = [score_part(part, measure) for part in parts]
    for one in scored:
        report.figures(one)
    for one in scored:
        report.reliability(one)
    for one in scored:
        if one.part.name == errors:
            report.errors(one)


def check_readable(errors: str | None, parts: tuple[Part, ...]) -> None:
    """Refuse to list the errors of a part that stays unread, or of none; raises GoldError."""
    readable = [part.name for part in parts if part.readable]
    if errors is not None and errors not in readable:
        names = ", ".join(readable) or "none here"
        raise GoldError(f"the errors of {errors!r} are not shown: rules made for them would not carry over ({names})")


if __name__ == "__main__":
    app()
