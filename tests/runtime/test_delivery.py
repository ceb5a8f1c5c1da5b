"""Deliver first, acknowledge then: what the broker refuses, and what redelivery repeats."""

import asyncio
import hashlib

import orjson

from rasid.commands.kinds import WorkerKind
from rasid.runtime.dead_letters import read_dead_letter
from rasid.runtime.records import Record
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW
from support.brokers import Broker
from support.deployment import Deployment, deployed
from support.kafka import KafkaNode
from support.topics import configure

LONG = orjson.dumps({"uri": "urn:long", "body": "No news today. " * 1000, "language": "en"})
SHORT = orjson.dumps({"uri": "urn:short", "body": "No news today.", "language": "en"})
HOUR_MS = 60 * 60 * 1000
LONG_AGO = 1_600_000_000_000


def uris(records: list[Record]) -> list[str]:
    return [orjson.loads(record.value or b"")["uri"] for record in records]


async def test_a_result_that_its_topic_refuses_is_a_dead_letter_and_those_beside_it_are_not(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        await configure(kafka.bootstrap, ARTICLES_ENRICHED, "max.message.bytes", 5_000)
        for value in (*[SHORT] * 20, LONG, *[SHORT] * 20):  # the short ones together are too large as well
            await deployment.produce(ARTICLES_RAW, value, partition=0)
        await deployment.start(WorkerKind.ENRICHMENT)
        [letter] = await deployment.read(ARTICLES_RAW.dead_letters, until=1)
        assert letter.value == LONG
        assert (read_dead_letter(letter).code, read_dead_letter(letter).stage) == ("result-too-large", "deliver")
        assert set(uris(await deployment.read(ARTICLES_ENRICHED, until=40))) == {"urn:short"}
        assert len(await deployment.read(ARTICLES_RAW.dead_letters)) == 1


async def test_what_the_dead_letter_topic_refuses_too_leaves_key_headers_and_hash(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        for topic in (ARTICLES_ENRICHED, ARTICLES_RAW.dead_letters):
            await configure(kafka.bootstrap, topic, "max.message.bytes", 5_000)
        await deployment.start(WorkerKind.ENRICHMENT)
        await deployment.produce(ARTICLES_RAW, LONG, headers=[("x", b"\x01")], partition=0)
        [letter] = await deployment.read(ARTICLES_RAW.dead_letters, until=1)
        assert (letter.key, letter.value, letter.header("x")) == (b"urn:a", None, b"\x01")
        assert letter.header("rasid.error.value-sha256") == hashlib.sha256(LONG).hexdigest().encode()
        assert read_dead_letter(letter).offset == 0


async def test_a_record_time_that_its_topic_refuses_makes_a_dead_letter(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        for topic in (ARTICLES_ENRICHED, ARTICLES_RAW.dead_letters):
            await configure(kafka.bootstrap, topic, "message.timestamp.before.max.ms", HOUR_MS)
        await deployment.start(WorkerKind.ENRICHMENT)
        await deployment.produce(ARTICLES_RAW, LONG, timestamp=LONG_AGO, partition=0)
        await deployment.produce(ARTICLES_RAW, SHORT, partition=0)
        assert uris(await deployment.read(ARTICLES_ENRICHED, until=1)) == ["urn:short"]
        [letter] = await deployment.read(ARTICLES_RAW.dead_letters, until=1)
        assert (letter.value, read_dead_letter(letter).code) == (LONG, "result-refused")
        assert letter.header("rasid.error.timestamp") == str(LONG_AGO).encode()


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
