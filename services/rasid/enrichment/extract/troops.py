"""Troop announcements: who sends, withdraws, adds, keeps or has how many troops where."""

from itertools import islice

from rasid.enrichment.extract.spans import evidence_of
from rasid.enrichment.extract.troop_before import with_before
from rasid.enrichment.extract.troop_bounds import troop_bounds
from rasid.enrichment.extract.troop_candidates import CandidateFinder
from rasid.enrichment.extract.troop_cues import cued_sentences
from rasid.enrichment.extract.troop_defaults import with_defaults
from rasid.enrichment.extract.troop_merging import Merged, merge
from rasid.enrichment.extract.troop_words import troop_words
from rasid.enrichment.text.document import Document
from rasid_schemas.extraction import TroopAction, TroopAnnouncement

MOST_CANDIDATES = 200
"""Sentences that tell of troops, at most; a text with more of them is a list, and merging them would take too long."""
_PLOVER: dict[TroopAction, str] = {
    "deploy": "MOBILIZE:troops",
    "increase": "MOBILIZE:troops",
    "withdraw": "RETREAT:withdraw",
    "decrease": "RETREAT:withdraw",
}


def find_troop_announcements(document: Document) -> tuple[TroopAnnouncement, ...]:
    """The troop announcements of an article, each with all its evidence, in the order of their first evidence."""
    words = troop_words(document.language)
    if words.heads.isdisjoint(document.tokens.words):
        return ()
    sentences = list(cued_sentences(document, words))
    if not any(sentence.telling for sentence in sentences):
        return ()
    finder = CandidateFinder(document)
    found = list(islice(finder.candidates(sentences), MOST_CANDIDATES))
    candidates = with_defaults(found, finder.named, document, words)
    told = with_before(merge(candidates), document, words)
    return tuple(_announcement(document, merged) for merged in told)


def _announcement(document: Document, merged: Merged) -> TroopAnnouncement:
    told = merged.candidate
    numbers = told.numbers
    troops_min, troops_max = troop_bounds(numbers)
    return TroopAnnouncement(
        action=told.action,
        force=told.owner.force,
        force_affiliation=told.owner.affiliation,
        count=numbers.count,
        count_min=numbers.count_min,
        count_max=numbers.count_max,
        count_from=numbers.count_from,
        count_delta=numbers.count_delta,
        multiplier=numbers.multiplier,
        approximate=numbers.approximate,
        location=told.location.name if told.location else None,
        country=told.location.country if told.location else None,
        status=told.status,
        date=told.date,
        evidence=evidence_of(document, merged.spans),
        confidence=told.confidence,
        rule=told.rule,
        plover=_PLOVER.get(told.action),
        troops_min=troops_min,
        troops_max=troops_max,
    )
