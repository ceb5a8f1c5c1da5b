"""What the parts of `make bench` have in common."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bench.performance.effort import Effort
from bench.performance.spread import Figures

Tell = Callable[[str], None]
"""Says in a few words how far it is."""
Row = tuple[str, ...]
Measured = TypeVar("Measured", bound=Figures)


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that is to be reached, as a line of the first table."""

    what: str
    wanted: str
    measured: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class Part(Generic[Measured]):
    """A part: how it is measured, and how it is told."""

    name: str
    title: str
    figures: type[Measured]
    measure: Callable[[Effort, Tell], Coroutine[Any, Any, Measured]]
    section: Callable[[Measured], str]
    """Its text on the page, in Markdown."""
    targets: Callable[[Measured], tuple[Target, ...]] = lambda _: ()
    remarks: Callable[[Measured], tuple[str, ...]] = lambda _: ()
    """What a terminal is told beside the targets."""


def table(header: Row, rows: Sequence[Row]) -> str:
    """Markdown; the first column to the left, the others to the right."""
    lines = (header, ("---", *("---:" for _ in header[1:])), *rows)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
