"""How long articles wait for their alerts, and when that is over after a burst."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.performance.spread import Figures, percentile

WINDOW = 2.0
"""Seconds of articles that are taken together."""


@dataclass(frozen=True, slots=True)
class Latency:
    """An alert: when the article that caused it was appended to the raw topic, and how long it then took. Seconds."""

    appended: float
    seconds: float


class Window(Figures):
    """Articles of two seconds: when they came, and what their alerts took."""

    since: float
    """Seconds after the first article."""
    p50_ms: float
    p99_ms: float


def matched(appended: Mapping[int, float], alerts: Sequence[tuple[int, float]]) -> list[Latency]:
    """A latency for each alert, by the number of the article that caused it."""
    return [Latency(appended[number], at - appended[number]) for number, at in alerts if number in appended]


def windows(latencies: Sequence[Latency]) -> tuple[Window, ...]:
    """By the time the articles came."""
    begin = min((one.appended for one in latencies), default=0.0)
    by_window: dict[int, list[float]] = defaultdict(list)
    for one in latencies:
        by_window[int((one.appended - begin) // WINDOW)].append(1000 * one.seconds)
    return tuple(
        Window(since=WINDOW * number, p50_ms=percentile(values, 0.5), p99_ms=percentile(values, 0.99))
        for number, values in sorted(by_window.items())
    )


def back_after(told: Sequence[Window], burst_end: float, limit_ms: float) -> float | None:
    """Seconds after a burst until the alerts are as quick as before, for good; None where they never are."""
    after = [window for window in told if window.since + WINDOW > burst_end]
    slow = [window for window in after if window.p99_ms >= limit_ms]
    if not after or slow[-1:] == after[-1:]:
        return None
    return slow[-1].since + WINDOW - burst_end if slow else 0.0
