"""The numbers of a sentence that count troops, and which trigger each belongs to."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rasid.enrichment.extract.numbers import NumberMention
from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence

FEWEST_ALONE = 100
"""Smaller numbers without a word for soldiers are something else."""
_BEFORE, _AFTER = 11, 7
"""How many words away a trigger may stand before and behind the number it governs."""
_FAR_AHEAD = 16
_GIVEN_AFTER = 4
_TARGET_BEFORE = 18
"""The same for a number that `to` makes the target of a change."""


class Figure(NamedTuple):
    """A number of troops in the tokens `[first, last)`, and the force it counts."""

    number: NumberMention
    force: Force | None
    first: int
    last: int
    alone: bool
    """Whether no word for soldiers stands with it: `4,000 more`."""
    joined: bool = False
    """Whether it goes on with the figure before it: `and 400 in Kosovo`."""


def figures_in(
    chart: Chart,
    sentence: Sentence,
    numbers: Sequence[NumberMention],
    forces: Sequence[Force],
    triggers: Sequence[TriggerMention],
    previous: Force | None,
    words: TroopWords,
) -> list[Figure]:
    """The figures of a sentence in order; `previous` is the last force named before it."""
    bound = {
        force.number.first: Figure(force.number, _counted(chart, force, forces, words), force.first, force.last, False)
        for force in forces
        if force.number
    }
    alone = _alone(chart, sentence, numbers, forces, triggers, previous, words)
    found = [*bound.values(), *(figure for figure in alone if figure.first not in bound)]
    return sorted(found, key=lambda figure: figure.first)


def _counted(chart: Chart, force: Force, forces: Sequence[Force], words: TroopWords) -> Force:
    """The force a number counts: `جندي` in `عدد القوات الدولية 500 جندي` are the forces named before."""
    if force.owner or force.number is None:
        return force
    before = next((f for f in reversed(forces) if f.last <= force.first and f.number is None), None)
    if before is None or force.first - before.last > _BEFORE:
        return force
    sized = any(chart.word(i) in words["size"] for i in range(before.last, force.first))
    counted = chart.word(before.first - 1) in words["counting"] or chart.word(before.first - 2) in words["counting"]
    if not (sized or counted):
        return force
    return before._replace(number=force.number, first=force.first, last=force.last, head=force.head)


def _alone(
    chart: Chart,
    sentence: Sentence,
    numbers: Sequence[NumberMention],
    forces: Sequence[Force],
    triggers: Sequence[TriggerMention],
    previous: Force | None,
    words: TroopWords,
) -> Iterator[Figure]:
    for number in numbers:
        least = number.value if number.value is not None else number.minimum or 0
        near = any(0 < number.first - t.position <= _BEFORE or 0 < t.position - number.last <= 2 for t in triggers)
        force = next((f for f in reversed(forces) if f.last <= number.first), previous)
        if number.kind != "plain" or least < FEWEST_ALONE or force is None:
            continue
        if _is_joined(chart, number, forces, words):
            yield Figure(number, force, number.first, number.last, True, True)
            continue
        tells = chart.word(number.last) in words["already"] or _is_counted(chart, number, force, words)
        if not near and not tells:
            continue
        paired = chart.word(number.first - 1) in words["up_to"] and any(
            f.number and f.last == number.first - 1 for f in forces
        )
        if paired:
            yield Figure(number, force, number.first, number.last, True)
            continue
        ends = number.last >= sentence.last_token or chart.word(number.last) in words["ends_alone"]
        if force is previous and chart.word(number.last) not in words["others"]:
            continue
        leads = bool(number.hedge) or number.form == "from_to" or chart.word(number.first - 1) in words["leads_alone"]
        leads = leads or chart.word(number.first - 1) in words.triggers
        if ends and leads:
            yield Figure(number, force, number.first, number.last, True)


def _is_counted(chart: Chart, number: NumberMention, force: Force, words: TroopWords) -> bool:
    """`عدد الجنود الأجانب هناك يبلغ 100 ألف`: the number of a force that is counted before it."""
    counting = any(chart.word(i) in words["counting"] for i in (force.first - 1, force.first - 2))
    near = 0 <= number.first - force.last <= _BEFORE
    return counting and near and any(chart.word(i) in words["telling"] for i in range(force.last, number.first))


def _is_joined(chart: Chart, number: NumberMention, forces: Sequence[Force], words: TroopWords) -> bool:
    """`30,000 troops in Cyprus and 400 in Kosovo`: the same troops elsewhere."""
    counted = any(force.number and force.last <= number.first for force in forces)
    joint = chart.word(number.first - 1) in words["coordination"]
    return counted and joint and chart.word(number.last) in words["in_place"]


def governing(
    chart: Chart, figure: Figure, triggers: Sequence[TriggerMention], words: TroopWords
) -> TriggerMention | None:
    """The trigger a figure belongs to: the verb it is object or subject of, or the noun before it."""
    before = next((t for t in reversed(triggers) if t.position < figure.first), None)
    reach = _TARGET_BEFORE if chart.word(figure.number.first - 1) in words["up_to"] else _BEFORE
    if before and (figure.first - before.position > reach or _broken(chart, words, before.position, figure.first)):
        before = None
    after = next((t for t in triggers if t.position >= figure.last), None)
    english = chart.document.language == "en"
    if after and english and after.form == "noun" and after.position > figure.last:
        after = None
    if after and (
        after.position - figure.last > _reach_ahead(chart, figure, after, words)
        or _broken(chart, words, figure.last, after.position)
    ):
        after = None
    if before is None or after is None:
        return before or after or _giving(chart, figure, words)
    participle = english and after.form == "past" and after.position == figure.last
    if figure.first - before.last <= 1 and not participle:
        return before
    between = [chart.word(i) for i in range(figure.last, after.position)]
    follows = after.form in ("past", "base", "future", "present") and all(w in words["auxiliary"] for w in between)
    return after if follows and english else before


def _reach_ahead(chart: Chart, figure: Figure, trigger: TriggerMention, words: TroopWords) -> int:
    """How far before a verb its subject may stand; an auxiliary says that it has one: `300 men from X are arriving`."""
    led = chart.word(trigger.position - 1) in words["be"] | words["modal"] - {"to"}
    joined = any(chart.word(i) == "and" for i in range(figure.last, trigger.position))
    return _FAR_AHEAD if led and not joined and chart.document.language == "en" else _AFTER


def _giving(chart: Chart, figure: Figure, words: TroopWords) -> TriggerMention | None:
    """A verb that gives troops only where they are its object: `ordered 2,200 troops to New Orleans`."""
    for position in range(figure.first - 1, figure.first - _GIVEN_AFTER - 1, -1):
        if chart.word(position) in words["giving"]:
            return TriggerMention(position, position + 1, "deploy", "base")
        if not _may_stand_between(chart, chart.word(position), words):
            return None
    return None


def _may_stand_between(chart: Chart, word: str, words: TroopWords) -> bool:
    """Whether a word may stand between a verb that gives and troops: in Arabic also who gives."""
    if word in words["filler"] or word == "for":
        return True
    stops = words.any_of("preposition", "breaks", "that", "saying")
    return chart.document.language == "ar" and word.isalpha() and word not in stops


def _broken(chart: Chart, words: TroopWords, first: int, last: int) -> bool:
    """Whether another clause begins between two tokens."""
    return any(chart.word(i) in words["breaks"] for i in range(first, last))
