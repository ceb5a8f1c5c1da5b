"""Where a meeting takes place."""

from collections.abc import Sequence
from typing import NamedTuple

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.extract.reach import is_cut_off, topic_behind


class Locative(NamedTuple):
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

    @property
    def closeness(self) -> int:
        """How closely it tells where: a country, a town, or a building."""
        return 0 if self.is_country else 1 if self.town else _BUILDING


_BUILDING = 2
_FAR = 25
"""Tokens behind the trigger up to which a place still belongs to the meeting."""
_BESIDE = 6
"""Tokens between a place and what tells more closely where in it: in Oslo, at the Grand Hotel."""


def place_of(view: View, places: Sequence[Locative], proposal: Proposal, start: int, end: int) -> Locative | None:
    """The place nearest to a trigger among those within the tokens `[start, end)`; behind it rather than before.

    None across a clause of its own.
    """
    trigger = proposal.first
    near = [p for p in places if start <= p.first < min(end, trigger + _FAR)]
    near = [p for p in near if not is_cut_off(view, proposal, p.first, p.last)]
    topic = topic_behind(view, trigger, end)
    behind = [p for p in near if trigger < p.first and (p.first < topic or p.closeness == _BUILDING)]
    before = [p for p in near if p.first < trigger]
    return _closest(behind) if behind else _closest(before[::-1]) if before else None


def _closest(places: Sequence[Locative]) -> Locative:
    """The first place, or one beside it that tells more closely where in it."""
    found = places[0]
    for place in places[1:]:
        beside = min(abs(place.first - found.last), abs(found.first - place.last)) < _BESIDE
        within = place.country == found.country or (place.country is None and beside)
        if within and place.closeness > found.closeness and (beside or found.is_country):
            found = place._replace(country=found.country)
    return found
