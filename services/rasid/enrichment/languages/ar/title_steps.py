"""The pieces of an Arabic title: nationalities, states, places, further offices, words."""

from typing import NamedTuple

from rasid.enrichment.extract.calendar_words import DAY_ORDINALS
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.name_signs import has_article, is_given_name
from rasid.enrichment.languages.ar.names import name_end
from rasid.enrichment.languages.ar.words import clitics_before, ends_a_name, is_definite, is_function, is_time, words_of
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.document import HitKind

COUNTRY_KINDS: tuple[HitKind, ...] = ("nationality", "country", "organisation", "place")
_AHEAD = 4
_COUNCIL = frozenset({"مجلس", "المجلس"})
_CHAMBERS = frozenset(
    {"نواب", "النواب", "شيوخ", "الشيوخ", "وزراء", "اعيان", "الاعيان", "شوري", "الشوري", "العموم", "اللوردات"}
)
_WELL_KNOWN = 4
"""Letters of a surname up to which it may be another word."""
WITHIN = frozenset({"في", "لدي", "الي"})
_SON = frozenset({"بن", "بنت"})
_GENERAL = frozenset({"المدير", "الامين", "المفتش", "الرييس", "القنصل", "المدعي", "القايد", "المفتي", "المشرف"})
"""Offices that are general ones; elsewhere العام is the year."""
_ACTING = frozenset({"بالانابه", "بالنيابه", "المكلف"})


class Reading(NamedTuple):
    """Whether the noun phrase is closed by a definite word, and by a place or nationality."""

    closed: bool
    geographic: bool
    ours: bool = False
    """Whether a country in which the office is held is the one it is held for: وزير حقوق الإنسان في اليمن."""


class Step(NamedTuple):
    """How far one more piece of a title goes, and what it closes."""

    last: int
    closes: bool
    affiliation: str | None = None
    geographic: bool = False
    reopens: bool = False
    local: bool = False
    """Whether only a town tells the country: القدس in قائد فيلق القدس الإيراني."""


def step_of(chart: Chart, token: int, limit: int, state: Reading) -> Step | None:
    """One more piece of a title, if any begins at a token."""
    return (
        _somebodys_step(chart, token, state.closed)
        or _world_step(chart, token)
        or _country_step(chart, token, limit, state.closed)
        or _state_step(chart, token, limit)
        or _within_step(chart, token, limit, state.ours)
        or _office_step(chart, token, state)
        or (None if _agrees_with_another(chart, token, state) else _word_step(chart, token, state.closed))
    )


def _world_step(chart: Chart, token: int) -> Step | None:
    """المبعوث الأممي: of the United Nations."""
    return Step(token + 1, True, "UN", geographic=True) if chart.word(token) in words_of("of_the_un") else None


def _agrees_with_another(chart: Chart, token: int, state: Reading) -> bool:
    """زيارة وزير الخارجية السعودي المرتقبة: a feminine behind a masculine nationality belongs to another noun."""
    feminine = chart.source(token, token + 1).endswith("ة") and is_definite(chart.word(token))
    before = chart.source(token - 1, token)
    return state.geographic and feminine and before.endswith("ي") and chart.mark("nationality", token - 1) is not None


def _somebodys_step(chart: Chart, token: int, closed: bool) -> Step | None:
    """مستشار خادم الحرمين الشريفين, رئيس الشؤون الخاصة لسمو ولي العهد: somebody else's honorific and office."""
    rank = chart.mark("rank", token)
    if rank is None or rank.hit.clitics not in ("", "ل") or (closed and not rank.hit.clitics):
        return None
    if chart.mark("institution", token) is not None:
        return Step(rank.last, True)
    office = chart.mark("office", rank.last)
    return Step(office.last, True) if office is not None and rank.hit.clitics == "ل" else None


def _country_step(chart: Chart, token: int, limit: int, closed: bool) -> Step | None:
    """A nationality, country, organisation or place: العراقي, قطر, للأمم المتحدة."""
    for mark in () if is_function(chart.word(token)) else chart.marks_of(COUNTRY_KINDS, token):
        kind = mark.hit.kind
        if mark.hit.clitics not in ("", "ل", "ب") or chart.word(mark.last) in _SON:
            continue
        unlikely = kind == "place" or (kind == "nationality" and closed)
        if unlikely and not is_definite(chart.word(token)) and is_given_name(chart, token):
            continue
        tied = mark.hit.clitics == "ل" or (not closed and not mark.hit.clitics)
        if kind in ("place", "country") and not tied and not name_follows(chart, mark.last, limit):
            continue
        if mark.hit.clitics == "ب" and not name_follows(chart, mark.last, limit):
            continue
        at_a_body = kind == "organisation" and mark.hit.clitics == "ب"
        code = None if at_a_body else mark.hit.code
        return Step(mark.last, True, code, geographic=True, local=kind == "place")
    return None


def _state_step(chart: Chart, token: int, limit: int) -> Step | None:
    """وزير الخارجية بجمهورية مصر فلان: the state with its kind."""
    if clitics_before(chart.word(token), "state_form") not in ("ب", "ل"):
        return None
    mark = chart.mark("country", token)
    if mark is None or not name_follows(chart, mark.last + (chart.word(mark.last) == '"'), limit):
        return None
    return Step(mark.last, True, mark.hit.code, geographic=True)


def _within_step(chart: Chart, token: int, limit: int, ours: bool) -> Step | None:
    """A place of office is part of the title only where the name follows: القائد في العراق الجنرال فلان."""
    if chart.word(token) not in WITHIN:
        return None
    ahead = token + 2 if clitics_before(chart.word(token + 1), "state_form") == "" else token + 1
    for kind in COUNTRY_KINDS[1:]:
        mark = chart.mark(kind, token + 1) or chart.mark(kind, ahead)
        if mark is not None and name_follows(chart, _behind_former(chart, mark.last), limit):
            return Step(mark.last, True, mark.hit.code if kind == "country" and ours else None)
    if chart.word(token + 1) == "المملكه":
        return Step(token + 2, True, None)
    return None


def _behind_former(chart: Chart, token: int) -> int:
    return token + 1 if chart.word(token) in words_of("former") | words_of("earlier") else token


def _office_step(chart: Chart, token: int, state: Reading) -> Step | None:
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
    return Step(mark.last, is_definite(chart.word(mark.last - 1)), reopens=True)


def is_leader(word: str) -> bool:
    """Whether a word is a surname by which everybody knows a leader: الرئيس السيسي."""
    return len(word) > _WELL_KNOWN and word in leaders("ar").by_surname and word not in DAY_ORDINALS


def _is_rank_of(chart: Chart, office: Mark) -> bool:
    """وزير الخارجية الأمير فلان: الأمير is no second office but how he is called."""
    rank = chart.mark("rank", office.first)
    return rank is not None and rank.last == office.last


def _word_step(chart: Chart, token: int, closed: bool) -> Step | None:
    word = chart.word(token)
    if word in _ACTING or (word == "العام" and chart.word(token - 1) in _GENERAL):
        return Step(token + 1, True)
    if clitics_before(word, "institution") is not None and chart.mark("rank", token + 1) is not None:
        return Step(max(token + 2, name_end(chart, token + 2, token + 8, after_title=True)), True)
    if _ends_a_title(chart, token, closed):
        return None
    if chart.word(token - 1) in _COUNCIL and word in _CHAMBERS:
        return Step(token + 1, is_definite(word))
    if word.startswith("وال"):
        second_half = clitics_before(word, "group") is None and clitics_before(word, "state_form") is None
        other = chart.mark("country", token) or chart.mark("office", token) or chart.mark("rank", token)
        return Step(token + 1, True) if closed and second_half and other is None else None
    if is_definite(word) or word.startswith("لل") or (closed and _goes_on_behind(chart, token)):
        return Step(token + 1, True)
    if clitics_before(word, "title_complement") == "ل":
        return Step(token + 1, False, reopens=True)
    chains = clitics_before(word, "noun") == "" or clitics_before(word, "place_noun") == "" or not ends_a_name(word)
    return Step(token + 1, False) if chains and not closed else None


def _ends_a_title(chart: Chart, token: int, closed: bool) -> bool:
    """Whether a word belongs to no title: a name, a function word, the next noun, a paper that was told something."""
    word = chart.word(token)
    office = clitics_before(word, "place_noun") == "" and not chart.source(token, token + 1).endswith("ه")
    if word == "و" or not word.isalpha() or is_leader(word) or is_time(word) or (is_function(word) and not office):
        return True
    if closed and is_definite(word) and (clitics_before(word, "noun") is not None or not has_article(chart, token)):
        return True
    return clitics_before(word, "media") == "ل" or _opens_a_name(chart, token)


def _goes_on_behind(chart: Chart, token: int) -> bool:
    """المستشار بالمجلس الأعلى الدكتور فلان, مدير الجمارك وحرس الحدود فلان: more title before a name."""
    word = chart.word(token)
    if word.startswith("ب") and chart.mark("rank", token + 1) is not None and not is_given_name(chart, token):
        return True
    more = word.startswith("بال") or (word.startswith("و") and is_definite(chart.word(token + 1)))
    people = clitics_before(word, "group") or clitics_before(word, "quantity")
    if (
        not more
        or people is not None
        or chart.mark("office", token) is not None
        or (token in chart.marked and not word.startswith("بال"))
    ):
        return False
    return any(_opens_a_name(chart, ahead) for ahead in range(token + 1, token + _AHEAD))


def _opens_a_name(chart: Chart, token: int) -> bool:
    if chart.mark("rank", token) is not None:
        return True
    given = chart.mark("given_name", token)
    return given is not None and not given.hit.clitics and chart.mark("nationality", token) is None


def name_follows(chart: Chart, token: int, limit: int) -> bool:
    """Whether a name or a rank begins at a token."""
    return chart.mark("rank", token) is not None or name_end(chart, token, limit, after_title=True) > token
