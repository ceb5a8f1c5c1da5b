"""Messages on their way: what was read, and what is to be written."""

from dataclasses import dataclass
from datetime import UTC, datetime

Headers = tuple[tuple[str, bytes], ...]


def record_time(timestamp_ms: int) -> datetime:
    """A Kafka timestamp as a time."""
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
        """The record time."""
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
