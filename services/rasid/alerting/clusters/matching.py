"""Whether two reports, or a report and a cluster, can be of one event: by points that are added up."""

from collections.abc import Callable
from typing import NamedTuple

from rasid.alerting.clusters import meetings, troops
from rasid.alerting.clusters.dates import Days
from rasid.alerting.clusters.keys import Keys
from rasid.alerting.clusters.meetings import ComparedMeeting, meeting_keys, meeting_lookups, meeting_points
from rasid.alerting.clusters.merging import MergedEvent
from rasid.alerting.clusters.timing import Timing, timing_points
from rasid.alerting.clusters.troops import ComparedTroops, announcement_points, tell_other_numbers, troop_keys
from rasid_schemas.extraction import Meeting

_COPIED = 1.5
"""What a copied text says of the time at the least: printed on another day, its "today" is another day as well."""
_REPRINTED_DAYS = 4
"""Later it is the next of a kind: what is told every week is told in the same words."""


class Places(NamedTuple):
    """Where in the index an event stands, and where those stand that it can be one with."""

    standing: Keys
    sought: Keys


class Compared(NamedTuple):
    """An event as it is compared, so that what its texts come to is made out once for all comparisons."""

    content: ComparedMeeting | ComparedTroops
    timing: Timing

    @classmethod
    def of(cls, told: MergedEvent, published: Days) -> "Compared":
        """What a report tells, or the reports of a cluster together."""
        content = ComparedMeeting.of(told) if isinstance(told, Meeting) else ComparedTroops.of(told)
        return cls(content, Timing.of(told.date, told.status, published))

    def places(self) -> Places:
        """Its keys."""
        if isinstance(self.content, ComparedMeeting):
            return Places(meeting_keys(self.content), meeting_lookups(self.content))
        keys = troop_keys(self.content)
        return Places(keys, keys)


def same_event_points(one: Compared, other: Compared, is_copy: Callable[[], bool] = lambda: False) -> float | None:
    """How much speaks for one event; null where it is not enough.

    `is_copy` tells whether both stand in one text; it is asked only where that would make the difference. Numbers
    and time are looked at first: most who are compared are apart by these, or so far that little is left for the rest
    to say.
    """
    ours, theirs = one.content, other.content
    if isinstance(ours, ComparedTroops) and isinstance(theirs, ComparedTroops) and tell_other_numbers(ours, theirs):
        return None
    between = one.timing.days_from(other.timing)
    timing, reprinted = timing_points(one.timing, other.timing, between), between <= _REPRINTED_DAYS
    if timing is None and not reprinted:
        return None
    at_best = _COPIED if timing is None or (reprinted and timing < _COPIED) else timing
    enough, points = _points_but_time(ours, theirs, at_best)
    if points is None:
        return None
    if timing is not None and points + timing >= enough:
        return points + timing
    return points + _COPIED if reprinted and points + _COPIED >= enough and is_copy() else None


def _points_but_time(
    one: ComparedMeeting | ComparedTroops, other: ComparedMeeting | ComparedTroops, time_at_best: float
) -> tuple[float, float | None]:
    """How much is enough, and what there is of it; null where not even the best of times would make it enough."""
    if isinstance(one, ComparedMeeting) and isinstance(other, ComparedMeeting):
        return meetings.ENOUGH, meeting_points(one, other, meetings.ENOUGH - time_at_best)
    if isinstance(one, ComparedTroops) and isinstance(other, ComparedTroops):
        return troops.ENOUGH, announcement_points(one, other)
    return 0.0, None
