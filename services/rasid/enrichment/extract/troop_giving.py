"""Verbs that send troops only where a place follows: `ordered ground troops to Mali`, `considers troops for Iraq`."""

from collections.abc import Iterator, Sequence

from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_objects_en import places_at
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords

_REACH = 5


def giving_verbs(chart: Chart, forces: Sequence[Force], words: TroopWords) -> Iterator[TriggerMention]:
    """The verbs of a sentence whose object is a force without a number, before `to`, `in` or `for` a place."""
    for force in forces:
        position = force.first - 1
        while force.first - position < _REACH and chart.word(position) in words["filler"]:
            position -= 1
        if chart.word(position) in words["announcing"] and force.number is None and _is_placed(chart, force, words):
            yield TriggerMention(position, position + 1, "deploy", "base")


def _is_placed(chart: Chart, force: Force, words: TroopWords) -> bool:
    if chart.word(force.last) not in words["at_place"]:
        return False
    begin = force.last + 1 + (chart.word(force.last + 1) in ("the", "northern", "southern", "eastern", "western"))
    ends = [mark.last for mark in places_at(chart, begin)] or [begin + 1] * (chart.word(begin) in words["border"])
    return bool(ends) and chart.word(max(ends)) not in words["chain"]  # announces forces in Mali will stay
