"""Where things happen, in Arabic: في عمان, بقصر الضيافة, في مدينة صفاقس التونسية."""

from collections.abc import Iterator

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.extract.places import Locative
from rasid.enrichment.languages.ar.triggers import trigger_of
from rasid.enrichment.languages.ar.words import (
    clitics_before,
    is_definite,
    is_function,
    is_time,
    spelled,
    verb_clitics,
    words_of,
)
from rasid.enrichment.text.document import HitKind
from rasid.enrichment.text.normalise import fold

_IN = frozenset({"في", "وفي", "ب", "داخل", "الي"})
_KINDS: tuple[HitKind, ...] = ("place", "country")
_COMPLEMENTS: tuple[HitKind, ...] = ("place", "country", "nationality", "organisation")
_POSSESSED = ("ه", "ها", "هم")
_LONGEST = 6
_JOURNEY = 12
_NAMES: tuple[HitKind, ...] = ("place", "country", "nationality", "organisation", "given_name", "office", "rank")


def places_of(chart: Chart, first: int, last: int) -> tuple[Locative, ...]:
    """The places of a token range that a preposition marks as where something happens."""
    return tuple(_places(chart, first, last))


def _places(chart: Chart, token: int, last: int) -> Iterator[Locative]:
    named, nouns = chart.marked, spelled("place_noun")
    behind = token
    for begin in [t for t in range(token, last) if t in named or chart.words[t] in nouns]:
        found = _place_at(chart, begin, last) if begin >= behind else None
        if found is not None:
            yield found
            behind = found.last


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
        journey = words_of("travel") | words_of("journey")
        return any(chart.word(t) in journey for t in range(max(0, token - _JOURNEY), token))
    visited = before in words_of("visited") and clitics in ("", "ل")
    held = visited or before in words_of("hosts") or (not clitics and clitics_before(before, "summit") is not None)
    return before in {"في", "وفي"} or clitics[-1:] == "ب" or held


def _is_topic(chart: Chart, token: int) -> bool:
    """Whether a noun before في says that the place is what is talked about: الحرب في سوريا."""
    described = _is_adjective(chart.word(token)) and clitics_before(chart.word(token), "topic") is None
    word = chart.word(token - described)
    if not word.isalpha() or is_function(word) or is_time(word) or verb_clitics(word) is not None:
        return False
    if trigger_of(word) is not None or _is_within_a_name(chart, token - described):
        return False
    return clitics_before(word, "noun") is not None or clitics_before(word, "topic") is not None


def _is_within_a_name(chart: Chart, token: int) -> bool:
    """مجلس التعاون في الدوحة: a body's name is no topic."""
    marks = (chart.mark(kind, first) for kind in _NAMES for first in range(token, token - _LONGEST, -1))
    return any(mark is not None and mark.last > token for mark in marks)


def _common(chart: Chart, token: int, last: int, clitics: int) -> Locative | None:
    """A common noun of place with its complement: قصر السلام بجدة."""
    closed = is_definite(chart.word(token)[clitics:])
    behind, country = _complement_end(chart, token + 1, min(last, token + _LONGEST), closed=closed)
    if behind == token + 1 and not closed and not chart.word(token).endswith(_POSSESSED):
        return None
    place = chart.mark("place", behind - 1)
    if place is not None and clitics_before(chart.word(token), "capital") is not None and not _is_city(chart, token):
        token, clitics = place.first, len(place.hit.clitics)
    start = chart.tokens.starts[token] + clitics
    name = chart.document.text[start : chart.tokens.ends[behind - 1]]
    town = fold(name) if clitics_before(chart.word(token), "region") is not None else None
    return Locative(token, behind, name, _country_around(chart, behind) or country, town)


def _complement_end(chart: Chart, behind: int, limit: int, *, closed: bool) -> tuple[int, str | None]:
    """The token behind what complements a noun of place, and the country named in it."""
    country = None
    while behind < limit:
        word = chart.word(behind)
        named = _named_at(chart, behind)
        if named is not None:
            behind, country, closed = named.last, country or _country_of(named), True
        elif (closed and (_is_adjective(word) or _is_purpose(word))) or clitics_before(word, "place_noun") in ("", "ب"):
            behind, closed = behind + 1, is_definite(word)
        elif _is_complement(word, closed):
            behind, closed = behind + 1, closed or is_definite(word)
        else:
            break
    return behind, country


def _named_at(chart: Chart, token: int) -> Mark | None:
    """A place, a nationality or a body that complements a noun of place: مقر الأمم المتحدة بجنيف."""
    marks = (chart.mark(kind, token) for kind in _COMPLEMENTS)
    mark = next((mark for mark in marks if mark is not None), None)
    fits = mark is not None and mark.hit.clitics in (("",) if mark.hit.kind == "organisation" else ("", "ب"))
    return mark if fits else None


def _country_of(mark: Mark) -> str | None:
    return None if mark.hit.kind == "organisation" else mark.hit.code


def _country_around(chart: Chart, behind: int) -> str | None:
    """The country of the town that a building is said to be in: مقر الحكومة اليمنية في الرياض."""
    if chart.word(behind) != "في":
        return None
    around = chart.mark("place", behind + 1) or chart.mark("country", behind + 1)
    return around.hit.code if around is not None else None


def _is_purpose(word: str) -> bool:
    """المديرية العامة للجوازات: what an institution is for, but not للقاء."""
    return word.startswith("لل") and trigger_of(word) is None and word not in words_of("topics")


def _is_adjective(word: str) -> bool:
    """Whether a definite word may describe a building: الملكي, الاجتماعية."""
    return is_definite(word) and not is_time(word) and (word.endswith(("ي", "يه")) or word in words_of("of_a_building"))


def _is_city(chart: Chart, token: int) -> bool:
    """مدينة keeps its place, the capital needs no word for it."""
    return clitics_before(chart.word(token), "city") is not None


def _is_complement(word: str, closed: bool) -> bool:
    if closed or not word.isalpha() or is_function(word) or is_time(word):
        return False
    return is_definite(word) or verb_clitics(word) is None
