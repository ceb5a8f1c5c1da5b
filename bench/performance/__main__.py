"""The command; `make bench` runs it."""

import asyncio
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Annotated, Any

import orjson
import psutil
import typer
from aiokafka.errors import KafkaError
from rich.console import Console
from rich.table import Table

from bench.corpus import CorpusError
from bench.performance import enrichment, extraction, folding, latency, previous, scaling, sizes, sizing, start
from bench.performance.effort import FULL, QUICK, Effort
from bench.performance.page import PageError, blocks, write_page
from bench.performance.part import Part, Tell
from bench.performance.pictures import draw_all
from bench.performance.results import Results, ResultsError, circumstances, read_results, write_results
from bench.performance.spread import Figures
from bench.workers import WorkerEndedError
from support.fetching import UnavailableError
from support.kafka import fetched_distribution

PARTS: tuple[Part[Any], ...] = (
    extraction.PART, enrichment.PART, latency.PART, scaling.PART, folding.PART, start.PART, sizes.PART, previous.PART,
)  # fmt: skip
_NEED_NO_KAFKA = {extraction.PART.name, folding.PART.name}
_FAILURES = (
    CorpusError, ImportError, PageError, ResultsError, UnavailableError, WorkerEndedError, KafkaError, psutil.Error,
    OSError,
)  # fmt: skip
_USAGE, _INTERRUPTED = 2, 130
_EXAMPLES = """
Examples:

  make bench                                            # everything, some 25 minutes; writes docs/performance.md

  make bench BENCH=--quick                              # a look, within three minutes, into bench-quick/

  make bench BENCH="--only enrichment,latency"          # these anew, the others stay as they are

  make bench BENCH=--draw                               # measures nothing, makes the page from its results

It measures what the machine has left: let it do nothing else meanwhile. Figures say how loaded it was before.

Exit status: 0 whatever the figures are, 2 where it cannot run, 130 after Ctrl-C (what was measured by then is kept).
"""

app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
_errors = Console(stderr=True, highlight=False)


@app.command(epilog=_EXAMPLES)
def main(
    only: Annotated[str, typer.Option(help=f"Parts: {','.join(part.name for part in PARTS)}.")] = "",
    quick: Annotated[bool, typer.Option("--quick", help="A look: one short round of everything.")] = False,
    burst: Annotated[float | None, typer.Option(help="Seconds of the burst; a minute, or 4 s of a look.")] = None,
    into: Annotated[Path | None, typer.Option(help="The folder of page, pictures and results; docs.")] = None,
    drawn: Annotated[bool, typer.Option("--draw", help="Measure nothing, make the page from the results.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON lines, as in a pipe.")] = False,
) -> None:
    """Measure how fast and how dear Rasid is, on Apache Kafka, and write the page about it."""
    chosen = () if drawn else _chosen(only)
    effort = (QUICK if quick else FULL).with_burst(burst)
    folder = into or Path("bench-quick" if quick else "docs")
    try:
        if not {part.name for part in chosen} <= _NEED_NO_KAFKA:
            fetched_distribution()
        results = _measured(chosen, effort, folder)
        _write(folder, results)
    except _FAILURES as error:
        _errors.print(f"bench: {error}", markup=False)
        raise typer.Exit(_USAGE) from None
    except KeyboardInterrupt:
        _errors.print("bench: stopped; what was measured is kept, `--draw` makes the page of it")
        raise typer.Exit(_INTERRUPTED) from None
    _report(results, [part for part in PARTS if part in chosen or not chosen], json or not sys.stdout.isatty())


def _chosen(only: str) -> tuple[Part[Any], ...]:
    names = [name.strip() for name in only.split(",") if name.strip()]
    by_name = {part.name: part for part in PARTS}
    for name in names:
        if name not in by_name:
            raise typer.BadParameter(f"there is no part {name!r}; there are {', '.join(by_name)}", param_hint="--only")
    return tuple(by_name[name] for name in names) or PARTS


def _measured(chosen: Sequence[Part[Any]], effort: Effort, folder: Path) -> Results:
    """Measure part by part; each is written as soon as it is there."""
    file = folder / "performance.json"
    results = read_results(file)
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # it warns of topics and groups that are still being made
    for number, part in enumerate(chosen, 1):
        around = circumstances(effort.is_quick)
        with _progress(f"{number} of {len(chosen)}, {part.name}") as tell:
            figures = _run(part, effort, tell)
        results = results.with_part(part, around, figures)
        write_results(file, results)
    return results


def _write(folder: Path, results: Results) -> None:
    """The pages and pictures that come of the results."""
    draw_all(folder, results)
    write_page(folder / "performance.md", blocks(PARTS, results))
    constants = sizing.Constants.of(results)
    if constants is not None:
        write_page(folder / "sizing.md", sizing.blocks(constants))


def _run(part: Part[Any], effort: Effort, tell: Tell) -> Figures:
    try:
        figures: Figures = asyncio.run(part.measure(effort, tell))
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
    return figures


@contextmanager
def _progress(name: str) -> Iterator[Tell]:
    """A line on a terminal that says how far it is; elsewhere a line for each step."""
    started = monotonic()
    if _errors.is_terminal:
        with _errors.status(name) as status:
            yield lambda step: status.update(f"{name}: {step}")
    else:
        yield lambda step: _errors.print(f"{name}: {step}", markup=False, soft_wrap=True)
    _errors.print(f"{name}: done in {monotonic() - started:.0f} s", markup=False)


def _report(results: Results, parts: Sequence[Part[Any]], as_json: bool) -> None:
    """The targets as a table on a terminal; in a pipe a line for each part."""
    measured = results.measured(parts)
    if as_json:
        for part, figures in measured:
            line = {"what": part.name, **figures.model_dump(mode="json")}
            sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
        return
    table = Table("what", "wanted", "measured", "")
    for part, figures in measured:
        for target in part.targets(figures):
            verdict = "reached" if target.is_met else "missed"
            table.add_row(target.what, target.wanted, target.measured, verdict, style=None if target.is_met else "red")
    console = Console(highlight=False)
    console.print(table)
    for part, figures in measured:
        for remark in part.remarks(figures):
            console.print(remark, markup=False)


if __name__ == "__main__":
    app()
