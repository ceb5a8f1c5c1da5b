"""Where the troops of an announcement are, go to or leave."""

from collections.abc import Iterator
from dataclasses import dataclass

from rasid.enrichment.extract.troop_chart import Chart, Mark, name_of
from rasid.enrichment.extract.troop_places_ar import noun_places
from rasid.enrichment.extract.troop_places_en import home_places, noun_places_en
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import HitKind, Sentence
from rasid_schemas.extraction import TroopAction

_MARKERS_AR = frozenset({"ب", "ل", "وب"})
_REACH = 22
"""Words; a place before the trigger counts as twice as far away."""
_BORDER_REACH = 14
_WRONG_WAY_MALUS = 8
_HOME_MALUS = 100
_BREAK_MALUS = 10
_DEFINITE_REACH = 3
_TOPIC = 16
_MOTION_REACH = 7
_LAST_NAMED = 250
"""Words before `there` in which the place it stands for is named."""
_DETERMINERS = frozenset({"the", "a", "an", "its", "their"})
_COUNTRY_KINDS: tuple[HitKind, ...] = ("country", "place", "nationality")


@dataclass(frozen=True, slots=True)
class Location:
    """A place as named, and its country where it lies in one."""

    name: str
    country: str | None
    unsure: bool = False
    """Whether no gazetteer knows its country, so that the rest of the article decides."""


def state(affiliation: str | None) -> str | None:
    """The affiliation if it is a country's, by its ISO 3166 alpha-2 code."""
    return affiliation if affiliation and len(affiliation) == 2 and affiliation.isupper() else None


@dataclass(frozen=True, slots=True)
class Change:
    """What is placed: a change or a number told at the token `anchor` of a sentence."""

    sentence: Sentence
    anchor: int
    action: TroopAction
    home: str | None
    """The country whose troops they are, where they rarely go."""
    taken: tuple[tuple[int, int], ...]
    """The tokens that name forces, `[first, last)` each."""
    usual_home: str | None = None
    """Whose troops the text names most."""
    domestic: bool = False
    """Whether they serve at home, where gazetteers know few places."""


def chart_word_before(chart: Chart, mark: Mark) -> str:
    """The word before the preposition of a place."""
    return chart.word(mark.first - 2)


class PlaceFinder:
    """Finds the places of changes in one document."""

    def __init__(self, chart: Chart, words: TroopWords) -> None:
        self._chart = chart
        self._words = words

    def find(self, change: Change) -> tuple[Location | None, bool]:
        """The place a sentence tells for a change, and whether it tells one at all."""
        found = min(self._places(change), key=lambda place: place[0], default=None)
        border = self._border(change)
        if border and (found is None or found[0] >= border[0]):
            return border[1], True
        there = self._there(change)
        if found and (there is None or found[0] <= there - change.anchor):
            return self._location(found[1]), True
        meant = None if there is None else self._last_named(there, change.home or change.usual_home)
        return meant, meant is not None

    def _places(self, change: Change) -> Iterator[tuple[int, Mark]]:
        """The places a preposition makes places of the change, with their distance from it."""
        phrases = {mark.first: mark for mark in self._phrases(change)}
        behind = 0
        for token in range(change.sentence.first_token, change.sentence.last_token):
            distance = self._distance(token, change)
            if token < behind or distance > _REACH or any(first <= token < last for first, last in change.taken):
                continue
            mark = phrases.get(token) or self._mark(token)
            if mark and self._is_location(mark) and not self._has(mark, change):
                behind = mark.last
                yield distance + self._malus(mark, change), mark

    @staticmethod
    def _has(mark: Mark, change: Change) -> bool:
        """Whether a country is told as having the troops: `لفرنسا 900 جندي`."""
        return mark.last <= change.anchor and mark.hit.clitics.endswith("ل")

    def _phrases(self, change: Change) -> Iterator[Mark]:
        """The places that a common noun tells, at home also those that no gazetteer knows."""
        if self._chart.document.language == "ar":
            yield from noun_places(self._chart, change.sentence, self._words)
            return
        yield from noun_places_en(self._chart, change.sentence, self._words)
        if change.domestic:
            yield from home_places(self._chart, change.sentence, change.home, self._words)

    def _distance(self, token: int, change: Change) -> int:
        """Words between a token and a change, doubled before it, but few where it opens the sentence: `In Iraq,`."""
        if token >= change.anchor:
            return token - change.anchor
        before = 2 * (change.anchor - token) + ("," in self._chart.words[token : change.anchor])
        return min(before, _TOPIC) if token == change.sentence.first_token + 1 else before

    def _mark(self, token: int) -> Mark | None:
        """The longest name of a place or country that begins at a token."""
        marks = [mark for mark in (self._chart.mark("place", token), self._chart.mark("country", token)) if mark]
        return max(marks, key=lambda mark: mark.last, default=None)

    def _front(self, mark: Mark) -> int:
        """The first token of a place with the direction or kind before it: `northern Syria`, `قاعدة إنجيرليك`."""
        first = mark.first
        while first and self._chart.word(first - 1) in self._words.any_of("direction", "base"):
            first -= 1
        return first

    def _preposition(self, mark: Mark) -> str:
        first = self._front(mark)
        while self._chart.word(first - 1) in self._words["place_adjective"]:
            first -= 1 + 2 * (self._chart.word(first - 2) == "-")  # next-door
        return self._chart.word(first - 1 - (self._chart.word(first - 1) in _DETERMINERS))

    def _is_location(self, mark: Mark) -> bool:
        if mark.hit.name in self._words["no_location"]:
            return False
        if any(self._chart.word(i) in self._words["where"] for i in (mark.last, mark.last + 1)):
            return True
        clitic = mark.hit.clitics in _MARKERS_AR or self._front(mark) < mark.first
        if self._chart.document.language == "ar" and clitic:
            return True
        before = self._preposition(mark)
        if chart_word_before(self._chart, mark) in self._words.any_of(
            "each", "most_of_them"
        ):  # كل من تشاد، معظمهم من تشاد
            return False
        if self._chart.word(mark.first - 1) == "," and self._chart.word(mark.first - 2) in self._words["capital"]:
            return True  # the capital, Tripoli
        return before in self._words["at_place"] or self._is_entered(mark)

    def _is_entered(self, mark: Mark) -> bool:
        """Whether a place is the object of a verb of motion: `غادرت القوات الفرنسية مالي`."""
        verbs = self._words["motion"]
        return any(self._chart.word(i) in verbs for i in range(mark.first - _MOTION_REACH, mark.first))

    def _malus(self, mark: Mark, change: Change) -> int:
        """What speaks against a place: troops that come are not from there, those that leave do not go there.

        Troops rarely go home or leave home, unless the text says so: `إلى`, `من`.
        """
        between = range(change.anchor, mark.first) if mark.first > change.anchor else range(mark.last, change.anchor)
        broken = _BREAK_MALUS * any(self._chart.word(i) in self._words["place_break"] for i in between)
        return broken + self._way_malus(mark, change)

    def _way_malus(self, mark: Mark, change: Change) -> int:
        ways = ("away", "towards") if change.action in ("withdraw", "decrease", "strength") else ("towards", "away")
        preposition = self._preposition(mark)
        if change.action == "strength" and preposition in self._words["away"]:  # جنود من أوغندا
            return _WRONG_WAY_MALUS + _HOME_MALUS * (mark.hit.code == change.home)
        if preposition in self._words[ways[1]] or self._is_no_aim(mark):
            return _WRONG_WAY_MALUS + _HOME_MALUS * (mark.hit.code == change.home)
        return _HOME_MALUS * (mark.hit.code == change.home and preposition not in self._words[ways[0]])

    def _is_no_aim(self, mark: Mark) -> bool:
        """Whether a preposition does not say where troops go: `based in Padua`, `the governor of Arizona`."""
        before = self._front(mark) - 1
        before -= self._chart.word(before) == "the"
        if self._chart.word(before - 1) in self._words["based"]:
            return True
        return self._chart.word(before) == "of" and self._chart.word(before - 1) not in self._words["place_of"]

    def _location(self, mark: Mark) -> Location:
        first = self._front(mark)
        start = self._chart.tokens[first].start if first < mark.first else mark.hit.start
        name = self._chart.document.text[start : mark.hit.end]
        swallowed = mark.hit.clitics.endswith("ل") and self._chart.document.folded[: mark.hit.start].endswith("لل")
        code, unsure = mark.hit.code, False
        if not mark.hit.name and code is None:
            code = self._code_around(mark)
            unsure = code is None
        return Location("ال" + name if swallowed else name, code, unsure)

    def _code_around(self, mark: Mark) -> str | None:
        """The country of a place no gazetteer knows: of `بجنوب كينيا` behind it, or what `البلاد` stands for."""
        for token in (mark.last, mark.last + 1):
            behind = self._mark(token)
            if behind:
                return behind.hit.code
        own = any(self._chart.word(i) in self._words["there_country"] for i in range(mark.first, mark.last))
        before = self._chart.document.hits_in(0, mark.hit.start) if own else ()
        return next((hit.code for hit in reversed(before) if hit.kind in _COUNTRY_KINDS and hit.code), None)

    def _border(self, change: Change) -> tuple[int, Location] | None:
        """`the southern border` behind a token: of the country it names, else of the one whose troops go there."""
        for token in range(change.anchor, min(change.anchor + _BORDER_REACH, change.sentence.last_token)):
            if self._chart.word(token) not in self._words["border"]:
                continue
            nearest = (i for i in range(token, token - 5, -1) if self._chart.word(i - 1) in self._words["before_place"])
            first = next(nearest, 0)
            first = next((i for i in range(token - 1, first, -1) if self._chart.word(i) == "the"), first)
            if first > change.anchor:
                reach = 4 if self._chart.word(token + 1) in self._words["bordering"] else 2
                inside = [mark for i in range(first, token + reach) for mark in self._countries(i)]
                last = max([token + 1, *(mark.last for mark in inside)])
                country = inside[0].hit.code if inside else state(change.home)
                return first - change.anchor, Location(self._chart.source(first, last), country)
        return None

    def _countries(self, token: int) -> list[Mark]:
        marks = (self._chart.mark("nationality", token), self._chart.mark("country", token))
        return [mark for mark in marks if mark]

    def _last_named(self, there: int, home: str | None) -> Location | None:
        """The country or place abroad that the text names last before the word that stands for it."""
        for token in range(there - 1, max(0, there - _LAST_NAMED), -1):
            if self._chart.word(token) in self._words["border"] and self._chart.word(token - 1) == "the":
                return Location(self._chart.source(token - 1, token + 1), state(home))
            for mark in self._abroad(token, home):
                if mark.hit.kind != "nationality":
                    return self._location(mark)
                country = self._named_country(mark.hit.code, token)
                if country:
                    return country
        return None

    def _abroad(self, token: int, home: str | None) -> Iterator[Mark]:
        """A country, its adjective or a place with a preposition that begins at a token, if it lies abroad."""
        mark, adjective = self._mark(token), self._chart.mark("nationality", token)
        named = mark and (mark.hit.kind == "country" or self._is_location(mark))
        for found in (mark if named else None, adjective):
            region = found is not None and found.hit.kind == "place" and self._words.language == "en"
            abroad = found and found.hit.code != home and (found.hit.code is not None or region)
            if found and abroad and found.hit.name not in self._words["no_location"]:
                yield found

    def _named_country(self, code: str | None, token: int) -> Location | None:
        """A country as the text named it before a token."""
        document = self._chart.document
        hits = document.hits_in(0, self._chart.tokens[token].start)
        named = next((hit for hit in hits if hit.kind == "country" and hit.code == code), None)
        return Location(name_of(document, named), code) if named else None

    def _there(self, change: Change) -> int | None:
        """The word that stands for a place named before: `there`, `هناك`, but not `there are`."""
        last = min(change.anchor + _REACH, change.sentence.last_token)
        named = {token for first, behind in change.taken for token in range(first, behind)}  # ground troops
        ahead = (i for i in range(change.anchor, last) if i not in named)
        standing = self._words["there"]
        tokens = (i for i in ahead if self._chart.words[i] in standing)
        return next((i for i in tokens if self._stands_for_place(i)), None)

    def _stands_for_place(self, token: int) -> bool:
        """`there` and `the region`, not `there are` and `a region`."""
        if self._chart.word(token + 1) in self._words["be"]:
            return False
        definite = self._words["definite"]
        if not definite or self._chart.word(token) == "there":
            return True
        return any(self._chart.word(i) in definite for i in range(token - _DEFINITE_REACH, token))
