"""The force that an English trigger without a number says will come, go, grow, shrink or stay."""

from collections.abc import Sequence

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords

_GAP = 6
_GAP_BEFORE = 10


def changed_en(
    chart: Chart, trigger: TriggerMention, behind: Force | None, before: Force | None, words: TroopWords
) -> Force | None:
    """The object of a trigger, or else its subject."""
    return _object(chart, trigger, behind, words) or _subject(chart, trigger, before, words)


def _object(chart: Chart, trigger: TriggerMention, force: Force | None, words: TroopWords) -> Force | None:
    """`withdraw its troops`, `withdrew half of its soldiers`, `the withdrawal of most troops`, `bring troops home`."""
    if force is None:
        return None
    if trigger.last > force.head:
        return force
    gap = [chart.word(i) for i in range(trigger.last, force.first)]
    if trigger.form != "noun" and gap[:1] == ["in"]:  # send in more troops
        gap = gap[1:]
    if trigger.form == "noun" and gap[:1] not in (["of"], ["in"]):
        return None
    inner = gap[trigger.form == "noun" :]
    if trigger.action == "maintain" and chart.word(force.last + 1) in words["in_charge"]:
        return None
    fitting = len(gap) <= _GAP and all(_fits(word, words) for word in inner)
    return force if fitting and (trigger.action != "maintain" or _is_plain(inner, words)) else None


def _fits(word: str, words: TroopWords) -> bool:
    """Whether a word may stand between a verb and its object."""
    other = word in words["object_break"] or word in words["breaks"] or word in words.triggers
    return word in words["filler"] or (word[:1].isalnum() and not other)


def _is_plain(gap: Sequence[str], words: TroopWords) -> bool:
    return all(word in words["filler"] for word in gap)


def _subject(chart: Chart, trigger: TriggerMention, force: Force | None, words: TroopWords) -> Force | None:
    """`troops will be sent`, `troops are arriving`, `troop withdrawal`; not `troops stationed there`."""
    if force is None or trigger.position - force.last > _GAP_BEFORE:
        return None
    gap = _behind_they(_without_places(chart, force.last, trigger.position, words))
    if trigger.form == "noun":
        return force if not gap and trigger.action != "deploy" else None
    if force.bare or not all(_may_precede(word, words) for word in gap):
        return None
    if trigger.action == "maintain" and chart.word(trigger.position) not in words["leaving"]:
        return force if words["modal"] & set(gap) else None
    passive = trigger.form == "past" and bool(words["be"] & set(gap))
    if trigger.action == "maintain" and not passive and chart.word(trigger.position) not in words["intransitive"]:
        return None
    return force if passive or chart.word(trigger.position) in words["intransitive"] else None


def _behind_they(gap: list[str]) -> list[str]:
    """What stands behind `they`: `U.S. forces in Mali, since they arrived`."""
    return gap[len(gap) - gap[::-1].index("they") :] if "they" in gap else gap


def _may_precede(word: str, words: TroopWords) -> bool:
    """Whether a word may stand between a subject and its verb."""
    known = word in words["auxiliary"] or word in words["chain"] or word in words["negation"]
    return known or word in words["future"] or word in words["begun"] or words.is_adverb(word)


def _without_places(chart: Chart, first: int, last: int, words: TroopWords) -> list[str]:
    """The words of `[first, last)` without places: `in Syria will be` is `will be`."""
    left: list[str] = []
    position = first
    while position < last:
        place = next(iter(places_at(chart, position)), None)
        if place is None and chart.word(position) not in words["at_place"] - {"to"}:
            left.append(chart.word(position))
        position = place.last if place else position + 1
    return left


def places_at(chart: Chart, token: int) -> list[Mark]:
    """The place and the country that begin at a token."""
    return [mark for mark in (chart.mark("place", token), chart.mark("country", token)) if mark]
