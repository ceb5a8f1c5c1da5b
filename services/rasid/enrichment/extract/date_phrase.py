"""A date as a text says it, not yet resolved against the day of publication."""

from typing import NamedTuple

from rasid.enrichment.extract.calendar_words import Direction, Unit


class Phrase(NamedTuple):
    """A date as the text says it, in the tokens `[first, last)`; what is None is not said."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    """0 is Monday."""
    direction: Direction = ""
    distance: int | None = None
    """Units from the day of publication, negative for the past."""
    unit: Unit = "day"
    season: tuple[int, int] | None = None
    """The first and the last month of a season."""
