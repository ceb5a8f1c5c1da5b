"""The Faust app that every worker starts from, with the settings that keep messages safe.

Each setting's reason is in docs/decisions/0003-faust.md.
"""

import asyncio
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import faust
from faust.exceptions import ConsumerNotStarted
from faust.tables import TableManager
from faust.transport.drivers.aiokafka import Consumer, Transport
from faust.types import TP
from mode import Seconds

from rasid.runtime.liveness import Pulse
from rasid.runtime.security import faust_credentials
from rasid.runtime.settings import Settings
from rasid_schemas.topics import ARTICLES_ENRICHED, Topic

MAX_REQUEST_BYTES = ARTICLES_ENRICHED.max_message_bytes + 64 * 1024
FETCH_BYTES = 1024 * 1024


class Deliveries:
    """The batches that are being delivered: a worker that stops waits for these."""

    def __init__(self) -> None:
        self._number = 0
        self._none = asyncio.Event()
        self._none.set()

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """A batch is being delivered for as long as the block."""
        self._number += 1
        self._none.clear()
        try:
            yield
        finally:
            self._number -= 1
            if not self._number:
                self._none.set()

    async def until_none(self) -> None:
        """Wait until no batch is."""
        await self._none.wait()


class App(faust.App):
    """A Faust app that knows when it last got on, and what it is delivering."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # as Faust declares them
        super().__init__(*args, **options)
        self.pulse = Pulse()
        self.deliveries = Deliveries()

    def assigned(self) -> Collection[tuple[str, int]]:
        """The partitions it has; none before it joins, or Faust would make its consumer in whichever thread asks."""
        if self.rebalancing_count == 0:
            return ()
        try:
            return self.consumer.assignment()
        except ConsumerNotStarted:
            return ()


class _Consumer(Consumer):
    """Faust's, but for what it loses and what it keeps of partitions that are taken away."""

    app: App

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Commit what is acknowledged before Faust forgets it, and forget in the end how far they are committed.

        Others would handle again what was acknowledged since the last commit; the end of a worker commits by itself.
        Faust's own last commit counts as done though the broker refuses it to a worker that it has put out of the
        group: such a partition, given back before anything of it was committed, never would be.
        """
        if not self.app.should_stop:
            await self.commit()
        await super().on_partitions_revoked(revoked)
        for partition in revoked:
            self._committed_offset.pop(partition, None)

    async def wait_empty(self) -> None:
        """At the end wait for what is being delivered; nothing has become yet of what is only worked on.

        That may be a batch before which a whole topic is read again.
        """
        if not self.app.should_stop:
            await super().wait_empty()
            return
        await self.app.deliveries.until_none()
        await self.commit_and_end_transactions()


class _Transport(Transport):
    Consumer = _Consumer


class _NoTables(TableManager):
    """Faust waits a second at its start for tables that may still be made; here there never are any."""

    async def sleep(self, n: Seconds) -> None:
        """Give way, and wait no longer."""
        await super().sleep(0)


def create_app(name: str, settings: Settings) -> App:
    """A Faust app whose consumer group is `name`."""
    app = App(
        name,
        broker=[f"kafka://{server}" for server in settings.bootstrap_servers],
        broker_credentials=faust_credentials(settings),
        datadir=Path(tempfile.gettempdir()) / "rasid",
        web_enabled=False,
        topic_allow_declare=False,
        topic_disable_leader=True,
        key_serializer="raw",
        value_serializer="raw",
        broker_commit_interval=0.5,
        broker_session_timeout=settings.session_timeout,
        broker_heartbeat_interval=settings.session_timeout / 4,
        broker_rebalance_timeout=settings.session_timeout,
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=FETCH_BYTES,
        stream_buffer_maxsize=settings.batch_size,
        stream_wait_empty=True,
        TableManager=_NoTables,
        producer_acks=-1,
        producer_request_timeout=settings.answer_timeout,
        producer_max_request_size=MAX_REQUEST_BYTES,
        producer_max_batch_size=256 * 1024,
    )
    app.transport = _Transport(app.conf.broker_consumer, app)
    return app


def source(app: faust.App, topic: Topic) -> faust.TopicT:
    """The topic as an agent reads it: bytes, decoded by the agent, so that nothing is thrown into the stream."""
    return app.topic(topic.name, key_serializer="raw", value_serializer="raw")
