"""Arabic titles: an office with what it is the office of, ranks and honorifics, in front of a name or behind it."""

from typing import NamedTuple

from rasid.enrichment.extract.calendar_words import DAY_ORDINALS
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.names import is_given_name, name_end
from rasid.enrichment.languages.ar.reach import name_ahead
from rasid.enrichment.languages.ar.words import clitics_before, ends_a_name, is_definite, is_function, is_time, words_of
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.document import HitKind

MAX_TOKENS = 24
_COUNTRY_KINDS: tuple[HitKind, ...] = ("nationality", "country", "organisation", "place")
_AHEAD = 4
_COUNCIL = frozenset({"مجلس", "المجلس"})
_CHAMBERS = frozenset(
    {"نواب", "النواب", "شيوخ", "الشيوخ", "وزراء", "اعيان", "الاعيان", "شوري", "الشوري", "العموم", "اللوردات"}
)
_WELL_KNOWN = 4
"""Letters of a surname up to which it may be another word."""
_WITHIN = frozenset({"في", "لدي", "الي"})
_SON = frozenset({"بن", "بنت"})
_GENERAL = frozenset({"المدير", "الامين", "المفتش", "الرييس", "القنصل", "المدعي", "القايد", "المفتي", "المشرف"})
"""Offices that are general ones; elsewhere العام is the year."""
_TO_THE = ("لل", "ولل")
_ACTING = frozenset({"بالانابه", "بالنيابه", "المكلف"})


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
    former = False
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
        affiliation = affiliation or step.affiliation
        reading = _Reading(step.closes or (reading.closed and not step.reopens), step.geographic or reading.geographic)
        token = step.last
    affiliation = affiliation or _institution_within(chart, office.first, token)
    return Title(office.first, token, affiliation, former, reading.geographic)


def _opening(chart: Chart, office: Mark, limit: int) -> "tuple[int, str | None, _Reading]":
    """The token behind the office's own words, the country they name, and how far the noun phrase is read."""
    affiliation = _affiliation_within(chart, office)
    region = chart.mark("institution", office.first) if office.last - office.first > 1 else None
    if region is not None and region.last == office.last and chart.mark("place", office.last) is not None:
        affiliation = region.hit.code  # أمير منطقة الجوف: only one country's governors are called so
    state = chart.mark("country", office.last - 1)
    if state is not None and state.last > office.last:
        return state.last, state.hit.code, _Reading(True, True)
    last = chart.word(office.last - 1)
    if clitics_before(last, "institution") is not None and chart.mark("rank", office.last) is not None:
        behind = name_end(chart, office.last + 1, limit, after_title=True)
        return max(office.last + 1, behind), affiliation, _Reading(True, False)
    bare = last[len(office.hit.clitics) :] if office.last == office.first + 1 else last
    return office.last, affiliation, _Reading(is_definite(bare) or last.startswith(_TO_THE), False)


def _aside(chart: Chart, token: int, closed: bool) -> int:
    """The token behind a word that says when the office was held, or behind an abbreviation in brackets."""
    word = chart.word(token)
    if word in words_of("former") or (closed and word in words_of("earlier")):
        return token + 1
    bracketed = word == "(" and chart.word(token + 2) == ")" and not is_given_name(chart, token + 1)
    return token + 3 if bracketed else token


def _next(chart: Chart, office: Mark, token: int, limit: int, reading: "_Reading") -> "_Step | None":
    return (
        _posted_step(chart, office, token)
        or _step(chart, token, limit, reading._replace(ours=_is_held_for(chart, office, token)))
        or _step_to_a_name(chart, office, token, limit)
    )


def _is_held_for(chart: Chart, office: Mark, token: int) -> bool:
    """Whether the country in which an office is held is the one it is held for: no head of a mission's."""
    sent = any(chart.word(inside) in words_of("sent") for inside in range(office.first, token))
    return clitics_before(chart.word(office.first), "of_one_state") is not None and not sent


def _institution_within(chart: Chart, first: int, last: int) -> str | None:
    """وزير خارجية المملكة, سفير خادم الحرمين الشريفين; but not السفير لدى المملكة."""
    marks = (chart.mark("institution", token) for token in range(first, last) if chart.word(token - 1) not in _WITHIN)
    return next((mark.hit.code for mark in marks if mark is not None and mark.last <= last), None)


def _is_where_to(chart: Chart, office: Mark, token: int, limit: int, reading: "_Reading") -> bool:
    """زيارة وزير الدفاع للأردن: where he went, not whose minister he is."""
    mark = chart.mark("country", token)
    if mark is None or mark.hit.clitics != "ل" or not reading.closed:
        return False
    if clitics_before(chart.word(office.first), "of_one_state") is None:
        return False
    return not _name_follows(chart, mark.last, limit)


def _posted_step(chart: Chart, office: Mark, token: int) -> "_Step | None":
    """السفير الأمريكي في كابول: where an envoy or commander is posted belongs to his title, with a name or without."""
    if chart.word(token) not in _WITHIN or clitics_before(chart.word(office.first), "posted") is None:
        return None
    marks = (chart.mark(kind, token + 1) for kind in _COUNTRY_KINDS[1:])
    place = next((mark for mark in marks if mark is not None and not mark.hit.clitics), None)
    return None if place is None else _Step(place.last, True)


def _step_to_a_name(chart: Chart, office: Mark, token: int, limit: int) -> "_Step | None":
    """The rest of a title that leads to a name: رئيس اللجنة في مجلس النواب الدكتور فلان."""
    ahead = name_ahead(chart, office.first, token, limit)
    if ahead is None:
        return None
    within = (_country_within(chart, inside) for inside in range(token, ahead))
    return _Step(ahead, True, next((code for code in within if code is not None), None))


def _country_within(chart: Chart, token: int) -> str | None:
    """بدولة قطر, الأمريكي; but not لدى الأردن."""
    for kind in _COUNTRY_KINDS[:3]:
        mark = chart.mark(kind, token)
        if mark is not None and chart.word(token - 1) not in _WITHIN:
            return mark.hit.code
    return None


def _affiliation_within(chart: Chart, office: Mark) -> str | None:
    """The country an office's own words name: وزير الخارجية الأمريكي."""
    inside = range(office.first + 1, office.last)
    marks = (chart.mark(kind, token) for token in inside for kind in _COUNTRY_KINDS[:3])
    return next((mark.hit.code for mark in marks if mark is not None and mark.last <= office.last), None)


class _Reading(NamedTuple):
    """Whether the noun phrase is closed by a definite word, and by a place or nationality."""

    closed: bool
    geographic: bool
    ours: bool = False
    """Whether a country in which the office is held is the one it is held for: وزير حقوق الإنسان في اليمن."""


class _Step(NamedTuple):
    last: int
    closes: bool
    affiliation: str | None = None
    geographic: bool = False
    reopens: bool = False


def _step(chart: Chart, token: int, limit: int, state: _Reading) -> _Step | None:
    return (
        _somebodys_step(chart, token, state.closed)
        or _country_step(chart, token, limit, state.closed)
        or _state_step(chart, token, limit)
        or _within_step(chart, token, limit, state.ours)
        or _office_step(chart, token, state)
        or (None if _agrees_with_another(chart, token, state) else _word_step(chart, token, state.closed))
    )


def _agrees_with_another(chart: Chart, token: int, state: _Reading) -> bool:
    """زيارة وزير الخارجية السعودي المرتقبة: a feminine behind a masculine nationality belongs to another noun."""
    feminine = chart.source(token, token + 1).endswith("ة") and is_definite(chart.word(token))
    before = chart.source(token - 1, token)
    return state.geographic and feminine and before.endswith("ي") and chart.mark("nationality", token - 1) is not None


def _somebodys_step(chart: Chart, token: int, closed: bool) -> _Step | None:
    """مستشار خادم الحرمين الشريفين, رئيس الشؤون الخاصة لسمو ولي العهد: somebody else's honorific and office."""
    rank = chart.mark("rank", token)
    if rank is None or rank.hit.clitics not in ("", "ل") or (closed and not rank.hit.clitics):
        return None
    if chart.mark("institution", token) is not None:
        return _Step(rank.last, True)
    office = chart.mark("office", rank.last)
    return _Step(office.last, True) if office is not None and rank.hit.clitics == "ل" else None


def _country_step(chart: Chart, token: int, limit: int, closed: bool) -> _Step | None:
    """A nationality, country, organisation or place: العراقي, قطر, للأمم المتحدة."""
    for kind in _COUNTRY_KINDS:
        mark = None if is_function(chart.word(token)) else chart.mark(kind, token)
        if mark is None or mark.hit.clitics not in ("", "ل", "ب") or chart.word(mark.last) in _SON:
            continue
        if kind == "place" and not is_definite(chart.word(token)) and is_given_name(chart, token):
            continue
        tied = mark.hit.clitics == "ل" or (not closed and not mark.hit.clitics)
        if kind in ("place", "country") and not tied and not _name_follows(chart, mark.last, limit):
            continue
        if mark.hit.clitics == "ب" and not _name_follows(chart, mark.last, limit):
            continue
        return _Step(mark.last, True, mark.hit.code, geographic=True)
    return None


def _state_step(chart: Chart, token: int, limit: int) -> _Step | None:
    """وزير الخارجية بجمهورية مصر فلان: the state with its kind."""
    if clitics_before(chart.word(token), "state_form") not in ("ب", "ل"):
        return None
    mark = chart.mark("country", token)
    if mark is None or not _name_follows(chart, mark.last + (chart.word(mark.last) == '"'), limit):
        return None
    return _Step(mark.last, True, mark.hit.code, geographic=True)


def _within_step(chart: Chart, token: int, limit: int, ours: bool) -> _Step | None:
    """A place of office is part of the title only where the name follows: القائد في العراق الجنرال فلان."""
    if chart.word(token) not in _WITHIN:
        return None
    ahead = token + 2 if clitics_before(chart.word(token + 1), "state_form") == "" else token + 1
    for kind in _COUNTRY_KINDS[1:]:
        mark = chart.mark(kind, token + 1) or chart.mark(kind, ahead)
        if mark is not None and _name_follows(chart, _behind_former(chart, mark.last), limit):
            return _Step(mark.last, True, mark.hit.code if kind == "country" and ours else None)
    if chart.word(token + 1) == "المملكه":
        return _Step(token + 2, True, None)
    return None


def _behind_former(chart: Chart, token: int) -> int:
    return token + 1 if chart.word(token) in words_of("former") | words_of("earlier") else token


def _office_step(chart: Chart, token: int, state: _Reading) -> _Step | None:
    """A second office without a conjunction: ولي العهد وزير الداخلية.

    Behind a place or nationality it is somebody else: والي صفاقس سفير ...
    """
    mark = chart.mark("office", token)
    if mark is None or (state.geographic and not mark.hit.clitics) or mark.hit.clitics not in ("", "ل"):
        return None
    if state.closed and is_definite(chart.word(token)) and _is_rank_of(chart, mark):
        return None
    if mark.last == token + 1 and clitics_before(chart.word(mark.last), "group") == "و":
        return None  # رئيس وأعضاء اللجنة
    return _Step(mark.last, is_definite(chart.word(mark.last - 1)), reopens=True)


def is_leader(word: str) -> bool:
    """Whether a word is a surname by which everybody knows a leader: الرئيس السيسي."""
    return len(word) > _WELL_KNOWN and word in leaders("ar").by_surname and word not in DAY_ORDINALS


def _is_rank_of(chart: Chart, office: Mark) -> bool:
    """وزير الخارجية الأمير فلان: الأمير is no second office but how he is called."""
    rank = chart.mark("rank", office.first)
    return rank is not None and rank.last == office.last


def _word_step(chart: Chart, token: int, closed: bool) -> _Step | None:
    word = chart.word(token)
    if word in _ACTING or (word == "العام" and chart.word(token - 1) in _GENERAL):
        return _Step(token + 1, True)
    if clitics_before(word, "institution") is not None and chart.mark("rank", token + 1) is not None:
        return _Step(max(token + 2, name_end(chart, token + 2, token + 8, after_title=True)), True)
    if (
        word == "و"
        or is_leader(word)
        or is_function(word)
        or is_time(word)
        or not word.isalpha()
        or _opens_a_name(chart, token)
    ):
        return None
    if clitics_before(word, "noun") is not None and is_definite(word) and closed:
        return None
    if clitics_before(word, "media") == "ل":
        return None
    if chart.word(token - 1) in _COUNCIL and word in _CHAMBERS:
        return _Step(token + 1, is_definite(word))
    if word.startswith("وال"):
        second_half = clitics_before(word, "group") is None and clitics_before(word, "state_form") is None
        other = chart.mark("country", token) or chart.mark("office", token) or chart.mark("rank", token)
        return _Step(token + 1, True) if closed and second_half and other is None else None
    if is_definite(word) or word.startswith("لل") or (closed and _goes_on_behind(chart, token)):
        return _Step(token + 1, True)
    if clitics_before(word, "title_complement") == "ل":
        return _Step(token + 1, False)
    chains = clitics_before(word, "noun") == "" or clitics_before(word, "place_noun") == "" or not ends_a_name(word)
    return _Step(token + 1, False) if chains and not closed else None


def _goes_on_behind(chart: Chart, token: int) -> bool:
    """المستشار بالمجلس الأعلى الدكتور فلان, مدير الجمارك وحرس الحدود فلان: more title before a name."""
    word = chart.word(token)
    if word.startswith("ب") and chart.mark("rank", token + 1) is not None and not is_given_name(chart, token):
        return True
    more = word.startswith("بال") or (word.startswith("و") and is_definite(chart.word(token + 1)))
    people = clitics_before(word, "group") or clitics_before(word, "quantity")
    if not more or people is not None or (token in chart.marked and not word.startswith("بال")):
        return False
    return any(_opens_a_name(chart, ahead) for ahead in range(token + 1, token + _AHEAD))


def _opens_a_name(chart: Chart, token: int) -> bool:
    if chart.mark("rank", token) is not None:
        return True
    given = chart.mark("given_name", token)
    return given is not None and not given.hit.clitics and chart.mark("nationality", token) is None


def _name_follows(chart: Chart, token: int, limit: int) -> bool:
    return chart.mark("rank", token) is not None or name_end(chart, token, limit, after_title=True) > token
