"""Where things happen, in English: in Amman, at the Elysee, a White House dinner, visited Oslo."""

from collections.abc import Iterator

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.extract.places import Locative
from rasid.enrichment.languages.en.names import hyphenated
from rasid.enrichment.languages.en.words import ARTICLES, is_capitalised, words_of
from rasid.enrichment.text.document import HitKind

_IN = frozenset({"in", "at", "on", "to", "near", "outside", "for"})
_KINDS: tuple[HitKind, ...] = ("place", "country")
_LONGEST = 7
_CITY = frozenset({"city", "town", "capital", "port", "village", "resort"})
_SHORTEST_NOUN = 3
_JOURNEY = 10
"""Tokens between a word of travel and the place one travels to."""
_OFFICE = 3
"""Tokens of an office: the prime minister in Oslo."""
_NO_TOPICS = (
    "function", "auxiliary", "meet_noun", "meet_verb", "hold_verb", "host_verb", "meet_with_verb", "speak_verb",
    "call_noun", "travel", "weekday", "meets_with", "group", "former", "place_noun", "takes_place", "venue",
)  # fmt: skip


def places_of(chart: Chart, first: int, last: int) -> tuple[Locative, ...]:
    """The places of a token range that a preposition, a verb or a noun of meeting marks as where something happens."""
    return tuple(_places(chart, first, last))


def _places(chart: Chart, token: int, last: int) -> Iterator[Locative]:
    words, marked = chart.words, chart.marked
    for position in [t for t in range(token, last - 1) if words[t] in _IN or t in marked]:
        found = None
        if words[position] in _IN and _leads_to_a_place(chart, position, token):
            ahead = _behind_city_of(chart, position + 2 if words[position + 1] in ARTICLES else position + 1)
            found = _place_at(chart, position, ahead, last)
        elif position in marked:
            found = _beside(chart, position)
        if found is not None:
            yield found


def _leads_to_a_place(chart: Chart, preposition: int, first: int) -> bool:
    """Whether what stands before a preposition lets it say where: no topic, no title, travel before "to", a plan
    before "for"."""
    word = chart.word(preposition)
    if word == "for":
        return chart.word(preposition - 1) in words_of("still_to_come")
    if word != "to":
        return word == "at" or not _is_topic(chart, preposition - 1)
    if chart.word(preposition - 1) in words_of("title_noun"):
        return False
    return any(chart.word(t) in words_of("brings") for t in range(max(first, preposition - _JOURNEY), preposition))


def _behind_city_of(chart: Chart, token: int) -> int:
    """in the Kenyan port of Mombasa."""
    nationality = chart.mark("nationality", token)
    ahead = nationality.last if nationality else token
    return ahead + 2 if chart.word(ahead) in _CITY and chart.word(ahead + 1) == "of" else token


def _is_topic(chart: Chart, token: int) -> bool:
    """Whether a noun before the preposition says that the place is what is talked about: the war in Syria."""
    word = chart.word(token)
    plain = word.isalpha() and len(word) > _SHORTEST_NOUN and not is_capitalised(chart, token)
    if not plain or any(word in words_of(kind) for kind in _NO_TOPICS) or word.endswith("ly"):
        return False
    offices = (chart.mark("office", start) for start in range(token - _OFFICE, token + 1))
    return all(office is None or office.last <= token for office in offices)


def _beside(chart: Chart, token: int) -> Locative | None:
    """A place that a verb or a noun marks: visited Oslo, a White House dinner, the Oslo summit."""
    visited = chart.word(token - 1) in words_of("visited")
    for kind in ("place", "country", "institution"):
        mark = chart.mark(kind, token)
        if mark is None:
            continue
        hosts = kind != "country" and chart.word(mark.last) in words_of("venue") and is_capitalised(chart, token)
        if (visited and kind != "institution") or (hosts and (kind == "place" or _is_building(chart, mark))):
            return _located(chart, token, mark, kind)
    return None


def _is_building(chart: Chart, mark: Mark) -> bool:
    return chart.word(mark.last - 1) in words_of("place_noun") and mark.last > mark.first + 1


def _place_at(chart: Chart, preposition: int, token: int, last: int) -> Locative | None:
    for kind in _KINDS:
        mark = chart.mark(kind, token) or chart.mark(kind, token - 1)
        if mark is not None and chart.word(preposition) != "on" and mark.last > token:
            if chart.word(mark.last) == "'":
                return _place_at(chart, preposition, mark.last + 2, last)
            return None if _names_else(chart, mark.last) else _located(chart, max(token, mark.first), mark, kind)
    building = chart.mark("institution", token) or chart.mark("institution", token - 1)
    if building is not None and building.last > max(token, building.first + 1) and is_capitalised(chart, token):
        if chart.word(building.last) == "'":
            return _place_at(chart, preposition, building.last + 2, last) or _located(
                chart, token, building, "institution"
            )
        return _located(chart, token, building, "institution")
    if chart.mark("organisation", token) is not None or chart.mark("nationality", token) is not None:
        return None
    return _named(chart, preposition, token, last)


def _names_else(chart: Chart, behind: int) -> bool:
    """Whether a place only begins another name: the Oslo Times, Oslo-based."""
    if chart.word(behind) == "-":
        return chart.word(behind + 1) == "based"
    return chart.word(behind) in words_of("no_place") and is_capitalised(chart, behind)


def _named(chart: Chart, preposition: int, token: int, last: int) -> Locative | None:
    """A building by its capitals: at Bellevue Palace."""
    behind = token
    while behind < min(last, token + _LONGEST) and is_capitalised(chart, behind):
        behind = hyphenated(chart, behind + 1, last)
    if behind == token or chart.word(preposition) in ("to", "for"):
        return None
    alone = behind == token + 1 and chart.word(token) not in words_of("place_noun")
    if chart.word(token) in words_of("not_a_name") and (alone or chart.word(token) not in _PLACE_WORDS):
        return None
    place_like = chart.word(preposition) == "at" and not _is_acronym(chart, token, behind)
    named = chart.word(behind - 1) in words_of("place_noun") or place_like
    return Locative(token, behind, chart.source(token, behind), None) if named else None


def _is_acronym(chart: Chart, first: int, last: int) -> bool:
    return last == first + 1 and chart.source(first, last).isupper()


_PLACE_WORDS = frozenset(
    {"capitol", "trump", "national", "oval", "supreme", "state", "white", "republican", "security"}
)


def _located(chart: Chart, first: int, mark: Mark, kind: HitKind) -> Locative:
    town = mark.hit.name if kind == "place" and chart.mark("institution", mark.first) is None else None
    place = Locative(first, mark.last, chart.source(first, mark.last), mark.hit.code, town)
    return place._replace(is_country=kind == "country")
