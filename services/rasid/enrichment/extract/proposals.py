"""What a language's rules say of a meeting before it is dated, placed and merged."""

from typing import Literal, NamedTuple

from rasid.enrichment.extract.actors import Actor
from rasid_schemas.extraction import MeetingMode, MeetingStatus

MOST_TRIGGERS = 24
"""Words of meeting in a sentence beyond which it is no prose, and none is looked at."""

Manner = Literal["new", "known", "another", "any", "never"]
"""How a sentence tells of a meeting: for the first time, as one told before (after the meeting with B), as another one
than that (they will meet again), as any of many (his meetings with B, every president who met the pope), or as none
(B ruled out meeting him, the teams meet)."""


class Proposal(NamedTuple):
    """A meeting that one trigger in one sentence tells of."""

    rule: str
    first: int
    """The trigger is the tokens `[first, last)`."""
    last: int
    clause: tuple[int, int]
    """The tokens that tell it."""
    participants: tuple[Actor, ...]
    mode: MeetingMode
    status: MeetingStatus
    confidence: float
    negotiation: bool = False
    """Whether it is only talks, which count as a meeting where a place or day is told."""
    adds: bool = False
    """Whether it only adds to the meeting told before: its attendance, its topics."""
    goes_on: bool = False
    """Whether it adds even where it tells neither who, when nor where: only how the meeting went."""
    present: bool = False
    """Whether a verb in the present tense tells it: with a weekday it is to come (A meets B on Thursday)."""
