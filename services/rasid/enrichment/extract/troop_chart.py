"""A document's words and gazetteer hits by token, as the troop rules ask for them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from rasid.enrichment.extract.chart import MARGIN
from rasid.enrichment.text.document import Document, Hit, HitKind, Tokens

_KINDS = frozenset({"country", "nationality", "place", "organisation", "institution"})
_SHORT = {
    "الاتحاد": frozenset({"African Union", "EU"}),
    "التحالف": frozenset({"Arab coalition", "Saudi-led coalition", "international coalition"}),
}
"""Names of bodies that are as good as whole, folded, and the bodies that may be meant."""
_BIRTHPLACE = "مسقط راس"


class Mark(NamedTuple):
    """A hit that covers the tokens `[first, last)`."""

    first: int
    last: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Chart:
    """Tokens with the countries, nationalities, places and organisations that begin at them."""

    document: Document
    tokens: Tokens
    words: tuple[str, ...]
    """The folded words, with a margin of empty ones."""
    marks: dict[tuple[HitKind, int], Mark]

    def mark(self, kind: HitKind, token: int) -> Mark | None:
        """The hit of a kind that begins in a token."""
        return self.marks.get((kind, token))

    def word(self, token: int) -> str:
        """The folded word, or nothing beyond the ends."""
        return self.words[token]

    def source(self, first: int, last: int) -> str:
        """The text of the tokens `[first, last)` as written."""
        return self.document.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]


def chart_of(document: Document) -> Chart:
    """Lay a document's hits over its tokens."""
    starts = document.tokens.starts
    marks: dict[tuple[HitKind, int], Mark] = {}
    arabic = document.language == "ar"
    begin = end = 0  # of the name that reaches furthest
    for hit in document.hits:
        within = begin < hit.start and hit.end <= end  # Jersey of New Jersey
        if hit.kind in _KINDS and not within and not (arabic and _is_misread(document, hit)):
            if hit.end > end:
                begin, end = hit.start, hit.end
            first = bisect_right(starts, hit.start) - 1
            marks.setdefault((hit.kind, first), Mark(first, bisect_left(starts, hit.end), hit))
    if arabic:
        _add_short_names(document, marks)
    return Chart(document, document.tokens, (*document.tokens.words, *MARGIN), marks)


def _add_short_names(document: Document, marks: dict[tuple[HitKind, int], Mark]) -> None:
    """`الاتحاد` and `التحالف` alone are the ones the text named last in full, or names first."""
    named = {short: [hit for hit in document.hits if hit.code in codes] for short, codes in _SHORT.items()}
    spelled = {front + short: short for short, hits in named.items() if hits for front in ("", "و", "ب")}
    spelled |= {"لل" + short[2:]: short for short in spelled.values()}
    for token, word in enumerate(document.tokens.words) if spelled else ():
        if word in spelled and ("organisation", token) not in marks:
            start, end = document.tokens.starts[token], document.tokens.ends[token]
            hits = named[spelled[word]]
            full = next((hit for hit in reversed(hits) if hit.start < start), hits[0])
            clitics = "" if word in _SHORT else word[0]
            begin = start + len(clitics) + word.startswith("لل")
            hit = Hit(begin, end, "organisation", full.code, full.name, clitics)
            marks["organisation", token] = Mark(token, token + 1, hit)


def _is_misread(document: Document, hit: Hit) -> bool:
    """Whether an Arabic name is another word: `المالي` is financial, not Mali, and `مسقط رأسه` where he was born."""
    if hit.kind not in ("country", "place"):
        return False
    if document.folded.startswith(_BIRTHPLACE, hit.start):
        return True
    said = document.folded[hit.start : hit.end]
    return said.startswith("ال") and not hit.name.startswith("ال") and said[2:] == hit.name


def name_of(document: Document, hit: Hit) -> str:
    """A name as written, with the article that `ل` swallowed: `للعراق` is ل and العراق."""
    swallowed = hit.clitics.endswith("ل") and document.folded.endswith("لل", 0, hit.start)
    return ("ال" if swallowed else "") + document.text[hit.start : hit.end]
