"""When two reports tell of one meeting, and the keys by which such reports find each other."""

from collections.abc import Iterator
from itertools import combinations

from rasid.alerting.dates import dates_agree, is_day
from rasid.alerting.names import ParticipantName, participant_name, words_of
from rasid_schemas.extraction import Meeting

MOST_INDEXED = 12
"""Participants: of a summit of thirty, the first twelve find the other reports."""
ENOUGH_SHARED = 2


def same_meeting(one: Meeting, other: Meeting, published_near: bool) -> bool:
    """Whether two reports can be of one meeting.

    No contradicting country, dates that can be one, and two shared participants; one is enough where one side
    names no second, and both tell the same day or the same place.
    """
    if one.country and other.country and one.country != other.country:
        return False
    if not dates_agree(one.date, other.date, published_near):
        return False
    ones, others = _names(one), _names(other)
    shared = _shared(ones, others)
    if shared >= ENOUGH_SHARED:
        return True
    return shared == min(len(ones), len(others)) == 1 and (_same_day(one, other) or _same_place(one, other))


def meeting_keys(meeting: Meeting) -> tuple[str, ...]:
    """What a cluster of this meeting is found by."""
    names = _names(meeting)[:MOST_INDEXED]
    alone = _occasions(meeting, names, "alone") if len(names) == 1 else ()
    return tuple(dict.fromkeys((*_pairs(names), *_occasions(meeting, names, "with"), *alone)))


def meeting_lookups(meeting: Meeting) -> tuple[str, ...]:
    """Under which keys clusters that can be this meeting stand."""
    names = _names(meeting)[:MOST_INDEXED]
    lone = _occasions(meeting, names, "with" if len(names) == 1 else "alone")
    return tuple(dict.fromkeys((*_pairs(names), *lone)))


def _names(meeting: Meeting) -> tuple[ParticipantName, ...]:
    return tuple(map(participant_name, meeting.participants))


def _shared(ones: tuple[ParticipantName, ...], others: tuple[ParticipantName, ...]) -> int:
    left = list(others)
    for name in ones:
        match = next((candidate for candidate in left if name.is_same(candidate)), None)
        if match is not None:
            left.remove(match)
    return len(others) - len(left)


def _same_day(one: Meeting, other: Meeting) -> bool:
    return one.date == other.date and is_day(one.date)


def _same_place(one: Meeting, other: Meeting) -> bool:
    return bool(one.location and other.location) and _place(one) == _place(other)


def _place(meeting: Meeting) -> str:
    return " ".join(words_of(meeting.location or ""))


def _pairs(names: tuple[ParticipantName, ...]) -> Iterator[str]:
    for one, other in combinations(names, 2):
        for surname in one.surnames:
            yield from ("|".join(sorted((surname, counterpart))) for counterpart in other.surnames)


def _occasions(meeting: Meeting, names: tuple[ParticipantName, ...], company: str) -> tuple[str, ...]:
    day = [f"on {meeting.date}"] if is_day(meeting.date) else []
    place = [f"in {_place(meeting)}"] if meeting.location else []
    surnames = [surname for name in names for surname in name.surnames]
    return tuple(f"{company}|{surname}|{occasion}" for surname in surnames for occasion in (*day, *place))
