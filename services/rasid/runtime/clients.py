"""Plain Kafka clients, beside Faust: for the notifier, the replay, and the command line."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from aiokafka.structs import ConsumerRecord, RecordMetadata

from rasid.runtime.application import MAX_REQUEST_BYTES
from rasid.runtime.records import Outgoing, Record
from rasid.runtime.security import client_security
from rasid.runtime.settings import Settings
from rasid_schemas.topics import MEGABYTE

MAX_POLL_INTERVAL_MS = 7 * 24 * 60 * 60 * 1000
"""A consumer that waits to retry is alive; a dead one is found by its session timeout."""
SILENT_SECONDS = 5.0
"""After which a broker that had answered is taken to be silent."""
_ASKED_AGAIN = 0.2


class BrokerUnreachableError(Exception):
    """No broker answers at the address of the settings."""

    def __init__(self, settings: Settings) -> None:
        refused = settings.security_protocol != "PLAINTEXT"
        reason = ", or it refuses the user and password, or its certificate is not to be trusted" if refused else ""
        super().__init__(f"no Kafka broker answers at {settings.broker}{reason}; start it or set RASID_BROKER")


class BrokerSilentError(BrokerUnreachableError):
    """A broker that has answered does so no more, so which topics it has is not known."""

    def __init__(self) -> None:
        Exception.__init__(self, "the Kafka broker answers no more; see whether it is well, and try again")


@asynccontextmanager
async def admin(settings: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    """A client that creates and describes; raises BrokerUnreachableError."""
    client = AIOKafkaAdminClient(
        bootstrap_servers=settings.bootstrap_servers, request_timeout_ms=20_000, **client_security(settings)
    )
    try:
        await client.start()
    except KafkaError:
        await client.close()
        raise BrokerUnreachableError(settings) from None
    try:
        yield client
    finally:
        await client.close()


@asynccontextmanager
async def producer(settings: Settings) -> AsyncIterator[AIOKafkaProducer]:
    """A producer whose sends are done when every replica in sync has them; raises BrokerUnreachableError."""
    client = AIOKafkaProducer(
        bootstrap_servers=settings.bootstrap_servers,
        **client_security(settings),
        acks="all",
        request_timeout_ms=int(settings.answer_timeout * 1000),
        max_request_size=MAX_REQUEST_BYTES,
        max_batch_size=256 * 1024,
        linger_ms=5,
    )
    async with _started(client, settings):
        yield client


@asynccontextmanager
async def consumer(
    settings: Settings, group: str | None = None, fetch_wait_ms: int = 500
) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer without topics yet, that commits only what it is told to; raises BrokerUnreachableError.

    The broker holds a fetch back for `fetch_wait_ms` where nothing is new, and with it whatever is asked after it.
    """
    client = AIOKafkaConsumer(
        bootstrap_servers=settings.bootstrap_servers,
        **client_security(settings),
        group_id=group,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=MEGABYTE,
        fetch_max_wait_ms=fetch_wait_ms,
        max_poll_interval_ms=MAX_POLL_INTERVAL_MS,
        session_timeout_ms=int(settings.session_timeout * 1000),
        heartbeat_interval_ms=int(settings.session_timeout * 250),
    )
    async with _started(client, settings):
        yield client


@asynccontextmanager
async def _started(client: AIOKafkaConsumer | AIOKafkaProducer, settings: Settings) -> AsyncIterator[None]:
    try:
        await _start(client, settings)
        yield
    finally:  # also where the start was interrupted
        await client.stop()
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise asyncio.CancelledError  # aiokafka swallows the one that comes while it stops


async def _start(client: AIOKafkaConsumer | AIOKafkaProducer, settings: Settings) -> None:
    try:
        await client.start()
    except KafkaError:
        raise BrokerUnreachableError(settings) from None


async def partitions_of(client: AIOKafkaConsumer, *topics: str) -> list[TopicPartition]:
    """Every partition of some topics; those that do not exist have none.

    Raises BrokerSilentError where the broker does not say for SILENT_SECONDS: one that hung is out of its cluster for a
    moment, and then tells of no broker at all.
    """
    deadline = time.monotonic() + SILENT_SECONDS
    while not await client._client.force_metadata_update():  # noqa: SLF001  # no public call asks the broker anew
        if time.monotonic() >= deadline:
            raise BrokerSilentError
        await asyncio.sleep(_ASKED_AGAIN)
    return [TopicPartition(t, p) for t in topics for p in sorted(client.partitions_for_topic(t) or ())]


def read(message: ConsumerRecord[bytes, bytes]) -> Record:
    """A message as aiokafka gives it."""
    return Record(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp_ms=message.timestamp,
        key=message.key,
        value=message.value,
        headers=tuple(message.headers),
    )


async def send(client: AIOKafkaProducer, message: Outgoing) -> Awaitable[RecordMetadata]:
    """Hand a message over; what it returns is done once the broker has it."""
    sent: Awaitable[RecordMetadata] = await client.send(
        message.topic,
        key=message.key,
        value=message.value,
        timestamp_ms=message.timestamp_ms,
        headers=list(message.headers),
    )
    return sent
