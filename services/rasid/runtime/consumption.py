"""One message at a time, committed once it is dealt with: how a channel reads the alerts.

A consumer group of its own for each reader, without Faust, whose apps have only one.
"""

import logging
from collections.abc import Awaitable, Callable

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError

from rasid.runtime.clients import consumer, read
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings

logger = logging.getLogger(__name__)


class Consumption(ConsumerRebalanceListener):  # type: ignore[misc]
    """Reads a topic in a consumer group, for ever."""

    def __init__(self, settings: Settings, group: str, topic: str) -> None:
        self._settings = settings
        self._group = group
        self._topic = topic
        self.has_joined = False
        self.assigned: frozenset[tuple[str, int]] = frozenset()
        """The partitions it reads now."""

    async def run(self, handle: Callable[[Record], Awaitable[None]], rest: Callable[[], None]) -> None:
        """Hand every message to `handle` and commit it when that returns; whatever it raises ends the reading.

        `rest` is called each time that no other message waits.
        """
        async with consumer(self._settings, self._group) as client:
            client.subscribe([self._topic], listener=self)
            async for message in client:
                await handle(read(message))
                partition = TopicPartition(message.topic, message.partition)
                await _commit(client, partition, message.offset + 1)
                if _is_last(client, partition, message.offset):
                    rest()

    async def on_partitions_assigned(self, assigned: list[TopicPartition]) -> None:
        """The group has taken this reader in, with or without a partition."""
        self.has_joined = True
        self.assigned = frozenset(assigned)

    async def on_partitions_revoked(self, revoked: list[TopicPartition]) -> None:
        """Nothing is in hand but the one message, which the next reader may repeat."""


def _is_last(client: AIOKafkaConsumer, partition: TopicPartition, offset: int) -> bool:
    return partition in client.assignment() and client.highwater(partition) == offset + 1


async def _commit(client: AIOKafkaConsumer, partition: TopicPartition, offset: int) -> None:
    try:
        await client.commit({partition: offset})
    except (CommitFailedError, IllegalStateError):
        logger.warning("%s/%d moved to another reader, which may repeat @%d", *partition, offset - 1)
