"""A batch that is cut short: by a signal, a rebalance, a cancellation or a fault. Nothing of it is lost."""

import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import orjson
import pytest
from aiokafka.errors import GroupCoordinatorNotAvailableError

from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import SupervisedProcess
from rasid.enrichment.app import GROUP
from rasid.runtime.leaving import EXIT_UNFINISHED
from rasid.runtime.reading import lag, message_count
from rasid.runtime.records import Record
from rasid.runtime.topics import create_topics
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW
from support.brokers import Broker
from support.deployment import PATIENCE, Deployment, deployed, until_ended
from support.kafka import KafkaCluster, KafkaNode
from support.kafka_io import produce_all
from support.stuck_worker import group_of
from support.topics import delete, members
from support.waiting import eventually

LEAVING_SECONDS = 10
MANY = 1000
FIRST = orjson.dumps({"uri": "urn:first", "body": "No news today.", "language": "en"})


def articles(count: int) -> list[tuple[bytes, bytes]]:
    bodies = {f"urn:{n}": f"No news on day {n}. " * 40 for n in range(count)}
    return [(uri.encode(), orjson.dumps({"uri": uri, "body": b, "language": "en"})) for uri, b in bodies.items()]


def keys(records: Sequence[Record]) -> set[bytes | None]:
    return {record.key for record in records}


def contents(records: Sequence[Record]) -> set[tuple[bytes | None, bytes | None]]:
    return {(record.header("ce_id"), record.value) for record in records}


async def produce(deployment: Deployment, count: int) -> None:
    await produce_all(deployment.broker.bootstrap, ARTICLES_RAW.name, articles(count))


async def at_work(deployment: Deployment, **environment: str) -> SupervisedProcess:
    """An enrichment worker that has delivered its first article, and committed it."""
    [worker] = await deployment.start(WorkerKind.ENRICHMENT, **environment)
    await deployment.produce(ARTICLES_RAW, FIRST)
    await deployment.read(ARTICLES_ENRICHED, until=1)
    await until_left(deployment, 0)
    return worker


async def until_left(deployment: Deployment, count: int, group: str = GROUP) -> None:
    async def is_left() -> bool:
        return await lag(deployment.settings, group, [ARTICLES_RAW]) == count

    await eventually(is_left, PATIENCE, f"{count} articles are not committed")


async def in_mid_batch(deployment: Deployment) -> SupervisedProcess:
    """A worker with most of MANY articles before it."""
    worker = await at_work(deployment)
    await produce(deployment, MANY)

    async def is_under_way() -> bool:
        return await message_count(deployment.settings, [ARTICLES_ENRICHED]) > 1

    await eventually(is_under_way, PATIENCE, "the worker has a batch in hand")
    return worker


async def committed(deployment: Deployment) -> int:
    return MANY + 1 - await lag(deployment.settings, GROUP, [ARTICLES_RAW])


async def test_sigterm_in_mid_batch_leaves_what_was_delivered_committed(deployment: Deployment) -> None:
    worker = await in_mid_batch(deployment)
    worker.process.send_signal(signal.SIGTERM)
    assert await until_ended(worker, LEAVING_SECONDS) == 0
    delivered = await deployment.read(ARTICLES_ENRICHED)
    assert len(delivered) == len(keys(delivered)) == await committed(deployment)


async def test_sigterm_waits_for_no_batch_that_is_only_worked_on(deployment: Deployment) -> None:
    await produce(deployment, 3)
    worker = await deployment.start_module("support.stuck_worker", "waiting")

    async def has_joined() -> bool:
        with suppress(GroupCoordinatorNotAvailableError):  # the broker's first group
            return bool(await members(deployment.broker.bootstrap, group_of("waiting")))
        return False

    await eventually(has_joined, PATIENCE, "the worker is in its group")
    worker.process.send_signal(signal.SIGTERM)
    assert await until_ended(worker, LEAVING_SECONDS) == 0, worker.output
    assert await lag(deployment.settings, group_of("waiting"), [ARTICLES_RAW]) == 3


async def test_sigterm_while_the_broker_hangs_leaves_the_batch_to_the_successor(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        worker = await in_mid_batch(deployment)
        async with hanging(kafka):
            worker.process.send_signal(signal.SIGTERM)
            status = await until_ended(worker, LEAVING_SECONDS)
        assert (status, "Traceback" in worker.output) == (EXIT_UNFINISHED, False), worker.output
        assert await committed(deployment) <= len(keys(await deployment.read(ARTICLES_ENRICHED))) <= MANY
        await deployment.start(WorkerKind.ENRICHMENT)
        await until_left(deployment, 0)
        enriched = await deployment.read(ARTICLES_ENRICHED)
        assert keys(enriched) == {b"urn:first", *(uri for uri, _ in articles(MANY))}
        assert len(contents(enriched)) == MANY + 1, "delivered twice, with the same content"


@asynccontextmanager
async def hanging(kafka: KafkaNode) -> AsyncIterator[None]:
    """A broker that takes connections and answers nobody; afterwards it is in its cluster again."""
    assert kafka.process is not None
    kafka.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        kafka.process.send_signal(signal.SIGCONT)
        await KafkaCluster((kafka,)).until_ready()


async def until_delivery_fails(worker: SupervisedProcess) -> None:
    def has_failed() -> bool:
        return "the broker does not do its part" in worker.output

    await eventually(has_failed, PATIENCE, "the worker tries again to deliver its batch")


async def test_a_worker_that_joins_does_not_wait_for_a_batch_that_is_held_up(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        quick = {"RASID_STALL_TIMEOUT": "30"}  # a third of it is what the broker has to answer
        first = await at_work(deployment, **quick)
        [alone] = await members(kafka.bootstrap, GROUP)
        await delete(kafka.bootstrap, ARTICLES_ENRICHED)
        await produce(deployment, 24)
        await until_delivery_fails(first)
        second = await deployment.start_module("support.unchecked_worker", **quick)

        async def has_joined() -> bool:
            return bool(await members(kafka.bootstrap, GROUP) - {alone})

        await eventually(has_joined, PATIENCE, "the second is in the group, though the first has its batch in hand")
        await create_topics(deployment.settings)
        await until_left(deployment, 0)

        async def share() -> bool:
            return len(await members(kafka.bootstrap, GROUP)) == 2

        await eventually(share, PATIENCE, "both are in the group")
        assert first.running
        assert second.running
        enriched = await deployment.read(ARTICLES_ENRICHED)
        assert keys(enriched) == {uri for uri, _ in articles(24)}
        assert len(contents(enriched)) == 24, "delivered twice, with the same content"


async def test_what_is_handled_again_after_a_refused_commit_is_committed(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        quick = {"RASID_STALL_TIMEOUT": "30"}
        first = await at_work(deployment, **quick)
        [alone] = await members(kafka.bootstrap, GROUP)
        await delete(kafka.bootstrap, ARTICLES_ENRICHED)
        await produce(deployment, 24)  # to partitions of which nothing was ever committed
        await until_delivery_fails(first)
        second = await deployment.start_module("support.unchecked_worker", **quick)

        async def is_expelled() -> bool:
            members_now = await members(kafka.bootstrap, GROUP)
            return bool(members_now) and alone not in members_now

        await eventually(is_expelled, PATIENCE, "the first is out of the group, its batch in hand")
        second.kill()
        await create_topics(deployment.settings)
        await until_left(deployment, 0)
        assert first.running


@pytest.mark.parametrize(("how", "has_trace"), [("cancelled", False), ("failing", True)])
async def test_an_agent_that_ends_in_mid_batch_ends_the_process(
    embedded_deployment: Deployment, how: str, has_trace: bool
) -> None:
    await produce(embedded_deployment, 3)
    worker = await embedded_deployment.start_module("support.stuck_worker", how)
    assert await until_ended(worker, PATIENCE) == EXIT_UNFINISHED
    assert "was cut short" in worker.output
    assert ("ZeroDivisionError" in worker.output) == has_trace
    assert ("Traceback" in worker.output) == has_trace
    assert await lag(embedded_deployment.settings, group_of(how), [ARTICLES_RAW]) == 3
