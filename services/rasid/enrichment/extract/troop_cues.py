"""Which sentences may tell of troops, by their words alone."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rasid.enrichment.extract.cardinals import number_openers
from rasid.enrichment.extract.troop_evidence import pieces
from rasid.enrichment.extract.troop_words import TroopWords, troop_words
from rasid.enrichment.text.document import Document, Sentence


class Cued(NamedTuple):
    """A sentence that names a force, or may tell of one named before."""

    sentence: Sentence
    telling: bool
    """Whether it has a word of change or a number, without which it tells nothing of a force."""


def cued_sentences(document: Document, words: TroopWords) -> Iterator[Cued]:
    """The sentences of headline and body, long ones in pieces, that say something of forces, in order."""
    naming = _sentences_with(words.heads, document)
    near = naming.union(position + 1 for position in naming)
    going_on = _sentences_with(words.going_on, document)
    for sentence in document.evidence_sentences():
        if sentence.position in near or sentence.position in going_on:
            for piece in pieces(document, sentence):
                said = document.tokens.words[piece.first_token : piece.last_token]
                if not words.cues.isdisjoint(said):
                    yield Cued(piece, _may_tell(said, words))


def _sentences_with(words: frozenset[str], document: Document) -> frozenset[int]:
    """The positions of the sentences that have one of some words."""
    firsts = [sentence.first_token for sentence in document.sentences]
    return frozenset(bisect_right(firsts, token) - 1 for token in document.tokens.where(words))


def _may_tell(said: tuple[str, ...], words: TroopWords) -> bool:
    mute = words.triggers.keys().isdisjoint(said) and _telling(words.language).isdisjoint(said)
    return not mute or any(word[:1].isdecimal() for word in said)


@cache
def _telling(language: str) -> frozenset[str]:
    """The words that, beside triggers and digits, may tell of a force more than its name."""
    words = troop_words(language)
    return words["split"].union(("out",), words["announcing"], number_openers(language))
