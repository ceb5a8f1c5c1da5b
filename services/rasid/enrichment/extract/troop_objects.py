"""The force that a trigger says will come, go, grow or shrink, though nobody says by how many."""

from collections.abc import Sequence

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_forces import Force
from rasid.enrichment.extract.troop_objects_ar import changed_ar
from rasid.enrichment.extract.troop_objects_en import changed_en, places_at
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence


def force_changed(
    chart: Chart, trigger: TriggerMention, forces: Sequence[Force], sentence: Sentence, words: TroopWords
) -> Force | None:
    """The force a trigger without a number is about: its object, its subject, or the country it is called after."""
    plain = [force for force in forces if chart.word(force.head) not in words["single"] and not force.bare]
    behind = next((force for force in plain if force.first > trigger.position), None)
    before = next((force for force in reversed(forces) if force.last <= trigger.position), None)
    if chart.document.language == "ar":
        found = changed_ar(chart, trigger, behind, before, words)
    else:
        found = changed_en(chart, trigger, behind, before, words)
    return found or _by_country(chart, trigger, sentence, words)


def _by_country(chart: Chart, trigger: TriggerMention, sentence: Sentence, words: TroopWords) -> Force | None:
    """`U.S. withdrawal from Syria`, `الانسحاب الأمريكي من العراق`: from a place, so from no treaty."""
    if trigger.form != "noun" or chart.word(trigger.position) not in words["withdrawal"]:
        return None
    arabic = chart.document.language == "ar"
    owner = chart.mark("nationality", trigger.last) if arabic else _mark_ending_at(chart, trigger.position, words)
    begin = owner.last if arabic and owner else trigger.last
    if owner is None or chart.word(begin) not in ("from", "من"):
        return None
    place = next((m for i in (begin + 1, begin + 2) for m in places_at(chart, i)), None)
    if place is None or chart.word(place.last) in words["treaty"] or place.last > sentence.last_token:
        return None
    said = chart.document.text[owner.hit.start : owner.hit.end]
    return Force(trigger.position, owner.first, owner.last, said, said, owner.hit.code, None, False, False)


def _mark_ending_at(chart: Chart, token: int, words: TroopWords) -> Mark | None:
    """The country or nationality that ends before a token, `military` and the like between."""
    while chart.word(token - 1) in words["before_withdrawal"]:
        token -= 1
    for first in range(token - 1, token - 4, -1):
        for kind in ("nationality", "country", "organisation"):
            mark = chart.mark(kind, first)
            if mark and mark.last == token:
                return mark
    return None
