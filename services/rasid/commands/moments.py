"""Times as people give them on a command line."""

from datetime import UTC, datetime

from rasid.runtime.durations import HINT, duration


def aware(time: datetime) -> datetime:
    """A time without an offset is UTC."""
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def to_the_second(time: datetime) -> datetime:
    """A time in UTC, without what is less than a second."""
    return time.astimezone(UTC).replace(microsecond=0)


def time_of(text: str) -> datetime:
    """A day or a time, UTC where no offset is given. Raises ValueError."""
    try:
        return aware(datetime.fromisoformat(text))
    except ValueError:
        raise ValueError(f"{text!r} is no time: write it as 2026-11-24 or 2026-11-24T12:00:00Z") from None


def moment(text: str, now: datetime) -> datetime:
    """A time, or how long before now. Raises ValueError."""
    try:
        return now - duration(text)
    except (ValueError, OverflowError):
        pass
    try:
        return time_of(text)
    except ValueError:
        message = f"{text!r} is neither a time, as 2026-11-24T12:00:00Z, nor how long ago: {HINT}"
        raise ValueError(message) from None
