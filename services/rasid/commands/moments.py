"""Times as people give them on a command line."""

from datetime import UTC, datetime


def aware(time: datetime) -> datetime:
    """A time without an offset is UTC."""
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def to_the_second(time: datetime) -> datetime:
    """A time in UTC, without what is less than a second."""
    return time.astimezone(UTC).replace(microsecond=0)
