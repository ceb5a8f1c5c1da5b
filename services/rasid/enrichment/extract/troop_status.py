"""How far a change of troops has come: announced, under way, done, proposed or denied."""

from collections.abc import Sequence

from rasid.enrichment.extract.troop_status_ar import status_ar
from rasid.enrichment.extract.troop_status_en import status_en
from rasid.enrichment.extract.troop_words import TriggerForm, TroopWords
from rasid_schemas.extraction import TroopAction, TroopStatus

LOOK_BACK = 12
"""Words before a trigger that may tell its status."""
LOOK_AHEAD = {"ar": 20, "en": 8}
"""Words behind it that may."""


def status_of(
    action: TroopAction, form: TriggerForm, before: Sequence[str], after: Sequence[str], words: TroopWords
) -> TroopStatus:
    """The status of a trigger from the words before it in its clause, the nearest last, and those after it."""
    tell = status_en if words.language == "en" else status_ar
    return tell(action, form, before, after, words)
