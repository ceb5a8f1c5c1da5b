"""A document's gazetteer hits laid over its tokens, so that rules can ask what begins at a word."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress, count
from typing import NamedTuple, get_args

from rasid.enrichment.text.document import Document, Hit, HitKind, Tokens

_KINDS: tuple[HitKind, ...] = get_args(HitKind)
MARGIN = ("",) * 64
"""Stands behind the last token, and, counted from the end, before the first: no rule looks further than that."""


class Mark(NamedTuple):
    """A hit that covers the tokens `[first, last)`."""

    first: int
    last: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Chart:
    """Tokens with what is known of them."""

    document: Document
    tokens: Tokens
    words: tuple[str, ...]
    """The folded words, with a margin of empty ones."""
    marks: dict[HitKind, dict[int, Mark]]
    """By kind, then by first token."""
    marked: frozenset[int]
    """The tokens in which any hit begins."""
    capitals: frozenset[int]
    """The words that begin with a capital letter; no Arabic rule asks for them."""

    def mark(self, kind: HitKind, token: int) -> Mark | None:
        """The hit of a kind that begins in a token."""
        return self.marks[kind].get(token)

    def begins(self, kinds: tuple[HitKind, ...], token: int) -> bool:
        """Whether a hit of one of some kinds begins in a token."""
        if token in self.marked:
            for kind in kinds:
                if token in self.marks[kind]:
                    return True
        return False

    def marks_of(self, kinds: tuple[HitKind, ...], token: int) -> list[Mark]:
        """The hits of some kinds that begin in a token, in the order of the kinds."""
        return [self.marks[kind][token] for kind in kinds if token in self.marks[kind]] if token in self.marked else []

    def word(self, token: int) -> str:
        """The folded word, or nothing beyond the ends."""
        return self.words[token]

    def source(self, first: int, last: int) -> str:
        """The text of the tokens `[first, last)` as written; nothing beyond the ends."""
        if not 0 <= first < last <= len(self.tokens):
            return ""
        return self.document.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]


def chart_of(document: Document) -> Chart:
    """Lay a document's hits over its tokens."""
    starts = document.tokens.starts
    marks: dict[HitKind, dict[int, Mark]] = {kind: {} for kind in _KINDS}
    for hit in document.hits:
        first = bisect_right(starts, hit.start) - 1
        marks[hit.kind].setdefault(first, Mark(first, bisect_left(starts, hit.end), hit))
    marked = frozenset().union(*marks.values())
    words = document.tokens.words
    return Chart(
        document,
        document.tokens,
        (*words, *MARGIN),
        marks,
        marked,
        _capitals(document) if document.language == "en" else frozenset(),
    )


def _capitals(document: Document) -> frozenset[int]:
    words, first_letters = document.tokens.words, map(document.text.__getitem__, document.tokens.starts)
    return frozenset(token for token in compress(count(), map(str.isupper, first_letters)) if words[token].isalpha())
