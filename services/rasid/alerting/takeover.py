"""A worker's place in the fold over one event topic, and how it gets there after another worker.

What is published for a record depends only on the records before it. So a worker that finds itself at an
offset it did not come to by itself reads the topic again up to there, publishing nothing, and goes on.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from rasid.alerting.event_fold import EventFold
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import ContentError

logger = logging.getLogger(__name__)

Replay = Callable[[str, int, int, Callable[[Record], None]], Awaitable[int]]
"""Hands every record of a topic's partition before an offset over, in order, and tells how many there were."""


class FoldedTopic:
    """The fold over one event topic, and the offset at which it stands."""

    def __init__(self, new_fold: Callable[[], EventFold], replay: Replay) -> None:
        self._new_fold = new_fold
        self._replay = replay
        self._fold = new_fold()
        self._next_offset: int | None = None
        self._moving = asyncio.Lock()

    async def stand_at(self, record: Record) -> None:
        """Bring the fold to just before a record, by a replay where it does not stand there already."""
        await self.stand(record.topic, record.partition, record.offset)

    async def stand(self, topic: str, partition: int, offset: int) -> None:
        """Bring the fold to just before an offset. Interrupted, it stands nowhere: the next record begins anew."""
        async with self._moving:
            if offset == self._next_offset:
                return
            self._next_offset = None
            self._fold = self._new_fold()
            started = time.monotonic()
            count = await self._replay(topic, partition, offset, self._retrace)
            self._next_offset = offset
            seconds = time.monotonic() - started
            logger.info("took over %s at offset %d: %d events in %.1f s", topic, offset, count, seconds)

    @property
    def next_deadline(self) -> datetime | None:
        """When an alert is due that waits; null where the fold stands nowhere."""
        return None if self._next_offset is None else self._fold.next_deadline

    def handle(self, record: Record) -> Sequence[Outgoing]:
        """The clusters and alerts that a record changes; raises ContentError."""
        self._next_offset = record.offset + 1
        return self._fold.apply(record)

    def _retrace(self, record: Record) -> None:
        try:
            self._fold.retrace(record)
        except ContentError:
            logger.debug("%s@%d is a dead letter", record.topic, record.offset)
        except Exception:  # as when it was first handled, which made it a dead letter
            logger.exception("%s/%d@%d failed", record.topic, record.partition, record.offset)
