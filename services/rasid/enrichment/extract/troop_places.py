"""Where the troops of an announcement are, go to or leave."""

from dataclasses import dataclass

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence

_MARKERS_AR = frozenset({"ب", "ل", "وب"})
_HOME_MALUS = 100
_REACH = 22
"""Words; one before the trigger counts twice."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place as named, and its country where it lies in one."""

    name: str
    country: str | None


def locate(
    chart: Chart,
    sentence: Sentence,
    anchor: int,
    taken: tuple[tuple[int, int], ...],
    home: str | None,
    words: TroopWords,
) -> Location | None:
    """The place nearest to a token of a sentence that a preposition makes one.

    What lies within `taken` names forces; `home` is the country whose troops they are, where they rarely go.
    """
    best: tuple[int, Mark] | None = None
    for position in range(sentence.first_token, sentence.last_token):
        for mark in _longest_first(chart, position):
            if any(first <= position < last for first, last in taken):
                continue
            if not _is_location(chart, mark, words):
                continue
            distance = position - anchor if position >= anchor else 2 * (anchor - position)
            if distance > _REACH:
                continue
            distance += _HOME_MALUS * (mark.hit.code == home)
            if best is None or distance < best[0]:
                best = (distance, mark)
    return _location(chart, best[1], words) if best else None


def _longest_first(chart: Chart, token: int) -> list[Mark]:
    marks = [mark for mark in (chart.mark("place", token), chart.mark("country", token)) if mark]
    return sorted(marks, key=lambda mark: -mark.last)


def border(chart: Chart, sentence: Sentence, anchor: int, home: str | None, words: TroopWords) -> Location | None:
    """`the southern border` behind a token: that of the country whose troops go there."""
    for position in range(anchor, min(anchor + _REACH, sentence.last_token)):
        if chart.word(position) in words["border"]:
            first = next(
                (i for i in range(position, position - 5, -1) if chart.word(i - 1) in words["before_place"]), 0
            )
            if first > anchor:
                inside = [m for i in range(first, position + 2) for m in _owners(chart, i)]
                last = max([position + 1, *(m.last for m in inside)])
                return Location(chart.source(first, last), inside[0].hit.code if inside else home)
    return None


def _owners(chart: Chart, token: int) -> list[Mark]:
    return [mark for mark in (chart.mark("nationality", token), chart.mark("country", token)) if mark]


def is_there(chart: Chart, sentence: Sentence, anchor: int, words: TroopWords) -> bool:
    """Whether a sentence places its troops by a word that stands for a place named before: `there`, `هناك`."""
    return any(chart.word(i) in words["there"] for i in range(anchor, min(anchor + _REACH, sentence.last_token)))


def last_named(chart: Chart, start: int, home: str | None, words: TroopWords) -> Location | None:
    """The last place abroad that the text names before an offset."""
    hits = chart.document.hits_in(0, start)
    for hit in reversed(hits):
        if hit.kind in ("place", "country") and hit.code not in (None, home) and hit.name not in words["no_location"]:
            return Location(chart.document.text[hit.start : hit.end], hit.code)
    return None


def _is_location(chart: Chart, mark: Mark, words: TroopWords) -> bool:
    if mark.hit.name in words["no_location"]:
        return False
    if any(chart.word(i) in words["where"] for i in (mark.last, mark.last + 1)):
        return True
    first = mark.first
    while chart.word(first - 1) in words["direction"] or chart.word(first - 1) == "the":
        first -= 1
    if chart.document.language == "ar":
        return mark.hit.clitics in _MARKERS_AR or chart.word(first - 1) in words["at_place"] or first < mark.first
    if chart.word(first - 1) == "of" and chart.word(first - 2) in ("president", "minister", "king"):
        return False
    return chart.word(first - 1) in words["at_place"]


def _location(chart: Chart, mark: Mark, words: TroopWords) -> Location:
    """The place with the direction before it: `northern Syria`, `جنوب أفغانستان`."""
    first = mark.first
    while first and chart.word(first - 1) in words["direction"] | words["base"]:
        first -= 1
    start = chart.tokens[first].start if first < mark.first else mark.hit.start
    name = chart.document.text[start : mark.hit.end]
    swallowed = mark.hit.clitics.endswith("ل") and chart.document.folded[: mark.hit.start].endswith("لل")
    return Location("ال" + name if swallowed else name, mark.hit.code)
