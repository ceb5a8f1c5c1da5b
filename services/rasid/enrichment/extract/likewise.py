"""Meetings told one after the other of one host: كما استقبل B, on the same day and at the same place."""

from bisect import bisect_right
from collections.abc import Sequence

from rasid.enrichment.extract.occasion import Occasion
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.document import Document, Sentence

_NEXT = 4
"""Sentences between two meetings of one host."""


def carried_on(document: Document, occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions, those that a sentence of likewise tells with the day and place of the one before."""
    found: list[Occasion] = []
    for occasion in occasions:
        before = found[-1] if found else None
        found.append(_as_before(occasion, before) if before and _is_likewise(document, occasion, before) else occasion)
    return found


def _as_before(occasion: Occasion, before: Occasion) -> Occasion:
    if occasion.location or before.closeness == 0:
        return occasion._replace(date=occasion.date or before.date)
    return occasion._replace(
        date=occasion.date or before.date,
        location=before.location,
        country=before.country,
        town=before.town,
        closeness=before.closeness,
    )


def _is_likewise(document: Document, occasion: Occasion, before: Occasion) -> bool:
    """Whether the sentence begins with كما or the like, and goes on about the same host."""
    sentence, last = _sentence_at(document, occasion.spans[0][0]), _sentence_at(document, before.spans[0][0])
    opening = document.tokens.words[sentence.first_token]
    ways = (occasion.mode, before.mode) == ("in_person", "in_person") and occasion.status == before.status
    near = 0 < sentence.position - last.position <= _NEXT
    return ways and near and opening in lexicon(document.language)["likewise"] and _is_one_host(occasion, before)


def _sentence_at(document: Document, start: int) -> Sentence:
    return document.sentences[bisect_right(document.sentences, start, key=_start) - 1]


def _start(sentence: Sentence) -> int:
    return sentence.start


def _is_one_host(occasion: Occasion, before: Occasion) -> bool:
    """Whether the first of both, or one who meets in both, is one person."""
    keys = {actor.key for actor in before.participants if actor.key}
    return any(actor.key in keys for actor in occasion.participants)
