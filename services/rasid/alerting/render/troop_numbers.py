"""Which of the numbers that a troop announcement tells are said, and as what."""

from dataclasses import dataclass

from rasid_schemas.extraction import TroopAnnouncement

CHANGES = frozenset({"increase", "decrease"})
"""Actions that change the number of troops; the others move, keep or count them."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of troops, or its bounds; null is no bound."""

    low: int | None
    high: int | None
    approximate: bool = False

    @property
    def exact(self) -> int | None:
        """The one number it is, if it is one."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class TroopNumbers:
    """What is said of the numbers. Null is not told."""

    concerned: Amount | None = None
    """How many are moved, kept or counted; of a change, the bounds where nothing else is told."""
    by: Amount | None = None
    before: int | None = None
    after: Amount | None = None
    times: float | None = None


def troop_numbers(told: TroopAnnouncement) -> TroopNumbers:
    """Sort the numbers by what they mean for the action."""
    count, delta = _exactly(told.count, told), _exactly(told.count_delta, told)
    times = told.multiplier if count is None and delta is None else None
    if told.action in CHANGES:
        nothing = count is None and delta is None and times is None and told.count_from is None
        return TroopNumbers(_bounds(told) if nothing else None, delta, told.count_from, count, times)
    rest = delta if count is not None else None
    return TroopNumbers(count or delta or _bounds(told), rest, told.count_from, None, times)


def _exactly(number: int | None, told: TroopAnnouncement) -> Amount | None:
    return None if number is None else Amount(number, number, told.approximate)


def _bounds(told: TroopAnnouncement) -> Amount | None:
    ranged = told.count_min is not None or told.count_max is not None
    low, high = (told.count_min, told.count_max) if ranged else (told.troops_min, told.troops_max)
    return None if low is None and high is None else Amount(low, high)
