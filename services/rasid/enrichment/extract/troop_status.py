"""How far a change of troops has come: announced, under way, done, proposed or denied."""

from collections.abc import Iterator, Sequence

from rasid.enrichment.extract.troop_status_en import status_en
from rasid.enrichment.extract.troop_words import TriggerForm, TroopWords
from rasid_schemas.extraction import TroopAction, TroopStatus

LOOK_BACK = 12
"""Words before a trigger that may tell its status."""
LOOK_AHEAD = 8
"""Words behind it that may."""
_NEAR = 5
_NEGATED = 3
"""Words before a trigger in which a negation negates it."""
_FROM_DECISION = frozenset({"عن", "from", "off", "on"})
_NO_NEGATION = frozenset({"only", "yet", "say", "announce", "specify", "clear", "know"})
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
    if words.language == "en":
        return status_en(action, form, before, after, words)
    return "denied" if _is_denied(before, after, words) else _arabic(action, form, before, words)


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
