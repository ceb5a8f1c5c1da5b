"""Days: whether two dates can be one, how far publications are apart, how old an event was when told."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

CLOCK_SKEW = timedelta(hours=1)
"""How far ahead of record time a publication time is believed."""
UNDATED_SPAN_DAYS = 7
"""All reports that are held together by publication alone lie within this many days."""


def publication_time(published_at: datetime | None, record_time: datetime) -> datetime:
    """When an article was published: record time where it does not say, and never later than that plus an hour."""
    if published_at is None:
        return record_time
    aware = published_at if published_at.tzinfo else published_at.replace(tzinfo=UTC)
    return min(aware, record_time + CLOCK_SKEW)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last of a stretch of days."""

    first: date
    last: date

    @staticmethod
    @lru_cache(maxsize=4096)
    def of(day: date) -> "Days":
        """A single day."""
        return Days(day, day)

    def joined(self, other: "Days") -> "Days":
        """The days of both, and those between."""
        return Days(min(self.first, other.first), max(self.last, other.last))

    def until(self, other: "Days") -> int:
        """Days from the last of these to the first of the others; 0 where they overlap, negative backwards."""
        if self.last < other.first:
            return (other.first - self.last).days
        return min(0, (other.last - self.first).days)

    @property
    def span(self) -> int:
        """Days from the first to the last."""
        return (self.last - self.first).days


def is_day(event_date: str | None) -> bool:
    """Whether a date is precise to the day."""
    return event_date is not None and len(event_date) == len("2018-07-11")


def age_in_days(event_date: str | None, published: date) -> int | None:
    """Days from the event to the publication: negative for what is to come, null where it has no date.

    Of a month or year the nearest day counts: told in July 2018, an event of `2018` is 0 days old.
    """
    told = days_of(event_date)
    return None if told is None else (published - min(max(published, told.first), told.last)).days


@lru_cache(maxsize=4096)
def days_of(event_date: str | None) -> Days | None:
    """The days of an event date (`2018`, `2018-07`, `2018-07-11`); null for none, or one that no calendar has."""
    if event_date is None:
        return None
    try:
        return _bounds(event_date)
    except ValueError:  # 2018-02-31: the contract checks the shape of a date, not the calendar
        return None


def _bounds(event_date: str) -> Days:
    year, month, day = (*(int(part) for part in event_date.split("-")), 0, 0)[:3]
    if day:
        return Days(date(year, month, day), date(year, month, day))
    if month:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Days(date(year, 1, 1), date(year, 12, 31))
