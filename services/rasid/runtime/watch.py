"""A thread beside a worker that asks the broker how the worker gets on, and ends the process where it does not.

It has a loop and a client of its own, so it sees a loop that is blocked as well. Ending is the mend: the group gives
the partitions to others, and whoever started the process starts it again; what was in hand was not committed.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Collection

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from rasid.runtime.clients import BrokerUnreachableError, consumer
from rasid.runtime.leaving import leave
from rasid.runtime.liveness import Look, Progress, Pulse, Standing
from rasid.runtime.reading import ends
from rasid.runtime.rights import NOT_ALLOWED
from rasid.runtime.settings import Settings

logger = logging.getLogger(__name__)

EXIT_STALLED = 4
_LOOKS = 6
"""How often it looks within the time that a partition may stand."""

Partitions = Callable[[], Collection[tuple[str, int]]]
"""What the worker has been given to read now, as topic and partition."""


def watch(settings: Settings, group: str, assigned: Partitions, has_joined: Callable[[], bool], pulse: Pulse) -> None:
    """Watch from now on, beside the caller's loop, until the process ends."""
    looking = _Watch(settings, group, assigned, has_joined, pulse)
    threading.Thread(target=asyncio.run, args=(looking.run(),), name=f"watch-{group}", daemon=True).start()


class _Watch:
    def __init__(
        self, settings: Settings, group: str, assigned: Partitions, has_joined: Callable[[], bool], pulse: Pulse
    ) -> None:
        self._settings = settings
        self._group = group
        self._assigned = assigned
        self._has_joined = has_joined
        self._pulse = pulse
        self._progress = Progress(settings.stall_timeout)

    async def run(self) -> None:
        while True:
            try:
                async with consumer(self._settings, self._group) as client:
                    await self._look_on(client)
            except NOT_ALLOWED as error:  # Faust would wait for the right in silence; who starts again is told
                leave(str(error), EXIT_STALLED)
            except (KafkaError, BrokerUnreachableError, TimeoutError):  # an unreachable broker is no stall of ours
                self._pulse.beat()
            except Exception:
                logger.exception("how the worker gets on cannot be told now")
            await self._rest()

    async def _look_on(self, client: AIOKafkaConsumer) -> None:
        while True:
            asked = time.monotonic()
            async with asyncio.timeout(self._settings.stall_timeout):
                standings = await _standings(client, self._assigned())
            look = Look(asked, time.monotonic(), self._pulse.last)
            apart = self._progress.observe_group(self._has_joined(), look)
            fault = self._progress.observe(standings, look) or apart
            if fault is not None:
                leave(str(fault), EXIT_STALLED)
            await self._rest()

    async def _rest(self) -> None:
        await asyncio.sleep(self._settings.stall_timeout / _LOOKS)


async def _standings(client: AIOKafkaConsumer, assigned: Collection[tuple[str, int]]) -> list[Standing]:
    partitions = [TopicPartition(*where) for where in assigned]
    if not partitions:
        return []
    last = await ends(client, partitions)
    first = await client.beginning_offsets(partitions)
    return [Standing(p.topic, p.partition, max(await client.committed(p) or 0, first[p]), last[p]) for p in partitions]
