"""The actors of an Arabic sentence, in order."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.groups import group_at
from rasid.enrichment.languages.ar.names import is_given_name, name_end, name_end_with_clitics
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.titles import Title, is_leader, title_at
from rasid.enrichment.languages.ar.vocabulary import given_names, is_common, is_name_word
from rasid.enrichment.languages.ar.words import (
    CONJUNCTIONS,
    PREFIXES,
    begins_an_actor,
    clitics_before,
    ends_a_name,
    is_definite,
    is_function,
    words_of,
)
from rasid.enrichment.text.document import HitKind, Sentence, within

_SHORTEST_SURNAME = 2
_MOST_TITLES = 8
TWO_WORDS = 2
_WITH = frozenset({"مع", "بين"})
_OF_A_BODY = frozenset({"في", "من"})
_SIGNS = frozenset('"(')
_SON = frozenset({"بن", "بنت"})


_BODIES: tuple[HitKind, ...] = ("organisation", "country")
_NO_SURNAMES: tuple[HitKind, ...] = ("office", "rank", "organisation", "country", "place")


def actors_of(chart: Chart, sentences: Sequence[Sentence]) -> list[tuple[Actor, ...]]:
    """The actors of each sentence, left to right, none overlapping."""
    openings = _openings(chart)
    return [tuple(_actors(chart, s.first_token, s.last_token, openings)) for s in sentences]


def short_names(chart: Chart, token: int) -> Iterator[tuple[str, str]]:
    """The word itself and without each clitic it may carry."""
    word = chart.word(token)
    for clitics in PREFIXES:
        if word.startswith(clitics) and len(word) - len(clitics) > _SHORTEST_SURNAME:
            yield word[len(clitics) :], clitics
    if word.startswith("لل"):
        yield "ال" + word[2:], "ل"


class _Openings(NamedTuple):
    """The tokens of a document at which an actor may begin."""

    tokens: list[int]
    """All of them, in order."""
    entitled: frozenset[int]
    """Those at which only a name that no gazetteer has may begin."""
    fathers: frozenset[int]
    """Those before بن, at which a name that no gazetteer has begins."""


def _openings(chart: Chart) -> _Openings:
    any_kind = {*chart.marked, *chart.tokens.where(begins_an_actor)}
    entitled = frozenset(token + 1 for token in chart.tokens.where(_WITH.__contains__)) - any_kind
    fathers = frozenset(token - 1 for token in chart.tokens.where(_SON.__contains__)) - any_kind
    return _Openings(sorted(any_kind | entitled | fathers), entitled, fathers)


def _actors(chart: Chart, first: int, last: int, openings: _Openings) -> Iterator[Actor]:
    behind = first
    for token in within(openings.tokens, first, last):
        if token < behind:
            continue
        actor = _reader(openings, token)(chart, token, last)
        if actor is not None:
            yield actor
            behind = actor.last


def _reader(openings: _Openings, token: int) -> Callable[[Chart, int, int], Actor | None]:
    if token in openings.fathers:
        return _named_before_son
    return _entitled_behind if token in openings.entitled else _actor_at


def _actor_at(chart: Chart, token: int, last: int) -> Actor | None:
    return (
        _counterpart_at(chart, token, last)
        or _titled_at(chart, token, last)
        or _named_at(chart, token, last)
        or group_at(chart, token, last)
        or _body_at(chart, token)
    )


def _titled_at(chart: Chart, token: int, last: int) -> Actor | None:
    """Titles in any order, then a name, then titles in apposition; a title alone is an office."""
    front = chart.mark("rank", token) or chart.mark("office", token)
    if front is None or clitics_before(chart.word(token - 1), "institution") is not None:
        return None
    phrase = _titles(chart, Phrase(token, token, clitics=front.hit.clitics), last)
    name_first = _behind_signs(chart, phrase.last, last)
    behind = name_end(chart, name_first, last, after_title=True)
    if behind == name_first and phrase.rank is not None:
        behind = _lone_surname(chart, name_first, last)
    if behind == name_first + 1 and _is_a_noun(chart, phrase):
        return None
    if behind == name_first < last and is_leader(chart.word(name_first)):
        behind += 1
    if behind > name_first:
        named = phrase.named(name_first, behind)
        return actor_of(chart, _apposition(chart, named, last))
    if phrase.title is None or not phrase.official or chart.word(phrase.last - 1) == "المرافق":
        return None
    return actor_of(chart, phrase)


def _titles(chart: Chart, phrase: Phrase, last: int) -> Phrase:
    for _ in range(_MOST_TITLES):
        if phrase.last >= last:
            break
        rank = chart.mark("rank", phrase.last)
        office = chart.mark("office", phrase.last)
        if _is_name_before_bin(chart, rank) or _is_name_before_bin(chart, office):
            break
        if rank is not None and _is_rank(chart, rank, office) and _continues(phrase, rank):
            phrase = phrase.ranked(_without_office(chart, rank))
        elif office is not None and _continues(phrase, office) and not (phrase.title and phrase.title.geographic):
            phrase = phrase.entitled(title_at(chart, office, last), office)
        elif chart.word(phrase.last) == "." and phrase.rank is not None:
            phrase = phrase.longer(phrase.last + 1)
        else:
            break
    return phrase


def _is_rank(chart: Chart, rank: Mark, office: Mark | None) -> bool:
    """الأمير فلان bears a rank, أمير قطر an office."""
    if office is None or rank.last > office.last:
        return True
    return rank.last == office.last and is_definite(chart.word(rank.first)[len(rank.hit.clitics) :])


def _is_name_before_bin(chart: Chart, mark: Mark | None) -> bool:
    """سلطان بن عبدالعزيز: a title word before بن is a given name."""
    return mark is not None and mark.last == mark.first + 1 and chart.word(mark.last) == "بن" and not mark.hit.clitics


def _without_office(chart: Chart, rank: Mark) -> Mark:
    """فخامة الرئيس: the honorific ends where an office begins, which may be longer."""
    inner = rank.last - 1
    holds = inner > rank.first and chart.mark("office", inner) is not None
    return rank._replace(last=inner) if holds else rank


def _continues(phrase: Phrase, mark: Mark) -> bool:
    return phrase.first == mark.first or not mark.hit.clitics


def _lone_surname(chart: Chart, token: int, last: int) -> int:
    """After a rank or honorific a single definite word is a surname where it looks like one: اللواء الحمزي."""
    word = chart.word(token)
    known = is_function(word) or word in words_of("time") or any(chart.mark(kind, token) for kind in _NO_SURNAMES)
    if token >= last or not is_definite(word) or known or is_common(word):
        return token
    return token + 1 if _looks_like_a_surname(word) else token


def _looks_like_a_surname(word: str) -> bool:
    return word.endswith("ي") or is_name_word(word) or word.removeprefix("ال") in given_names()


def _is_a_noun(chart: Chart, phrase: Phrase) -> bool:
    """فريق العمل, لواء الفرقة: an indefinite rank before a single word is mostly no rank."""
    rank = phrase.rank
    if rank is None or phrase.title is not None or rank.hit.code != "rank":
        return False
    return not is_definite(chart.word(rank.first)[len(rank.hit.clitics) :]) and not rank.hit.clitics.endswith("ل")


def _named_at(chart: Chart, token: int, last: int) -> Actor | None:
    """A name without a title in front: كمال بوزيد, ربيع خوري وزير النقل اللبناني."""
    given = chart.mark("given_name", token)
    if given is None or ends_a_name(chart.word(token)) or chart.mark("place", token) is not None:
        return None
    if chart.word(token) in _SON and chart.word(token - 1).isalpha() and not is_function(chart.word(token - 1)):
        return None
    behind = name_end_with_clitics(chart, token, last) if given.hit.clitics else name_end(chart, token, last, False)
    entitled = chart.mark("office", behind) is not None
    if behind - token < TWO_WORDS or not (entitled or _closes_a_name(chart, behind - 1)):
        return None
    if chart.word(token)[len(given.hit.clitics) :] in words_of("weak_name") and not _is_firm(chart, token + 1):
        return None
    phrase = Phrase(token, token, clitics=given.hit.clitics).named(token, behind)
    return actor_of(chart, _apposition(chart, phrase, last))


def _named_before_son(chart: Chart, token: int, last: int) -> Actor | None:
    """هجاد بن عمر الغامدي: a word no gazetteer has is a name before بن."""
    word = chart.word(token)
    if ends_a_name(word) or (is_definite(word) and is_common(word)):
        return None
    behind = name_end(chart, token + 1, last, False, words=1)
    clitics = "و" if word.startswith("و") and not is_name_word(word) else ""
    if behind - token <= TWO_WORDS:
        return None
    return actor_of(chart, _apposition(chart, Phrase(token, token, clitics=clitics).named(token, behind), last))


def _entitled_behind(chart: Chart, token: int, last: int) -> Actor | None:
    """مع هانيال ديرسي رئيس الوزراء: words no gazetteer has are a name where an office stands right behind them."""
    behind = name_end(chart, token, last, after_title=True)
    office = chart.mark("office", behind)
    if behind - token < TWO_WORDS or office is None or office.hit.clitics or office.hit.code is None:
        return None
    return actor_of(chart, _apposition(chart, Phrase(token, token).named(token, behind), last))


def _closes_a_name(chart: Chart, token: int) -> bool:
    """Without a title a definite last word must not be a common one: كامل الأموال is none."""
    word = chart.word(token)
    common = is_common(word) or is_common(word.removeprefix("ال"))
    return not (is_definite(word) and common) or _looks_like_a_surname(word)


def _is_firm(chart: Chart, token: int) -> bool:
    """Whether a word makes a name of the weak one before it: طالب بن سعيد, منى محمد, but not نادي ريال."""
    return chart.word(token) in ("بن", "ال") or is_given_name(chart, token)


def _apposition(chart: Chart, phrase: Phrase, last: int) -> Phrase:
    """Titles behind the name, with a comma only where there was none in front."""
    token = phrase.last
    if chart.word(token) in _SIGNS and phrase.title is None:
        token += 1
    if chart.word(token) == "," and phrase.title is None:
        token += 1
    office = chart.mark("office", token)
    if office is None or office.hit.clitics or token >= last:
        return phrase
    if phrase.title is not None and phrase.title.last - phrase.title.first > 1:
        return phrase
    title = title_at(chart, office, last)
    if _is_someone_else(chart, title, last):
        return phrase
    named = phrase._replace(title=None).entitled(title, office)
    second = chart.mark("office", title.last)
    if second is None or second.hit.clitics or title.last >= last:
        return named
    further = title_at(chart, second, last)
    alone = chart.word(further.last) in {",", ".", ""} or is_function(chart.word(further.last))
    return named.entitled(further, second) if alone and not _is_someone_else(chart, further, last) else named


def _is_someone_else(chart: Chart, title: Title, last: int) -> bool:
    """التقى A قائد الجيش المشير B: an office in front of another name is not in apposition to the first."""
    rank = chart.mark("rank", title.last)
    first = rank.last if rank is not None and not rank.hit.clitics else title.last
    return name_end(chart, first, last, after_title=True) > first


def _behind_signs(chart: Chart, token: int, last: int) -> int:
    """A quotation mark or comma may stand between title and name: الرئيس «بيا»."""
    if chart.word(token) == "," and is_given_name(chart, token + 1):
        full = name_end(chart, token + 1, last, after_title=True)
        return token + 1 if full > token + 2 else token
    return token + 1 if token < last and chart.word(token) == '"' else token


def _counterpart_at(chart: Chart, token: int, last: int) -> Actor | None:
    """نظيره الروسي سيرغي لافروف: a person known by another's office."""
    word = chart.word(token)
    clitics = next((c for c in (*CONJUNCTIONS, "ب", "ل") if word.removeprefix(c) in words_of("counterpart")), None)
    if clitics is None or not word.startswith(clitics):
        return None
    behind, affiliation = token + 1, None
    nationality = chart.mark("nationality", behind)
    if nationality is not None:
        behind, affiliation = nationality.last, nationality.hit.code
    within = chart.word(behind) in _OF_A_BODY and affiliation is None
    body = chart.mark("organisation", behind + 1) if within else None
    if body is not None:
        behind, affiliation = body.last, body.hit.code
    phrase = Phrase(token, behind, clitics=clitics, title=Title(token, behind, affiliation, False), official=True)
    rank = chart.mark("rank", behind)
    first = _behind_signs(chart, rank.last if rank and not rank.hit.clitics else behind, last)
    end = name_end(chart, first, last, after_title=True)
    return actor_of(chart, phrase.named(first, end) if end > first else phrase)


def _body_at(chart: Chart, token: int) -> Actor | None:
    states = clitics_before(chart.word(token), "states")
    ahead = token + 1 if states is not None else token
    for kind in _BODIES:
        mark = chart.mark(kind, ahead)
        if mark is not None and (states is None or kind == "organisation"):
            phrase = Phrase(token, mark.last, clitics=mark.hit.clitics if states is None else states, official=True)
            return actor_of(chart, phrase, "body" if kind == "organisation" else "country", mark.hit.code)
    return None
