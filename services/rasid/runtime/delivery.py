"""Deliver first, acknowledge then: how every Faust agent of Rasid reads its topic.

Messages are taken in batches of what is buffered, never waited for. What comes of them is sent in order;
their offsets are acknowledged, in order, only once the broker has acknowledged all of it (`acks=all`).
Broker trouble is retried until it ends, from the first message that failed, so that order holds. Content
that cannot be processed goes to the dead-letter topic. A batch that is cut short stays uncommitted, and ends
the process: Faust would start the agent anew behind it, and commit past it. It is read and delivered again,
under the same ids. Once the app stops no delivery begins: what is not delivered is whoever's who comes next.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from faust.types import StreamT

from rasid.runtime import metrics
from rasid.runtime.application import App
from rasid.runtime.batches import batches, to_record
from rasid.runtime.dead_letters import TOO_LARGE
from rasid.runtime.leaving import EXIT_UNFINISHED, leave
from rasid.runtime.outbox import BROKER_TROUBLE, Outbox, Work, until_the_broker_does_its_part
from rasid.runtime.records import Outgoing, Record
from rasid.runtime.refusals import refused
from rasid_schemas.codec import ContentError
from rasid_schemas.topics import ALL_TOPICS

Handler = Callable[[Record], Sequence[Outgoing]]
"""Pure work on one record; raises where the record's content is at fault."""
Preparation = Callable[[Record], Awaitable[None]]
"""Awaited before a record is handled; tried again where the broker fails it. Raises ContentError as handlers do."""

OVERHEAD_BYTES = 512
"""More than what Kafka's record format and our headers add to a value."""

LARGE_BYTES = 64 * 1024
"""From here on a message is worked on beside the loop, which goes on with heartbeats and /healthz meanwhile."""

_LIMITS = {topic.name: topic.max_message_bytes for topic in ALL_TOPICS}


class Delivery:
    """Reads a stream, handles its records and delivers what comes of them."""

    def __init__(self, app: App, handle: Handler, batch_size: int, prepare: Preparation | None = None) -> None:
        self._app = app
        self._handle = handle
        self._batch_size = batch_size
        self._prepare = prepare
        self._outbox = Outbox(app)
        self._in_hand = 0
        self._is_delivering = False

    async def run(self, stream: StreamT[Any]) -> None:
        """Take batches off the stream until the app stops; the process ends where a batch is cut short."""
        stream.enable_acks = False
        try:
            await self._read(stream)
        except BaseException as error:
            if self._is_delivering or not self._app.should_stop:
                _leave(self._in_hand, error)
            raise

    async def _read(self, stream: StreamT[Any]) -> None:
        async for batch in batches(stream, self._batch_size):
            self._in_hand = len(batch)
            work = await self._handled([to_record(event) for event in batch])
            if self._app.should_stop:
                await asyncio.Event().wait()  # Faust cancels what still runs
            with self._delivering():
                await self._outbox.deliver(work)
                for event in batch:
                    await stream.ack(event)
            self._in_hand = 0

    @contextmanager
    def _delivering(self) -> Iterator[None]:
        """What is cut short within the block may be half delivered."""
        self._is_delivering = True
        with self._app.deliveries.one_more():
            yield
        self._is_delivering = False

    async def _handled(self, records: Sequence[Record]) -> list[Work]:
        work = []
        for record in records:
            try:
                if self._prepare:
                    await self._prepared(self._prepare, record)
            except ContentError as error:
                work.append(Work(record, [refused(record, error)]))
            else:
                work.append(await self._share_the_loop(record))
        return work

    async def _prepared(self, prepare: Preparation, record: Record) -> None:
        """Mostly there is nothing to prepare, and the means to try again cost more than that."""
        self._app.pulse.beat()
        with suppress(*BROKER_TROUBLE):
            await prepare(record)
            return
        async for attempt in until_the_broker_does_its_part(self._app.pulse):
            with attempt:
                await prepare(record)

    async def _share_the_loop(self, record: Record) -> Work:
        if len(record.value or b"") > LARGE_BYTES:
            return await asyncio.to_thread(self._work_on, record)
        await asyncio.sleep(0)
        return self._work_on(record)

    def _work_on(self, record: Record) -> Work:
        with metrics.PROCESSING_SECONDS.labels(record.topic).time():
            try:
                outgoing = self._handle(record)
                _check_sizes(outgoing)
            except Exception as error:
                outgoing = [refused(record, error)]
        metrics.RECORDS.labels(record.topic).inc()
        return Work(record, outgoing)


def _check_sizes(outgoing: Sequence[Outgoing]) -> None:
    for message in outgoing:
        size = len(message.value or b"") + len(message.key or b"") + OVERHEAD_BYTES
        limit = _LIMITS[message.topic]
        if size > limit:
            raise ContentError(TOO_LARGE, f"gives {size:,} bytes for {message.topic}, which takes {limit:,}")


def _leave(in_hand: int, error: BaseException) -> None:
    """A cancellation needs no trace, an error of ours does."""
    ours = None if isinstance(error, asyncio.CancelledError) else error
    leave(f"the delivery of {in_hand} messages was cut short; they are not committed", EXIT_UNFINISHED, ours)
