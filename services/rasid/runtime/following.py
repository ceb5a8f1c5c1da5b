"""Reading topics as far as they go, again and again, each time from where it stopped."""

from collections.abc import Callable, Sequence
from contextlib import aclosing, suppress
from datetime import datetime

from aiokafka import AIOKafkaConsumer, TopicPartition

from rasid.runtime.clients import consumer
from rasid.runtime.reading import BRIEF_MS, ends, existing, up_to
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.codec import ContentError
from rasid_schemas.topics import Topic


class Follower:
    """Catches up with some topics on request. Joins no consumer group and keeps no connection between."""

    def __init__(self, settings: Settings, topics: Sequence[Topic]) -> None:
        self._settings = settings
        self._topics = topics
        self._positions: dict[TopicPartition, int] = {}

    async def catch_up(self, apply: Callable[[Record], None], since: datetime) -> int:
        """Apply what came since the last time, at first what is dated `since` or later, and return how much it was."""
        applied = 0
        async with consumer(self._settings, fetch_wait_ms=BRIEF_MS) as client:
            partitions = await existing(client, self._topics)
            last = await ends(client, partitions)
            await self._go_on(client, partitions, since)
            async with aclosing(up_to(client, last)) as records:
                async for record in records:
                    with suppress(ContentError):  # whoever reads the topic makes it a dead letter
                        apply(record)
                    applied += 1
            self._positions = {partition: await client.position(partition) for partition in partitions}
        return applied

    async def _go_on(self, client: AIOKafkaConsumer, partitions: Sequence[TopicPartition], since: datetime) -> None:
        new = [partition for partition in partitions if partition not in self._positions]
        earliest = max(0, int(since.timestamp() * 1000))
        found = await client.offsets_for_times(dict.fromkeys(new, earliest)) if new else {}
        for partition in partitions:
            if partition in self._positions:
                client.seek(partition, self._positions[partition])
            elif found.get(partition) is not None:
                client.seek(partition, found[partition].offset)
            else:  # nothing that young, or a broker that does not look up times
                await client.seek_to_beginning(partition)
