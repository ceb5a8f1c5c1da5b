"""Where things happen, in Arabic: في عمان, بقصر الضيافة, في مدينة صفاقس التونسية."""

from collections.abc import Iterator

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.extract.places import Locative
from rasid.enrichment.languages.ar.triggers import trigger_of
from rasid.enrichment.languages.ar.words import (
    clitics_before,
    is_definite,
    is_function,
    is_time,
    verb_clitics,
    words_of,
)
from rasid.enrichment.text.document import HitKind

_IN = frozenset({"في", "وفي", "ب", "داخل", "الي"})
_KINDS: tuple[HitKind, ...] = ("place", "country")
_LONGEST = 6
_JOURNEY = 12
_NAMES: tuple[HitKind, ...] = ("place", "country", "nationality", "organisation", "given_name", "office", "rank")


def places_of(chart: Chart, first: int, last: int) -> tuple[Locative, ...]:
    """The places of a token range that a preposition marks as where something happens."""
    return tuple(_places(chart, first, last))


def _places(chart: Chart, token: int, last: int) -> Iterator[Locative]:
    while token < last:
        found = _place_at(chart, token, last)
        if found is not None:
            yield found
            token = max(found.last, token + 1)
        else:
            token += 1


def _place_at(chart: Chart, token: int, last: int) -> Locative | None:
    before = chart.word(token - 1)
    clitics = clitics_before(chart.word(token), "place_noun")
    if before in {"في", "وفي"} and _is_topic(chart, token - 2):
        return None
    if clitics is not None and (before in _IN or clitics[-1:] == "ب"):
        return _common(chart, token, last, len(clitics))
    for kind in _KINDS:
        mark = chart.mark(kind, token)
        if mark is not None and _happens_there(chart, token, mark.hit.clitics):
            start = mark.hit.start
            end = chart.tokens.ends[mark.last - 1]
            town = mark.hit.name if kind == "place" and chart.mark("institution", token) is None else None
            name = chart.document.text[start:end]
            return Locative(token, mark.last, name, mark.hit.code, town, is_country=kind == "country")
    return None


def _happens_there(chart: Chart, token: int, clitics: str) -> bool:
    before = chart.word(token - 1)
    if before == "الي" and not clitics:
        return any(chart.word(t) in words_of("travel") for t in range(max(0, token - _JOURNEY), token))
    held = before in words_of("hosts") or (not clitics and clitics_before(before, "summit") is not None)
    return before in {"في", "وفي"} or clitics[-1:] == "ب" or held


def _is_topic(chart: Chart, token: int) -> bool:
    """Whether a noun before في says that the place is what is talked about: الحرب في سوريا."""
    word = chart.word(token)
    if not word.isalpha() or is_function(word) or is_time(word) or verb_clitics(word) is not None:
        return False
    if trigger_of(word) is not None or _is_within_a_name(chart, token):
        return False
    return clitics_before(word, "noun") is not None or clitics_before(word, "topic") is not None


def _is_within_a_name(chart: Chart, token: int) -> bool:
    """مجلس التعاون في الدوحة: a body's name is no topic."""
    marks = (chart.mark(kind, first) for kind in _NAMES for first in range(token, token - _LONGEST, -1))
    return any(mark is not None and mark.last > token for mark in marks)


def _common(chart: Chart, token: int, last: int, clitics: int) -> Locative | None:
    """A common noun of place with its complement: قصر السلام بجدة."""
    behind, country = token + 1, None
    closed = is_definite(chart.word(token)[clitics:])
    while behind < min(last, token + _LONGEST):
        mark = chart.mark("place", behind) or chart.mark("country", behind) or chart.mark("nationality", behind)
        word = chart.word(behind)
        if mark is not None and mark.hit.clitics in ("", "ب"):
            behind, country, closed = mark.last, country or mark.hit.code, True
        elif clitics_before(word, "place_noun") in ("", "ب"):
            behind, closed = behind + 1, is_definite(word)
        elif _is_complement(word, closed):
            behind, closed = behind + 1, closed or is_definite(word)
        else:
            break
    place = chart.mark("place", behind - 1)
    if place is not None and clitics_before(chart.word(token), "capital") is not None and not _is_city(chart, token):
        token, clitics = place.first, len(place.hit.clitics)
    start = chart.tokens.starts[token] + clitics
    return Locative(token, behind, chart.document.text[start : chart.tokens.ends[behind - 1]], country)


def _is_city(chart: Chart, token: int) -> bool:
    """مدينة keeps its place, the capital needs no word for it."""
    return clitics_before(chart.word(token), "city") is not None


def _is_complement(word: str, closed: bool) -> bool:
    if closed or not word.isalpha() or is_function(word) or is_time(word):
        return False
    return is_definite(word) or verb_clitics(word) is None
