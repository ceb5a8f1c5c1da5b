"""Reading a partition again from its start, for a fold that has to stand where another stood."""

import asyncio
import logging
import time
from collections.abc import Callable

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError
from tenacity import AsyncRetrying, before_sleep_log, retry_if_exception_type, wait_exponential_jitter

from rasid.runtime.clients import BrokerUnreachableError, consumer, read
from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings

logger = logging.getLogger(__name__)

MAX_RECORDS = 100
"""Applied without giving way to the loop, in a fraction of a second."""
TELL_EVERY = 10.0
"""Seconds between two lines in the log."""

Apply = Callable[[Record], None]


class Replay:
    """Hands what is on a partition over once more, from its first record that is still there.

    The partition is read without a consumer group: nothing is committed, nobody is rebalanced. Broker trouble is
    retried until it ends, from the record that came last. The pulse beats with every fetch and retry.
    """

    def __init__(self, settings: Settings, pulse: Pulse) -> None:
        self._settings = settings
        self._pulse = pulse

    async def __call__(self, topic: str, partition: int, until: int, apply: Apply) -> int:
        """Apply every record before offset `until`, in order, and return how many there were."""
        reading = _Reading(TopicPartition(topic, partition), until, apply, self._pulse)
        async for attempt in self._until_the_broker_gives_it():
            with attempt:
                async with consumer(self._settings) as client:
                    await reading.go_on(client)
        return reading.applied

    def _until_the_broker_gives_it(self) -> AsyncRetrying:
        return AsyncRetrying(
            retry=retry_if_exception_type((KafkaError, BrokerUnreachableError)),
            wait=wait_exponential_jitter(initial=0.1, max=5),
            before=self._pulse.beat,
            before_sleep=before_sleep_log(logger, logging.WARNING),
        )


class _Reading:
    """How far a replay has come."""

    def __init__(self, where: TopicPartition, until: int, apply: Apply, pulse: Pulse) -> None:
        self._where = where
        self._until = until
        self._apply = apply
        self._pulse = pulse
        self._next: int | None = None
        self._told = time.monotonic()
        self.applied = 0

    async def go_on(self, client: AIOKafkaConsumer) -> None:
        """Read to the end, or as far as there is something; raises KafkaError."""
        client.assign([self._where])
        if self._next is None:
            await client.seek_to_beginning(self._where)
        else:
            client.seek(self._where, self._next)
        while await client.position(self._where) < self._until:
            fetched = await client.getmany(self._where, timeout_ms=1000, max_records=MAX_RECORDS)
            for message in fetched.get(self._where, ()):
                self._take(read(message))
            if not fetched and await self._ends_before(client):
                return
            self._pulse.beat()
            self._tell()
            await asyncio.sleep(0)

    async def _ends_before(self, client: AIOKafkaConsumer) -> bool:
        """Whether the partition goes no further, by what was fetched of it and by what its leader says when asked."""
        position = await client.position(self._where)
        if (
            client.highwater(self._where) != position
            or (await client.end_offsets([self._where]))[self._where] > position
        ):
            return False
        logger.warning("%s/%d ends at %d, before %d: messages of it were lost", *self._where, position, self._until)
        return True

    def _take(self, record: Record) -> None:
        if record.offset < self._until:
            self._apply(record)
            self._next = record.offset + 1
            self.applied += 1

    def _tell(self) -> None:
        if time.monotonic() - self._told >= TELL_EVERY:
            self._told = time.monotonic()
            topic, partition = self._where
            logger.info("replaying %s/%d: at offset %s of %d", topic, partition, self._next, self._until)
