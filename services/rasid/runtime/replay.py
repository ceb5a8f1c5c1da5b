"""Reading a partition again from its start, for a fold that has to stand where another stood."""

from collections.abc import Callable

from aiokafka import TopicPartition

from rasid.runtime.clients import consumer, read
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings

MAX_RECORDS = 1000


async def replay(settings: Settings, topic: str, partition: int, until: int, apply: Callable[[Record], None]) -> int:
    """Apply every record of a partition before offset `until`, in order, and return how many there were.

    The partition is read without a consumer group: nothing is committed, nobody is rebalanced.
    """
    where = TopicPartition(topic, partition)
    applied = 0
    async with consumer(settings) as client:
        client.assign([where])
        await client.seek_to_beginning(where)
        while await client.position(where) < until:
            for message in (await client.getmany(where, timeout_ms=1000, max_records=MAX_RECORDS)).get(where, ()):
                if message.offset < until:
                    apply(read(message))
                    applied += 1
    return applied
