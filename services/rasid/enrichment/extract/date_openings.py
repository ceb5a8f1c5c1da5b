"""Where a date phrase may begin: most tokens begin none, and are not read."""

from collections.abc import Sequence
from functools import cache

from rasid.enrichment.extract.calendar_words import (
    DAY_ORDINALS,
    DAYS_AWAY,
    DIRECTIONS,
    TWO_OF_A_UNIT,
    UNITS,
    WEEKDAYS,
    month_names,
)
from rasid.enrichment.extract.number_words import number_words

CLITICS = "وفبلك"
WORDS_FOR_ONE = frozenset({"a", "an"})
AGO = frozenset({"قبل", "منذ"})
NIGHT = "night"


def openings(words: Sequence[str], language: str) -> list[int]:
    """The tokens of these folded words that a phrase may begin with, in order."""
    openers, leading = _openers(language), _leading(language)
    return [
        first
        for first, (before, word, behind) in enumerate(zip(("", *words), words, (*words[1:], ""), strict=False))
        if word in openers
        or word[:1].isdecimal()
        or before in AGO
        or (word in leading and (behind in UNITS or behind == NIGHT))
    ]


@cache
def _openers(language: str) -> frozenset[str]:
    """The words other than digits and what stands behind `قبل` that a phrase may begin with."""
    calendar = {*WEEKDAYS, *DAYS_AWAY, *TWO_OF_A_UNIT, *month_names(language)}
    if language == "en":
        return frozenset(calendar)
    calendar |= {*UNITS, *DIRECTIONS}
    ordinals = {ordinal.split()[0] for ordinal in DAY_ORDINALS}
    return frozenset({*calendar, *ordinals, *(clitic + word for clitic in CLITICS for word in calendar)})


@cache
def _leading(language: str) -> frozenset[str]:
    """Those that a phrase begins with only before a unit: `the year`, `last night`, `two months ago`."""
    if language == "ar":
        return frozenset()
    numbers = {word for word, number in number_words(language).items() if number.role == "small"}
    return frozenset({*UNITS, *DIRECTIONS, *numbers, *WORDS_FOR_ONE, "the"})
