"""A worker's place in the fold over one event topic, and how it gets there after another worker.

What is published for a record depends only on the records before it. So a worker that finds itself at an
offset it did not come to by itself reads the topic again up to there, publishing nothing, and goes on.
"""

import asyncio
import gc
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from rasid.alerting.event_fold import EventFold
from rasid.runtime.garbage import kept_for_good
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import ContentError

logger = logging.getLogger(__name__)

FREEZE_EVERY = 5_000
"""Records after which what the fold remembers is put out of the garbage collector's sight: it has no cycles, and Faust
collects everything there is at each rebalance and at its end, which takes a second at 20,000 clusters."""

_OBJECTS_OF_SOME_EVENTS = 10_000
"""Objects between two looks for cycles: Python's 700 are made by a dozen events, and kept."""


def look_for_garbage_seldom() -> None:
    """Let the garbage collector look for cycles after hundreds of events, and not after each dozen."""
    gc.set_threshold(_OBJECTS_OF_SOME_EVENTS, *gc.get_threshold()[1:])


Replay = Callable[[str, int, int, Callable[[Record], None]], Awaitable[int]]
"""Hands every record of a topic's partition before an offset over, in order, and tells how many there were."""


class FoldedTopic:
    """The fold over one event topic, and the offset at which it stands."""

    def __init__(self, new_fold: Callable[[], EventFold], replay: Replay) -> None:
        self._new_fold = new_fold
        self._replay = replay
        self._fold = new_fold()
        self._next_offset: int | None = None
        self._is_outdated = False
        self._has_in_hand = False
        self._moving = asyncio.Lock()
        self._unfrozen = 0

    def use(self, new_fold: Callable[[], EventFold]) -> None:
        """Go on by other rules, as if another worker had taken over: before the next record all is replayed by them."""
        self._new_fold = new_fold
        self._is_outdated = True

    async def stand_at(self, record: Record) -> None:
        """Bring the fold to just before a record, which is handled next, by a replay where it does not stand there."""
        async with self._moving:
            await self._move(record.topic, record.partition, record.offset)
            self._has_in_hand = True

    async def stand(self, topic: str, partition: int, offset: int) -> bool:
        """Bring the fold to an offset at the least; false where a record is about to be handled, which leaves it.

        A fold that is ahead, of what is committed for example, knows all that waits there: it need not be read again.
        """
        async with self._moving:
            if self._has_in_hand:
                return False
            if self._next_offset is None or self._next_offset < offset or self._is_outdated:
                await self._move(topic, partition, offset)
            return True

    async def _move(self, topic: str, partition: int, offset: int) -> None:
        """Interrupted, it stands nowhere: the next record begins anew.

        The garbage collector rests meanwhile: it would look through what is folded, which stays, again and again, and
        reading thirty thousand records leaves it 20 KB to find.
        """
        if offset == self._next_offset and not self._is_outdated:
            return
        self._next_offset = None
        self._is_outdated = False
        self._fold = self._new_fold()
        started = time.monotonic()
        with kept_for_good():
            count = await self._replay(topic, partition, offset, self._retrace)
        self._next_offset = offset
        seconds = time.monotonic() - started
        logger.info("took over %s at offset %d: %d events in %.1f s", topic, offset, count, seconds)

    def last_deadline(self, until: datetime) -> datetime | None:
        """See `EventFold`; null where the fold stands nowhere, or is at work, perhaps beside the loop."""
        return None if self._next_offset is None or self._has_in_hand else self._fold.last_deadline(until)

    def handle(self, record: Record) -> Sequence[Outgoing]:
        """The clusters and alerts that a record changes; raises ContentError."""
        self._next_offset = record.offset + 1
        try:
            return self._fold.apply(record)
        finally:
            self._has_in_hand = False
            self._freeze_now_and_then()

    def _retrace(self, record: Record) -> None:
        try:
            self._fold.retrace(record)
        except ContentError:
            logger.debug("%s@%d is a dead letter", record.topic, record.offset)
        except Exception:  # as when it was first handled, which made it a dead letter
            logger.exception("%s/%d@%d failed", record.topic, record.partition, record.offset)
        finally:
            self._freeze_now_and_then()

    def _freeze_now_and_then(self) -> None:
        self._unfrozen += 1
        if self._unfrozen >= FREEZE_EVERY:
            self._unfrozen = 0
            gc.freeze()
