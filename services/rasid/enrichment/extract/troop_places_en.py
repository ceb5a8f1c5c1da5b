"""Places that English tells by a common noun: `Al Qaim air base`, `two military outposts`, `the embassy`."""

from collections.abc import Iterator

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Hit, HitKind, Sentence

_LONGEST = 6
"""Words before the noun, at most."""
_NO_PLACES: tuple[HitKind, ...] = ("institution", "organisation", "nationality")
_ABROAD = frozenset({"embassy", "consulate"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "that", "this"})


def noun_places_en(chart: Chart, sentence: Sentence, words: TroopWords) -> Iterator[Mark]:
    """The places of a sentence behind a preposition whose last word is a noun for a place, with a name before it."""
    nouns = words["place_noun"]
    for token in range(sentence.first_token, sentence.last_token):
        if chart.words[token] in nouns:
            first = _first(chart, token, sentence, words)
            if first is not None and first < token:
                start, end = chart.tokens[first].start, chart.tokens[token].end
                yield Mark(first, token + 1, Hit(start, end, "place", _code(chart, first, token), "", ""))


def _first(chart: Chart, noun: int, sentence: Sentence, words: TroopWords) -> int | None:
    """The first word behind the preposition; None where another word than a name or a kind stands between."""
    for first in range(noun - 1, max(noun - _LONGEST, sentence.first_token) - 1, -1):
        word = chart.words[first]
        if word in words["at_place"]:
            return first + 1 + (chart.word(first + 1) in _DETERMINERS)
        name = chart.document.text[chart.tokens[first].start].isupper() or not word[:1].isalpha()
        if not (name or word in words["place_kind"] or word in _DETERMINERS) or word in (",", ";", "."):
            return None
    return None


def _code(chart: Chart, first: int, last: int) -> str | None:
    """The country of a place or country that the phrase names; an embassy does not lie in its own."""
    if chart.words[last] in _ABROAD:
        return None
    for token in range(first, last):
        for kind in ("place", "country"):
            mark = chart.mark(kind, token)
            if mark:
                return mark.hit.code
    return None


def home_places(chart: Chart, sentence: Sentence, home: str | None, words: TroopWords) -> Iterator[Mark]:
    """Names behind `in` or `to` that no gazetteer knows, or knows as another country's: `Ferguson`, `Georgia`."""
    token = sentence.first_token + 1
    while token < sentence.last_token:
        last = _end_of_name(chart, token, sentence, words) if chart.words[token - 1] in words["where_to"] else token
        if last > token:
            start, end = chart.tokens[token].start, chart.tokens[last - 1].end
            yield Mark(token, last, Hit(start, end, "place", home, "", ""))
        token = max(last, token + 1)


def _end_of_name(chart: Chart, token: int, sentence: Sentence, words: TroopWords) -> int:
    """Where the capitalised words that begin at a token end; none of them known as something else than a place."""
    last = token
    while last < sentence.last_token and chart.document.text[chart.tokens[last].start].isupper():
        if any(chart.mark(kind, last) for kind in _NO_PLACES) or chart.words[last] in words["no_home_place"]:
            return token
        if chart.mark("country", last) and chart.words[last] not in words["state_namesake"]:
            return token
        last += 1
    return last
