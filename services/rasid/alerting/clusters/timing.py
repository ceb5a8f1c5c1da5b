"""When an event takes place by two reports: how much speaks for one time, or that it cannot be one."""

from typing import NamedTuple

from rasid.alerting.clusters.dates import UNDATED_SPAN_DAYS, Days, days_of, is_day
from rasid.alerting.clusters.statuses import AHEAD, CALLED_OFF

_SAME_DAY, _SAME_MONTH, _NEXT_DAY, _SECOND_DAY, _OTHER_WEEK, _NEXT_MONTH = 3.0, 1.5, 1.0, 0.0, 0.0, 0.0
_OFF_BY = 2
_CALLED_OFF_ON_ANOTHER_DAY = 0.0
_WEEK = range(6, 9)
"""Days between what two outlets made of one weekday: this week's and last week's."""
_TOLD_SOON, _TOLD_LATE, _TOLD_LATER_DAYS, _TOLD_SOON_DAYS = 1.0, 0.0, 7, 2
_LONG_OVER = -2.0
_TO_COME, _TO_COME_DAYS = 0.5, 60
_SAID_TO_BE_OVER = (0.0, 0.5, -1.0, -2.0)
"""For a report of what took place, by the days until another says that it does."""
_UNDATED = (1.5, 1.5, 1.0, 0.5, 0.5, 0.0, -0.5, -1.0)
"""For two reports without a date, by the days between their publications."""


class Timing(NamedTuple):
    """What a report, or the reports of a cluster, say of the time."""

    told: Days | None
    """When it takes place."""
    to_the_day: bool
    """Whether that is told so precisely."""
    status: str
    published: Days

    @classmethod
    def of(cls, date: str | None, status: str, published: Days) -> "Timing":
        """Of what is told."""
        return cls(days_of(date), is_day(date), status, published)

    def days_from(self, other: "Timing") -> int:
        """Days between the publications."""
        return abs(self.published.until(other.published))


def timing_points(one: Timing, other: Timing, between: int) -> float | None:
    """What speaks for one time; null where it cannot be one. `between` is `one.days_from(other)`.

    A day may be off by one: what happened "today" was yesterday to an outlet that prints it the next morning. A date
    of a planned event may be that of the announcement once it was called off. Where one report has no date, its
    publication has to fit the other's, and where none has, both publications each other.
    """
    ours, theirs = one.told, other.told
    if ours and theirs:
        return _both_told(one, other, abs(ours.until(theirs)), between)
    if ours:
        return _one_told(ours, other)
    if theirs:
        return _one_told(theirs, one)
    if one.published.joined(other.published).span > UNDATED_SPAN_DAYS:
        return None
    return _UNDATED[between]


def _both_told(one: Timing, other: Timing, apart: int, between: int) -> float | None:
    if apart == 0:
        return _SAME_DAY if one.to_the_day and other.to_the_day else _SAME_MONTH
    if apart == 1 and not one.to_the_day and not other.to_the_day:
        return _NEXT_MONTH
    if apart <= _OFF_BY and _may_be_off(one) and _may_be_off(other):
        return _NEXT_DAY if apart == 1 else _SECOND_DAY
    if apart in _WEEK and between <= _TOLD_SOON_DAYS and one.to_the_day and other.to_the_day:
        return _OTHER_WEEK
    if (one.status in CALLED_OFF or other.status in CALLED_OFF) and between <= UNDATED_SPAN_DAYS:
        return _CALLED_OFF_ON_ANOTHER_DAY
    return None


def _may_be_off(told: Timing) -> bool:
    """Whether a day can be that of printing: not one that was still to come when it was told."""
    return told.to_the_day and told.told is not None and told.told.first <= told.published.last


def _one_told(told: Days, undated: Timing) -> float | None:
    to_come = undated.published.until(told)
    if to_come > 0:
        if to_come > _TO_COME_DAYS:
            return None
        ahead = undated.status in AHEAD | CALLED_OFF
        return _TO_COME if ahead else _SAID_TO_BE_OVER[min(to_come, len(_SAID_TO_BE_OVER) - 1)]
    if -to_come > _TOLD_LATER_DAYS:
        return None if undated.status in AHEAD else _LONG_OVER
    return _TOLD_SOON if -to_come <= _TOLD_SOON_DAYS else _TOLD_LATE
