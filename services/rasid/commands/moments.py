"""Times as people give them on a command line."""

from datetime import UTC, datetime


def aware(time: datetime) -> datetime:
    """A time without an offset is UTC."""
    return time if time.tzinfo else time.replace(tzinfo=UTC)
