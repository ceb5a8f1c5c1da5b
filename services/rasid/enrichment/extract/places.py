"""Where a meeting takes place."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locative:
    """A phrase that says where: in Baghdad, at the Elysee, في قصر الضيافة بمسقط."""

    first: int
    """Its tokens are `[first, last)`, the preposition not among them."""
    last: int
    name: str
    """As written, without the preposition."""
    country: str | None
    """ISO 3166 alpha-2."""
    town: str | None = None
    """The town's name in the gazetteer where the phrase is nothing but a town."""
    is_country: bool = False


_FAR = 25
"""Tokens behind the trigger up to which a place still belongs to the meeting."""


def place_of(places: Sequence[Locative], trigger: int, start: int, end: int) -> Locative | None:
    """The place nearest to a trigger among those within the tokens `[start, end)`; behind it rather than before."""
    behind = [p for p in places if trigger < p.first < min(end, trigger + _FAR)]
    before = [p for p in places if start <= p.first < trigger]
    if behind:
        return next((p for p in behind[1:] if _is_within(p, behind[0])), behind[0])
    return before[-1] if before else None


def _is_within(place: Locative, country: Locative) -> bool:
    """Whether a place tells more closely where in a country it is."""
    return country.is_country and not place.is_country and place.country == country.country
