"""Meetings in English: what was done by whom. Place and date come behind it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rasid.alerting.render.counting import listed
from rasid_schemas.extraction import Meeting, MeetingMode, MeetingStatus

Who = tuple[str, ...]
NOBODY: Who = ("unnamed officials",)


class _Words(NamedTuple):
    did: str
    do: str
    noun: str
    a_noun: str
    be: str
    have: str


_WORDS: Mapping[MeetingMode, _Words] = MappingProxyType(
    {
        "in_person": _Words("met", "meet", "meeting", "a meeting", "is", "has"),
        "phone": _Words("spoke by phone with", "speak by phone with", "phone call", "a phone call", "is", "has"),
        "video": _Words("spoke by video with", "speak by video with", "video call", "a video call", "is", "has"),
        "unspecified": _Words("held talks with", "hold talks with", "talks", "talks", "are", "have"),
    }
)

_OCCASIONS = ("summit", "meeting", "conference", "talks", "session", "forum")
"""How the name of a meeting ends, where it stands for those who take part."""
_OCCASION_HEADLINES: Mapping[MeetingStatus, str] = MappingProxyType(
    {"held": "held", "planned": "to be held", "proposed": "proposed", "cancelled": "cancelled"}
)
_OCCASION_SENTENCES: Mapping[MeetingStatus, str] = MappingProxyType(
    {"held": "was held", "planned": "is planned", "proposed": "is proposed", "cancelled": "has been cancelled"}
)


def meeting_headline(meeting: Meeting, who: Who) -> str:
    """`A met B and C`, `A to meet B`, `Cancelled: meeting between A and B`."""
    if _is_occasion(who):
        return f"{who[0]} {_OCCASION_HEADLINES[meeting.status]}"
    words = _words(meeting, who)
    do = f"{words.do} {listed(who[1:])}" if who[1:] else f"hold {words.a_noun}"
    match meeting.status:
        case "held":
            return meeting_sentence(meeting, who)
        case "planned":
            return f"{who[0]} to {do}"
        case "proposed":
            return f"{who[0]} may {do}"
        case "cancelled":
            return f"cancelled: {words.noun} {_of(who)}"


def meeting_sentence(meeting: Meeting, who: Who, when_and_where: str = "") -> str:
    """`A met B and C in Amman`, `a meeting between A and B in Amman is planned`."""
    if _is_occasion(who):
        return f"{who[0]}{when_and_where} {_OCCASION_SENTENCES[meeting.status]}"
    words = _words(meeting, who)
    match meeting.status:
        case "held":
            done = f"{words.did} {listed(who[1:])}" if who[1:] else f"held {words.a_noun}"
            return f"{who[0]} {done}{when_and_where}"
        case "cancelled":
            return f"{words.a_noun} {_of(who)}{when_and_where} {words.have} been cancelled"
        case _:
            return f"{words.a_noun} {_of(who)}{when_and_where} {words.be} {meeting.status}"


def _is_occasion(who: Who) -> bool:
    return len(who) == 1 and who[0].casefold().endswith(_OCCASIONS)


def _words(meeting: Meeting, who: Who) -> _Words:
    """A body that convenes, or the only one who is named, holds a meeting rather than talks."""
    assembled = len(who) == 1 and meeting.mode == "unspecified"
    return _WORDS["in_person" if assembled else meeting.mode]


def _of(who: Who) -> str:
    return f"between {listed(who)}" if who[1:] else f"of {who[0]}"
