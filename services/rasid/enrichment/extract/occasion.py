"""A meeting as an article reports it."""

from typing import NamedTuple

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.proposals import Manner
from rasid_schemas.extraction import MeetingMode, MeetingStatus


class Occasion(NamedTuple):
    """A meeting as one sentence, or several, tell it."""

    participants: tuple[Actor, ...]
    mode: MeetingMode
    status: MeetingStatus
    location: str | None
    country: str | None
    town: str | None
    """The town by its own name, where one is named."""
    date: str | None
    spans: tuple[tuple[int, int], ...]
    sentence: int
    """The last sentence that tells it."""
    confidence: float
    rule: str
    headline: bool = False
    negotiation: bool = False
    adds: bool = False
    closeness: int = 0
    """How closely the place is told: a country, a town, or a building."""
    manner: Manner = "new"
