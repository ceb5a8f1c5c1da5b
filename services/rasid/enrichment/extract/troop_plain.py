"""Which changes without a number are no announcements, though a force and a trigger stand side by side."""

from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence

_SIDE_REACH = 4
"""Words from the head of a force on in which an Arabic text says for whom it fights."""
_INDEFINITE = 4
"""Words before a noun in which its article stands: `a full and hasty withdrawal`."""
_SUPPOSED = 14
"""Words behind it in which its verb stands."""
_NEED = 7
"""Words before a trigger in which a need for it is told."""
_SCENE_REACH = 4
"""Words behind a verb in which the scene of an incident is told: `arrive at the site`."""


def tells_change(
    chart: Chart, trigger: TriggerMention, force: Force, sentence: Sentence, date: str | None, words: TroopWords
) -> bool:
    """Whether a trigger without a number tells a change of armed forces in a place."""
    return not (
        _only_helped(chart, trigger, force, words)
        or _comes_to_a_scene(chart, trigger, words)
        or _is_by_the_way(chart, trigger, date, words)
        or _is_supposed(chart, trigger, sentence, words)
        or _is_needless(chart, trigger, words)
        or _enters(chart, trigger, date, words)
        or _is_side(chart, force, words)
        or _is_police(chart, trigger, force, sentence, words)
    )


def _only_helped(chart: Chart, trigger: TriggerMention, force: Force, words: TroopWords) -> bool:
    """`bolster the Iraqi security forces`: made stronger, not more."""
    if trigger.action != "increase" or trigger.form == "noun":
        return False
    inside = {chart.word(i) for i in range(force.first - 1, force.head)}
    return force.first > trigger.position and not inside.isdisjoint(words["local"])


def _comes_to_a_scene(chart: Chart, trigger: TriggerMention, words: TroopWords) -> bool:
    """`forces arrive at the site of the blast`."""
    behind = (chart.word(i) for i in range(trigger.last, trigger.last + _SCENE_REACH))
    return trigger.action == "deploy" and any(word in words["scene"] for word in behind)


def _is_by_the_way(chart: Chart, trigger: TriggerMention, date: str | None, words: TroopWords) -> bool:
    """`الدول التي أرسلت قوات`: only says which countries are meant."""
    told = trigger.action == "deploy" and trigger.form == "past" and date is None
    return told and chart.word(trigger.position - 1) in words["which"]


def _is_police(chart: Chart, trigger: TriggerMention, force: Force, sentence: Sentence, words: TroopWords) -> bool:
    """Whether forces that nobody calls soldiers come where the sentence speaks of police."""
    if trigger.action not in ("deploy", "increase") or force.owner is not None or force.counted:
        return False
    told = (chart.word(i) for i in range(sentence.first_token, sentence.last_token))
    return chart.word(force.head) in words["any_force"] and any(word in words["police"] for word in told)


def _is_side(chart: Chart, force: Force, words: TroopWords) -> bool:
    """`القوات الموالية للرئيس`: one side of a war at home, whose movements are battle."""
    return any(chart.word(i) in words["side"] for i in range(force.head, force.head + _SIDE_REACH))


def _is_supposed(chart: Chart, trigger: TriggerMention, sentence: Sentence, words: TroopWords) -> bool:
    """`A hasty withdrawal from Mali would help the rebels`: what somebody thinks of one that nobody told of."""
    first = max(sentence.first_token, trigger.position - _INDEFINITE)
    before = [chart.word(i) for i in range(first, trigger.position)]
    if trigger.form != "noun" or words["indefinite"].isdisjoint(before):
        return False
    for token in range(trigger.last, min(trigger.last + _SUPPOSED, sentence.last_token)):
        if chart.word(token) in words["breaks"]:
            return False
        if chart.word(token) in words["supposing"]:
            return chart.word(token + 1) not in words.any_of("be", "begun")
    return False


def _is_needless(chart: Chart, trigger: TriggerMention, words: TroopWords) -> bool:
    """`ليست بحاجة إلى اتفاق لإرسال قوات`: what somebody need not do is nothing that was decided."""
    before = [chart.word(i) for i in range(max(0, trigger.position - _NEED), trigger.position)]
    return not words["need"].isdisjoint(before) and not words["negation"].isdisjoint(before)


def _enters(chart: Chart, trigger: TriggerMention, date: str | None, words: TroopWords) -> bool:
    """`حين دخل الجيش المدينة`: a movement of battle, unless its day is told."""
    return date is None and trigger.form != "future" and chart.word(trigger.position) in words["enters"]
