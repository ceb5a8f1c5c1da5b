"""One Aho-Corasick pass over a folded text that finds every gazetteer entry, Arabic clitics included."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from rasid.enrichment.text.document import Hit, HitKind
from rasid.enrichment.text.normalise import FILLER, fold

_ARTICLE = "ال"
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_AS_SPELLED: frozenset[HitKind] = frozenset({"country", "place", "given_name"})
"""Their article is part of the name: `مالي` is Mali, `المالي` financial."""
_BOTH_WAYS: frozenset[HitKind] = frozenset({"country", "given_name"})
"""May be listed with the article and without: بيرو, البيرو."""
_CAPITALISED: frozenset[HitKind] = frozenset({"country", "nationality", "place", "organisation", "given_name"})


class Term(NamedTuple):
    """A spelling to look for and what it stands for."""

    spelling: str
    kind: HitKind
    code: str | None
    name: str


class _Front(NamedTuple):
    """What may stand before an entry in the same word."""

    clitics: str
    article: bool


def _fronts() -> dict[str, _Front]:
    fronts = {clitics: _Front(clitics, False) for clitics in _PROCLITICS}
    fronts |= {clitics + _ARTICLE: _Front(clitics, True) for clitics in _PROCLITICS if not clitics.endswith("ل")}
    return fronts | {"لل": _Front("ل", True), "ولل": _Front("ول", True), "فلل": _Front("فل", True)}


_FRONTS = _fronts()
_ALONE = _FRONTS[""]


class _Pattern(NamedTuple):
    term: Term
    bare: bool
    """Whether it may stand without the article."""
    definite: bool
    """Whether it may stand with the article."""
    shouts: bool
    """An abbreviation in capitals: UN is no Kim Jong Un."""


_Ways = tuple[tuple[Term, ...], ...]
"""What a spelling stands for, by how it is written: see `_way_in_arabic`, `_way_in_english`."""


class Scanner:
    """Finds the terms of one language. Immutable once built; building costs, so share it."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self._arabic = language == "ar"
        spelled: dict[tuple[str, HitKind], _Pattern] = {}
        for term in terms:
            core, pattern = self._pattern(term)
            known = spelled.get((core, term.kind))
            if known is None and len(core) > 1:
                spelled[core, term.kind] = pattern
            elif known is not None and term.kind in _BOTH_WAYS:
                both = known._replace(bare=known.bare or pattern.bare, definite=known.definite or pattern.definite)
                spelled[core, term.kind] = both
        by_core: dict[str, list[_Pattern]] = {}
        for (core, _), pattern in spelled.items():
            by_core.setdefault(core, []).append(pattern)
        ways_of = _ways_in_arabic if self._arabic else _ways_in_english
        self._ways = tuple(ways_of(core, patterns) for core, patterns in by_core.items())
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(by_core) or ["\uffff\uffff"])

    def _pattern(self, term: Term) -> tuple[str, _Pattern]:
        core = fold(term.spelling).replace(FILLER, "").strip()
        definite = self._arabic and core.startswith(_ARTICLE) and len(core) > len(_ARTICLE) + 2
        core = core.removeprefix(_ARTICLE) if definite else core
        shouts = term.kind in ("organisation", "country") and term.spelling.isupper() and not self._arabic
        bare = not definite or term.kind not in ("country", "place", "organisation")
        return core, _Pattern(term, bare, definite or term.kind not in _AS_SPELLED, shouts)

    def scan(self, text: str, folded: str) -> tuple[Hit, ...]:
        """Every entry that stands as a word of its own, ordered by start; the longest of each kind."""
        found = sorted(self._hits(text, folded), key=_leftmost_longest)
        return tuple(_without_overlaps(found))

    def _hits(self, text: str, folded: str) -> Iterator[Hit]:
        arabic, ways, padded = self._arabic, self._ways, folded + " "
        for start, end, number in self._automaton.find_overlapping(folded):
            behind = padded[end]
            if behind.isalnum() and behind != FILLER:
                continue
            front: _Front | None = _ALONE
            if padded[start - 1].isalnum():
                front = _front(padded, start) if arabic else None
            if front is None:
                continue
            while padded[end] == FILLER:
                end += 1
            way = _way_in_arabic(front, padded[start]) if arabic else _way_in_english(text[start:end])
            for term in ways[number][way]:
                yield _hit(term, front, start, end)


def _front(folded: str, start: int) -> _Front | None:
    """What stands before `start` in its word; None where that makes it another word."""
    begin = start
    while begin and start - begin < 5 and folded[begin - 1].isalnum():
        begin -= 1
    return _FRONTS.get(folded[begin:start])


def _hit(term: Term, front: _Front, start: int, end: int) -> Hit:
    begin = start - len(_ARTICLE) if front.article and front.clitics[-1:] != "ل" else start
    return Hit(begin, end, term.kind, term.code, term.name, front.clitics)


def _way_in_arabic(front: _Front, first: str) -> int:
    """Without the article, with it, or, 2, behind a ل that is doubled; `first` is the first letter, folded."""
    return 1 if front.article else 2 * (first == "ل" and front.clitics[-1:] == "ل")


def _ways_in_arabic(core: str, patterns: list[_Pattern]) -> _Ways:
    """للحج is the pilgrimage rather than the town of Lahij: a doubled ل is the article's."""
    bare = tuple(pattern.term for pattern in patterns if pattern.bare)
    definite = tuple(pattern.term for pattern in patterns if pattern.definite)
    ways = (bare, bare if definite == bare else definite)
    return (*ways, tuple(term for term in bare if term.kind != "place")) if core[0] == "ل" else ways


def _way_in_english(found: str) -> int:
    """Whether the first letter is a capital, and, 2, all are."""
    return found[0].isupper() + 2 * found.isupper()


def _ways_in_english(_: str, patterns: list[_Pattern]) -> _Ways:
    """What may be written so: names with a capital, abbreviations in capitals alone."""
    small = tuple([p.term for p in patterns if not p.shouts and p.term.kind not in _CAPITALISED])
    capital = tuple([p.term for p in patterns if not p.shouts])
    shouted = tuple([p.term for p in patterns if p.shouts or p.term.kind not in _CAPITALISED])
    every = tuple([p.term for p in patterns])
    return small, capital, (small if shouted == small else shouted), (capital if every == capital else every)


def _leftmost_longest(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _without_overlaps(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Drop what lies in a longer hit of its own kind, and what stands behind a clitic that a given name begins with."""
    behind: dict[HitKind, int] = {}
    for hit in hits:
        is_a_name = hit.clitics and hit.start < behind.get("given_name", 0)  # كلاوس is Klaus, not like Laos
        if hit.start >= behind.get(hit.kind, 0) and not is_a_name:
            behind[hit.kind] = hit.end
            yield hit
