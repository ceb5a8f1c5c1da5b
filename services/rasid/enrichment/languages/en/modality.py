"""Whether an English meeting was held, is planned, proposed or cancelled, and by which means."""

from rasid.enrichment.extract.chains import View
from rasid.enrichment.languages.en.words import words_of
from rasid_schemas.extraction import MeetingMode, MeetingStatus

_NEAR = 8
_NEGATES = 4
_BEHIND = 24
_PASSIVE = frozenset({"was", "were", "been", "be", "is", "being"})
_PAST = frozenset(
    {"met", "held", "hosted", "spoke", "talked", "sat", "received", "welcomed", "greeted", "had", "telephoned"}
)


def status_of(view: View, token: int) -> MeetingStatus | None:
    """The meeting's status; None where the sentence says that it did not happen and was never meant to."""
    before = [view.word(t) for t in range(max(view.first, token - _NEAR), token)]
    if view.word(token) in _PAST and not _any(before[-3:], "negation"):
        return "held"
    if _any(before[-_NEGATES:], "negation"):
        return None
    everywhere = [view.word(t) for t in range(view.first, view.last)]
    if _any(before, "cancelled") or ("called" in before and "off" in everywhere):
        return "cancelled"
    if _is_called_off(view, token):
        return "cancelled"
    if _any(before[-5:], "proposed"):
        return "proposed"
    if "to" in before[-3:] and _any(before, "went") and not _any(before, "future"):
        return "held"
    if before[-1:] == ["to"] or _any(before[-6:], "future"):
        return "planned"
    return "held"


def _is_called_off(view: View, token: int) -> bool:
    """The meeting between A and B was postponed: the verb behind a noun of meeting."""
    if view.word(token) not in words_of("meet_noun"):
        return False
    behind = range(token + 1, min(view.last, token + _BEHIND))
    return any(view.word(t) in words_of("cancelled") and view.word(t - 1) in _PASSIVE for t in behind)


def _any(words: list[str], name: str) -> bool:
    return any(word in words_of(name) or (name == "negation" and word.endswith("n't")) for word in words)


def mode_of(view: View, token: int, end: int, rule: str) -> MeetingMode:
    """By phone, by video, or in person; unspecified where only talk is told of."""
    around = [view.word(t) for t in range(max(view.first, token - 4), min(view.last, end + 2))]
    if _any(around, "phone_word"):
        return "phone"
    if _any(around, "video_word"):
        return "video"
    return "unspecified" if rule == "en-speak" else "in_person"
