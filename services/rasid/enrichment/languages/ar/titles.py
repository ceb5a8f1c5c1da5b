"""Arabic titles: an office with what it is the office of, ranks and honorifics, in front of a name or behind it."""

from typing import NamedTuple

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.name_signs import is_given_name
from rasid.enrichment.languages.ar.names import name_end
from rasid.enrichment.languages.ar.reach import name_ahead
from rasid.enrichment.languages.ar.title_steps import COUNTRY_KINDS, WITHIN, Reading, Step, name_follows, step_of
from rasid.enrichment.languages.ar.words import clitics_before, is_definite, words_of

MAX_TOKENS = 24
_TO_THE = ("لل", "ولل")


class Title(NamedTuple):
    """The tokens `[first, last)` of a title and whom its holder acts for."""

    first: int
    last: int
    affiliation: str | None
    former: bool
    geographic: bool = False
    """Whether a place or nationality closes it, so that another office behind it is somebody else's."""


def title_at(chart: Chart, office: Mark, limit: int) -> Title:
    """The title that begins with an office: وزير النقل التونسي, قائد القوة الأممية في قبرص سابقا."""
    limit = min(limit, office.first + MAX_TOKENS)
    token, affiliation, reading = _opening(chart, office, limit)
    former = local = False
    while token < limit:
        aside = _aside(chart, token, reading.closed)
        if aside > token:
            former = former or chart.word(token) in words_of("former")
            token = aside
            continue
        step = (
            None if _is_where_to(chart, office, token, limit, reading) else _next(chart, office, token, limit, reading)
        )
        if step is None:
            break
        if affiliation is None or (local and step.affiliation is not None and not step.local):
            affiliation, local = step.affiliation, step.local
        reading = Reading(step.closes or (reading.closed and not step.reopens), step.geographic or reading.geographic)
        token = step.last
    affiliation = affiliation or _institution_within(chart, office.first, token)
    return Title(office.first, token, affiliation, former, reading.geographic)


def _opening(chart: Chart, office: Mark, limit: int) -> tuple[int, str | None, Reading]:
    """The token behind the office's own words, the country they name, and how far the noun phrase is read."""
    affiliation = _affiliation_within(chart, office)
    region = chart.mark("institution", office.first) if office.last - office.first > 1 else None
    if region is not None and region.last == office.last and chart.mark("place", office.last) is not None:
        affiliation = region.hit.code  # أمير منطقة الجوف: only one country's governors are called so
    state = chart.mark("country", office.last - 1)
    if state is not None and state.last > office.last:
        return state.last, state.hit.code, Reading(True, True)
    last = chart.word(office.last - 1)
    if clitics_before(last, "institution") is not None and chart.mark("rank", office.last) is not None:
        behind = name_end(chart, office.last + 1, limit, after_title=True)
        return max(office.last + 1, behind), affiliation, Reading(True, False)
    bare = last[len(office.hit.clitics) :] if office.last == office.first + 1 else last
    whose = office.last - office.first > 1 and chart.mark("nationality", office.last - 1) is not None
    return office.last, affiliation, Reading(is_definite(bare) or last.startswith(_TO_THE), whose)


def _aside(chart: Chart, token: int, closed: bool) -> int:
    """The token behind a word that says when the office was held, or behind an abbreviation in brackets."""
    word = chart.word(token)
    if word in words_of("former") or (closed and word in words_of("earlier")):
        return token + 1
    bracketed = word == "(" and chart.word(token + 2) == ")" and not is_given_name(chart, token + 1)
    return token + 3 if bracketed else token


def _next(chart: Chart, office: Mark, token: int, limit: int, reading: Reading) -> Step | None:
    return (
        _posted_step(chart, office, token)
        or step_of(chart, token, limit, _with_country(chart, office, token, reading))
        or _step_to_a_name(chart, office, token, limit)
    )


def _with_country(chart: Chart, office: Mark, token: int, reading: Reading) -> Reading:
    """Told whether the country in which an office is held is the one it is held for: no head of a mission's."""
    if chart.word(token) not in WITHIN or clitics_before(chart.word(office.first), "of_one_state") is None:
        return reading
    return reading._replace(ours=words_of("sent").isdisjoint(chart.words[office.first : token]))


def _institution_within(chart: Chart, first: int, last: int) -> str | None:
    """وزير خارجية المملكة, سفير خادم الحرمين الشريفين; but not السفير لدى المملكة."""
    inside = (token for token in range(first, last) if chart.word(token - 1) not in WITHIN)
    marks = (chart.mark("institution", token) for token in inside if not _is_found_elsewhere(chart, token))
    return next((mark.hit.code for mark in marks if mark is not None and mark.last <= last), None)


def _is_found_elsewhere(chart: Chart, token: int) -> bool:
    """ولي العهد, مجلس الشورى: other states have them too, but no ولي ولي العهد."""
    return chart.word(token).endswith(("ولي", "مجلس")) and chart.word(token + 1) != "ولي"


def _is_where_to(chart: Chart, office: Mark, token: int, limit: int, reading: Reading) -> bool:
    """زيارة وزير الدفاع للأردن, للمملكة الأردنية: where he went, not whose minister he is."""
    if not reading.closed or clitics_before(chart.word(office.first), "of_one_state") is None:
        return False
    mark = chart.mark("country", token)
    if mark is not None and mark.hit.clitics == "ل":
        return not name_follows(chart, mark.last, limit)
    return clitics_before(chart.word(token), "state_form") == "ل" and chart.mark("nationality", token + 1) is not None


def _posted_step(chart: Chart, office: Mark, token: int) -> Step | None:
    """السفير الأمريكي في كابول: where an envoy or commander is posted belongs to his title, with a name or without."""
    if chart.word(token) not in WITHIN or clitics_before(chart.word(office.first), "posted") is None:
        return None
    place = next((mark for mark in chart.marks_of(COUNTRY_KINDS[1:], token + 1) if not mark.hit.clitics), None)
    return None if place is None else Step(place.last, True)


def _step_to_a_name(chart: Chart, office: Mark, token: int, limit: int) -> Step | None:
    """The rest of a title that leads to a name: رئيس اللجنة في مجلس النواب الدكتور فلان."""
    ahead = name_ahead(chart, office.first, token, limit)
    if ahead is None:
        return None
    within = (_country_within(chart, inside) for inside in range(token, ahead))
    return Step(ahead, True, next((code for code in within if code is not None), None))


def _country_within(chart: Chart, token: int) -> str | None:
    """بدولة قطر, الأمريكي; but not لدى الأردن."""
    if chart.word(token - 1) not in WITHIN:
        for mark in chart.marks_of(COUNTRY_KINDS[:3], token):
            return None if mark.hit.kind == "organisation" and mark.hit.clitics == "ب" else mark.hit.code
    return None


def _affiliation_within(chart: Chart, office: Mark) -> str | None:
    """The country an office's own words name: وزير الخارجية الأمريكي."""
    inside = range(office.first + 1, office.last)
    marks = (mark for token in inside for mark in chart.marks_of(COUNTRY_KINDS[:3], token))
    return next((mark.hit.code for mark in marks if mark.last <= office.last), None)
