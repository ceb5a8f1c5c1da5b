"""Timing several ways of doing something in one run, turn by turn, so that a slow minute slows all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log
from statistics import median
from time import process_time


@dataclass(frozen=True, slots=True)
class Timed:
    """CPU seconds of one way of working, a figure a round."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The round in the middle."""
        return median(self.seconds)


def in_turns(ways: Mapping[str, Callable[[], object]], rounds: int, told: Callable[[], None]) -> tuple[Timed, ...]:
    """Run each way once unmeasured, then each in every round; `told` is called after each."""
    for work in ways.values():
        work()
        told()
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            started = process_time()
            work()
            seconds[name].append(process_time() - started)
            told()
    return tuple(Timed(name, tuple(measured)) for name, measured in seconds.items())


def slope(points: Mapping[float, float]) -> float:
    """The exponent with which times grow with sizes: 1 is linear. Least squares over the logarithms."""
    logs = [(log(size), log(time)) for size, time in points.items()]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)
