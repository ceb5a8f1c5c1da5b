"""Messages on their way: what was read, and what is to be written."""

from dataclasses import dataclass
from datetime import UTC, datetime

from rasid_schemas.codec import ContentError

Headers = tuple[tuple[str, bytes], ...]


TIMES = range(-1, 253_370_764_800_000)
"""Kafka timestamps that are taken for times: from -1, which says that there is none, to the year 9999."""


def record_time(timestamp_ms: int) -> datetime:
    """A Kafka timestamp as a time. Raises ContentError."""
    if timestamp_ms not in TIMES:
        fix = "milliseconds since 1970 are wanted"
        raise ContentError("invalid-timestamp", f"the message is dated {timestamp_ms} by its producer: {fix}")
    return datetime.fromtimestamp(timestamp_ms / 1000, UTC)


@dataclass(frozen=True, slots=True)
class Record:
    """A message as it was read from a topic. `timestamp_ms` is its record time, milliseconds since 1970."""

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()

    @property
    def time(self) -> datetime:
        """The record time. Raises ContentError."""
        return record_time(self.timestamp_ms)

    @property
    def key_text(self) -> str:
        """The key as text, empty where there is none; bytes that are no UTF-8 are replaced."""
        return (self.key or b"").decode(errors="replace")

    def header(self, name: str) -> bytes | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be written. It carries the record time of what it came of."""

    topic: str
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
