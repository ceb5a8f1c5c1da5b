"""Reading topics without joining a consumer group: from their start, or from now on, for as long as one likes.

Where a partition ends is taken from the high watermark of a fetch, not from the offsets that can be listed:
the embedded broker lists the start of the last batch (docs/decisions/0004-embedded-broker.md).
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing

from aiokafka import AIOKafkaConsumer, TopicPartition

from rasid.runtime.clients import consumer, partitions_of, read
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.topics import Topic

POLL_MS = 500
BRIEF_MS = 10
"""Whoever reads only what is there need not wait for more."""


class TopicMissingError(Exception):
    """A topic does not exist on the broker."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the broker has no topic {name}; run `rasid topics create`")


async def follow(settings: Settings, topics: Sequence[Topic], from_beginning: bool) -> AsyncGenerator[Record]:
    """Every message of some topics as it comes, for ever."""
    async with consumer(settings) as client:
        partitions = await existing(client, topics)
        client.assign(partitions)
        await (client.seek_to_beginning if from_beginning else client.seek_to_end)(*partitions)
        async for message in client:
            yield read(message)


async def read_to_end(settings: Settings, topics: Sequence[Topic]) -> AsyncGenerator[Record]:
    """What is on some topics now, each partition from its start."""
    async with consumer(settings, fetch_wait_ms=BRIEF_MS) as client:
        last = await ends(client, await existing(client, topics))
        await client.seek_to_beginning(*last)
        async with aclosing(up_to(client, last)) as records:
            async for record in records:
                yield record


async def up_to(client: AIOKafkaConsumer, last: Mapping[TopicPartition, int]) -> AsyncGenerator[Record]:
    """What is between where a client stands and some ends."""
    while unread := [partition for partition, end in last.items() if await client.position(partition) < end]:
        for messages in (await client.getmany(*unread, timeout_ms=POLL_MS)).values():
            for message in messages:
                yield read(message)


async def lag(settings: Settings, group: str, topics: Sequence[Topic]) -> int:
    """How many messages of some topics a consumer group has not committed yet."""
    async with consumer(settings, group, BRIEF_MS) as client:
        partitions = await existing(client, topics)
        last = await ends(client, partitions)
        return sum([end - (await client.committed(partition) or 0) for partition, end in last.items()])


async def committed(settings: Settings, group: str, topic: Topic) -> int:
    """The offset from which a consumer group goes on in a topic's one partition; 0 where it has not begun."""
    async with consumer(settings, group) as client:
        [partition] = await existing(client, [topic])
        client.assign([partition])
        return await client.committed(partition) or 0


async def message_count(settings: Settings, topics: Sequence[Topic]) -> int:
    """How many messages are on some topics."""
    async with consumer(settings, fetch_wait_ms=BRIEF_MS) as client:
        partitions = await existing(client, topics)
        last = await ends(client, partitions)
        starts: dict[TopicPartition, int] = await client.beginning_offsets(partitions)
        return sum(last.values()) - sum(starts.values())


async def existing(client: AIOKafkaConsumer, topics: Sequence[Topic]) -> list[TopicPartition]:
    """Every partition of some topics; raises TopicMissingError."""
    partitions = await partitions_of(client, *(topic.name for topic in topics))
    missing = {topic.name for topic in topics} - {partition.topic for partition in partitions}
    if missing:
        raise TopicMissingError(min(missing))
    return partitions


async def ends_of(settings: Settings, topics: Sequence[Topic]) -> dict[TopicPartition, int]:
    """Where every partition of some topics ends now, for a client that is to follow them."""
    async with consumer(settings, fetch_wait_ms=BRIEF_MS) as client:
        return await ends(client, await existing(client, topics))


async def ends(client: AIOKafkaConsumer, partitions: Sequence[TopicPartition]) -> dict[TopicPartition, int]:
    """Where partitions end: the offset of the next message. The client is left assigned to them."""
    client.assign(partitions)
    await client.seek_to_end(*partitions)
    while any(client.highwater(partition) is None for partition in partitions):
        await client.getmany(timeout_ms=BRIEF_MS)
    return {partition: client.highwater(partition) for partition in partitions}
