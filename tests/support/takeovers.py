"""Workers of alerting over one event topic, with all that befalls them, without a broker.

As on Kafka: an offset is committed when everything up to it was published; who gets the partition goes on from there;
who lost it and does not know goes on with what it has, and its commits are refused.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rasid.alerting.event_fold import EventFold
from rasid.alerting.takeover import FoldedTopic
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import ContentError

NewFold = Callable[[], EventFold]


class ReplayBrokeOff(Exception):  # noqa: N818  # it is what happens
    """A replay was cancelled."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one worker does next."""

    worker: int
    records: int
    """How many it takes in hand."""
    is_zombie: bool = False
    """Whether it goes on from where it was, though the partition may be another's."""
    published: int | None = None
    """How many messages of these get out; null for all."""
    dies: bool = False
    replay_breaks_off_after: int | None = None
    """Records, should there be a replay; null where it goes through."""


@dataclass(slots=True)
class Partition:
    """An event topic, where its group stands, and everything that was published of it."""

    records: Sequence[Record]
    committed: int = 0
    published: list[Outgoing] = field(default_factory=list)


class Workers:
    """Some workers that read one partition in turn."""

    def __init__(self, partition: Partition, new_fold: NewFold) -> None:
        self._partition = partition
        self._new_fold = new_fold
        self._folded: dict[int, FoldedTopic] = {}
        self._positions: dict[int, int] = {}
        self._turn = Turn(0, 0)

    async def take(self, turn: Turn) -> None:
        """Let a worker take its turn."""
        self._turn = turn
        start = self._positions.get(turn.worker, 0) if turn.is_zombie else self._partition.committed
        batch = self._partition.records[start : start + turn.records]
        try:
            messages = [message for record in batch for message in await self._handled(turn.worker, record)]
        except ReplayBrokeOff:
            return
        self._partition.published += messages[: turn.published]
        self._positions[turn.worker] = start + len(batch)
        if turn.dies:
            self._folded.pop(turn.worker, None)
            self._positions.pop(turn.worker)
        elif turn.published is None and not turn.is_zombie:
            self._partition.committed = start + len(batch)

    async def _handled(self, worker: int, record: Record) -> Sequence[Outgoing]:
        folded = self._folded.setdefault(worker, FoldedTopic(self._new_fold, self._replay))
        await folded.stand_at(record)
        try:
            return folded.handle(record)
        except ContentError:
            return ()

    async def _replay(self, topic: str, partition: int, until: int, apply: Callable[[Record], None]) -> int:
        for record in self._partition.records[:until][: self._turn.replay_breaks_off_after]:
            apply(record)
        if self._turn.replay_breaks_off_after is not None:
            raise ReplayBrokeOff
        return until
