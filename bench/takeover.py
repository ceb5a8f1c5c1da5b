"""`make bench-takeover`: how fast alerting folds its topics, as after a takeover, and what it weighs then."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from time import process_time
from typing import Annotated

import orjson
import psutil
import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bench.made_up_events import EventMaker
from bench.many_rules import rules_to_measure
from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rule import Rule
from rasid.runtime.records import Record
from rasid_schemas.topics import MEETINGS, TROOP_ANNOUNCEMENTS

HORIZON = timedelta(days=7)
TOLD_AGAIN = 1 / 3
CHUNK = 3_000
"""Events made at a time; making them is not measured."""
SHARES = {MEETINGS: 2 / 3, TROOP_ANNOUNCEMENTS: 1 / 3}
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
        measured = fold(rules_to_measure(rules), events, open_clusters, publish, lambda: progress.advance(task, CHUNK))
    if json or not sys.stdout.isatty():
        sys.stdout.buffer.write(orjson.dumps(measured) + b"\n")
    else:
        show(Console(), measured)


def makers(open_clusters: int) -> dict[str, EventMaker]:
    """For each event topic, events at a pace that leaves so many clusters open on both."""
    pace = HORIZON * (1 - TOLD_AGAIN) / open_clusters
    return {
        topic.name: EventMaker(topic is MEETINGS, seed, TOLD_AGAIN, pace / share)
        for seed, (topic, share) in enumerate(SHARES.items())
    }


def fold(rules: Sequence[Rule], events: int, open_clusters: int, publish: bool, told: Callable[[], None]) -> Measured:
    """Fold so many events; `told` is called after every chunk."""
    made = makers(open_clusters)
    folds = {topic: EventFold(topic, tuple(rules), HORIZON) for topic in SHARES}
    seconds = 0.0
    for _ in range(events // CHUNK):
        for topic, each in folds.items():
            records = list(made[topic.name].records(round(CHUNK * SHARES[topic])))
            seconds += _seconds(each.apply if publish else each.retrace, records)
        told()
    return Measured(
        rules=len(rules),
        events=events // CHUNK * CHUNK,
        cpu_seconds=round(seconds, 1),
        events_per_second=round(events // CHUNK * CHUNK / seconds),
        open_clusters=sum(each.open_clusters for each in folds.values()),
        resident_mb=round(psutil.Process().memory_info().rss / _MEGABYTE),
    )


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
