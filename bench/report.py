"""How figures are shown: tables on a terminal, JSON lines in a pipe."""

import sys
from collections.abc import Iterator

import orjson
from rich.console import Console
from rich.table import Table

from bench.reliability import Band, Judged, around, bands
from bench.scoring import KINDS, Figures, Measure, Scored


class JsonReport:
    """One JSON object a line; `what` tells what it is."""

    def figures(self, scored: Scored) -> None:
        """A line a group."""
        for group, figures in scored.groups.items():
            self._line({"what": "figures", "part": scored.part.name, "group": group, **figures.model_dump()})

    def reliability(self, scored: Scored) -> None:
        """A line a band, for both types together and each."""
        for kind, judged in by_kind(scored.judged):
            for band in bands(judged):
                precision = None if band.precision is None else round(band.precision, 4)
                counts = {"events": band.events, "right": band.right, "precision": precision}
                self._line({"what": "band", "part": scored.part.name, "type": kind, "band": band.name, **counts})

    def errors(self, scored: Scored) -> None:
        """A line an error."""
        for article, what, kind, detail in scored.errors:
            self._line({"what": "error", "article": article, "error": what, "type": kind, "detail": detail})

    def _line(self, fields: dict[str, object]) -> None:
        sys.stdout.buffer.write(orjson.dumps(fields) + b"\n")


class TerminalReport:
    """Tables in colour."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False)

    def figures(self, scored: Scored) -> None:
        """Events and slots by group, then the slots of all."""
        part = scored.part
        table = Table(title=f"{part.name} part, {len(part.articles)} articles", title_justify="left")
        for column in ("", "event P", "R", "F1", "95%", "right/found/gold", "slot P", "R", "F1", "95%", "evidence"):
            table.add_column(column, justify="left" if not column else "right", no_wrap=True)
        for group, figures in scored.groups.items():
            table.add_row(group, *_cells(figures))
        self._console.print(table)
        slots = scored.groups["all"].slots if "all" in scored.groups else {}
        self._console.print("slot F1: " + "  ".join(f"{name} {slot.f1:.2f}" for name, slot in slots.items()) + "\n")

    def reliability(self, scored: Scored) -> None:
        """Bands of confidence, for both types together and each."""
        table = Table(title=f"confidence on the {scored.part.name} part", title_justify="left")
        for column in ("", "confidence", "events", "right", "precision"):
            table.add_column(column, justify="right" if column in ("events", "right", "precision") else "left")
        for kind, judged in by_kind(scored.judged):
            for band in bands(judged):
                table.add_row(kind, band.name, str(band.events), str(band.right), _share(band))
            table.add_section()
        self._console.print(table)
        below, above = around(scored.judged)
        self._console.print(f"precision from 0.8 on {_share(above)}, below {_share(below)}\n")

    def errors(self, scored: Scored) -> None:
        """An error a line, separated by tabs."""
        for article, what, kind, detail in scored.errors:
            self._console.print(f"{article}\t{what}\t{kind}\t{orjson.dumps(detail).decode()}", markup=False)


def by_kind(judged: tuple[Judged, ...]) -> Iterator[tuple[str, tuple[Judged, ...]]]:
    """All events, then those of each type."""
    yield "all", judged
    for kind in KINDS:
        yield kind, tuple(event for event in judged if event.kind == kind)


def _cells(figures: Figures) -> Iterator[str]:
    event, slot = figures.event, figures.slot
    yield from _measured(event)
    yield _interval(figures.interval.event)
    yield f"{event.hits:.0f}/{event.predicted}/{event.gold}"
    yield from _measured(slot)
    yield _interval(figures.interval.slot)
    yield f"{figures.evidence:.2f}"


def _measured(measure: Measure) -> Iterator[str]:
    yield from (f"{value:.3f}" for value in (measure.precision, measure.recall, measure.f1))


def _interval(interval: tuple[float, float]) -> str:
    return "{:.2f}-{:.2f}".format(*interval)


def _share(band: Band) -> str:
    return "-" if band.precision is None else f"{band.precision:.3f}"
