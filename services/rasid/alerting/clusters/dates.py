"""Days: whether two dates can be one, how far publications are apart, how old an event was when told."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

CLOCK_SKEW = timedelta(hours=1)
"""How far ahead of record time a publication time is believed."""
UNDATED_GAP_DAYS = 2
"""Reports of which one tells no date can be of one event when published this many days apart."""
UNDATED_SPAN_DAYS = 7
"""All reports that are held together by publication alone lie within this many days."""


def publication_time(published_at: datetime | None, record_time: datetime) -> datetime:
    """When an article was published: record time where it does not say, and never later than that plus an hour."""
    if published_at is None:
        return record_time
    aware = published_at if published_at.tzinfo else published_at.replace(tzinfo=UTC)
    return min(aware, record_time + CLOCK_SKEW)


@dataclass(frozen=True, slots=True)
class PublicationDays:
    """The first and the last day that an event was reported on."""

    first: date
    last: date

    def joined(self, other: "PublicationDays") -> "PublicationDays":
        """The days of both."""
        return PublicationDays(min(self.first, other.first), max(self.last, other.last))

    def near(self, other: "PublicationDays") -> bool:
        """Whether undated reports of these days can be of one event."""
        gap = max(self.first - other.last, other.first - self.last).days
        span = self.joined(other)
        return gap <= UNDATED_GAP_DAYS and (span.last - span.first).days <= UNDATED_SPAN_DAYS


def dates_agree(one: str | None, other: str | None, published_near: bool) -> bool:
    """Whether two event dates (`2018`, `2018-07`, `2018-07-11`, or none) can be the same."""
    if one is None or other is None:
        return published_near
    return one.startswith(other) or other.startswith(one)


def is_day(event_date: str | None) -> bool:
    """Whether a date is precise to the day."""
    return event_date is not None and len(event_date) == len("2018-07-11")


def age_in_days(event_date: str | None, published: date) -> int | None:
    """Days from the event to the publication: negative for what is to come, null where it has no date.

    Of a month or year the nearest day counts: told in July 2018, an event of `2018` is 0 days old.
    """
    if event_date is None:
        return None
    try:
        first, last = _bounds(event_date)
    except ValueError:  # 2018-02-31: the contract checks the shape of a date, not the calendar
        return None
    return (published - min(max(published, first), last)).days


def _bounds(event_date: str) -> tuple[date, date]:
    year, month, day = (*(int(part) for part in event_date.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
