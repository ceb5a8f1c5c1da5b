"""Arabic titles: an office with what it is the office of, ranks and honorifics, in front of a name or behind it."""

from dataclasses import dataclass

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.names import name_end
from rasid.enrichment.languages.ar.words import clitics_before, ends_a_name, is_definite, is_function, is_time, words_of
from rasid.enrichment.text.document import HitKind

MAX_TOKENS = 16
_COUNTRY_KINDS: tuple[HitKind, ...] = ("nationality", "country", "organisation", "place")
_WITHIN = frozenset({"في", "لدي"})


@dataclass(frozen=True, slots=True)
class Title:
    """The tokens `[first, last)` of a title and whom its holder acts for."""

    first: int
    last: int
    affiliation: str | None
    former: bool


def title_at(chart: Chart, office: Mark, limit: int) -> Title:
    """The title that begins with an office: وزير الخارجية العراقي, قائد بعثة الناتو في العراق سابقا."""
    token, closed = office.last, is_definite(chart.word(office.last - 1))
    affiliation: str | None = None
    former = False
    limit = min(limit, office.first + MAX_TOKENS)
    while token < limit:
        if chart.word(token) in words_of("former"):
            token, former = token + 1, True
            continue
        step = _step(chart, token, limit, closed)
        if step is None:
            break
        affiliation = affiliation or step.affiliation
        closed, token = step.closes or closed, step.last
    return Title(office.first, token, affiliation, former)


@dataclass(frozen=True, slots=True)
class _Step:
    last: int
    closes: bool
    affiliation: str | None = None


def _step(chart: Chart, token: int, limit: int, closed: bool) -> _Step | None:
    return (
        _country_step(chart, token, limit)
        or _within_step(chart, token, limit)
        or _office_step(chart, token)
        or _word_step(chart, token, closed)
    )


def _country_step(chart: Chart, token: int, limit: int) -> _Step | None:
    """A nationality, country, organisation or place: العراقي, قطر, للأمم المتحدة."""
    for kind in _COUNTRY_KINDS:
        mark = chart.mark(kind, token)
        if mark is None or mark.hit.clitics not in ("", "ل", "ب"):
            continue
        if kind == "place" and mark.hit.clitics != "ل" and not _name_follows(chart, mark.last, limit):
            continue
        if mark.hit.clitics == "ب" and not _name_follows(chart, mark.last, limit):
            continue
        return _Step(mark.last, True, mark.hit.code)
    return None


def _within_step(chart: Chart, token: int, limit: int) -> _Step | None:
    """A place of office is part of the title only where the name follows: القائد في العراق الجنرال فلان."""
    if chart.word(token) not in _WITHIN:
        return None
    for kind in _COUNTRY_KINDS[1:]:
        mark = chart.mark(kind, token + 1)
        if mark is not None and _name_follows(chart, mark.last, limit):
            return _Step(mark.last, True, None)
    if chart.word(token + 1) == "المملكه":
        return _Step(token + 2, True, None)
    return None


def _office_step(chart: Chart, token: int) -> _Step | None:
    """A second office without a conjunction: ولي العهد نائب رئيس مجلس الوزراء."""
    mark = chart.mark("office", token)
    if mark is None or mark.hit.clitics not in ("", "ل"):
        return None
    return _Step(mark.last, is_definite(chart.word(mark.last - 1)))


def _word_step(chart: Chart, token: int, closed: bool) -> _Step | None:
    word = chart.word(token)
    if is_function(word) or is_time(word) or not word.isalpha() or _opens_a_name(chart, token):
        return None
    if clitics_before(word, "noun") is not None and is_definite(word) and closed:
        return None
    if word.startswith("وال"):
        second_half = clitics_before(word, "group") is None and clitics_before(word, "state_form") is None
        return _Step(token + 1, True) if closed and second_half and chart.mark("country", token) is None else None
    if is_definite(word) or word.startswith("لل"):
        return _Step(token + 1, True)
    return None if closed or (ends_a_name(word) and clitics_before(word, "noun") is None) else _Step(token + 1, False)


def _opens_a_name(chart: Chart, token: int) -> bool:
    if chart.mark("rank", token) is not None:
        return True
    given = chart.mark("given_name", token)
    return given is not None and not given.hit.clitics and chart.mark("nationality", token) is None


def _name_follows(chart: Chart, token: int, limit: int) -> bool:
    return chart.mark("rank", token) is not None or name_end(chart, token, limit, after_title=True) > token
