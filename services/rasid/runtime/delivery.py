"""Deliver first, acknowledge then: how every Faust agent of Rasid reads its topic.

Messages are taken in batches of what is buffered, never waited for. What comes of them is sent in order;
their offsets are acknowledged, in order, only once the broker has acknowledged all of it (`acks=all`).
Broker trouble is retried until it ends, from the first message that failed, so that order holds. Content
that cannot be processed goes to the dead-letter topic. A stop leaves what is in hand uncommitted: it is
read and delivered again, under the same ids.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiokafka.errors import KafkaError, MessageSizeTooLargeError, TopicAuthorizationFailedError
from faust.exceptions import ProducerSendError
from faust.types import StreamT
from tenacity import AsyncRetrying, before_sleep_log, retry_if_exception_type, wait_exponential_jitter

from rasid.runtime import metrics
from rasid.runtime.application import App
from rasid.runtime.batches import batches, to_record
from rasid.runtime.dead_letters import TOO_LARGE, dead_letter, error_code, without_value
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import ContentError
from rasid_schemas.topics import ALL_TOPICS

logger = logging.getLogger(__name__)

Handler = Callable[[Record], Sequence[Outgoing]]
"""Pure work on one record; raises where the record's content is at fault."""
Preparation = Callable[[Record], Awaitable[None]]
"""Awaited before a record is handled."""

OVERHEAD_BYTES = 512
"""More than what Kafka's record format and our headers add to a value."""

LARGE_BYTES = 64 * 1024
"""From here on a message is worked on beside the loop, which goes on with heartbeats and /healthz meanwhile."""

_LIMITS = {topic.name: topic.max_message_bytes for topic in ALL_TOPICS}


class DeliveryFailed(Exception):  # noqa: N818  # reads better in a retry's log
    """The broker did not take some of the messages; `first` is the index of the first of them."""

    def __init__(self, first: int, cause: BaseException) -> None:
        super().__init__(_told(cause))
        self.first = first


def _told(cause: BaseException) -> str:
    refused = cause.__cause__ if isinstance(cause, ProducerSendError) else cause
    return f"may not WRITE: {refused}" if isinstance(refused, TopicAuthorizationFailedError) else str(cause)


@dataclass(slots=True)
class _Work:
    """A record in hand, and what is still to be delivered of it."""

    record: Record
    outgoing: Sequence[Outgoing] = field(default_factory=tuple)


class Delivery:
    """Reads a stream, handles its records and delivers what comes of them."""

    def __init__(self, app: App, handle: Handler, batch_size: int, prepare: Preparation | None = None) -> None:
        self._app = app
        self._handle = handle
        self._batch_size = batch_size
        self._prepare = prepare

    async def run(self, stream: StreamT[Any]) -> None:
        """Take batches off the stream until it ends."""
        stream.enable_acks = False
        async for batch in batches(stream, self._batch_size):
            await self._process([to_record(event) for event in batch])
            for event in batch:
                await stream.ack(event)

    async def _process(self, records: Sequence[Record]) -> None:
        work = []
        for record in records:
            if self._prepare:
                await self._prepare(record)
            work.append(await self._share_the_loop(record))
        await self._deliver(work)

    async def _share_the_loop(self, record: Record) -> _Work:
        if len(record.value or b"") > LARGE_BYTES:
            return await asyncio.to_thread(self._work_on, record)
        await asyncio.sleep(0)
        return self._work_on(record)

    def _work_on(self, record: Record) -> _Work:
        with metrics.PROCESSING_SECONDS.labels(record.topic).time():
            try:
                outgoing = self._handle(record)
                _check_sizes(outgoing)
            except Exception as error:
                outgoing = [refused(record, error)]
        metrics.RECORDS.labels(record.topic).inc()
        return _Work(record, outgoing)

    async def _deliver(self, work: Sequence[_Work]) -> None:
        remaining = list(work)
        async for attempt in self._until_the_broker_takes_it():
            with attempt:
                try:
                    await self._send_in_order(remaining)
                except DeliveryFailed as failure:
                    remaining = remaining[failure.first :]
                    raise

    def _until_the_broker_takes_it(self) -> AsyncRetrying:
        return AsyncRetrying(
            retry=retry_if_exception_type(DeliveryFailed),
            wait=wait_exponential_jitter(initial=0.1, max=5),
            before=self._app.pulse.beat,
            before_sleep=before_sleep_log(logger, logging.WARNING),
        )

    async def _send_in_order(self, work: Sequence[_Work]) -> None:
        """Send everything, then wait for every acknowledgement."""
        sent = [[await self._send(message) for message in item.outgoing] for item in work]
        for index, (item, acknowledgements) in enumerate(zip(work, sent, strict=True)):
            failure = await _first_failure(acknowledgements)
            if _is_too_large(failure):
                failure = await self._dead_letter_too_large(item.record)
            if failure is not None:
                raise DeliveryFailed(index, failure)

    async def _dead_letter_too_large(self, record: Record) -> BaseException | None:
        letter = refused(record, ContentError(TOO_LARGE, "what came of it is larger than its topic takes"))
        failure = await _first_failure([await self._send(letter)])
        if _is_too_large(failure):
            failure = await _first_failure([await self._send(without_value(letter))])
        return failure

    async def _send(self, message: Outgoing) -> Awaitable[object]:
        try:
            return await self._app.producer.send(
                message.topic,
                message.key,
                message.value,
                None,
                message.timestamp_ms / 1000,
                list(message.headers),
            )
        except (KafkaError, ProducerSendError) as error:
            failed = asyncio.get_running_loop().create_future()
            failed.set_exception(error)
            return failed


def refused(record: Record, error: Exception) -> Outgoing:
    """The dead letter of a record, counted; an error that is no ContentError is ours and is logged whole."""
    if not isinstance(error, ContentError):
        logger.error("%s/%d@%d failed", record.topic, record.partition, record.offset, exc_info=error)
    metrics.DEAD_LETTERS.labels(record.topic, error_code(error)).inc()
    return dead_letter(record, error)


def _check_sizes(outgoing: Sequence[Outgoing]) -> None:
    for message in outgoing:
        size = len(message.value or b"") + len(message.key or b"") + OVERHEAD_BYTES
        limit = _LIMITS[message.topic]
        if size > limit:
            raise ContentError(TOO_LARGE, f"gives {size:,} bytes for {message.topic}, which takes {limit:,}")


async def _first_failure(acknowledgements: Sequence[Awaitable[object]]) -> BaseException | None:
    results = await asyncio.gather(*acknowledgements, return_exceptions=True)
    return next((result for result in results if isinstance(result, BaseException)), None)


def _is_too_large(failure: BaseException | None) -> bool:
    return isinstance(failure, MessageSizeTooLargeError) or isinstance(
        getattr(failure, "__cause__", None), MessageSizeTooLargeError
    )
