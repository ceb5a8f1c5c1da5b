"""What a run counts, and the messages that show something wrong, kept in files to replay."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.fuzz.messages import TOPICS, Message, message
from rasid_schemas.topics import ARTICLES_RAW


@dataclass(frozen=True, slots=True)
class Timed:
    """How long a message took, in CPU seconds, and its size in bytes."""

    seconds: float
    number: int
    size: int

    @property
    def microseconds_per_byte(self) -> float:
        """What a byte of it took."""
        return 1_000_000 * self.seconds / max(1, self.size)


@dataclass(frozen=True, slots=True)
class Finding:
    """A message with which something went wrong."""

    number: int
    what: str
    """`exception`, `hang`, `crash`, `slow`."""
    told: str
    """The exception, the exit code, the time."""


LARGE_BYTES = 5_000
"""From here on the time for a byte says something of the text rather than of the fixed costs."""


@dataclass(slots=True)
class Counts:
    """What came of some messages."""

    messages: int = 0
    bytes: int = 0
    cpu_seconds: float = 0.0
    outcomes: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    slowest: Timed = Timed(0.0, -1, 1)
    slowest_for_its_size: Timed = Timed(0.0, -1, 1)
    """Among those of at least LARGE_BYTES."""
    memory_at_first: int = 0
    """Resident bytes of a worker before its first message, the most of any."""
    memory_at_last: int = 0
    memory_peak: int = 0

    def add(self, timed: Timed, outcome: str) -> None:
        """Count one message."""
        self.messages += 1
        self.bytes += timed.size
        self.cpu_seconds += timed.seconds
        self.outcomes[outcome] += 1
        self._compare(timed, timed if timed.size >= LARGE_BYTES else self.slowest_for_its_size)

    def merge(self, other: "Counts") -> None:
        """Count what another counted."""
        self.messages += other.messages
        self.bytes += other.bytes
        self.cpu_seconds += other.cpu_seconds
        self.outcomes.update(other.outcomes)
        self.findings += other.findings
        self._compare(other.slowest, other.slowest_for_its_size)
        self.memory_at_first = max(self.memory_at_first, other.memory_at_first)
        self.memory_at_last = other.memory_at_last or self.memory_at_last
        self.memory_peak = max(self.memory_peak, other.memory_peak)

    def _compare(self, timed: Timed, large: Timed) -> None:
        self.slowest = max(self.slowest, timed, key=lambda each: each.seconds)
        rates = (self.slowest_for_its_size, large)
        self.slowest_for_its_size = max(rates, key=lambda each: each.microseconds_per_byte)


def save(folder: Path, seed: int, finding: Finding) -> Path:
    """Keep the message of a finding; the file's name says its topic."""
    folder.mkdir(parents=True, exist_ok=True)
    found = message(seed, finding.number)
    path = folder / f"{found.topic.name}-{seed}-{finding.number}.message"
    path.write_bytes(found.value)
    return path


def saved(path: Path) -> Message:
    """A message that was kept; any other file is taken for a raw article."""
    topic = next((topic for topic in TOPICS if path.name.startswith(topic.name)), ARTICLES_RAW)
    return Message(topic, path.read_bytes())
