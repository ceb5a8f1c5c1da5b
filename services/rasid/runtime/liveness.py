"""Whether a worker still gets on: a partition with messages to read whose committed offset stands is a stall.

Answering /healthz proves nothing: Faust has stalled silently, with its heartbeats going on. Waiting for a broker or
a channel that does not take what it should is no stall, as long as it is tried again.
"""

import time
from collections.abc import Iterable
from typing import NamedTuple

FEWEST_LOOKS = 3
"""How often a partition is seen to stand, after the first time, before that is a stall."""


class Pulse:
    """When a worker last did something that counts as getting on, though no offset moves: a retry, a replay."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def beat(self, *_: object) -> None:
        """It does so now. Takes whatever a retry's callback is handed."""
        self.last = time.monotonic()


class Look(NamedTuple):
    """When the broker was asked how the worker gets on, when it answered, and when the worker last beat."""

    asked: float
    answered: float
    last_beat: float


class Standing(NamedTuple):
    """How far a consumer group has come in a partition: the offset it goes on from, and the partition's end."""

    topic: str
    partition: int
    committed: int
    end: int


class Apart(NamedTuple):
    """A worker that does not get into its group."""

    seconds: float

    def __str__(self) -> str:
        return f"has not joined its group for {self.seconds:.0f} s"


class Stall(NamedTuple):
    """A partition that stands."""

    standing: Standing
    seconds: float

    def __str__(self) -> str:
        where = f"{self.standing.topic}/{self.standing.partition}"
        left = self.standing.end - self.standing.committed
        return f"{where} stands at offset {self.standing.committed} for {self.seconds:.0f} s with {left} messages left"


class Progress:
    """Adds up how long each partition stands. Times are seconds of one monotonic clock.

    What counts is the time between an answer of the broker and the next question, and no more of it than lies there
    usually: while the broker does not answer nobody can tell how the worker gets on, and neither can it get on.
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._answered: float | None = None
        self._stood: dict[tuple[str, int, int], float] = {}
        self._apart = 0.0

    def observe_group(self, has_joined: bool, look: Look) -> Apart | None:
        """Take in whether the worker is in its group; null unless it has been out of it too long. Before `observe`."""
        self._apart = 0.0 if has_joined else self._apart + self._passed(look)
        apart = Apart(min(self._apart, look.answered - look.last_beat))
        return apart if apart.seconds >= self._patience else None

    def observe(self, standings: Iterable[Standing], look: Look) -> Stall | None:
        """Take in where the partitions stand; the first that has stood too long, if any."""
        behind = [standing for standing in standings if standing.committed < standing.end]
        passed = self._passed(look)
        self._stood = {s[:3]: self._stood.get(s[:3], -passed) + passed for s in behind}
        self._answered = look.answered
        stalls = (Stall(s, min(self._stood[s[:3]], look.answered - look.last_beat)) for s in behind)
        return next((stall for stall in stalls if stall.seconds >= self._patience), None)

    def _passed(self, look: Look) -> float:
        if self._answered is None:
            return 0.0
        return min(max(0.0, look.asked - self._answered), self._patience / FEWEST_LOOKS)
