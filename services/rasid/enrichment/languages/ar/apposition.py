"""Titles behind an Arabic name, and the signs between title and name."""

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.name_signs import is_given_name
from rasid.enrichment.languages.ar.names import name_end
from rasid.enrichment.languages.ar.phrase import PLURAL_OFFICES, Phrase
from rasid.enrichment.languages.ar.titles import Title, title_at
from rasid.enrichment.languages.ar.words import clitics_before, is_definite, is_function, verb_clitics, words_of

_OF_SEVERAL = tuple(word for word in PLURAL_OFFICES if word[-1] not in "اي")
_SIGNS = frozenset('"(')
_PAUSES = frozenset({",", "-"})
_SON = frozenset({"بن", "بنت"})
_ENDS = frozenset({",", ".", ";", ")", ""})


def apposition(chart: Chart, phrase: Phrase, last: int) -> Phrase:
    """With the titles behind the name, with a comma only where there was none in front."""
    token = phrase.last
    if chart.word(token) in _SIGNS and phrase.title is None:
        token += 1
    if chart.word(token) in _PAUSES and phrase.title is None:
        token += 1
    office = chart.mark("office", token)
    if office is None or office.hit.clitics or token >= last:
        return phrase
    if phrase.title is not None and phrase.title.last - phrase.title.first > 1:
        return phrase
    if chart.word(token).startswith(_OF_SEVERAL) or _is_no_head(chart, phrase, token):
        return phrase  # استقبل الرئيس A سفراء الدول
    title = title_at(chart, office, last)
    if token > phrase.last:
        title = _with_superior(chart, title, office, last)
    if is_someone_else(chart, title, last):
        return phrase
    named = phrase._replace(title=None).entitled(title, office)
    second = chart.mark("office", title.last)
    return named if second is None else _with_second(chart, named, second, last)


def _is_no_head(chart: Chart, phrase: Phrase, office: int) -> bool:
    """استقبل الرئيس A وزير الخارجية الفرنسي: no president is a minister too."""
    mark = phrase.title or phrase.rank
    front = chart.word(mark.last - 1) if mark is not None else ""
    head = clitics_before(front, "head_of_state") is not None
    return head and chart.word(office) not in words_of("heads_of_state_are")


def _with_superior(chart: Chart, title: Title, office: Mark, last: int) -> Title:
    """A، مستشار رئيس الوزراء B: the name behind is that of whose adviser A is."""
    inner = office.last - office.first > 1 or any(
        chart.mark("office", token) is not None and not is_definite(chart.word(token - 1))
        for token in range(office.last, title.last)
    )
    if not inner or clitics_before(chart.word(office.first), "subordinate") != "":
        return title
    return title._replace(last=max(title.last, name_end(chart, title.last, last, after_title=True)))


def _with_second(chart: Chart, named: Phrase, second: Mark, last: int) -> Phrase:
    """وزير الدولة عضو مجلس الوزراء, ولي العهد ووزير الدفاع: a second office where the clause ends behind it."""
    if second.hit.clitics not in ("", "و") or second.first >= last:
        return named
    further = title_at(chart, second, last)
    word = chart.word(further.last)
    alone = further.last >= last or word in _ENDS or is_function(word) or verb_clitics(word) is not None
    return named.entitled(further, second) if alone and not is_someone_else(chart, further, last) else named


def is_someone_else(chart: Chart, title: Title, last: int) -> bool:
    """التقى A قائد الجيش المشير B: an office in front of another name is not in apposition to the first."""
    rank = chart.mark("rank", title.last)
    first = rank.last if rank is not None and not rank.hit.clitics else title.last
    return name_end(chart, first, last, after_title=True) > first


def name_behind(chart: Chart, token: int, last: int) -> tuple[int, int]:
    """The tokens of the name behind a title, a rank and signs between them; nothing where there is none."""
    rank = chart.mark("rank", token)
    first = behind_signs(chart, rank.last if rank and not rank.hit.clitics else token, last)
    return first, name_end(chart, first, last, after_title=True)


def behind_signs(chart: Chart, token: int, last: int) -> int:
    """A quotation mark or comma may stand between title and name: الرئيس «بيا»."""
    if chart.word(token) == "/":
        return token + 1  # الدكتور / فلان
    if chart.word(token) == "," and (is_given_name(chart, token + 1) or chart.word(token + 2) in _SON):
        full = name_end(chart, token + 1, last, after_title=True)
        return token + 1 if full > token + 2 else token
    if chart.word(token) == "(" and chart.word(token + 2) == ")" and is_given_name(chart, token + 1):
        return token + 3  # الرئيس (فلاديمير) بوتين
    return token + 1 if token < last and chart.word(token) == '"' else token
