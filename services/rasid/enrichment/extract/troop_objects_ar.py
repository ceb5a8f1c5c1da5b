"""The force that an Arabic trigger without a number is about: its object or its subject."""

from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords

_GAP = 5
_GAP_BEHIND_VERB = 4
_ADJECTIVES = 2
_PRONOUNS = ("ها", "هم", "ه")
_ARTICLE = "ال"
_IN = "في"
_UPON = "علي"
_GOVERNED = 4
"""Words before `لتعزيز` in which a plan for it is told."""


def changed_ar(
    chart: Chart, trigger: TriggerMention, behind: Force | None, before: Force | None, words: TroopWords
) -> Force | None:
    """The force behind a trigger as its object or, behind a verb, its subject; else the one before it."""
    if chart.word(trigger.position) in words.any_of("stands", "retreat") or _is_purpose(chart, trigger, words):
        return None
    if (
        chart.word(trigger.position) in words.any_of("reach", "reached")
        and chart.word(trigger.last) in words["counting"]
    ):
        return None  # وصل عدد القوات إلى
    return _behind(chart, trigger, behind, words) or _before(chart, trigger, before, words)


def _is_purpose(chart: Chart, trigger: TriggerMention, words: TroopWords) -> bool:
    """`لتعزيز قوات التحالف`: what something is done for, unless a plan for it is told."""
    for_it = chart.word(trigger.position).startswith("ل") or chart.word(trigger.position - 1) in words["purpose"]
    if trigger.action != "increase" or trigger.form != "noun" or not for_it:
        return False
    governing = words.any_of("future", "proposed", "denied")
    first = max(0, trigger.position - _GOVERNED)
    return all(chart.word(i) not in governing for i in range(first, trigger.position))


def _behind(chart: Chart, trigger: TriggerMention, force: Force | None, words: TroopWords) -> Force | None:
    """`سحب جميع القوات`, `أرسلت روسيا قوات`, `الانسحاب الفعلي للقوات`."""
    if force is None:
        return None
    gap = [chart.word(i) for i in range(trigger.last, force.first)]
    gap = gap[gap[:1] == [_UPON] and trigger.action == "maintain" :]
    if _grows_by_itself(chart, trigger, force):
        return None
    if all(word in words["filler"] for word in gap) and len(gap) <= _GAP:
        return force
    if trigger.form == "noun" and _IN in gap[:-1] and gap[-1] in words["counting"] and len(gap) <= _GAP:
        return force  # تخفيض كبير في عدد القوات
    stops = words.any_of("preposition", "breaks")
    definite = _ARTICLE in chart.word(trigger.position)[: len(_ARTICLE) + 1]
    agree = all(word.startswith(_ARTICLE) == definite for word in gap)
    if chart.word(force.head).startswith("لل") and len(gap) <= _ADJECTIVES and agree and not stops & set(gap):
        return force
    free = all(word[:1].isalpha() and word not in stops and word not in words.triggers for word in gap)
    return force if trigger.form != "noun" and free and len(gap) <= _GAP_BEHIND_VERB else None


def _before(chart: Chart, trigger: TriggerMention, force: Force | None, words: TroopWords) -> Force | None:
    """`القوات الأمريكية انسحبت`, `تواصل القوات الأمريكية انسحابها`, `قوات فرنسية وصلت`."""
    if force is None or trigger.position - force.last > _ADJECTIVES:
        return None
    if any(chart.word(i) in words["opens_clause"] for i in range(force.last, trigger.position)):
        return None  # القوات بعد أن وصل المسلحون
    if trigger.form == "noun":
        noun = chart.word(trigger.position)  # انسحابها, but not المغادرة
        own = noun.endswith(_PRONOUNS) and _ARTICLE not in noun[:3] and trigger.action == "withdraw"
        return force if own or _has_begun(chart, trigger, force, words) else None
    goes = trigger.action == "withdraw" or chart.word(trigger.position) in words["intransitive"]
    return force if goes else None


def _has_begun(chart: Chart, trigger: TriggerMention, force: Force, words: TroopWords) -> bool:
    """`بدأت القوات الفرنسية بالوصول`, `تواصل القوات الانتشار`."""
    definite = _ARTICLE in chart.word(trigger.position)[: len(_ARTICLE) + 1]
    return definite and any(chart.word(i) in words["begun"] for i in range(force.first - _GAP, force.first))


def _grows_by_itself(chart: Chart, trigger: TriggerMention, force: Force) -> bool:
    """`زادت القوات هجماتها`: the force is who acts, and something else what grows."""
    changes = trigger.form != "noun" and trigger.action in ("increase", "decrease")
    return changes and force.first == trigger.last and chart.word(force.last).endswith(_PRONOUNS[0])
