"""Withdrawals told without the troops that withdraw: those named just before are meant."""

from collections.abc import Sequence

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_implied_en import somebody_withdraws
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence

_PLACE_REACH = 3
_TREATY_REACH = 4


def implied_force(
    chart: Chart,
    trigger: TriggerMention,
    sentence: Sentence,
    forces: Sequence[Force],
    previous: Force | None,
    words: TroopWords,
) -> Force | None:
    """`and will withdraw from the country by 2011`, `وسينسحب من البلاد كليا`: the last force whose owner is named."""
    if trigger.action != "withdraw" or chart.word(trigger.position) not in words["going"]:
        return None
    subject = chart.mark("country", trigger.last)
    if not _leaves_a_place(chart, subject.last if subject else trigger.last, words):
        return None
    named = [force for force in forces if force.last <= trigger.position and force.affiliation]
    if words.language == "en" and not named:
        return somebody_withdraws(chart, trigger, sentence, words)
    if subject and not subject.hit.clitics:  # انسحب العراق من الكويت
        said = chart.document.text[subject.hit.start : subject.hit.end]
        return Force(trigger.position, subject.first, subject.last, said, said, subject.hit.code, None, False, False)
    source = named[-1] if named else previous
    if source is None or source.affiliation is None:
        return None
    return source._replace(head=trigger.position, first=trigger.position, last=trigger.last, number=None, added=False)


def _leaves_a_place(chart: Chart, token: int, words: TroopWords) -> bool:
    """Whether `from` a place, not from a treaty, begins at a token or the next."""
    begin = next((i + 1 for i in (token, token + 1) if chart.word(i) in words["from"]), 0)
    towns = words.language != "en"
    for position in range(begin, begin + _PLACE_REACH) if begin else ():
        if chart.word(position) in words["there_country"]:
            return True
        for kind in ("place", "country", "nationality"):
            mark = chart.mark(kind, position)
            if mark and (towns or mark.hit.kind != "place" or mark.hit.code is None):
                return not _is_of_others(chart, begin, mark, words) and not any(
                    chart.word(i) in words["treaty"] for i in range(mark.last, mark.last + _TREATY_REACH)
                )
    return False


def _is_of_others(chart: Chart, begin: int, mark: Mark, words: TroopWords) -> bool:
    """Whether somebody else than troops leaves: `the withdrawal of U.S. diplomats`; not `out of Iraq`."""
    of = chart.word(begin - 1) == "of" and chart.word(begin - 2) != "out"
    return of and chart.word(mark.last) not in words.heads
