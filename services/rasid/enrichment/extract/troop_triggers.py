"""The words of a sentence that tell a change of troops."""

from collections.abc import Iterator
from typing import NamedTuple

from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_words import Trigger, TriggerForm, TroopWords
from rasid.enrichment.text.document import Sentence
from rasid_schemas.extraction import TroopAction

_ABSTRACT_REACH = 4
_OUT_REACH = 6
_PUSHED = 6
"""Words behind a verb of pushing in which what is pushed begins: `دفعت بتعزيزات`."""
_SPLIT_REACH = 9
"""Words between the parts of `pull ... out`."""
_PREFERRED: dict[str, int] = {"noun": 0, "future": 1, "present": 2, "past": 3}
_PAST = frozenset({"pulled", "brought", "drew", "yanked", "got", "moved", "sent", "took", "returned"})
_TAKE_DOWN = frozenset({"draw", "draws", "drew", "drawing"})


class TriggerMention(NamedTuple):
    """A trigger at a token; a split verb ends at `last`."""

    position: int
    last: int
    action: TroopAction
    form: TriggerForm


def triggers_in(chart: Chart, sentence: Sentence, words: TroopWords) -> list[TriggerMention]:
    """The triggers of a sentence, in order."""
    return list(_triggers(chart, sentence, words))


def _triggers(chart: Chart, sentence: Sentence, words: TroopWords) -> Iterator[TriggerMention]:
    split = words["split"]
    within = range(sentence.first_token, sentence.last_token)
    for position in [token for token in within if chart.words[token] in words.cues]:
        word = chart.words[position]
        if word == "out" and chart.word(position + 1) == "of" and chart.word(position - 1) in words["be"]:
            yield TriggerMention(position, position + 1, "withdraw", "past")  # will be out of Iraq
        divided = list(_split(chart, sentence, words, position)) if word in split else []
        found = () if divided else words.triggers.get(word)
        yield from divided
        if found and not (found[0].action == "maintain" and chart.word(position - 1) in words["what_is_left"]):
            last = _end(chart, position, words)
            trigger = _choose(found, chart.word(position - 1), words)
            action: TroopAction = "deploy" if _sets_out(chart, position, words) else trigger.action
            if last and not _is_abstract(chart, position, action, words):
                yield TriggerMention(position, last, action, trigger.form)


def _sets_out(chart: Chart, position: int, words: TroopWords) -> bool:
    """Whether what leaves goes to a place: `left for Mali`, `are leaving for the border`, but not `left for good`."""
    if words.language != "en" or chart.words[position] not in words["sets_out"] or chart.word(position + 1) != "for":
        return False
    ahead = position + 2 + (chart.word(position + 2) == "the")
    return chart.word(ahead) in words["border"] or any(chart.mark(kind, ahead) for kind in ("place", "country"))


def _is_abstract(chart: Chart, position: int, action: TroopAction, words: TroopWords) -> bool:
    """Whether something else than troops grows or shrinks: `increasing alarm`, `reduce the violence`."""
    if action not in ("increase", "decrease"):
        return False
    for token in range(position + 1, position + _ABSTRACT_REACH):
        if chart.word(token) in words.heads or chart.word(token) in words["abstract"]:
            return chart.word(token) in words["abstract"]
    return False


def _keeps_out(chart: Chart, position: int) -> bool:
    """`keep combat troops out of Syria`."""
    return any(chart.word(i) == "out" and chart.word(i + 1) == "of" for i in range(position + 1, position + _OUT_REACH))


def _is_another_word(chart: Chart, position: int, words: TroopWords) -> bool:
    """Whether an Arabic trigger is part of a name, hedges a number, tells a size, or pushes nothing."""
    word, following = chart.word(position), chart.word(position + 1)
    if chart.mark("organisation", position):  # الحشد الشعبي
        return True
    if following in words["size"] and word in words.any_of("reach", "reached"):  # قوات يصل عددها إلى 500
        return True
    if word in words["exceeds"] and following in words["than"]:  # تزيد على ألفين
        return True
    pushed = (chart.word(i) for i in range(position + 1, position + _PUSHED))
    return word in words["pushes"] and not any(object_.startswith("ب") for object_ in pushed)


def _end(chart: Chart, position: int, words: TroopWords) -> int:
    """Where a trigger ends, `ruled out` behind its second word; 0 where it lacks the word that makes it one."""
    word, following = chart.word(position), chart.word(position + 1)
    if words.language == "ar" and _is_another_word(chart, position, words):
        return 0
    if word == "remaining" and chart.word(position - 1) in ("the", "its", "their", "all"):  # the remaining 500
        return 0
    if word == "remains" and following == "of":
        return 0
    if word == "fallen" and following in words.heads:
        return 0
    if word in words["be_before"] and chart.word(position - 1) not in words["be"]:
        return 0
    if word in words["keeping"] and (following == "up" or following.endswith("ing") or _keeps_out(chart, position)):
        return 0
    if word in words["out_behind"]:
        return position + 2 if following == "out" else 0
    return 0 if word in words["to_behind"] and following not in ("to", "into", "back") else position + 1


def _leads_to(chart: Chart, position: int) -> bool:
    """`bringing the force to 5,100`."""
    return any(
        chart.word(i) == "to" and any(chart.word(j)[:1].isdecimal() for j in range(i + 1, i + 4))
        for i in range(position + 2, position + _SPLIT_REACH)
    )


def _choose(found: tuple[Trigger, ...], before: str, words: TroopWords) -> Trigger:
    """The reading of an ambiguous Arabic spelling: `نشر` behind a preposition or a verb is a noun."""
    if len(found) == 1:
        return found[0]
    if {trigger.form for trigger in found} == {"base", "past"}:  # cut
        wanted = "base" if before in words["modal"] else "past"
        return next(trigger for trigger in found if trigger.form == wanted)
    verbal_first = before in ("مما", "قد", "وقد", "لقد", "لم", "لن", "كان", "كانت", "ان", "الذي", "التي")
    return sorted(found, key=lambda t: _PREFERRED.get(t.form, 4), reverse=verbal_first)[0]


def _split_ends(word: str, words: TroopWords) -> frozenset[str]:
    """The words that end a split verb: `send` only with `home`, `get` not with `back`."""
    if word in words["split_home"]:
        return frozenset({"home"})
    if word in words["split_out"]:
        return frozenset({"out", "home"})
    return words["split_end"] | ({"from"} if word.startswith("pull") else frozenset())


def _split(chart: Chart, sentence: Sentence, words: TroopWords, position: int) -> Iterator[TriggerMention]:
    """`pull troops out of`, `bring them home`, `pulling all troops from`."""
    word = chart.word(position)
    if any(chart.word(i) in words["raised"] for i in range(position + 1, position + 4)) and _leads_to(chart, position):
        yield TriggerMention(position, position + 1, "increase", "ing")
        return
    form: TriggerForm = "ing" if word.endswith("ing") else "past" if word in _PAST else "base"
    ends, limit = _split_ends(word, words), min(position + _SPLIT_REACH, sentence.last_token)
    if ends.isdisjoint(chart.words[position + 1 : limit]):
        return
    for last in range(position + 1, limit):
        if chart.word(last) in words["breaks"]:
            return
        if word in words["split_out"] and chart.word(last) == "out" and chart.word(last + 1) != "of":
            return
        if chart.word(last) in ends and (chart.word(last) == "down") == (word in _TAKE_DOWN):
            action: TroopAction = "decrease" if word in _TAKE_DOWN else "withdraw"
            yield TriggerMention(position, last + 1, action, form)
            return
