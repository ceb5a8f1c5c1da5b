"""Deliver first, acknowledge then: what the broker refuses, what redelivery repeats, and how a worker stops."""

import asyncio
import hashlib
import signal

import orjson
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from rasid.commands.kinds import WorkerKind
from rasid.enrichment.app import GROUP
from rasid.runtime.dead_letters import read_dead_letter
from rasid.runtime.reading import lag
from rasid.runtime.records import Record
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW, Topic
from support.brokers import Broker
from support.deployment import Deployment, deployed, until_ended
from support.kafka import KafkaNode
from support.waiting import eventually

LONG = orjson.dumps({"uri": "urn:long", "body": "No news today. " * 1000, "language": "en"})
SHORT = orjson.dumps({"uri": "urn:short", "body": "No news today.", "language": "en"})


async def limit(bootstrap: str, topic: Topic, size: int) -> None:
    client = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await client.start()
    try:
        changed = {"max.message.bytes": str(size)}
        await client.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic.name, changed)])
    finally:
        await client.close()


def uris(records: list[Record]) -> list[str]:
    return [orjson.loads(record.value or b"")["uri"] for record in records]


async def test_a_result_that_its_topic_refuses_is_a_dead_letter(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        await limit(kafka.bootstrap, ARTICLES_ENRICHED, 5_000)
        await deployment.start(WorkerKind.ENRICHMENT)
        for value in (LONG, SHORT):
            await deployment.produce(ARTICLES_RAW, value, partition=0)
        assert uris(await deployment.read(ARTICLES_ENRICHED, until=1)) == ["urn:short"]
        [letter] = await deployment.read(ARTICLES_RAW.dead_letters, until=1)
        assert letter.value == LONG
        assert (read_dead_letter(letter).code, read_dead_letter(letter).stage) == ("result-too-large", "deliver")


async def test_what_the_dead_letter_topic_refuses_too_leaves_key_headers_and_hash(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        for topic in (ARTICLES_ENRICHED, ARTICLES_RAW.dead_letters):
            await limit(kafka.bootstrap, topic, 5_000)
        await deployment.start(WorkerKind.ENRICHMENT)
        await deployment.produce(ARTICLES_RAW, LONG, headers=[("x", b"\x01")], partition=0)
        [letter] = await deployment.read(ARTICLES_RAW.dead_letters, until=1)
        assert (letter.key, letter.value, letter.header("x")) == (b"urn:a", None, b"\x01")
        assert letter.header("rasid.error.value-sha256") == hashlib.sha256(LONG).hexdigest().encode()
        assert read_dead_letter(letter).offset == 0


async def test_sigterm_ends_a_worker_with_its_offsets_committed(deployment: Deployment) -> None:
    [worker] = await deployment.start(WorkerKind.ENRICHMENT)
    for _ in range(20):
        await deployment.produce(ARTICLES_RAW, SHORT)
    await deployment.read(ARTICLES_ENRICHED, until=20)
    worker.process.send_signal(signal.SIGTERM)
    assert await until_ended(worker, 10) == 0

    async def is_committed() -> bool:
        return await lag(deployment.settings, GROUP, [ARTICLES_RAW]) == 0

    await eventually(is_committed, 10, "the offsets of what was delivered are committed")


async def test_a_broker_that_restarts_costs_nothing(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        await deployment.start(WorkerKind.ENRICHMENT)
        await deployment.produce(ARTICLES_RAW, SHORT)
        await deployment.read(ARTICLES_ENRICHED, until=1)
        await kafka.restart()
        await deployment.produce(ARTICLES_RAW, LONG)
        both = await deployment.read(ARTICLES_ENRICHED, until=lambda records: "urn:long" in uris(list(records)))
        assert set(uris(both)) == {"urn:short", "urn:long"}


async def test_two_workers_share_the_partitions(deployment: Deployment) -> None:
    await deployment.start(WorkerKind.ENRICHMENT, WorkerKind.ENRICHMENT)
    articles = [orjson.dumps({"uri": f"urn:{n}", "body": "No news today.", "language": "en"}) for n in range(60)]
    await asyncio.gather(*(deployment.produce(ARTICLES_RAW, a, partition=n % 12) for n, a in enumerate(articles)))
    enriched = await deployment.read(ARTICLES_ENRICHED, until=lambda records: len(set(uris(list(records)))) == 60)
    assert set(uris(enriched)) == {f"urn:{n}" for n in range(60)}
