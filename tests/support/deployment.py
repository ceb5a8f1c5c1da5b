"""Rasid as it runs: a broker with the topics, and workers as processes of their own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest_asyncio

from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import SupervisedProcess, supervised
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid.runtime.topics import create_topics
from rasid_schemas.topics import Topic
from support.brokers import Broker
from support.kafka_io import Headers, Until, produce, read_topic

TESTS = str(Path(__file__).parent.parent)
STOP_SECONDS = 12.0
SESSION_SECONDS = 6
PATIENCE = 60.0
"""Seconds that a result may take: joining a group alone takes some on a busy machine."""


@dataclass(frozen=True, slots=True)
class Deployment:
    """A broker with topics, on which workers can be started."""

    broker: Broker
    _stack: AsyncExitStack
    environment: dict[str, str] = field(default_factory=dict)
    started: list[SupervisedProcess] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        """Settings that lead to the broker."""
        return Settings(broker=self.broker.url)

    async def start(self, *kinds: WorkerKind, **environment: str) -> list[SupervisedProcess]:
        """Start workers; they end with the deployment."""
        return [await self.start_module("rasid", "worker", kind.value, **environment) for kind in kinds]

    async def start_module(self, *module: str, **environment: str) -> SupervisedProcess:
        """Start a Python module with its arguments as a worker, one of the tests' own for instance."""
        own = {"RASID_BROKER": self.broker.url, "RASID_SESSION_TIMEOUT": str(SESSION_SECONDS)}
        path = {"PYTHONPATH": os.pathsep.join(filter(None, [TESTS, os.environ.get("PYTHONPATH")]))}
        env = os.environ | path | own | self.environment | environment
        command = [sys.executable, "-m", *module]
        self.started.append(await self._stack.enter_async_context(supervised(command, STOP_SECONDS, env)))
        return self.started[-1]

    def last_words(self) -> str:
        """What each worker wrote last, for whoever wonders why a test failed."""
        return "\n\n".join(f"worker {each.pid} ({each.process.returncode}):\n{each.output}" for each in self.started)

    async def produce(
        self,
        topic: Topic,
        value: bytes | None,
        headers: Headers = (),
        timestamp: int | None = None,
        partition: int | None = None,
    ) -> None:
        """Write one message under the key urn:a."""
        await produce(self.broker.bootstrap, topic.name, b"urn:a", value, headers, timestamp, partition)

    async def read(self, topic: Topic, until: Until = None) -> list[Record]:
        """Read a topic from its start until there is enough of it."""
        return await read_topic(self.broker.bootstrap, topic.name, until, PATIENCE)


@asynccontextmanager
async def deployed(broker: Broker) -> AsyncIterator[Deployment]:
    """Topics on a broker, and whatever is started on it."""
    async with AsyncExitStack() as stack:
        deployment = Deployment(broker, stack)
        await create_topics(deployment.settings)
        try:
            yield deployment
        except AssertionError as failure:
            failure.add_note(deployment.last_words())
            raise


@pytest_asyncio.fixture
async def deployment(broker: Broker) -> AsyncIterator[Deployment]:
    """Rasid's topics on the embedded broker and on Apache Kafka in turn."""
    async with deployed(broker) as running:
        yield running


@pytest_asyncio.fixture
async def embedded_deployment(embedded: Broker) -> AsyncIterator[Deployment]:
    """Rasid's topics on the embedded broker."""
    async with deployed(embedded) as running:
        yield running


async def until_ended(process: SupervisedProcess, seconds: float) -> int:
    """The exit status of a process that ends by itself in time."""
    async with asyncio.timeout(seconds):
        return await process.wait()


def values(records: Sequence[Record]) -> list[bytes]:
    """The values of messages that have one."""
    return [record.value for record in records if record.value is not None]
