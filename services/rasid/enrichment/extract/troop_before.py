"""How many there were before an increase or a cut, where the article tells it as a strength of its own."""

from collections.abc import Sequence
from dataclasses import replace

from rasid.enrichment.extract.troop_merging import Merged
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Document
from rasid.enrichment.text.normalise import fold


def with_before(merged: Sequence[Merged], document: Document, words: TroopWords) -> list[Merged]:
    """The announcements; the one change by some troops gets the strength that is said to be there already."""
    return [_completed(one, merged, document, words) for one in merged]


def _completed(one: Merged, merged: Sequence[Merged], document: Document, words: TroopWords) -> Merged:
    numbers = one.candidate.numbers
    if numbers.count_delta is None or numbers.count_from is not None:
        return one
    alike = [other for other in merged if _is_alike(one, other)]
    strengths = [other for other in alike if other.candidate.action == "strength"]
    changes = [other for other in alike if other.candidate.action in ("increase", "decrease")]
    if len(strengths) != 1 or len(changes) != 1 or not _is_there(strengths[0], document, words):
        return one
    before = replace(numbers, count_from=strengths[0].candidate.numbers.count)
    return Merged(replace(one.candidate, numbers=before), one.spans)


def _is_alike(one: Merged, other: Merged) -> bool:
    """Whether both are of one country's troops in one country."""
    ours, theirs = one.candidate, other.candidate
    here, there = (c.location.country if c.location else None for c in (ours, theirs))
    return ours.owner.affiliation == theirs.owner.affiliation and here == there


def _is_there(strength: Merged, document: Document, words: TroopWords) -> bool:
    """Whether a strength is said to be there already."""
    said = (fold(document.text[start:end]).split() for start, end in strength.spans)
    return any(not (words["already"] | words["now"]).isdisjoint(told) for told in said)
