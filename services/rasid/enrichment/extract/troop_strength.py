"""Whether a number of troops tells a strength rather than a change."""

from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_figures import Figure
from rasid.enrichment.extract.troop_names_ar import OWNER_KINDS
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence

_NEAR = 6
_BEHIND = 4
_CONTINGENT = 100
_AT = frozenset({"in", "on", "at"})
_STILL = frozenset({"still", "now", "also", "already"})
_IN = "في"
_THERE = "هناك"


def is_strength(
    chart: Chart, figure: Figure, trigger: TriggerMention | None, sentence: Sentence, words: TroopWords
) -> bool:
    """Whether a figure tells how many there are."""
    if figure.force and figure.force.added and not figure.alone:
        return False
    before = [chart.word(i) for i in range(max(sentence.first_token, figure.first - _NEAR), figure.first)]
    behind = [chart.word(i) for i in range(figure.last, min(figure.last + _BEHIND, sentence.last_token))]
    if chart.document.language == "ar":
        return _arabic(chart, figure, trigger, sentence, before, behind, words)
    moves = trigger is not None and chart.word(trigger.position) in words["intransitive"]
    if any(word in words["already"] for word in behind[:2]) and not moves:
        return True
    has = any(word in words["having"] for word in before[-5:])
    if trigger is None:
        named = figure.force is not None and figure.force.owner is not None
        standing = any(word in words["standing"] for word in behind[:3])
        return has or standing or (named and _are_in(behind))
    return _english(chart, figure, trigger, has, words)


def _are_in(behind: list[str]) -> bool:
    """Behind troops: `in Mali`, `are in Mali`, `are still in Mali`."""
    if behind[:1] == ["are"]:
        behind = [word for word in behind[1:] if word not in _STILL]
    return bool(behind) and behind[0] in _AT


def _english(chart: Chart, figure: Figure, trigger: TriggerMention, has: bool, words: TroopWords) -> bool:
    """With a trigger behind the figure: `troops stationed`, `troops remain`, `has 500 troops deployed in`."""
    if trigger.position < figure.last:
        return False
    between = {chart.word(i) for i in range(figure.last, trigger.position)}
    if chart.word(trigger.position) in words["stationed"]:
        return not between & words["modal"] or "believed" in between
    if trigger.action == "maintain" and (between or chart.word(trigger.position) != "left"):  # 500 troops left Mali
        return not between & words["modal"]
    if chart.word(figure.first - 1) in words["having"]:
        return True
    stands = chart.word(trigger.position) in words["standing_participle"] and chart.word(trigger.last) != "to"
    return trigger.form == "past" and not between & words["be"] and (has or stands) and not between & words["modal"]


def _arabic(
    chart: Chart,
    figure: Figure,
    trigger: TriggerMention | None,
    sentence: Sentence,
    before: list[str],
    behind: list[str],
    words: TroopWords,
) -> bool:
    if trigger and trigger.position < figure.first and _has_reached(chart, figure, trigger, words):
        return True
    aimed = words.any_of("up_to", "reaching")
    if trigger and trigger.position < figure.first and chart.word(figure.number.first - 1) in aimed:
        return False
    if trigger is None:
        told = any(chart.word(i) in words["telling"] for i in range(sentence.first_token, figure.first))
        owned = figure.force is not None and figure.force.owner is not None and behind[:1] == [_IN]
        return (
            told
            or _has(chart, figure)
            or (owned and _is_many(figure))
            or any(word in words["strength.cue"] for word in (*before, *behind))
        )
    if chart.word(trigger.position) in words["stands"] and trigger.position < figure.first:
        return chart.word(trigger.position - 1) not in words["before_subjunctive"]
    if trigger.position >= figure.last:
        if chart.word(trigger.position) in words["stands"]:
            return chart.word(trigger.position - 1) not in words["before_subjunctive"]
        return any(word in words["strength.cue"] for word in (*before, *behind)) and trigger.form == "noun"
    between = [chart.word(i) for i in range(trigger.position + 1, figure.first)]
    telling = words["strength.cue"] - words["standing"]
    cues = [word for word in between[-4:] if word in telling and word != _THERE]
    if any(word in words["size"] for word in cues):
        return any(word in words["known_size"] for word in cues)
    return bool(cues) and "الي" not in between[-3:]


def _is_many(figure: Figure) -> bool:
    """Whether a number is a contingent's rather than that of some men something happens to."""
    least = figure.number.value if figure.number.value is not None else figure.number.minimum or 0
    return least >= _CONTINGENT


def _has_reached(chart: Chart, figure: Figure, trigger: TriggerMention, words: TroopWords) -> bool:
    """`وصل عدد القوات هناك إلى 40 ألفا`: so many there are."""
    between = {chart.word(i) for i in range(trigger.last, figure.first)}
    return chart.word(trigger.position) in words["reached"] and not words["counting"].isdisjoint(between)


def _has(chart: Chart, figure: Figure) -> bool:
    """`لبريطانيا الآن 9 آلاف جندي`: a country has them."""
    marks = (chart.mark(kind, i) for kind in OWNER_KINDS for i in range(figure.first - _BEHIND, figure.first))
    return any(mark is not None and mark.hit.clitics.endswith("ل") for mark in marks) and _is_many(figure)
