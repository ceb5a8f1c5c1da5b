"""English withdrawals and stays that name no troops: a country leaves or stays, or somebody pulls out of one."""

from collections.abc import Container

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_objects_en import places_at
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import HitKind, Sentence

_KINDS: tuple[HitKind, ...] = ("country", "nationality", "organisation")
_LONGEST = 4
_PLURAL = 5
"""Letters of a word from which one that ends in s is several people."""
_BEFORE_VERB = ("chain", "negation", "future", "proposed", "denied", "begun", "before_withdrawal")


def country_moves(
    chart: Chart, trigger: TriggerMention, sentence: Sentence, known: Container[str], words: TroopWords
) -> Force | None:
    """`the United States would remain in Iraq`, `Italy is leaving Lebanon`: of a country whose troops are told of."""
    word = chart.word(trigger.position)
    into = chart.word(trigger.last) == "in" and trigger.action == "maintain" and word in words["intransitive"]
    if not (into or word in words["leaving"]) or not places_at(chart, trigger.last + into):
        return None
    owner = _country_before(chart, trigger.position, sentence.first_token, words)
    return force_of(chart, trigger, owner) if owner and owner.hit.code in known else None


def their_withdrawal(chart: Chart, trigger: TriggerMention, previous: Force | None, words: TroopWords) -> Force | None:
    """`authorized 300 troops but also ordered their withdrawal`: of the force named last, from no treaty."""
    noun = trigger.form == "noun" and chart.word(trigger.position) in words["withdrawal"]
    if not noun or previous is None or chart.word(trigger.position - 1) != "their":
        return None
    begin, end = trigger.position, trigger.last
    if chart.word(end) == "from" and not any(places_at(chart, i) for i in (end + 1, end + 2)):
        return None
    return previous._replace(head=begin, first=begin, last=end, number=None, added=False)


def somebody_withdraws(chart: Chart, trigger: TriggerMention, sentence: Sentence, words: TroopWords) -> Force | None:
    """The troops of whoever pulls out of a country; none of fighters or rebels who do."""
    owner = _country_before(chart, trigger.position, sentence.first_token, words)
    if owner:
        return force_of(chart, trigger, owner)
    subject = chart.word(_before_verb(chart, trigger.position, sentence.first_token, words) - 1)
    if len(subject) >= _PLURAL and subject.endswith("s"):
        return None
    return Force(trigger.position, trigger.position, trigger.last, "troops", None, None, None, False, False)


def force_of(chart: Chart, trigger: TriggerMention, owner: Mark) -> Force:
    """A country's troops, called by its name, that move as a trigger says."""
    said = chart.document.text[owner.hit.start : owner.hit.end]
    return Force(trigger.position, owner.first, owner.last, said, said, owner.hit.code, None, False, False)


def _before_verb(chart: Chart, token: int, first: int, words: TroopWords) -> int:
    """Where the auxiliaries and governing words before a verb begin."""
    while token > first and _leads_on(chart.word(token - 1), words):
        token -= 1
    return token


def _leads_on(word: str, words: TroopWords) -> bool:
    return words.is_adverb(word) or any(word in words[name] for name in _BEFORE_VERB)


def _country_before(chart: Chart, token: int, first: int, words: TroopWords) -> Mark | None:
    """The country whose name ends before a verb, its auxiliaries and the word military."""
    end = _before_verb(chart, token, first, words)
    for begin in range(end - 1, max(end - _LONGEST, first) - 1, -1):
        for kind in _KINDS:
            mark = chart.mark(kind, begin)
            if mark and mark.last == end:
                return mark
    return None
