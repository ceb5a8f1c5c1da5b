"""The command: `python -m bench.fuzz --messages 1000000`, or one saved message again: `--replay FILE`."""

import sys
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bench.fuzz.findings import Counts, Finding, Timed, save, saved
from bench.fuzz.inspection import inspect
from bench.fuzz.messages import message
from bench.fuzz.supervision import run
from bench.fuzz.worker import Job

MEGABYTE = 1024 * 1024
INTERRUPTED = 130

app = typer.Typer(pretty_exceptions_enable=False)


@app.command(epilog="Examples: `make fuzz`, `python -m bench.fuzz --replay fuzz-findings/articles.raw.v1-1-71.message`")
def fuzz(
    messages: Annotated[int, typer.Option(help="How many.", min=1)] = 1_000_000,
    seed: Annotated[int, typer.Option(help="Another seed, other messages.")] = 1,
    first: Annotated[int, typer.Option(help="The number of the first.", min=0)] = 0,
    workers: Annotated[int, typer.Option(help="Processes.", min=1)] = 1,
    seconds: Annotated[float, typer.Option(help="How long one message may take.", min=0.1)] = 60.0,
    memory: Annotated[int, typer.Option(help="Megabytes of address space a process may take.", min=500)] = 3_000,
    findings: Annotated[Path, typer.Option(help="Where messages are kept that show a fault.")] = Path("fuzz-findings"),
    replay: Annotated[Path | None, typer.Option(metavar="FILE", help="Work on one kept message instead.")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON, as in a pipe.")] = False,
) -> None:
    """Send mutated messages through decoding, extraction and alerting. Exits with 1 where something is found."""
    if replay is not None:
        typer.echo(inspect(saved(replay), again=True))
        return
    behind = first + messages
    jobs = [Job(seed, first + part, behind, workers, frozenset(), memory * MEGABYTE) for part in range(workers)]
    try:
        counts = _run(jobs, seconds, messages)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    kept = {finding.number: str(save(findings, seed, finding)) for finding in counts.findings}
    if json or not sys.stdout.isatty():
        sys.stdout.buffer.write(orjson.dumps(_summary(counts, seed, kept), option=orjson.OPT_INDENT_2) + b"\n")
    else:
        _show(Console(), counts, seed, kept)
    if counts.findings:
        raise typer.Exit(1)


def _run(jobs: list[Job], seconds: float, messages: int) -> Counts:
    known = Progress.get_default_columns()[:2]
    columns = (*known, MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.fields[found]} findings"))
    found: list[Finding] = []
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("fuzzing", total=messages, found=0)

        def told(counts: Counts) -> None:
            found.extend(counts.findings)
            for finding in counts.findings:
                progress.console.print(f"{finding.number}: {finding.what}: {finding.told}", markup=False)
            progress.update(task, advance=counts.messages, found=len(found))

        return run(jobs, seconds, told)


def _summary(counts: Counts, seed: int, kept: dict[int, str]) -> dict[str, object]:
    return {
        "messages": counts.messages,
        "megabytes": round(counts.bytes / MEGABYTE, 1),
        "cpu_seconds": round(counts.cpu_seconds, 1),
        "outcomes": dict(counts.outcomes.most_common()),
        "slowest": _timed(counts.slowest, seed),
        "slowest_for_its_size": _timed(counts.slowest_for_its_size, seed),
        "resident_megabytes": {
            "before": counts.memory_at_first // MEGABYTE,
            "after": counts.memory_at_last // MEGABYTE,
            "peak": counts.memory_peak // MEGABYTE,
        },
        "findings": [
            {"what": found.what, "told": found.told, "message": kept[found.number]} for found in counts.findings
        ],
    }


def _timed(timed: Timed, seed: int) -> dict[str, object]:
    return {
        "number": timed.number,
        "cpu_seconds": round(timed.seconds, 3),
        "bytes": timed.size,
        "microseconds_per_byte": round(timed.microseconds_per_byte, 1),
        "begins": message(seed, timed.number).value[:300].decode(errors="replace") if timed.number >= 0 else "",
    }


def _show(console: Console, counts: Counts, seed: int, kept: dict[int, str]) -> None:
    table = Table("", "", title=f"{counts.messages:,} messages", title_justify="left", show_header=False)
    for name, value in _summary(counts, seed, kept).items():
        if name == "findings":
            continue
        lines = value.items() if isinstance(value, dict) else [("", value)]
        for number, (what, told) in enumerate(lines):
            table.add_row(name if number == 0 else "", f"{what} {told}".strip())
    console.print(table)
    for found in counts.findings:
        console.print(f"{found.what}: {found.told} ({kept[found.number]})", markup=False, style="red")


if __name__ == "__main__":
    app()
