"""A small topic read from its start and then as it comes, for what a process has to know all the time."""

import asyncio
import logging
from collections.abc import Callable, Mapping

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError
from tenacity import AsyncRetrying, before_sleep_log, retry_if_exception_type, wait_exponential_jitter

from rasid.runtime.clients import BrokerUnreachableError, consumer, read
from rasid.runtime.reading import POLL_MS, ends_of
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.topics import Topic

logger = logging.getLogger(__name__)


class Mirror:
    """Applies every message of a topic, in its order. Joins no consumer group; broker trouble is waited out."""

    def __init__(self, settings: Settings, topic: Topic, apply: Callable[[Record], None]) -> None:
        self._settings = settings
        self._topic = topic
        self._apply = apply
        self._positions: dict[TopicPartition, int] = {}
        self.is_up_to_date = asyncio.Event()
        """Set once all is applied that was on the topic when it was first read."""

    async def run(self) -> None:
        """Follow the topic until cancelled; raises TopicMissingError."""
        async for attempt in _until_cancelled():
            with attempt:
                last = await ends_of(self._settings, [self._topic])
                async with consumer(self._settings) as client:
                    await self._follow(client, last)

    async def _follow(self, client: AIOKafkaConsumer, last: Mapping[TopicPartition, int]) -> None:
        client.assign(list(last))
        for partition, position in self._positions.items():
            client.seek(partition, position)
        while True:
            await self._tell_when_up_to_date(client, last)
            for partition, messages in (await client.getmany(timeout_ms=POLL_MS)).items():
                for message in messages:
                    self._apply(read(message))
                    self._positions[partition] = message.offset + 1

    async def _tell_when_up_to_date(self, client: AIOKafkaConsumer, last: Mapping[TopicPartition, int]) -> None:
        if not self.is_up_to_date.is_set() and all([await client.position(p) >= end for p, end in last.items()]):
            self.is_up_to_date.set()


def _until_cancelled() -> AsyncRetrying:
    return AsyncRetrying(
        retry=retry_if_exception_type((KafkaError, BrokerUnreachableError)),
        wait=wait_exponential_jitter(multiplier=0.5, max=30),
        before_sleep=before_sleep_log(logger, logging.WARNING),
    )
