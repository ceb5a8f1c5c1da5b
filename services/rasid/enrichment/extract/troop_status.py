"""How far a change of troops has come: announced, under way, done, proposed or denied."""

from collections.abc import Iterator, Sequence

from rasid.enrichment.extract.troop_words import TriggerForm, TroopWords
from rasid_schemas.extraction import TroopAction, TroopStatus

LOOK_BACK = 12
"""Words before a trigger that may tell its status."""
_NEAR = 5
_NEGATED = 3
"""Words before a trigger in which a negation negates it."""
_FROM_DECISION = frozenset({"عن", "from", "off", "on"})
_BE = frozenset({"be", "been", "being"})
_MODALS = frozenset({"may", "might", "could", "should", "would"})
_NO_NEGATION = frozenset({"only", "yet", "say", "announce", "specify", "clear", "know"})
_GOING_ON = frozenset({"is", "are", "was", "were", "already", "began", "begun", "started"})
_DONE_BEFORE_NOUN = frozenset(
    {"after", "since", "following", "completed", "تم", "جري", "بعد", "عقب", "منذ", "غداه", "اثر"}
)
_DONE_AR = _DONE_BEFORE_NOUN | {
    "وبعد",
    "وتم",
    "سبق",
    "وسبق",
    "قام",
    "قامت",
    "قيام",
    "اتم",
    "اتمت",
    "اكمل",
    "يكمل",
}


def status_of(
    action: TroopAction, form: TriggerForm, before: Sequence[str], after: Sequence[str], words: TroopWords
) -> TroopStatus:
    """The status of a trigger from the words before it in its clause, the nearest last, and those after it."""
    if _is_denied(before, after, words):
        return "denied"
    return _arabic(action, form, before, words) if words.language == "ar" else _english(form, before, after, words)


def _is_denied(before: Sequence[str], after: Sequence[str], words: TroopWords) -> bool:
    near = before[-_NEAR:]
    if any(word in words["denied"] for word in near):
        return True
    if any(a in words["negation"] and b in words["intention"] for a, b in _neighbours(before[-_NEAR * 2 :])):
        return True
    if any(a in words["retreat"] and b in _FROM_DECISION for a, b in _neighbours(before)):
        return True
    for position, word in enumerate(near):
        if word in words["negation"] and position >= len(near) - _NEGATED:
            following = (*near[position + 1 :], *after)[:1]
            return not (following and following[0] in _NO_NEGATION)
    return False


def _neighbours(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word with each of the three behind it: `no plans`, `ليس لدى تركيا خطط`."""
    return ((word, later) for i, word in enumerate(words) for later in words[i + 1 : i + 4])


def _english(form: TriggerForm, before: Sequence[str], after: Sequence[str], words: TroopWords) -> TroopStatus:
    near = before[-3:]
    proposed = any(word in words["proposed"] for word in before)
    if form != "past" and any(word in words["begun"] for word in before[-2:]):
        return "under_way"
    if form == "past":
        return _english_past(near, before, proposed, words)
    if form == "noun":
        if any(word in _DONE_BEFORE_NOUN for word in before[-6:]):
            return "completed"
        return "proposed" if proposed else "announced"
    if proposed:
        return "proposed"
    return "under_way" if form == "ing" and any(word in _GOING_ON for word in before[-2:]) else "announced"


def _english_past(near: Sequence[str], before: Sequence[str], proposed: bool, words: TroopWords) -> TroopStatus:
    """`will be sent` is announced, `could be sent` proposed, `were sent` done, `are being sent` under way."""
    if "being" in near and near[-1:] == ["being"]:
        return "under_way"
    if near[-1:] == ["be"] or near[-2:-1] == ["be"]:
        doubtful = any(word in _MODALS - {"would"} for word in near)
        return "proposed" if doubtful or (proposed and "will" not in near) else "announced"
    return "completed"


def _arabic(action: TroopAction, form: TriggerForm, before: Sequence[str], words: TroopWords) -> TroopStatus:
    proposed = any(word in words["proposed"] for word in before)
    if form == "future":
        return "announced"
    if form == "past":
        return "completed"
    if any(word in words["begun"] for word in before[-3:]):
        return "under_way"
    if any(word in _DONE_AR for word in before[-3:]):
        return "completed"
    announced = any(word in words["future"] for word in before)
    if proposed:
        nearest = next(word for word in reversed(before) if word in words["proposed"] or word in words["future"])
        return "proposed" if nearest in words["proposed"] else "announced"
    return (
        "announced" if announced or form == "present" or action in ("increase", "decrease", "maintain") else "completed"
    )
