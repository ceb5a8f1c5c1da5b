"""Meetings in Arabic: what was done by whom. Place and date come behind it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rasid_schemas.extraction import Meeting, MeetingMode, MeetingStatus

Who = tuple[str, ...]
NOBODY: Who = ("مسؤولين لم تُذكر أسماؤهم",)


class _Words(NamedTuple):
    noun: str
    planned: str
    proposed: str
    held: str
    """The noun behind its verb."""
    holding: str
    """The noun behind its verbal noun."""
    cancelled: str


_WORDS: Mapping[MeetingMode, _Words] = MappingProxyType(
    {
        "in_person": _Words(
            "لقاء", "لقاء مرتقب", "لقاء مقترح", "عُقد لقاء", "عقد لقاء", "أُلغي لقاء كان مرتقبًا",
        ),
        "phone": _Words(
            "اتصال هاتفي", "اتصال هاتفي مرتقب", "اتصال هاتفي مقترح", "جرى اتصال هاتفي", "إجراء اتصال هاتفي",
            "أُلغي اتصال هاتفي كان مرتقبًا",
        ),
        "video": _Words(
            "لقاء عبر الفيديو", "لقاء مرتقب عبر الفيديو", "لقاء مقترح عبر الفيديو", "عُقد لقاء عبر الفيديو",
            "عقد لقاء عبر الفيديو", "أُلغي لقاء عبر الفيديو كان مرتقبًا",
        ),
        "unspecified": _Words(
            "محادثات", "محادثات مرتقبة", "محادثات مقترحة", "جرت محادثات", "إجراء محادثات",
            "أُلغيت محادثات كانت مرتقبة",
        ),
    }
)  # fmt: skip
_ASSEMBLY = _Words("اجتماع", "اجتماع مرتقب", "اجتماع مقترح", "عُقد اجتماع", "عقد اجتماع", "أُلغي اجتماع كان مرتقبًا")
"""A body that convenes, or the only one who is named."""

_OCCASIONS = ("قمة ", "القمة ", "مؤتمر ", "المؤتمر ", "اجتماع ", "الاجتماع ", "جلسة ", "منتدى ", "المنتدى ")
"""How the name of a meeting begins, where it stands for those who take part."""
_OCCASION_HEADLINES: Mapping[MeetingStatus, str] = MappingProxyType(
    {"held": "انعقاد", "planned": "ترقّب انعقاد", "proposed": "اقتراح عقد", "cancelled": "إلغاء"}
)
_OCCASION_SENTENCES: Mapping[MeetingStatus, str] = MappingProxyType(
    {"held": "جرى عقد", "planned": "من المرتقب عقد", "proposed": "اقتُرح عقد", "cancelled": "أُلغي عقد"}
)


def meeting_headline(meeting: Meeting, who: Who) -> str:
    """`لقاء بين فلان وفلان`, `إلغاء لقاء مرتقب بين فلان وفلان`."""
    if _is_occasion(who):
        return f"{_OCCASION_HEADLINES[meeting.status]} {who[0]}"
    words = _words(meeting, who)
    match meeting.status:
        case "held":
            said = words.noun
        case "planned":
            said = words.planned
        case "proposed":
            said = words.proposed
        case "cancelled":
            said = f"إلغاء {words.planned}"
    return f"{said} {_between(who)}"


def meeting_sentence(meeting: Meeting, who: Who) -> str:
    """`عُقد لقاء بين فلان وفلان`, `من المرتقب عقد لقاء بين فلان وفلان`."""
    if _is_occasion(who):
        return f"{_OCCASION_SENTENCES[meeting.status]} {who[0]}"
    words = _words(meeting, who)
    match meeting.status:
        case "held":
            said = words.held
        case "planned":
            said = f"من المرتقب {words.holding}"
        case "proposed":
            said = f"اقتُرح {words.holding}"
        case "cancelled":
            said = words.cancelled
    return f"{said} {_between(who)}"


def _is_occasion(who: Who) -> bool:
    return len(who) == 1 and who[0].startswith(_OCCASIONS)


def _words(meeting: Meeting, who: Who) -> _Words:
    assembled = len(who) == 1 and meeting.mode in ("in_person", "unspecified")
    return _ASSEMBLY if assembled else _WORDS[meeting.mode]


def _between(who: Who) -> str:
    return f"بين {' و'.join(who)}" if who[1:] else f"بمشاركة {who[0]}"
