"""Where things happen, in English: in Amman, at the Elysee, at his lakeside residence."""

from collections.abc import Iterator
from dataclasses import replace

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.extract.places import Locative
from rasid.enrichment.languages.en.names import hyphenated
from rasid.enrichment.languages.en.words import is_capitalised, words_of
from rasid.enrichment.text.document import HitKind

_IN = frozenset({"in", "at", "on", "to", "near", "outside", "from"})
_ARTICLES = frozenset({"the", "his", "her", "its", "their", "a", "an"})
_KINDS: tuple[HitKind, ...] = ("place", "country")
_LONGEST = 7
_CITY = frozenset({"city", "town", "capital", "port", "village", "resort"})
_SHORTEST_NOUN = 3
_NO_TOPICS = (
    "function", "auxiliary", "meet_noun", "meet_verb", "hold_verb", "host_verb", "meet_with_verb", "speak_verb",
    "call_noun", "travel", "weekday", "meets_with", "group", "former", "place_noun",
)  # fmt: skip


def places_of(chart: Chart, first: int, last: int) -> tuple[Locative, ...]:
    """The places of a token range that a preposition marks as where something happens."""
    return tuple(_places(chart, first, last))


def _places(chart: Chart, token: int, last: int) -> Iterator[Locative]:
    for position in range(token, last - 1):
        if chart.word(position) in _IN and not _is_topic(chart, position - 1):
            ahead = _behind_city_of(chart, position + 2 if chart.word(position + 1) in _ARTICLES else position + 1)
            found = _place_at(chart, position, ahead, last)
            if found is not None:
                yield found


def _behind_city_of(chart: Chart, token: int) -> int:
    """in the Kenyan port of Mombasa."""
    nationality = chart.mark("nationality", token)
    ahead = nationality.last if nationality else token
    return ahead + 2 if chart.word(ahead) in _CITY and chart.word(ahead + 1) == "of" else token


def _is_topic(chart: Chart, token: int) -> bool:
    """Whether a noun before the preposition says that the place is what is talked about: the war in Syria."""
    word = chart.word(token)
    plain = word.isalpha() and len(word) > _SHORTEST_NOUN and not is_capitalised(chart, token)
    return plain and not any(word in words_of(kind) for kind in _NO_TOPICS) and not word.endswith("ly")


def _place_at(chart: Chart, preposition: int, token: int, last: int) -> Locative | None:
    for kind in _KINDS:
        mark = chart.mark(kind, token) or chart.mark(kind, token - 1)
        if mark is not None and chart.word(preposition) != "on" and mark.last > token:
            possessive = chart.word(mark.last) == "'"
            if possessive:
                return _place_at(chart, preposition, mark.last + 2, last)
            town = mark.hit.name if kind == "place" and chart.mark("institution", mark.first) is None else None
            place = _locative(chart, max(token, mark.first), mark.last, mark.hit.code, town)
            return replace(place, is_country=kind == "country")
    building = chart.mark("institution", token) or chart.mark("institution", token - 1)
    if (
        building is not None
        and building.last > token
        and is_capitalised(chart, token)
        and building.last > building.first + 1
    ):
        return _locative(chart, token, building.last, building.hit.code)
    if chart.mark("organisation", token) is not None or chart.mark("nationality", token) is not None:
        return None
    behind = token
    while behind < min(last, token + _LONGEST) and is_capitalised(chart, behind):
        behind = hyphenated(chart, behind + 1, last)
    if behind == token or chart.word(token) in words_of("not_a_name") - _PLACE_WORDS or chart.word(preposition) == "to":
        return None
    named = chart.word(behind - 1) in words_of("place_noun") or chart.word(preposition) == "at"
    return _locative(chart, token, behind, None) if named else None


_PLACE_WORDS = frozenset(
    {"capitol", "trump", "national", "oval", "supreme", "state", "white", "republican", "security"}
)


def _locative(chart: Chart, first: int, last: int, country: str | None, town: str | None = None) -> Locative:
    return Locative(first, last, chart.source(first, last), country, town)
