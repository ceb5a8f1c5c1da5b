"""Whose troops an announcement is about."""

from dataclasses import dataclass

from rasid.enrichment.extract.troop_chart import Chart, Mark, name_of
from rasid.enrichment.extract.troop_forces import Force, owners
from rasid.enrichment.extract.troop_spokesmen import is_of_person_en, is_subject_en, spokesmen
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.languages.capitals import capitals
from rasid.enrichment.text.document import HitKind, Sentence
from rasid.enrichment.text.normalise import FILLER, fold

_NEAR = 3
"""Words between a subject and its verb; the National Guard is American where no other country acts so near."""
_SEAT_REACH = 8
"""Words between the seat of a government and what it does."""
_LONGEST = 3
_PLACE_CLITICS = ("ب", "ل", "وب", "ول")


@dataclass(frozen=True, slots=True)
class Owner:
    """The force as named, or where no noun names it the country as named; its affiliation."""

    force: str | None
    affiliation: str | None
    named: bool
    """Whether the sentence itself says whose they are."""
    international: bool = False
    """Whether they are called foreign or international: nobody's in particular."""
    acting: str | None = None
    """Who acts, as named: `البريطانية`, `واشنطن`. It stands for the force where the article never names that."""


def owner_of(chart: Chart, sentence: Sentence, force: Force | None, position: int, words: TroopWords) -> Owner:
    """Whose a force is: said with its name, else by the subject of the verb at a token."""
    if force and force.affiliation:
        return Owner(force.name, force.affiliation, True)
    if force and force.international:
        return Owner(force.name, None, True, True)
    by_name = _by_name(chart, force, words)
    subject = _subject(chart, sentence, position, force, words)
    if by_name and subject and (subject.hit.kind != "country" or position - subject.last > _NEAR):
        subject = None
    name = force.name if force and (by_name or not _is_generic(force, words)) else None
    affiliation = _affiliation(subject, words) if subject else by_name
    if affiliation is None and force and _is_own(chart, force, words):
        return Owner(name, None, True)
    if subject is None or name or subject.hit.kind in ("nationality", "institution"):
        return Owner(name, affiliation, affiliation is not None, acting=_government(chart, subject, words))
    return Owner(name_of(chart.document, subject.hit), affiliation, True)


def _government(chart: Chart, subject: Mark | None, words: TroopWords) -> str | None:
    """How the country is named that somebody acts for: `البريطانية` of its authorities, but nothing of a person's."""
    if subject is None or subject.hit.kind == "institution":
        return None
    if chart.word(subject.first - 1) in words["office_holder"]:
        return None
    return name_of(chart.document, subject.hit)


def _is_own(chart: Chart, force: Force, words: TroopWords) -> bool:
    """Whether somebody's troops are called his: `its troops`, `قواتها`, `قوات بلاده`."""
    if chart.document.language == "en":
        return chart.word(force.first - 1) in words["own"]
    return chart.word(force.head).endswith(("ها", "هم", "ه")) or chart.word(force.head + 1) in words["own"]


def _by_name(chart: Chart, force: Force | None, words: TroopWords) -> str | None:
    """The country that alone has forces of that name: the National Guard."""
    inside = range(force.first, force.last) if force else range(0)
    return "US" if any(chart.word(i) in words["us_force"] for i in inside) else None


def is_non_state(affiliation: str | None, words: TroopWords) -> bool:
    """Whether an affiliation is an armed group that is no government's."""
    return fold(affiliation or "") in words["non_state"]


def is_domestic(force: str | None, words: TroopWords) -> bool:
    """Whether a force serves at home: the National Guard."""
    return not words["domestic"].isdisjoint(fold(force or "").split())


def _is_generic(force: Force, words: TroopWords) -> bool:
    """Whether a force is called by a word that fits any: soldiers, troops."""
    fitting = words.any_of("generic", "own_force", "adding")
    return all(word in fitting for word in fold(force.name).replace(FILLER, "").split())


def _affiliation(mark: Mark, words: TroopWords) -> str | None:
    return "US" if mark.hit.name in words["seat_us"] else mark.hit.code


def _subject(chart: Chart, sentence: Sentence, position: int, force: Force | None, words: TroopWords) -> Mark | None:
    """The country or body that acts: the last one before the verb, in Arabic also the first one behind it."""
    behind = force.first if force else position
    states = [mark for mark in owners(chart, sentence) if not is_non_state(mark.hit.code, words)]
    found = [mark for mark in states if not _is_place(chart, mark, words) and not _only_names(chart, mark, words)]
    actors = [*found, *_seats(chart, sentence, words), *spokesmen(chart, sentence)]
    if chart.document.language == "ar":
        between = [mark for mark in actors if position < mark.first < behind]
        if between:
            return between[0]
    else:
        actors = _acting_en(chart, sentence, actors, position, words)
    before = [mark for mark in actors if mark.first < position and not _is_far(mark, position)]
    before = before or [mark for mark in states if _has_troops(mark, position)]
    if not before and chart.document.language == "ar":
        groups = [mark for mark in owners(chart, sentence) if is_non_state(mark.hit.code, words)]
        before = [mark for mark in groups if mark.first < position and _acts(chart, mark, words)]
    return max(before, key=lambda mark: mark.first) if before else None


def _acting_en(chart: Chart, sentence: Sentence, actors: list[Mark], position: int, words: TroopWords) -> list[Mark]:
    """Those of the actors that an English sentence may have as subject of a verb at a token."""
    by_person = is_of_person_en(chart, sentence.first_token, position, words)
    found = [mark for mark in actors if is_subject_en(chart, mark, words)]
    return [mark for mark in found if mark.hit.kind == "institution"] if by_person else found


def _only_names(chart: Chart, mark: Mark, words: TroopWords) -> bool:
    """Whether a country only says which matter is meant, or who leads: `حرب فيتنام`, `بقيادة فرنسا`."""
    before = chart.word(mark.first - 1)
    return before in words["matter"] or before in words["leading"]


def _acts(chart: Chart, mark: Mark, words: TroopWords) -> bool:
    """Whether an armed group is not only what troops are sent against."""
    return not mark.hit.clitics and chart.word(mark.first - 1) not in words["place_preposition"] | words["matter"]


def _has_troops(mark: Mark, position: int) -> bool:
    """`لبريطانيا الآن 9 آلاف جندي`: who has them."""
    return mark.hit.clitics.endswith("ل") and 0 <= position - mark.last <= _NEAR


def _is_far(mark: Mark, position: int) -> bool:
    """Whether a capital is too far from the verb to stand for its government."""
    return mark.hit.kind == "place" and position - mark.last > _SEAT_REACH


def _seats(chart: Chart, sentence: Sentence, words: TroopWords) -> list[Mark]:
    marks = (chart.mark("place", i) for i in range(sentence.first_token, sentence.last_token))
    return [
        mark
        for mark in marks
        if mark
        and mark.hit.name in capitals(chart.document.language) | words["seat_us"] | words["seat_ru"]
        and not _is_place(chart, mark, words)
    ]


def _ending_at(chart: Chart, token: int) -> list[Mark]:
    """The countries and places that end before a token: Iraq of `in Iraq and Syria`."""
    tokens = range(token - _LONGEST, token)
    kinds: tuple[HitKind, ...] = ("country", "place")
    marks = (chart.mark(kind, begin) for begin in tokens for kind in kinds)
    return [mark for mark in marks if mark and mark.last == token]


def _is_place(chart: Chart, mark: Mark, words: TroopWords) -> bool:
    """Whether a country is told as a place: behind a preposition."""
    if mark.hit.kind not in ("country", "place"):
        return False
    if chart.word(mark.last) in words["ownerless"]:
        return True
    first = mark.first
    while chart.word(first - 1) in words["direction"]:  # in northern Mali
        first -= 1
    before = chart.word(first - 1)
    if before in ("and", ",") and any(_is_place(chart, other, words) for other in _ending_at(chart, mark.first - 1)):
        return True
    before = chart.word(first - 2) if before == "the" else before
    if before in words["upon"] and chart.word(mark.last) in words["obliged"]:  # على إيران أن تسحب قواتها
        return False
    if chart.word(mark.first - 2) in words["each"]:  # كل من أوغندا وبوروندي
        return False
    return before in words["place_preposition"] or mark.hit.clitics in _PLACE_CLITICS
