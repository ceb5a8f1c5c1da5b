"""A worker's place in the fold over one event topic, and how it gets there after another worker.

What is published for a record depends only on the records before it. So a worker that finds itself at an
offset it did not come to by itself reads the topic again up to there, publishing nothing, and goes on.
"""

import logging
import time
from collections.abc import Awaitable, Callable, Sequence

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

    async def stand_at(self, record: Record) -> None:
        """Bring the fold to just before a record, by a replay where it does not stand there already.

        Interrupted, it stands nowhere: the next record begins anew.
        """
        if record.offset == self._next_offset:
            return
        self._next_offset = None
        self._fold = self._new_fold()
        started = time.monotonic()
        count = await self._replay(record.topic, record.partition, record.offset, self._retrace)
        self._next_offset = record.offset
        seconds = time.monotonic() - started
        logger.info("took over %s at offset %d: %d events in %.1f s", record.topic, record.offset, count, seconds)

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
