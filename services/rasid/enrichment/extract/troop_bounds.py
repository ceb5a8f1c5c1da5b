"""The bounds on the troops concerned, from all the numbers an announcement tells."""

from dataclasses import dataclass
from typing import Literal

NumberHedge = Literal["", "about", "at_least", "at_most"]
ABOUT = 0.1
"""How far off a number is that the text calls approximate."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one announcement, in heads, as in `TroopAnnouncement`; `hedge` is that of its main number."""

    count: int | None = None
    count_min: int | None = None
    count_max: int | None = None
    count_from: int | None = None
    count_delta: int | None = None
    multiplier: float | None = None
    least: int | None = None
    """The least that words such as `thousands` can mean, where no number is told."""
    hedge: NumberHedge = ""
    approximate: bool = False


def troop_bounds(numbers: Numbers) -> tuple[int | None, int | None]:
    """Lower and upper bound on the troops concerned; None where the text sets none.

    A number alone bounds both ways; `about` widens it by a tenth; `at_least` leaves the upper, `at_most` the lower
    bound open. The target comes before the change: count, range, from times multiplier, from plus delta, delta.
    """
    if numbers.count is not None:
        return _hedged(numbers.count, numbers)
    if numbers.count_min is not None or numbers.count_max is not None:
        return numbers.count_min, numbers.count_max
    if numbers.count_from is not None and numbers.multiplier is not None:
        return _hedged(round(numbers.count_from * numbers.multiplier), numbers)
    if numbers.count_delta is not None:
        return _hedged(numbers.count_delta, numbers)
    return numbers.least, None


def _hedged(value: int, numbers: Numbers) -> tuple[int | None, int | None]:
    if numbers.hedge == "at_least":
        return value, None
    if numbers.hedge == "at_most":
        return None, value
    if numbers.hedge == "about" or numbers.approximate:
        return round(value * (1 - ABOUT)), round(value * (1 + ABOUT))
    return value, value
