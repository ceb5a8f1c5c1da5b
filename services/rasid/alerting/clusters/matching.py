"""Whether two reports, or a report and a cluster, can be of one event: by points that are added up."""

from collections.abc import Callable

from rasid.alerting.clusters import meetings, troops
from rasid.alerting.clusters.dates import Days
from rasid.alerting.clusters.meetings import meeting_points
from rasid.alerting.clusters.timing import Timing, timing_points
from rasid.alerting.clusters.troops import announcement_points
from rasid_schemas.extraction import Meeting, TroopAnnouncement

Tellable = Meeting | TroopAnnouncement

_COPIED = 1.5
"""What a copied text says of the time at the least: printed on another day, its "today" is another day as well."""
_REPRINTED_DAYS = 4
"""Later it is the next of a kind: what is told every week is told in the same words."""


def same_event_points(
    one: Tellable,
    one_published: Days,
    other: Tellable,
    other_published: Days,
    is_copy: Callable[[], bool] = lambda: False,
) -> float | None:
    """How much speaks for one event; null where it is not enough.

    `is_copy` tells whether both stand in one text; it is asked only where that would make the difference.
    """
    points, enough = _points_but_time(one, other)
    if points is None:
        return None
    timing = timing_points(
        Timing(one.date, one.status, one_published), Timing(other.date, other.status, other_published)
    )
    if timing is not None and points + timing >= enough:
        return points + timing
    reprinted = abs(one_published.until(other_published)) <= _REPRINTED_DAYS
    return points + _COPIED if reprinted and points + _COPIED >= enough and is_copy() else None


def _points_but_time(one: Tellable, other: Tellable) -> tuple[float | None, float]:
    if isinstance(one, Meeting) and isinstance(other, Meeting):
        return meeting_points(one, other), meetings.ENOUGH
    if isinstance(one, TroopAnnouncement) and isinstance(other, TroopAnnouncement):
        return announcement_points(one, other), troops.ENOUGH
    return None, 0.0
