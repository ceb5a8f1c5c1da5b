"""`make bench-takeover`: how fast alerting folds its topics, as after a takeover, and what it weighs then."""

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from functools import partial
from time import process_time
from typing import Annotated

import orjson
import psutil
import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bench.made_up_apart import HORIZON, SHARES, made_up_chunks
from bench.many_rules import rules_to_measure
from bench.shares import REST, Shares, timed_steps
from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rule import Rule
from rasid.alerting.takeover import FREEZE_EVERY, look_for_garbage_seldom
from rasid.runtime.garbage import kept_for_good
from rasid.runtime.records import Record

CHUNK = 3_000
"""Events made at a time, by a process of its own: making them is not measured."""
_MEGABYTE = 1024 * 1024

app = typer.Typer(pretty_exceptions_enable=False)


@dataclass(frozen=True, slots=True)
class Measured:
    """One way through all events, and where it led."""

    rules: int
    events: int
    cpu_seconds: float
    events_per_second: int
    open_clusters: int
    resident_mb: int
    resident_mb_before: int
    shares: dict[str, float] = field(default_factory=dict)
    """Of the time, by step; empty where that was not asked for."""


@app.command()
def measure(
    events: Annotated[int, typer.Option(help="On both event topics together.", min=CHUNK)] = 300_000,
    open_clusters: Annotated[int, typer.Option("--open", help="Open at the end, roughly.", min=10)] = 100_000,
    rules: Annotated[int, typer.Option(help="The bundled ones, then a watch list up to this number.", min=1)] = 8,
    publish: Annotated[bool, typer.Option(help="Make the messages as well, as in everyday work.")] = False,
    shares: Annotated[bool, typer.Option("--shares", help="Time each step, which slows all down.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON lines, as in a pipe.")] = False,
) -> None:
    """Fold made-up events, two meetings to each troop announcement."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("folding", total=events)
        told, timed = partial(progress.advance, task), Shares() if shares else None
        measured = fold(rules_to_measure(rules), events, open_clusters, publish, told, timed)
    if json or not sys.stdout.isatty():
        sys.stdout.buffer.write(orjson.dumps(measured) + b"\n")
    else:
        show(Console(), measured)


def fold(
    rules: Sequence[Rule],
    events: int,
    open_clusters: int,
    publish: bool,
    told: Callable[[int], None],
    shares: Shares | None = None,
) -> Measured:
    """Fold so many events; `told` is called after every chunk."""
    folds = {topic.name: EventFold(topic, tuple(rules), HORIZON) for topic in SHARES}
    seconds, count, before = 0.0, 0, _resident_mb()
    look_for_garbage_seldom()
    steps = nullcontext() if shares is None else timed_steps(shares)
    with made_up_chunks(events, CHUNK, open_clusters) as chunks, steps:
        for records in chunks:
            each = folds[records[0].topic]
            handle: Callable[[Record], object] = each.apply if publish else each.retrace
            with nullcontext() if publish else kept_for_good():  # as a worker does
                seconds += _seconds(handle if shares is None else shares.timed(REST, handle), records)
            count += len(records)
            told(len(records))
    return Measured(
        rules=len(rules),
        events=count,
        cpu_seconds=round(seconds, 1),
        events_per_second=round(count / seconds),
        open_clusters=sum(each.open_clusters for each in folds.values()),
        resident_mb=_resident_mb(),
        resident_mb_before=before,
        shares={} if shares is None else _shares(shares),
    )


def _shares(shares: Shares) -> dict[str, float]:
    total = sum(shares.seconds.values())
    largest_first = sorted(shares.seconds.items(), key=lambda each: -each[1])
    return {step: round(seconds / total, 3) for step, seconds in largest_first}


def _resident_mb() -> int:
    resident: int = psutil.Process().memory_info().rss
    return round(resident / _MEGABYTE)


def _seconds(handle: Callable[[Record], object], records: Sequence[Record]) -> float:
    started = process_time()
    for number, record in enumerate(records, 1):
        handle(record)
        if number % FREEZE_EVERY == 0 or number == len(records):  # as a worker does, and a little oftener
            gc.freeze()
    return process_time() - started


def show(console: Console, measured: Measured) -> None:
    """As a table."""
    figures = asdict(measured)
    console.print(
        _row("alerting, one core", {name: f"{value:,}" for name, value in figures.items() if name != "shares"})
    )
    if measured.shares:
        console.print(_row("of the time", {name: f"{share:.1%}" for name, share in measured.shares.items()}))


def _row(title: str, figures: dict[str, str]) -> Table:
    table = Table(title=title, title_justify="left")
    for name in figures:
        table.add_column(name.replace("_", " "), justify="right")
    table.add_row(*figures.values())
    return table


if __name__ == "__main__":
    app()
