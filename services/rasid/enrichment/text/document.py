"""An article as the rules see it: its text folded, divided and scanned once.

Every offset counts code points of `Document.text`; `Document.folded` has the same length, so the offsets fit both.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple, overload

from rasid_schemas.extraction import Section, SectionKind

HitKind = Literal["country", "nationality", "place", "organisation", "office", "rank", "given_name", "institution"]


class Hit(NamedTuple):
    """A gazetteer entry found in the text. A tuple, since a page has hundreds and they are made in the hot loop."""

    start: int
    """Behind the clitics; the article `ال` belongs to the hit, but not what is left of it in `للعراق`."""
    end: int
    kind: HitKind
    code: str | None
    """ISO 3166 alpha-2 of a country, nationality, place or national institution; affiliation of an organisation;
    `official` for an office whose holder is one; `rank` or `honorific` for a rank; else null."""
    name: str
    """The first name of the entry in the text's language, folded: the same for all its spellings."""
    clitics: str
    """What is written to the word's front before it: `""`, `و`, `ل`, `وب` ... (never with `ال`)."""


class Token(NamedTuple):
    """A word, a number, or a single other sign that is no white space."""

    start: int
    end: int
    word: str
    """Folded, without fillers."""


@dataclass(frozen=True, eq=False)
class Tokens:
    """The tokens of a text as columns: most rules ask for words alone, and an article has a thousand."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return map(Token, self.starts, self.ends, self.words)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> "Tokens": ...
    def __getitem__(self, index: int | slice) -> "Token | Tokens":
        if isinstance(index, slice):
            return Tokens(self.starts[index], self.ends[index], self.words[index])
        return Token(self.starts[index], self.ends[index], self.words[index])

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Each word once, with the tokens where it stands: eight questions an article are asked of it."""
        places: dict[str, list[int]] = defaultdict(list)
        for token, word in enumerate(self.words):
            places[word].append(token)
        return places

    def where(self, sought: frozenset[str] | Callable[[str], object]) -> list[int]:
        """The tokens whose word is one of some words or passes a test, in order; each word is looked at once."""
        places = self.places
        if callable(sought):
            found: Iterable[str] = filter(sought, places)
        else:  # each way goes over the one it begins with: the smaller
            found = places.keys() & sought if len(sought) < len(places) else sought.intersection(places)
        return sorted(chain.from_iterable(map(places.__getitem__, found)))


def within(tokens: list[int], first: int, last: int) -> list[int]:
    """Those of some tokens in order that lie within `[first, last)`."""
    return tokens[bisect_left(tokens, first) : bisect_left(tokens, last)]


class Sentence(NamedTuple):
    """A sentence `[start, end)`, without the white space around it."""

    start: int
    end: int
    kind: SectionKind
    paragraph: int
    """Counts the lines with text, from 0."""
    position: int
    """Its place in `Document.sentences`."""
    first_token: int
    """Its tokens are `Document.tokens[first_token:last_token]`."""
    last_token: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article, ready for the rules. Made by `reading.read_document`."""

    text: str
    folded: str
    """`normalise.fold(text)`: match against this, quote from `text`."""
    language: str
    """`ar` or `en`."""
    published_on: date | None
    source: str | None
    """The outlet's name: never a participant."""
    headline_end: int
    """Where the headline ends, 0 where there is none."""
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    """All of them, comments and boilerplate included: see `evidence_sentences`."""
    tokens: Tokens
    hits: tuple[Hit, ...]
    """Ordered by start; hits of one kind do not overlap, hits of different kinds may."""
    dateline: Hit | None
    """The place the report was filed from."""
    inserts: tuple[tuple[int, int], ...] = ()
    """Link boxes inside sentences, as spans; `folded` has spaces in their place."""

    @property
    def day(self) -> str | None:
        """The day of publication in ISO 8601."""
        return self.published_on.isoformat() if self.published_on else None

    def evidence_sentences(self) -> Iterator[Sentence]:
        """The sentences that may give evidence, in order: headline and body."""
        return (s for s in self.sentences if s.kind in ("headline", "body"))

    def written(self, hit: Hit) -> str:
        """A hit as written, with the article that ل took: للعراق is ل and العراق."""
        name = self.text[hit.start : hit.end]
        return "ال" + name if hit.clitics.endswith("ل") and self.folded.startswith("لل", hit.start - 2) else name

    def hits_in(self, start: int, end: int) -> tuple[Hit, ...]:
        """The hits that lie within `[start, end)`."""
        first = bisect_left(self.hits, (start,))
        behind = bisect_left(self.hits, (end,))
        return tuple(hit for hit in self.hits[first:behind] if hit.end <= end)
