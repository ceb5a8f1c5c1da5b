"""What somebody would write instead of the enrichment worker: a loop over aiokafka, with the same pipeline.

It gives the worker's guarantees and nothing else: an offset is committed once every message that came of it is
acknowledged (`acks=all`), what cannot be processed goes to the dead letters. It does not come through trouble with
the broker, has no health, no metrics and no good end; `make bench` measures the worker beside it.
"""

import asyncio
from collections.abc import Sequence
from itertools import chain

import uvloop
from aiokafka import AIOKafkaProducer, ConsumerRebalanceListener, TopicPartition

from rasid.enrichment.agents import enriched_messages
from rasid.enrichment.corrections import Corrections
from rasid.enrichment.pipeline import prepare
from rasid.runtime.application import MAX_REQUEST_BYTES
from rasid.runtime.clients import consumer, read, send
from rasid.runtime.dead_letters import dead_letter
from rasid.runtime.records import Outgoing, Record
from rasid.runtime.settings import Settings, load_settings
from rasid_schemas.topics import ARTICLES_RAW

GROUP = "bench-loop"


class Loop(ConsumerRebalanceListener):  # type: ignore[misc]
    """Reads raw articles and publishes what comes of them, for ever."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._corrections = Corrections(settings, lambda: None)

    async def run(self) -> None:
        """Take what is there, publish all that comes of it, wait for the broker to have that, commit."""
        sink = AIOKafkaProducer(
            bootstrap_servers=self._settings.bootstrap_servers,
            enable_idempotence=True,
            acks="all",
            max_request_size=MAX_REQUEST_BYTES,
            max_batch_size=256 * 1024,
        )
        async with consumer(self._settings, GROUP) as source, sink:
            source.subscribe([ARTICLES_RAW.name], listener=self)
            while True:
                batch = await source.getmany(timeout_ms=1000, max_records=self._settings.batch_size)
                sent = []
                for record in map(read, chain.from_iterable(batch.values())):
                    await self._corrections.catch_up(record)
                    sent += [await send(sink, message) for message in self._handle(record)]
                await asyncio.gather(*sent)
                if batch:
                    await source.commit({partition: records[-1].offset + 1 for partition, records in batch.items()})

    def _handle(self, record: Record) -> Sequence[Outgoing]:
        try:
            return enriched_messages(record, self._settings.limits, self._corrections.published)
        except Exception as error:
            return [dead_letter(record, error)]

    async def on_partitions_revoked(self, revoked: list[TopicPartition]) -> None:
        """What is in hand is repeated by whoever gets them."""

    async def on_partitions_assigned(self, assigned: list[TopicPartition]) -> None:
        """Others had them."""
        self._corrections.expect_others()


if __name__ == "__main__":
    prepare()
    uvloop.run(Loop(load_settings()).run())
