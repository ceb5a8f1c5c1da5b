"""Whether a change is of a part of a force only: `most American troops`, `half of the 9,800 soldiers`."""

from rasid.enrichment.extract.troop_bounds import Numbers
from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_figures import Figure
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords

_REACH = 4
"""Words before a force that may say that only a part of it is meant."""
_NEAR = 3
_HALF = 0.5


def is_part(chart: Chart, force: Force, trigger: TriggerMention, words: TroopWords) -> bool:
    """Whether not all of a force goes: `most American troops`, `half of its soldiers`."""
    first = trigger.last if trigger.last <= force.first else max(force.first - _REACH, 0)
    return any(chart.word(i) in words["partial"] for i in range(first, force.head))


def of_part(chart: Chart, figure: Figure, words: TroopWords) -> Numbers | None:
    """The numbers of a cut that takes a part of a number of troops: it is what was before."""
    before = [chart.word(i) for i in range(figure.first - _NEAR, figure.first + 1)]
    linked = bool(words["part_link"] & {*before[1:]})
    part = next((word for word in reversed(before[:-1]) if word in words["partial"]), None)
    if part is None or not linked or figure.number.value is None:
        return None
    return Numbers(count_from=figure.number.value, multiplier=_HALF if part in words["half"] else None)
