"""Whether an Arabic meeting was called off: the meeting itself, not what was spoken of at it."""

from itertools import pairwise

from rasid.enrichment.extract.chains import View
from rasid.enrichment.languages.ar.triggers import Trigger
from rasid.enrichment.languages.ar.words import clitics_before, words_of

_BEFORE = 16
"""Tokens from a word of calling off to the meeting."""
_BEHIND = 30
_WEIGHED = 3
"""Tokens before a word of calling off in which it is only threatened, weighed or denied."""
_TOLD_AS_NOUN = 4
"""Tokens from تأجيل to what is put off."""
_FROM = frozenset({"من", "الي", "لاجل"})
"""Before them أجل calls nothing off: من أجل, إلى أجل غير مسمى."""
_WHO = frozenset({"الذي", "التي"})
_WAS = frozenset({"كان", "وكان", "كانت", "وكانت"})
_BY_HAVING = frozenset({"تم", "جري", "تقرر", "يتم", "سيتم"})
_TURNS = frozenset({"لكن", "ولكن", "لكنه", "لكنها"})
_TURNS_OF_TWO = frozenset(
    {("الا", "ان"), ("الا", "انه"), ("الا", "انها"), ("غير", "ان"), ("غير", "انه"), ("قبل", "ان")}
)
_COMPLEMENTS = frozenset({"ان", "بان", "انه", "انها"})
_ENDS = frozenset({".", "؛", ";", ":"})


def called_off(view: View, token: int, trigger: Trigger) -> bool | None:
    """Whether the meeting at a token was called off; False where that is only weighed or denied, None if not told."""
    if trigger.past:
        return None
    word = _word_before(view, token, trigger)
    if word is not None:
        return not _is_weighed(view, word)
    return True if trigger.kind in ("noun", "call") and _is_told_behind(view, token, trigger) else None


def falls_through(view: View, token: int) -> bool:
    """كان من المقرر أن يلتقي A B لكن اللقاء ألغي; تم تأجيل الزيارة إذ كان من المقرر أن يلتقي B."""
    before = range(view.first, token)
    was_to = any(_is_planned(view, t) for t in before if view.word(t - 1) in _WAS or view.word(t - 2) in _WAS)
    if was_to and any(_calls_off(view, t) and _is_of_a_visit(view, t) for t in before):
        return True
    behind = range(token + 1, min(view.last, token + _BEHIND))
    turns = (t for t in behind if view.word(t) in _TURNS or (view.word(t), view.word(t + 1)) in _TURNS_OF_TWO)
    turn = next(turns, view.last)
    return any(_calls_off(view, t) and not _is_weighed(view, t) for t in range(turn, min(view.last, turn + _BEFORE)))


def _is_planned(view: View, token: int) -> bool:
    return clitics_before(view.word(token), "was_planned") is not None


def _is_of_a_visit(view: View, word: int) -> bool:
    return clitics_before(view.word(word + 1), "called_off_with_it") is not None and not _is_weighed(view, word)


def _calls_off(view: View, token: int) -> bool:
    """Whether a word calls off, as a verb or as a noun."""
    word = view.word(token)
    if view.word(token - 1) in _FROM and word.endswith("اجل"):
        return False
    return _is_verb(word) or _is_noun(word)


def _is_verb(word: str) -> bool:
    clitics = clitics_before(word, "calls_off")
    return clitics is not None and clitics in ("", "و", "ف")


def _is_noun(word: str) -> bool:
    return clitics_before(word, "calling_off") is not None


def _word_before(view: View, token: int, trigger: Trigger) -> int | None:
    """The word of calling off whose object is the meeting: ألغى A لقاءه مع B, تأجيل الاجتماع بين A وB."""
    for word in range(token - 1, max(view.first, token - _BEFORE) - 1, -1):
        if _calls_off(view, word):
            return word if _governs(view, word, token, trigger) else None
        if _is_between(view, word):
            return None
    return None


def _governs(view: View, word: int, token: int, trigger: Trigger) -> bool:
    """A noun governs what follows it, or a visit or round of the meeting; a verb what stands behind its subject."""
    if trigger.kind not in ("noun", "call", "hold") or trigger.clitics not in ("", "و"):
        return False
    between = range(word + 1, token)
    told_with = any(clitics_before(view.word(t), "called_off_with_it") is not None for t in between)
    if told_with:
        return True
    if trigger.clitics == "و":
        return False
    if _is_noun(view.word(word)):
        return token - word <= 1 or (token - word <= _TOLD_AS_NOUN and all(_is_plain(view, t) for t in between))
    return True


def _is_plain(view: View, token: int) -> bool:
    return clitics_before(view.word(token), "before_called_off") is not None


def _is_between(view: View, token: int) -> bool:
    """Whether a word makes the meeting the time or topic of what is called off: ألغى A الاتفاق خلال لقائه B."""
    inside = any(actor.first <= token < actor.last for actor in view.actors)
    return not inside and (view.word(token) in words_of("parts_from_called_off") or view.word(token) in _ENDS)


def _is_weighed(view: View, word: int) -> bool:
    """هدد A بإلغاء, لم يلغ, قد يؤجل, نفى تأجيل: what stands before it but for the subject."""
    start = max(view.first, word - _BEFORE)
    named = {t for actor in view.actors for t in range(max(actor.first, start), min(actor.last, word))}
    before = [view.word(t) for t in range(start, word) if t not in named][-_WEIGHED:]
    if before and before[-1].endswith("قد") and not view.word(word).startswith(("ي", "ت")):
        before.pop()  # قد ألغى: it is done
    return any(clitics_before(each, "weighs_calling_off") is not None for each in before)


def _is_told_behind(view: View, token: int, trigger: Trigger) -> bool:
    """الاجتماع الذي كان مقررا بين A وB ألغي, اللقاء تأجل; not الاجتماع الذي تأجل عقد, nor بعد الاجتماع ألغي الحفل."""
    governed = view.word(token - 1) not in _COMPLEMENTS and _is_between(view, token - 1)
    if trigger.clitics or view.word(token - 1) == "في" or governed:
        return False
    for ahead in range(token + 1, min(view.last, token + _BEHIND)):
        word = view.word(ahead)
        if word in _ENDS or word in _COMPLEMENTS:
            return False
        if _is_off(view, ahead):
            return view.word(ahead - 1) not in _WHO or not _is_held_behind(view, ahead)
    return False


def _is_off(view: View, token: int) -> bool:
    """ألغي, تأجل, تم تأجيله."""
    word = view.word(token)
    if word in words_of("is_called_off"):
        return view.word(token - 1) not in _FROM
    suffixed = word.removesuffix("ها").removesuffix("ه")
    return view.word(token - 1) in _BY_HAVING and suffixed != word and _is_noun(suffixed)


def _is_held_behind(view: View, token: int) -> bool:
    return any(view.word(t) in words_of("happens") for t in range(token + 1, min(view.last, token + _BEFORE)))


def was_not_held(view: View, token: int) -> bool:
    """لم يعقد الاجتماع الذي كان مقررا: it was denied, and had been planned."""
    before = [view.word(t) for t in range(max(view.first, token - 3), token)]
    denied = any(a == "لم" and b in words_of("happens") for a, b in pairwise(before))
    return denied and any(was_planned(view, t) for t in range(token + 1, token + 4))


def was_planned(view: View, token: int) -> bool:
    """الذي كان مقررا, كانت مقررة."""
    return view.word(token) in _WAS and _is_planned(view, token + 1)
