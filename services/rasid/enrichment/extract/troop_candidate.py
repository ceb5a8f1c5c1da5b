"""What one sentence says of one change or number of troops, before those that tell the same are merged."""

from dataclasses import dataclass

from rasid.enrichment.extract.troop_bounds import Numbers
from rasid.enrichment.extract.troop_evidence import Told
from rasid.enrichment.extract.troop_owners import Owner
from rasid.enrichment.extract.troop_places import Location
from rasid_schemas.extraction import TroopAction, TroopStatus


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one sentence says of one change or number."""

    action: TroopAction
    status: TroopStatus
    numbers: Numbers
    owner: Owner
    location: Location | None
    placed: bool
    """Whether the sentence itself says where."""
    date: str | None
    evidence: Told
    rule: str
    confidence: float
    history: bool = False
    """Whether it is over and dates from before the month of publication."""
