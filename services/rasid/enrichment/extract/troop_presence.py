"""Numbers that tell a strength rather than a change, and changes that are told without a number."""

from collections.abc import Sequence

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.extract.troop_figures import Figure
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence

_NEAR = 6
_PRESENT_BE = frozenset({"there", "has", "have", "had", "with"})
_STANDING = frozenset(
    {"stationed", "based", "serving", "deployed", "remain", "remains", "currently", "fighting", "operating"}
)
_PASSIVE = frozenset({"be", "been", "being", "were", "was", "will", "would"})
_REACH_OBJECT, _REACH_SUBJECT = 5, 5


def is_strength(
    chart: Chart, figure: Figure, trigger: TriggerMention | None, sentence: Sentence, words: TroopWords
) -> bool:
    """Whether a figure tells how many there are."""
    if chart.document.language == "ar":
        return _is_strength_ar(chart, figure, trigger, sentence, words)
    behind = [chart.word(i) for i in range(figure.last, min(figure.last + 3, sentence.last_token))]
    before = [chart.word(i) for i in range(max(sentence.first_token, figure.first - 5), figure.first)]
    has = any(word in _PRESENT_BE for word in before)
    if trigger is None:
        owned = figure.force is not None and figure.force.owner is not None and behind[:1] in (["in"], ["on"], ["at"])
        return has or any(word in _STANDING for word in behind) or owned
    if trigger.action == "maintain":
        future = any(word in ("will", "would", "to", "could", "should") for word in behind + before)
        return not future and trigger.position >= figure.last
    if trigger.position >= figure.last and trigger.form == "past":
        passive = any(word in _PASSIVE for word in behind)
        return has and not passive
    return False


def _is_strength_ar(
    chart: Chart, figure: Figure, trigger: TriggerMention | None, sentence: Sentence, words: TroopWords
) -> bool:
    before = [chart.word(i) for i in range(max(sentence.first_token, figure.first - _NEAR), figure.first)]
    behind = [chart.word(i) for i in range(figure.last, min(figure.last + 4, sentence.last_token))]
    cue = any(word in words["strength.cue"] for word in (*before, *behind))
    if trigger is None:
        return cue
    if trigger.form == "present" and trigger.action == "deploy" and trigger.position < figure.first:
        return chart.word(trigger.position - 1) not in ("ان", "لن", "لم", "قد", "لا", "ولم")
    between = [chart.word(i) for i in range(trigger.position + 1, figure.first)]
    return any(word in words["strength.cue"] for word in between[-4:]) and "الي" not in between


def is_change_without_number(
    chart: Chart, trigger: TriggerMention, forces: Sequence[Force], sentence: Sentence, words: TroopWords
) -> Force | None:
    """The force that a trigger says will come, go, grow or shrink, though nobody says by how many."""
    behind = next((f for f in forces if f.first > trigger.position), None)
    if behind and behind.head - trigger.position <= _REACH_OBJECT + 3:
        gap = [chart.word(i) for i in range(trigger.position + 1, behind.first)]
        if all(word in words["filler"] for word in gap) or trigger.last > behind.head:
            return behind
    before = next((f for f in reversed(forces) if f.last <= trigger.position), None)
    if before is None or trigger.position - before.last > _REACH_SUBJECT:
        return None
    if trigger.form == "noun":
        return before if chart.document.language == "en" and trigger.position == before.last else None
    gap = [chart.word(i) for i in range(before.last, trigger.position)]
    return before if all(len(word) < 6 or word in words["future"] for word in gap) else None
