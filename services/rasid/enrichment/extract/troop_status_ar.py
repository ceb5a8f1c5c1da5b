"""How far a change told in Arabic has come: its verb and particles say, or else the nearest word that governs it."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from rasid.enrichment.extract.troop_words import TriggerForm, TroopWords
from rasid_schemas.extraction import TroopAction, TroopStatus

_NEAR = 3
"""Words before a change in which a particle belongs to it."""
_GOVERNING = 6
_DENYING = 5
_PLAN = 10
"""Words before a change in which no plan of it may be told: `ليس لدى تركيا خطط لإرسال`."""
_AHEAD = 3
_IF = frozenset({"اذا", "لو", "حال", "حاله", "شريطه", "شرط", "ان لم"})
_ABOUT = frozenset({"عن", "علي"})
_MAY = "قد"
_NUMBERING = frozenset({"صل", "بلغ"})
"""Verbs, without their person, behind which `قد` doubts only the number."""
_WHAT_NOT = "ما"
_PERFECT_TA = ("ت", "تا")
_FUTURE = ("سي", "ست")
_BEHIND = 10


def status_ar(
    action: TroopAction, form: TriggerForm, before: Sequence[str], after: Sequence[str], words: TroopWords
) -> TroopStatus:
    """The status of a trigger from the words before it, the nearest last, and those behind it."""
    clause = _clause(before, words)
    denied = _denied(clause, after, words)
    if denied:
        return denied
    if _is_conditional(clause, after, form, words):
        return "proposed"
    if form == "future":
        decided = action != "maintain" or not words["future"].isdisjoint(clause)
        return "announced" if decided else "current"
    if form == "past":
        return "completed"
    return _governed(clause, after, form, words) or _unsaid(action, form, words, clause)


def _clause(before: Sequence[str], words: TroopWords) -> list[str]:
    """The words back to where another clause begins."""
    clause = list(takewhile(lambda word: word not in words["status_break"], reversed(before)))
    return clause[::-1]


def _denied(clause: Sequence[str], after: Sequence[str], words: TroopWords) -> TroopStatus | None:
    """Denied, or only proposed where a refusal is denied itself, or no decision taken yet."""
    near = clause[-_DENYING:]
    for position, word in enumerate(near):
        if word in words["denied"]:
            return "proposed" if _is_negated(near[:position], words) else "denied"
    far = clause[-_PLAN:]
    for position, word in enumerate(far):
        if word not in words["negation"] or far[max(0, position - 1)] == _WHAT_NOT:
            continue
        behind = far[position + 1 :]
        if not words["undecided"].isdisjoint(behind[:_AHEAD]):
            return "proposed"
        if len(behind) < _NEAR or not words["intention"].isdisjoint(behind[: _AHEAD + 1]):
            return "denied"
    retreat = any(word in words["retreat"] for word in clause) and not _ABOUT.isdisjoint(clause)
    return "denied" if retreat or _is_given_up(after, words) else None


def _is_negated(before: Sequence[str], words: TroopWords) -> bool:
    return not words["negation"].isdisjoint(before[-_NEAR:])


def _is_given_up(after: Sequence[str], words: TroopWords) -> bool:
    """`لكن هذه الخطط لم تنفذ`, `قوبل بالرفض`."""
    return any(
        word in words["refused"]
        or (word in words["negation"] and after[i + 1 : i + 2] and after[i + 1] in words["unfulfilled"])
        for i, word in enumerate(after)
    )


def _is_conditional(clause: Sequence[str], after: Sequence[str], form: TriggerForm, words: TroopWords) -> bool:
    """`إذا انسحبت`, `ما لم يتم إرسال`, `قد ترسل`; `قد أرسلت` is done."""
    near = clause[-_GOVERNING:]
    if not _IF.isdisjoint(near):
        return True
    if any(a == _WHAT_NOT and b in words["negation"] for a, b in pairwise(near)):
        return True
    if form == "noun":
        behind = _behind(after, words)
        return any(
            a == _MAY and b[:1] in ("ي", "ت") and b[1:] not in _NUMBERING for a, b in pairwise(behind)
        )  # انسحاب قد يبدأ
    return form == "present" and clause[-1:] == [_MAY]


def _governed(clause: Sequence[str], after: Sequence[str], form: TriggerForm, words: TroopWords) -> TroopStatus | None:
    """What the nearest governing word says: `بدأ`, `بعد`, `قرر`, `طالب`."""
    ahead = not words["to_come"].isdisjoint(after[:_GOVERNING])
    for distance, word in enumerate(reversed(clause)):
        if word in words["begun"] and distance < _NEAR:
            return "under_way"
        if word in words["done"] and distance < _NEAR:
            return "announced" if ahead else "completed"
        if word == _MAY and _may_be(clause, distance):
            return "proposed"
        if word in words["proposed"]:
            return "proposed"
        if word in words["future"]:
            return "announced"
    return "announced" if ahead else _told_behind(after, words) if form == "noun" else None


def _behind(after: Sequence[str], words: TroopWords) -> list[str]:
    """The words of the clause that follow a change."""
    return list(takewhile(lambda word: word.isalpha() and word not in words["status_break"], after[:_BEHIND]))


def _told_behind(after: Sequence[str], words: TroopWords) -> TroopStatus | None:
    """What the verb says whose subject the noun is: `سيؤدي إلى`, `سيبدأ`."""
    for word in _behind(after, words):
        if word.startswith(_FUTURE) and word not in words["no_verb"]:
            return "announced" if word[1:] in words["beginning"] else "proposed"
    return None


def _may_be(clause: Sequence[str], distance: int) -> bool:
    """Whether `قد` stands before an imperfect: `قد يتم إرسال`; `وقد أكد` is done."""
    following = clause[len(clause) - distance : len(clause) - distance + 1]
    return (
        bool(following) and following[0][:1] in "يت" and not following[0].endswith(_PERFECT_TA) and following[0] != "تم"
    )


def _unsaid(action: TroopAction, form: TriggerForm, words: TroopWords, clause: Sequence[str]) -> TroopStatus:
    """The status where nothing tells it."""
    if action == "maintain" and form != "present":
        return "current"
    return "announced" if form == "present" or action in ("increase", "decrease") else "completed"
