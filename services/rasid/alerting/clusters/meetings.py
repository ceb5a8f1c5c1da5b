"""When two reports tell of one meeting, and the keys by which such reports find each other."""

from collections.abc import Iterator
from itertools import combinations

from rasid.alerting.clusters.dates import dates_agree, is_day
from rasid.alerting.clusters.names import ParticipantName, participant_name, words_of
from rasid_schemas.extraction import Meeting

MOST_INDEXED = 12
"""Participants: of a summit of thirty, the first twelve find the other reports."""
LEADING = 2
"""Participants named first: host and guest, who make it this meeting."""


def same_meeting(one: Meeting, other: Meeting, published_near: bool) -> bool:
    """Whether two reports can be of one meeting.

    No contradicting country, dates that can be one, and the two that one side names first among the other's
    participants: who comes behind them may be the host's company, which is at all meetings of the day. Where one side
    names no second, one is enough if both tell the same day at the same place; day or place suffice where neither
    does, as for a summit.
    """
    if one.country and other.country and one.country != other.country:
        return False
    if not dates_agree(one.date, other.date, published_near):
        return False
    ones, others = _names(one), _names(other)
    if min(len(ones), len(others)) >= LEADING:
        return _led_by(ones, others) or _led_by(others, ones)
    if not any(name.is_same(other) for name in ones for other in others):
        return False
    occasion = (_same_day(one, other), _same_place(one, other))
    return any(occasion) if len(one.participants) == len(other.participants) == 1 else all(occasion)


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
    names = map(participant_name, meeting.participants)
    return tuple(name for name in names if name.is_specific)


def _led_by(ones: tuple[ParticipantName, ...], others: tuple[ParticipantName, ...]) -> bool:
    """Whether those named first among the ones are among the others, as two of them."""
    left = list(others)
    for name in ones[:LEADING]:
        match = next((candidate for candidate in left if name.is_same(candidate)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _same_day(one: Meeting, other: Meeting) -> bool:
    return one.date == other.date and is_day(one.date)


def _same_place(one: Meeting, other: Meeting) -> bool:
    return bool(one.location and other.location) and _place(one) == _place(other)


def _place(meeting: Meeting) -> str:
    return " ".join(words_of(meeting.location or ""))


def _pairs(names: tuple[ParticipantName, ...]) -> Iterator[str]:
    for one, other in combinations(names, 2):
        for handle in one.handles:
            yield from ("|".join(sorted((handle, counterpart))) for counterpart in other.handles)


def _occasions(meeting: Meeting, names: tuple[ParticipantName, ...], company: str) -> tuple[str, ...]:
    day = [f"on {meeting.date}"] if is_day(meeting.date) else []
    place = [f"in {_place(meeting)}"] if meeting.location else []
    handles = [handle for name in names for handle in name.handles]
    return tuple(f"{company}|{handle}|{occasion}" for handle in handles for occasion in (*day, *place))
