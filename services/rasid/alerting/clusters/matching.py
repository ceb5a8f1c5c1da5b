"""Whether two reports, or a report and a cluster, can be of one event: by points that are added up."""

from rasid.alerting.clusters import meetings, troops
from rasid.alerting.clusters.dates import Days
from rasid.alerting.clusters.meetings import meeting_points
from rasid.alerting.clusters.timing import Timing, timing_points
from rasid.alerting.clusters.troops import announcement_points
from rasid_schemas.extraction import Meeting, TroopAnnouncement

Tellable = Meeting | TroopAnnouncement


_COPIED = 1.5
"""What a copied text says of the time at the least: printed on another day, its "today" is another day as well."""


def same_event_points(
    one: Tellable, one_published: Days, other: Tellable, other_published: Days, *, copied: bool = False
) -> float | None:
    """How much speaks for one event; null where it is not enough. `copied` says that both stand in one text."""
    timing = timing_points(
        Timing(one.date, one.status, one_published), Timing(other.date, other.status, other_published)
    )
    if copied:
        timing = _COPIED if timing is None else max(timing, _COPIED)
    if timing is None:
        return None
    points, enough = None, 0.0
    if isinstance(one, Meeting) and isinstance(other, Meeting):
        points, enough = meeting_points(one, other, timing), meetings.ENOUGH
    elif isinstance(one, TroopAnnouncement) and isinstance(other, TroopAnnouncement):
        points, enough = announcement_points(one, other, timing), troops.ENOUGH
    return points if points is not None and points >= enough else None
