"""The brokers as fixtures: a test that takes `broker` runs on the embedded one and on Apache Kafka.

Each test has a broker of its own with nothing on it: the names of topics and groups are fixed by the contract, and
nothing else keeps tests apart for certain (docs/decisions/0005-brokers-in-tests.md).
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Literal

import pytest
import pytest_asyncio

from rasid.devbroker.broker import EmbeddedBroker, embedded_broker
from support.fetching import UnavailableError, skip_or_fail
from support.kafka import (
    Distribution,
    KafkaCluster,
    KafkaNode,
    fetched_distribution,
    kafka_cluster,
    kafka_node,
)

BrokerKind = Literal["embedded", "kafka"]
KAFKA_FIXTURES = frozenset({"kafka", "kafka_of_three"})


@dataclass(frozen=True, slots=True)
class Broker:
    """A broker that runs for one test."""

    kind: BrokerKind
    bootstrap: str

    @property
    def url(self) -> str:
        """The address as RASID_BROKER takes it."""
        return f"kafka://{self.bootstrap}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever needs a real Kafka, so that `-m "not kafka"` leaves it out."""
    for item in items:
        if KAFKA_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("kafka")


@pytest.fixture(scope="session")
def kafka_distribution(pytestconfig: pytest.Config) -> Distribution:
    """Kafka's jars; where they cannot be had the test is skipped, or fails with RASID_REQUIRE_KAFKA=1."""
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")
    try:
        with capture.global_and_fixture_disabled():  # fetching takes its time, which should be seen
            return fetched_distribution()
    except UnavailableError as error:
        skip_or_fail("Apache Kafka", error)


@pytest_asyncio.fixture(params=["embedded", pytest.param("kafka", marks=pytest.mark.kafka)])
async def broker(request: pytest.FixtureRequest) -> AsyncIterator[Broker]:
    """A fresh broker, the embedded one and Apache Kafka in turn."""
    kind: BrokerKind = request.param
    running: AbstractAsyncContextManager[EmbeddedBroker | KafkaNode]
    if kind == "kafka":
        request.getfixturevalue("kafka_distribution")
        running = kafka_node()
    else:
        running = embedded_broker()
    async with running as started:
        yield Broker(kind, started.bootstrap)


@pytest_asyncio.fixture
async def embedded() -> AsyncIterator[Broker]:
    """A fresh embedded broker, for tests that no broker can make fail differently."""
    async with embedded_broker() as started:
        yield Broker("embedded", started.bootstrap)


@pytest_asyncio.fixture
async def kafka(kafka_distribution: Distribution) -> AsyncIterator[KafkaNode]:
    """A fresh Kafka node, for tests that stop and kill it."""
    async with kafka_node() as node:
        yield node


@pytest_asyncio.fixture
async def kafka_of_three(kafka_distribution: Distribution) -> AsyncIterator[KafkaCluster]:
    """A fresh Kafka cluster of three nodes, for tests that lose one."""
    async with kafka_cluster(3) as cluster:
        yield cluster
