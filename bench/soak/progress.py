"""How far it is: a bar on a terminal, else a line every minute."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bench.soak.records import Sample, Start
from bench.soak.sampling import Watcher
from bench.soak.verdict import MEGABYTE

_LINE_EVERY = 60.0
"""Seconds."""


@contextmanager
def watching(start: Start) -> Iterator[Watcher]:
    """What is told of every sample."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(console, start)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("starting", total=start.articles)
        yield lambda sample: progress.update(task, completed=sample.articles, description=_told(sample))


def _lines(console: Console, start: Start) -> Watcher:
    told = 0

    def tell(sample: Sample) -> None:
        nonlocal told
        if sample.seconds >= told * _LINE_EVERY:
            told += 1
            console.print(f"{sample.articles:,} of {start.articles:,} articles, {_told(sample)}", soft_wrap=True)

    return tell


def _told(sample: Sample) -> str:
    memory = ", ".join(f"{name} {worker.rss / MEGABYTE:.0f}" for name, worker in sample.workers.items())
    return f"{sample.articles / max(sample.seconds, 1):.0f} articles/s, MB: {memory}"
