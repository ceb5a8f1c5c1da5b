"""Whether confidence means what it says: how many events of each band of confidence are right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BOUNDS = (0.0, 0.5, 0.65, 0.8)
"""Where the bands begin; the last ends at 1."""
HIGH = 0.8
"""From here on an event may be relied on."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An extracted event, and whether the gold set has it."""

    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The events of a stretch `[low, high)` of confidence."""

    low: float
    high: float
    events: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share that is right, 0 to 1; None where there is no event."""
        return self.right / self.events if self.events else None

    @property
    def name(self) -> str:
        """How the table calls it."""
        return f">= {self.low:.2f}" if self.high > 1 else f"{self.low:.2f}-{self.high:.2f}"


def bands(judged: Iterable[Judged], bounds: tuple[float, ...] = BOUNDS) -> tuple[Band, ...]:
    """One band from each bound to the next, in order."""
    events = tuple(judged)
    return tuple(_band(events, low, high) for low, high in _stretches(bounds))


def around(judged: Iterable[Judged], bound: float = HIGH) -> tuple[Band, Band]:
    """The events below a bound, and those from it on."""
    below, above = bands(judged, (0.0, bound))
    return below, above


def _stretches(bounds: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    yield from zip(bounds, (*bounds[1:], 1.01), strict=True)


def _band(events: tuple[Judged, ...], low: float, high: float) -> Band:
    inside = [event for event in events if low <= event.confidence < high]
    return Band(low, high, len(inside), sum(event.right for event in inside))
