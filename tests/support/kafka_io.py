"""Writing to topics and reading them, for tests that stand outside of what they test."""

import asyncio
from collections.abc import Callable, Sequence

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from rasid.runtime.clients import partitions_of, read
from rasid.runtime.records import Record
from support.waiting import eventually

Until = int | Callable[[Sequence[Record]], bool] | None
Headers = Sequence[tuple[str, bytes]]
LARGEST_REQUEST = 16 * 1024 * 1024
"""Bytes; larger than any topic takes, so that it is the broker that refuses."""


async def produce(
    bootstrap: str,
    topic: str,
    key: bytes | None,
    value: bytes | None,
    headers: Headers = (),
    timestamp: int | None = None,
    partition: int | None = None,
) -> tuple[int, int]:
    """Write a message, acknowledged by every replica in sync; its partition and offset.

    `timestamp` is in milliseconds since 1970. Raises what aiokafka raises where the broker refuses it.
    """
    async with AIOKafkaProducer(
        bootstrap_servers=bootstrap, acks="all", max_request_size=LARGEST_REQUEST, request_timeout_ms=10_000
    ) as producer:
        sent = await producer.send_and_wait(topic, value, key, partition, timestamp, list(headers))
        return sent.partition, sent.offset


async def produce_all(bootstrap: str, topic: str, messages: Sequence[tuple[bytes | None, bytes | None]]) -> None:
    """Write many keys and values in one go, in their order."""
    async with AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all", linger_ms=5) as producer:
        await asyncio.gather(*[await producer.send(topic, value, key) for key, value in messages])


async def read_topic(
    bootstrap: str,
    topic: str,
    until: Until = None,
    timeout: float = 20.0,  # noqa: ASYNC109  # the error tells what has been read so far
) -> list[Record]:
    """Read a topic from its start, all partitions, each in its order.

    `until` is how many messages to wait for, or what must hold of those read so far; without it what the topic
    holds now. AssertionError where that does not come within `timeout` seconds. A topic that does not exist yet
    is waited for.
    """
    records: list[Record] = []
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, enable_auto_commit=False, auto_offset_reset="earliest")
    try:
        async with asyncio.timeout(timeout), consumer:
            await eventually(lambda: _exists(consumer, topic), timeout, f"{topic} exists")
            ends = await _assign(consumer, topic)
            while not await _enough(records, until, consumer, ends):
                for batch in (await consumer.getmany(timeout_ms=200)).values():
                    records += map(read, batch)
    except TimeoutError:
        raise AssertionError(f"{topic}: not what was waited for within {timeout:g} s; read: {records}") from None
    return records


async def _exists(consumer: AIOKafkaConsumer, topic: str) -> bool:
    return len(await partitions_of(consumer, topic)) > 0


async def _assign(consumer: AIOKafkaConsumer, topic: str) -> dict[TopicPartition, int]:
    partitions = await partitions_of(consumer, topic)
    consumer.assign(partitions)
    ends: dict[TopicPartition, int] = await consumer.end_offsets(partitions)
    return ends


async def _enough(
    records: Sequence[Record], until: Until, consumer: AIOKafkaConsumer, ends: dict[TopicPartition, int]
) -> bool:
    if until is None:
        return all([await consumer.position(partition) >= end for partition, end in ends.items()])
    return until(records) if callable(until) else len(records) >= until
