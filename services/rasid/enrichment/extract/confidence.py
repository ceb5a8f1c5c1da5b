"""How sure an event is: a sum of a few named points, each for something anybody can see in the event.

The points are hundredths. They were set near a least-squares fit to events that readers judged (`make calibrate`), most
of them drawn from a corpus at random, since on articles that rules were written with every point looks good.
An article that tells when, where, and who on both sides rather reports an event than alludes to one; so does one
that counts the troops.
"""

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from rasid_schemas.extraction import Meeting, TroopAnnouncement

Event = TypeVar("Event", Meeting, TroopAnnouncement)

MIN_CONFIDENCE = 0.4
"""Below it an event is more often wrong than right, and left out."""
_LEAST, _MOST = 5, 98
_TALKS = frozenset({"talks", "hold", "speak"})
_LARGE = 10_000
"""Heads from which a number is often a whole army's, or history."""


class Point(NamedTuple):
    """What speaks for an event or against it."""

    reason: str
    worth: int
    """Hundredths of confidence; negative where it speaks against the event."""


class _Criterion(NamedTuple, Generic[Event]):
    reason: str
    worth: int
    holds: Callable[[Event], bool]


_MEETING: tuple[_Criterion[Meeting], ...] = (
    _Criterion("found by a rule", 60, lambda m: True),
    _Criterion("says when", 10, lambda m: m.date is not None),
    _Criterion("says where", 10, lambda m: m.location is not None),
    _Criterion("sides of different states or bodies", 10, lambda m: len(_sides(m)) > 1),
    _Criterion("somebody of no known side", -10, lambda m: any(p.affiliation is None for p in m.participants)),
    _Criterion("two with a title", 10, lambda m: _titles(m) > 1),
    _Criterion("nobody with a title, nor two sides", -10, lambda m: _titles(m) == 0 and len(_sides(m)) < 2),
    _Criterion("three or more take part", 10, lambda m: len(m.participants) > 2),
    _Criterion("told more than once", 5, lambda m: len(m.evidence) > 1),
    _Criterion("by telephone", 5, lambda m: m.mode == "phone"),
    _Criterion("of one side, or of none, without day and place", -10, lambda m: _is_vague(m)),
    _Criterion("a summit", 5, lambda m: m.rule.endswith("-summit")),
    _Criterion("only talks, or a noun", -10, lambda m: m.rule.rpartition("-")[2] in _TALKS),
)
_TROOPS: tuple[_Criterion[TroopAnnouncement], ...] = (
    _Criterion("found by a rule", 50, lambda t: True),
    _Criterion("says how many", 25, lambda t: _heads(t) is not None),
    _Criterion("hedges the number", 5, lambda t: t.approximate),
    _Criterion("tells a strength", 5, lambda t: t.action == "strength"),
    _Criterion("abroad, or a home guard", 10, lambda t: _is_abroad(t) or "guard" in (t.force or "").lower()),
    _Criterion("force and place in its own words", 5, lambda t: _quotes(t, t.force) and _quotes(t, t.location)),
    _Criterion("told more than once", 5, lambda t: len(t.evidence) > 1),
    _Criterion("ten thousand or more", -5, lambda t: (_heads(t) or 0) >= _LARGE),
    _Criterion("stays, or fewer", -10, lambda t: t.action in ("maintain", "decrease")),
    _Criterion("sent without a number", -10, lambda t: t.rule == "deploy.plain"),
)  # fmt: skip


def points(event: Meeting | TroopAnnouncement) -> tuple[Point, ...]:
    """What counts for and against an event, in the order of the tables."""
    if isinstance(event, Meeting):
        return _holding(_MEETING, event)
    return _holding(_TROOPS, event)


def confidence(counted: Iterable[Point]) -> float:
    """The sum of points as a number from 0.05 to 0.98: nothing is certain."""
    return max(_LEAST, min(_MOST, sum(point.worth for point in counted))) / 100


def rated(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with their confidence, in their order, without those below MIN_CONFIDENCE."""
    every = (event.model_copy(update={"confidence": confidence(points(event))}) for event in events)
    return tuple(event for event in every if event.confidence >= MIN_CONFIDENCE)


def _holding(criteria: Iterable[_Criterion[Event]], event: Event) -> tuple[Point, ...]:
    return tuple(Point(c.reason, c.worth) for c in criteria if c.holds(event))


def _sides(meeting: Meeting) -> frozenset[str]:
    return frozenset(p.affiliation for p in meeting.participants if p.affiliation)


def _titles(meeting: Meeting) -> int:
    return sum(p.role is not None for p in meeting.participants)


def _is_vague(meeting: Meeting) -> bool:
    return len(_sides(meeting)) < 2 and _titles(meeting) < 2 and not (meeting.date or meeting.location)


def _heads(announcement: TroopAnnouncement) -> int | None:
    """The number the announcement is about, or the least of a range."""
    numbers = (announcement.count, announcement.count_min, announcement.count_max, announcement.count_delta)
    return next((number for number in numbers if number is not None), None)


def _is_abroad(announcement: TroopAnnouncement) -> bool:
    place, owner = announcement.country, announcement.force_affiliation
    return place is not None and owner is not None and place != owner


def _quotes(announcement: TroopAnnouncement, words: str | None) -> bool:
    return words is not None and any(words in evidence.quote for evidence in announcement.evidence)
