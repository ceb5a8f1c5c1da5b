"""Alerts that wait are told in time though nothing comes: what watches over deadlines beside the agents."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from rasid.alerting.clock import Clock
from rasid.alerting.takeover import FoldedTopic
from rasid.alerting.ticks import tick
from rasid.runtime.records import Outgoing
from rasid_schemas.topics import Topic

logger = logging.getLogger(__name__)

INTERVAL = 1.0
"""Seconds between two looks."""
Committed = Callable[[Topic], Awaitable[int]]
"""The offset that the group goes on from in a topic's one partition; 0 where it has not begun."""


class TimeKeeper:
    """Writes on one event topic that a deadline has passed. Belongs to one worker."""

    def __init__(
        self, topic: Topic, folded: FoldedTopic, committed: Committed, send: Callable[[Outgoing], Awaitable[object]]
    ) -> None:
        self._topic = topic
        self._folded = folded
        self._committed = committed
        self._send = send
        self._is_newly_assigned = True
        self._ticked: datetime | None = None

    def expect_others(self) -> None:
        """The partition may come from another worker, whose alerts may be waiting."""
        self._is_newly_assigned = True

    async def look(self, now: datetime) -> None:
        """Know what waits, also where nothing has come since the partition was assigned; tell what has passed.

        The last deadline that has passed stands for all before it, each of which dates what it tells.
        """
        if self._is_newly_assigned:
            offset = await self._committed(self._topic)
            if offset and not await self._folded.stand(self._topic.name, 0, offset):
                return
            self._is_newly_assigned = False
        deadline = self._folded.last_deadline(now)
        if deadline is not None and deadline != self._ticked:
            await self._send(tick(self._topic, deadline))
            self._ticked = deadline


async def keep_time(keepers: Callable[[], list[TimeKeeper]], clock: Clock) -> None:
    """Have those look whose partition is assigned, again and again, until cancelled."""
    while True:
        await asyncio.sleep(INTERVAL)
        for keeper in keepers():
            try:
                await keeper.look(clock())
            except Exception:  # broker trouble; the next look tries again
                keeper.expect_others()
                logger.warning("time cannot be told now", exc_info=True)
