"""Articles through workers on Apache Kafka: how long that takes, and what the workers spend."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import psutil
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import CommitFailedError, GroupCoordinatorNotAvailableError
from aiokafka.structs import OffsetAndMetadata
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_delay, wait_fixed

from bench.performance.articles import Message
from bench.workers import WorkerEndedError, require_running
from rasid.devbroker.process import SupervisedProcess
from rasid.runtime.clients import admin, consumer, partitions_of, producer
from rasid.runtime.settings import Settings
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW, Topic
from support.brokers import Broker
from support.deployment import deployed
from support.kafka import kafka_node

_LOOK_EVERY = 0.02
_STAND_STILL = 120.0
_WARM = 0.1
"""The share of a batch after which throughput is measured: by then every worker has its hands full."""


@dataclass(frozen=True, slots=True)
class Passed:
    """Articles that went through."""

    articles: int
    articles_per_second: float
    cpu_seconds: float
    """Of all workers together."""


@dataclass(frozen=True, slots=True)
class Track:
    """A way to send articles and to see how many came through."""

    settings: Settings
    _sender: AIOKafkaProducer
    _reader: AIOKafkaConsumer
    _groups: AIOKafkaAdminClient

    async def passed(self, workers: Sequence[SupervisedProcess], group: str, articles: Sequence[Message]) -> Passed:
        """Send articles in one go to idle workers, and wait until all are enriched and committed."""
        before, started = await self.written(ARTICLES_ENRICHED), cpu_seconds(workers)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.send(articles))
            speed = await self._speed(workers, before, len(articles))
        await self.until_committed(workers, group)
        return Passed(len(articles), speed, cpu_seconds(workers) - started)

    async def cpu_at_a_pace(
        self, workers: Sequence[SupervisedProcess], group: str, articles: Sequence[Message], per_second: float
    ) -> float:
        """CPU seconds of idle workers over articles that come at a pace, until all are committed."""
        clock, spent = asyncio.get_running_loop().time, cpu_seconds(workers)
        started = clock()
        for number, article in enumerate(articles):
            await asyncio.sleep(max(0.0, started + number / per_second - clock()))
            await self.send([article])
        await self.until_committed(workers, group)
        return cpu_seconds(workers) - spent

    async def send(self, articles: Sequence[Message]) -> None:
        """Flat out; done when the broker has them all."""
        sent = [await self._sender.send(ARTICLES_RAW.name, value, key) for key, value in articles]
        await asyncio.gather(*sent)

    async def written(self, topic: Topic) -> int:
        """How many messages a topic ever had."""
        ends: dict[TopicPartition, int] = await self._reader.end_offsets(await partitions_of(self._reader, topic.name))
        return sum(ends.values())

    async def until_committed(self, workers: Sequence[SupervisedProcess], group: str) -> None:
        """Wait until a group has committed all raw articles."""
        end, clock = sum((await self._raw_ends()).values()), asyncio.get_running_loop().time
        count, moved = 0, clock()
        while count < end:
            now = await self._committed(group)
            if now > count:
                count, moved = now, clock()
            _require_progress(workers, clock() - moved)
            await asyncio.sleep(10 * _LOOK_EVERY)

    async def skip_to_end(self, group: str) -> None:
        """Have a group go on behind everything, as soon as nobody is in it any more."""
        async with consumer(self.settings, group) as member:
            ends = await self._raw_ends()
            member.assign(list(ends))
            offsets = {partition: OffsetAndMetadata(end, "") for partition, end in ends.items()}
            async for attempt in _until_all_have_left():
                with attempt:
                    await member.commit(offsets)

    async def _raw_ends(self) -> dict[TopicPartition, int]:
        ends: dict[TopicPartition, int] = await self._reader.end_offsets(
            await partitions_of(self._reader, ARTICLES_RAW.name)
        )
        return ends

    async def _committed(self, group: str) -> int:
        try:
            committed = await self._groups.list_consumer_group_offsets(group)
        except GroupCoordinatorNotAvailableError:  # the first group on the broker is still being made
            return 0
        return sum(max(0, one.offset) for one in committed.values())

    async def _speed(self, workers: Sequence[SupervisedProcess], before: int, articles: int) -> float:
        """Articles a second from the first tenth on; raises WorkerEndedError."""
        clock = asyncio.get_running_loop().time
        partitions = await partitions_of(self._reader, ARTICLES_ENRICHED.name)
        begin: tuple[float, int] | None = None
        count, moved = 0, clock()
        while count < articles:
            await asyncio.sleep(_LOOK_EVERY)
            now = sum((await self._reader.end_offsets(partitions)).values()) - before
            if now > count:
                count, moved = now, clock()
            if begin is None and count >= _WARM * articles:
                begin = (moved, count)
            _require_progress(workers, clock() - moved)
        assert begin is not None
        return (count - begin[1]) / max(moved - begin[0], 1e-3)


@asynccontextmanager
async def track(settings: Settings) -> AsyncIterator[Track]:
    """Clients of a broker that has the topics."""
    async with producer(settings) as sender, consumer(settings) as reader, admin(settings) as groups:
        yield Track(settings, sender, reader, groups)


@asynccontextmanager
async def kafka_with_topics() -> AsyncIterator[tuple[Broker, Track]]:
    """A node of its own with the topics, and clients of it; raises UnavailableError where there is no Kafka."""
    async with kafka_node() as node:
        broker = Broker("kafka", node.bootstrap)
        async with deployed(broker) as deployment, track(deployment.settings) as way:
            yield broker, way


def _until_all_have_left() -> AsyncRetrying:
    """The broker takes no offsets from outside a group; who was killed in it is there until its session ends."""
    return AsyncRetrying(
        retry=retry_if_exception_type(CommitFailedError), wait=wait_fixed(1), stop=stop_after_delay(60), reraise=True
    )


def cpu_seconds(workers: Sequence[SupervisedProcess]) -> float:
    """What processes have spent, all their threads together."""
    times = [psutil.Process(worker.pid).cpu_times() for worker in workers]
    return float(sum(each.user + each.system for each in times))


def _require_progress(workers: Sequence[SupervisedProcess], stood: float) -> None:
    """Raise WorkerEndedError where one is gone, or nothing came of any for two minutes."""
    require(workers)
    if stood > _STAND_STILL:
        raise WorkerEndedError(f"the workers stand still:\n{workers[0].output[-2000:]}")


def require(workers: Sequence[SupervisedProcess]) -> None:
    """Raise WorkerEndedError where one is gone."""
    for worker in workers:
        require_running("a worker", worker)
