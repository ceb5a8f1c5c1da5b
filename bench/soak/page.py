"""The figures: a page of Markdown, a table on a terminal, JSON lines in a pipe."""

from collections.abc import Iterator
from dataclasses import asdict
from statistics import median

import orjson
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.soak.records import Run
from bench.soak.verdict import MEGABYTE, Figures, faults, figures

_COLUMNS = {
    "worker": "worker",
    "RSS at start": "",
    "after warm-up": "warm",
    "at the end": "end",
    "USS at the end": "",
    "MB per 100,000 articles": "per 100k",
    "growth": "growth",
    "descriptors, first and last quarter": "fds",
    "threads": "",
    "CPU s per 1,000 articles": "CPU s/1k",
}
"""In full, and for a terminal, which is too narrow for some."""
_TEXT = """# Soak: many articles through all workers

Made by `make soak SOAK="--into docs"`. {articles:,} articles went through two enrichment workers, alerting and the
notifier, which posts every alert to a webhook, on one node of Apache Kafka. They are the articles of the corpus over
and over, each time with another `uri` and another last line (a number), dated when they were sent. The broker, the
workers and whoever sent the articles shared one machine.

![Memory and file descriptors of every worker over the articles](soak.svg)

{table}

Memory is in MB. What is judged comes after the first {warm_up:,} articles. **Memory is flat** where a line fitted
through the resident memory grows by less than 5% of its median over all that, and by less than 20 MB per 100,000
articles (asked only where as many were measured). **Descriptors do not grow** where the most in the last quarter is at
most two above the most in the first.

Extraction remembers at most 8,192 words and 16,384 names. The first growth in the picture is what articles need while
they are read, which Python keeps for the next.

Alerting remembers what it read for four horizons, and would rightly grow for a month where a horizon is the usual seven
days. So that this can be told from a leak, a horizon was {horizon:g} s here: what it remembers stopped growing in the
warm-up, and clusters closed all the time.

{outcome}

**{verdict}**
"""


def page(run: Run) -> str:
    """The page."""
    header = ["| " + " | ".join(_COLUMNS) + " |", "|---" + "|---:" * (len(_COLUMNS) - 1) + "|"]
    rows = ["| " + " | ".join(_cells(one)) + " |" for one in figures(run)]
    return _TEXT.format(
        articles=run.samples[-1].articles,
        warm_up=run.start.warm_up,
        horizon=run.start.cluster_horizon,
        table="\n".join(header + rows),
        outcome="\n".join(f"- {line}" for line in outcome(run)),
        verdict=verdict(run),
    )


def lines(run: Run) -> Iterator[bytes]:
    """As JSON lines: one for each worker, and the verdict."""
    for one in figures(run):
        yield orjson.dumps({"what": "worker", **asdict(one), "memory_is_flat": one.memory_is_flat}) + b"\n"
    yield orjson.dumps({"what": "verdict", "faults": list(faults(run)), "outcome": list(outcome(run))}) + b"\n"


def show(console: Console, run: Run) -> None:
    """As a table."""
    title = f"{run.samples[-1].articles:,} articles, memory in MB"
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for short in filter(None, _COLUMNS.values()):
        table.add_column(short, justify="left" if short == "worker" else "right", no_wrap=True)
    for one in figures(run):
        table.add_row(*(cell for cell, short in zip(_cells(one), _COLUMNS.values(), strict=True) if short))
    console.print(table)
    for line in (*outcome(run), verdict(run)):
        console.print(line)


def verdict(run: Run) -> str:
    """What is not as it must be, or that all is."""
    return "; ".join(faults(run)) or "Memory is flat, descriptors do not grow, nothing is lost."


def outcome(run: Run) -> Iterator[str]:
    """Counts, speed and disk."""
    last = run.measured[-1]
    yield f"{last.seconds / 60:.0f} minutes, {last.articles / max(last.seconds, 1):.0f} articles/s"
    behind = [sample.produced - sample.articles for sample in run.samples]
    yield f"enrichment was at most {max(behind):,} articles behind, {median(behind):,.0f} at the median"
    yield f"alerting was at most {max(sample.behind for sample in run.samples):,} events behind"
    yield f"the topics took at most {max(sample.disk for sample in run.samples) / MEGABYTE:,.0f} MB of disk"
    if run.ending is not None:
        end = run.ending
        yield f"articles lost {end.lost}, enriched more than once {end.repeated}, dead letters {end.dead_letters}"
        yield f"{end.events:,} events, {end.clusters:,} revisions of clusters"
        yield f"{end.alerts:,} alerts, of which the webhook did not get {end.alerts_lost}"


def _cells(one: Figures) -> list[str]:
    memory = (one.at_start, one.after_warm_up, one.at_end, one.unshared_at_end)
    descriptors = f"{one.descriptors_first} / {one.descriptors_last}"
    slopes = (f"{one.slope:+.1f}", f"{one.growth:+.1%}")
    return [one.worker, *(f"{size:.0f}" for size in memory), *slopes, descriptors, str(one.threads), f"{one.cpu:.2f}"]
