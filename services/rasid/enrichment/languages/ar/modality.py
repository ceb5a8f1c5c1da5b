"""Whether an Arabic meeting was held, is planned, proposed or cancelled, and by which means."""

from itertools import pairwise

from rasid.enrichment.extract.chains import View
from rasid.enrichment.languages.ar.calling_off import called_off, falls_through, was_not_held
from rasid.enrichment.languages.ar.triggers import Trigger, trigger_of
from rasid.enrichment.languages.ar.words import clitics_before, spelled, verbs, words_of
from rasid_schemas.extraction import MeetingMode, MeetingStatus

_NEAR = 6
_NEXT = 12
_NEGATES = 2
_CALLED = 10
"""Tokens between a call for a meeting and the meeting."""
_WISHED = 3
_WAS = frozenset({"كان", "وكان", "كانت", "وكانت", "كانوا", "يكون"})
_TO_COME = ("سي", "ست")
_PRESENT = ("ي", "ت", "ن")
TOWARDS = "الي"
_DONE = frozenset({"بعد", "عقب", "اثر", "خلال", "غداه", "اثناء", "اعقاب", "ختام", "مستهل", "نهايه", "بدايه"})
"""Behind them a meeting is a fact."""
_HOLDING = frozenset({"عقد", "بعقد", "لعقد", "اجراء", "باجراء", "لاجراء"})


def status_of(view: View, token: int, trigger: Trigger) -> MeetingStatus | None:
    """The meeting's status; None where the sentence says that it did not happen and was never meant to."""
    before = [view.word(t) for t in range(max(view.first, token - _NEAR), token)]
    after = [view.word(t) for t in range(token + 1, min(view.last, token + _NEXT))]
    called = called_off(view, token, trigger)
    if called is not None:
        return "cancelled" if called else "planned"
    if any(clitics_before(word, "negation") in ("", "و", "ف") for word in before[-_NEGATES:]) or _is_said_not_to_exist(
        view, token
    ):
        return "cancelled" if was_not_held(view, token) else None
    status = _becomes(view, token, trigger, before, after)
    return "cancelled" if status == "planned" and falls_through(view, token) else status


def _becomes(view: View, token: int, trigger: Trigger, before: list[str], after: list[str]) -> MeetingStatus:
    """What becomes of a meeting that is neither denied nor called off."""
    if trigger.future or (_any(before, "future") and not trigger.past):
        return "planned"
    told = trigger.kind in ("noun", "call") and (view.word(token - 1) in _DONE or _was_held(after))
    wishes = [] if told else _wishes(view, token - _WISHED, token, trigger)
    if _any(wishes, "proposed") or _is_called_for(view, token, trigger) or after[:1] == ["محتمل"]:
        return "proposed"
    if _is_planned(view, token, trigger, before, after):
        return "planned"
    return "held"


def _is_said_not_to_exist(view: View, token: int) -> bool:
    """لا توجد ترتيبات لعقد لقاء: what there are no plans for."""
    opening = [view.word(t) for t in range(max(view.first, token - _CALLED), token)]
    return any(first in words_of("negation") and second in words_of("exists") for first, second in pairwise(opening))


def _wishes(view: View, first: int, token: int, trigger: Trigger) -> list[str]:
    """The words before a trigger; قد wishes nothing before the past: كان قد وصل, قد التقى."""
    near = range(max(view.first, first), token)
    return [view.word(t) for t in near if not (view.word(t).endswith("قد") and _is_past(view, t, trigger))]


def _is_past(view: View, token: int, trigger: Trigger) -> bool:
    """Whether قد stands before the past, or behind كان."""
    return trigger.past or view.word(token - 1) in _WAS or not view.word(token + 1).startswith(_PRESENT)


def _was_held(after: list[str]) -> bool:
    """القمة التي جمعت, الاجتماع الذي عقد: a relative in the past says that it was."""
    verb = trigger_of(after[1]) if len(after) > 1 and after[0] in words_of("relative") else None
    return verb is not None and verb.past


def _is_called_for(view: View, token: int, trigger: Trigger) -> bool:
    """دعا الرئيس إلى عقد قمة: whoever calls for a meeting has not held it."""
    opening = _wishes(view, token - _CALLED, token, trigger)
    held = view.word(token - 1) in _HOLDING or (view.word(token) in _HOLDING and view.word(token - 1) == TOWARDS)
    return held and _any(opening, "proposed")


def _is_planned(view: View, token: int, trigger: Trigger, before: list[str], after: list[str]) -> bool:
    if _any(after[:4], "future") and not trigger.past:
        return True
    purpose = trigger.clitics[-1:] == "ل" or any(word in words_of("purpose") for word in before[-1:])
    if (purpose or view.word(token - 1) == TOWARDS) and _any(_opening(view, token), "travel"):
        return True
    if trigger.kind in ("noun", "call") or trigger.past:
        return False
    if trigger.clitics == "و" and any(_is_future(word) for word in _opening(view, token)):
        return True
    return _any(after, "future") or _any(_opening(view, token), "departs") or _any(_opening(view, token), "future")


def _is_future(word: str) -> bool:
    """سيزور, ستصل: a verb to come, which also tells of those joined to it."""
    return word.startswith(_TO_COME) and word[1:] in verbs()


def _opening(view: View, token: int) -> list[str]:
    return [view.word(t) for t in range(view.first, token)]


def _any(words: list[str], name: str) -> bool:
    return not spelled(name).keys().isdisjoint(words)


def is_present(view: View, token: int, trigger: Trigger) -> bool:
    """Whether a verb in the present tells a meeting: يلتقي, not ليلتقي nor كان يلتقي, nor يحضر جلسته الختامية."""
    if trigger.kind in ("noun", "call") or trigger.past or trigger.clitics.endswith("ل"):
        return False
    if _any([view.word(t) for t in range(token, token + _NEAR)], "closing"):
        return False  # the meeting goes on already
    return view.word(token).removeprefix(trigger.clitics).startswith(_PRESENT) and _WAS.isdisjoint(
        _opening(view, token)
    )


def mode_of(view: View, token: int, last: int, trigger: Trigger) -> MeetingMode:
    """By phone, by video, or in person; unspecified where only talk is told of."""
    around = [view.word(t) for t in range(token, min(view.last, last + _NEAR))]
    if trigger.kind in ("call", "phone") or _any(around, "phone_word"):
        return "phone"
    if _any(around, "video_word"):
        return "video"
    return "unspecified" if trigger.kind == "discuss" else "in_person"
