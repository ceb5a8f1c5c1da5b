"""What a field of an event came from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rasid.enrichment.extract.confidence import Point
from rasid.enrichment.extract.dates import DateMention, dates_in
from rasid.enrichment.text.document import Document, Hit, Sentence
from rasid_schemas.extraction import Evidence, Meeting, TroopAnnouncement


class Origin(NamedTuple):
    """A field, its value, why it has it, and the words `text[start:end]` that say so."""

    field: str
    value: str
    reason: str
    start: int | None = None
    """Null where no words of the article say it."""
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """An event with what its fields and its confidence came from."""

    event: Meeting | TroopAnnouncement
    origins: tuple[Origin, ...]
    points: tuple[Point, ...]


def from_words(field: str, value: str, reason: str, span: tuple[int, int] | None) -> Origin:
    """An origin with its span, where one was found."""
    return Origin(field, value, reason, *(span or (None, None)))


def sentences_of(document: Document, evidence: Iterable[Evidence]) -> list[Sentence]:
    """The sentences that an event's evidence touches."""
    spans = [(e.start, e.end) for e in evidence]
    return [s for s in document.sentences if any(s.start < end and start < s.end for start, end in spans)]


def find_words(document: Document, words: str, evidence: Iterable[Evidence]) -> tuple[int, int] | None:
    """Where words stand: in the evidence, else first in the article."""
    for start, end in (*((e.start, e.end) for e in evidence), (0, len(document.text))):
        found = document.text.find(words, start, end)
        if found >= 0:
            return found, found + len(words)
    return None


def hits_of(document: Document, span: tuple[int, int] | None, code: str | None) -> Iterator[Hit]:
    """The gazetteer entries within a span that carry a code."""
    if span is not None and code is not None:
        yield from (hit for hit in document.hits_in(*span) if hit.code == code)


def dates_of_sentence(document: Document, sentence: Sentence) -> list[DateMention]:
    """The dates a sentence tells."""
    tokens = document.tokens[sentence.first_token : sentence.last_token]
    return dates_in(document.text, tokens, document.language, document.published_on)


def ordered_sentences(document: Document, evidence: Iterable[Evidence]) -> list[Sentence]:
    """The sentences of the evidence, then all others that may tell something."""
    near = sentences_of(document, evidence)
    return [*near, *(s for s in document.evidence_sentences() if s not in near)]
