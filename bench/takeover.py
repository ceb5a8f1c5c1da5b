"""`make bench-takeover`: how fast alerting folds its topics, as after a takeover, and what it weighs then."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
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
from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rule import Rule
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


@app.command()
def measure(
    events: Annotated[int, typer.Option(help="On both event topics together.", min=CHUNK)] = 300_000,
    open_clusters: Annotated[int, typer.Option("--open", help="Open at the end, roughly.", min=10)] = 100_000,
    rules: Annotated[int, typer.Option(help="The bundled ones, then a watch list up to this number.", min=1)] = 8,
    publish: Annotated[bool, typer.Option(help="Make the messages as well, as in everyday work.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON lines, as in a pipe.")] = False,
) -> None:
    """Fold made-up events, two meetings to each troop announcement."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("folding", total=events)
        measured = fold(rules_to_measure(rules), events, open_clusters, publish, partial(progress.advance, task))
    if json or not sys.stdout.isatty():
        sys.stdout.buffer.write(orjson.dumps(measured) + b"\n")
    else:
        show(Console(), measured)


def fold(
    rules: Sequence[Rule], events: int, open_clusters: int, publish: bool, told: Callable[[int], None]
) -> Measured:
    """Fold so many events; `told` is called after every chunk."""
    folds = {topic.name: EventFold(topic, tuple(rules), HORIZON) for topic in SHARES}
    seconds, count, before = 0.0, 0, _resident_mb()
    with made_up_chunks(events, CHUNK, open_clusters) as chunks:
        for records in chunks:
            each = folds[records[0].topic]
            seconds += _seconds(each.apply if publish else each.retrace, records)
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
    )


def _resident_mb() -> int:
    resident: int = psutil.Process().memory_info().rss
    return round(resident / _MEGABYTE)


def _seconds(handle: Callable[[Record], object], records: Sequence[Record]) -> float:
    started = process_time()
    for record in records:
        handle(record)
    return process_time() - started


def show(console: Console, measured: Measured) -> None:
    """As a table."""
    table = Table(title="alerting, one core", title_justify="left")
    for name in asdict(measured):
        table.add_column(name.replace("_", " "), justify="right")
    table.add_row(*(f"{value:,}" for value in asdict(measured).values()))
    console.print(table)


if __name__ == "__main__":
    app()
