"""What Rasid relies on from a broker, shown on the embedded one and on Apache Kafka alike."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import InvalidTimestampError, KafkaError, MessageSizeTooLargeError

from rasid.runtime.settings import Settings
from rasid.runtime.topics import create_topics, list_topics
from rasid_schemas.topics import (
    ALERTS,
    ALL_TOPICS,
    ARTICLES_ENRICHED,
    ARTICLES_RAW,
    CLUSTERS,
    HOUR_MS,
    MEETINGS,
    MEGABYTE,
    TROOP_ANNOUNCEMENTS,
    Topic,
)
from support.brokers import Broker
from support.kafka import KafkaNode
from support.kafka_io import produce, produce_all, read_topic
from support.waiting import eventually


@pytest.fixture
async def bootstrap(broker: Broker) -> str:
    """A broker with the topics of the contract."""
    assert len(await create_topics(Settings(broker=broker.url))) == len(ALL_TOPICS)
    return broker.bootstrap


@asynccontextmanager
async def _admin(bootstrap: str) -> AsyncIterator[AIOKafkaAdminClient]:
    client = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await client.start()
    try:
        yield client
    finally:
        await client.close()


async def _configs(bootstrap: str, topic: str) -> dict[str, str]:
    async with _admin(bootstrap) as client:
        [response] = await client.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    return {entry[0]: entry[1] for entry in response.resources[0][4]}


async def test_topics_have_the_partitions_of_the_contract(broker: Broker) -> None:
    settings = Settings(broker=broker.url)
    await create_topics(settings)
    await eventually(lambda: _all_there(settings), message="every topic is in the broker's metadata")
    assert {state.topic.name: state.partitions for state in await list_topics(settings)} == {
        topic.name: topic.partitions for topic in ALL_TOPICS
    }


async def _all_there(settings: Settings) -> bool:
    return all(state.partitions for state in await list_topics(settings))


async def test_creating_topics_again_changes_nothing(broker: Broker) -> None:
    settings = Settings(broker=broker.url)
    await create_topics(settings)
    assert await create_topics(settings) == []


@pytest.mark.parametrize(
    "topic", [ARTICLES_RAW, ARTICLES_ENRICHED, CLUSTERS, ALERTS.dead_letters], ids=lambda t: t.name
)
async def test_topics_have_the_settings_of_the_contract(bootstrap: str, topic: Topic) -> None:
    configs = await _configs(bootstrap, topic.name)
    assert set(configs["cleanup.policy"].split(",")) == set(topic.cleanup_policy.split(","))
    assert int(configs["retention.ms"]) == (topic.retention_ms or -1)
    assert int(configs["max.message.bytes"]) == topic.max_message_bytes
    if topic.timestamp_after_max_ms is not None:
        assert int(configs["message.timestamp.after.max.ms"]) == topic.timestamp_after_max_ms


@pytest.mark.parametrize("topic", [ARTICLES_RAW, MEETINGS, TROOP_ANNOUNCEMENTS], ids=lambda t: t.name)
async def test_a_message_dated_years_ahead_is_refused(kafka: KafkaNode, topic: Topic) -> None:
    await create_topics(Settings(broker=f"kafka://{kafka.bootstrap}"))
    now_ms = time.time_ns() // 1_000_000
    await produce(kafka.bootstrap, topic.name, b"urn:a", b"{}", timestamp=now_ms + HOUR_MS // 2)
    with pytest.raises(InvalidTimestampError):
        await produce(kafka.bootstrap, topic.name, b"urn:a", b"{}", timestamp=now_ms + 2 * HOUR_MS)


async def test_a_message_comes_back_with_key_headers_and_timestamp(bootstrap: str) -> None:
    headers = (
        ("ce_id", b"urn:example:1"),
        ("traceparent", b"00-ab-cd-01"),
        ("note", "\u0631".encode()),
        ("ce_id", b""),
    )
    await produce(bootstrap, ARTICLES_RAW.name, b"urn:example:1", "خبر".encode(), headers, timestamp=1_700_000_000_123)
    [record] = await read_topic(bootstrap, ARTICLES_RAW.name, until=1)
    assert (record.key, record.value) == (b"urn:example:1", "خبر".encode())
    assert record.headers == headers
    assert record.timestamp_ms == 1_700_000_000_123


async def test_a_null_value_and_an_empty_one_are_told_apart(bootstrap: str) -> None:
    await produce(bootstrap, MEETINGS.name, b"a", None)
    await produce(bootstrap, MEETINGS.name, None, b"")
    records = await read_topic(bootstrap, MEETINGS.name)
    assert [(record.key, record.value) for record in records] == [(b"a", None), (None, b"")]


async def test_an_article_of_nearly_4_megabytes_passes_where_the_topic_takes_it(bootstrap: str) -> None:
    value = b"x" * (4 * MEGABYTE - 1024)
    await produce(bootstrap, ARTICLES_ENRICHED.name, b"urn:example:long", value)
    [record] = await read_topic(bootstrap, ARTICLES_ENRICHED.name, until=1)
    assert record.value == value


@pytest.mark.parametrize("topic", [ARTICLES_RAW, ARTICLES_ENRICHED], ids=lambda t: t.name)
async def test_a_message_too_large_for_its_topic_is_refused(broker: Broker, bootstrap: str, topic: Topic) -> None:
    if broker.kind == "embedded":
        # It keeps the limit among the topic's settings, and takes the message nevertheless.
        await produce(bootstrap, topic.name, b"k", b"x" * (topic.max_message_bytes + 1))
        return
    with pytest.raises(MessageSizeTooLargeError):
        await produce(bootstrap, topic.name, b"k", b"x" * (topic.max_message_bytes + 1))
    assert await read_topic(bootstrap, topic.name) == []


async def test_a_topic_keeps_the_order_of_what_one_producer_sends(bootstrap: str) -> None:
    messages = [(b"%d" % number, b"event %d" % number) for number in range(2000)]
    await produce_all(bootstrap, MEETINGS.name, messages)
    records = await read_topic(bootstrap, MEETINGS.name, until=2000)
    assert [(record.key, record.value) for record in records] == messages


async def test_a_key_always_goes_to_the_same_partition(bootstrap: str) -> None:
    await produce_all(bootstrap, ARTICLES_RAW.name, [(b"%d" % (number % 40), b"x") for number in range(200)])
    records = await read_topic(bootstrap, ARTICLES_RAW.name, until=200)
    assert len({(record.key, record.partition) for record in records}) == 40
    assert len({record.partition for record in records}) > 6


async def test_committed_offsets_can_be_read_back_by_an_admin_client(bootstrap: str) -> None:
    await produce_all(bootstrap, MEETINGS.name, [(None, b"event")] * 3)
    partition = TopicPartition(MEETINGS.name, 0)
    async with _member(bootstrap, "readers") as consumer:
        await consumer.getmany(timeout_ms=10_000)
        await consumer.commit({partition: 2})
    async with _admin(bootstrap) as client:
        offsets = await client.list_consumer_group_offsets("readers", partitions=[partition])
        nobodys = await client.list_consumer_group_offsets("nobody", partitions=[partition])
    assert offsets[partition].offset == 2
    assert nobodys[partition].offset == -1


async def test_a_group_goes_on_where_it_committed(bootstrap: str) -> None:
    await produce_all(bootstrap, MEETINGS.name, [(None, b"event %d" % number) for number in range(5)])
    partition = TopicPartition(MEETINGS.name, 0)
    async with _member(bootstrap, "readers") as first:
        await first.getone()
        await first.commit({partition: 3})
    async with _member(bootstrap, "readers") as second:
        assert (await second.getone()).offset == 3


async def test_partitions_are_shared_out_among_members_and_taken_over(bootstrap: str) -> None:
    async with _member(bootstrap, "workers", ARTICLES_RAW.name) as stays:
        async with _member(bootstrap, "workers", ARTICLES_RAW.name) as leaves:
            await eventually(
                lambda: len(stays.assignment()) == len(leaves.assignment()) == 6, 40, "six partitions for each"
            )
        await eventually(lambda: len(stays.assignment()) == 12, 40, "all twelve for the one that stays")


async def test_only_apache_kafka_takes_an_idempotent_producer(broker: Broker, bootstrap: str) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, enable_idempotence=True)
    if broker.kind == "kafka":
        async with producer:
            assert (await producer.send_and_wait(MEETINGS.name, b"event")).offset == 0
        return
    with pytest.raises(KafkaError):
        await producer.start()
    await producer.stop()


def _member(bootstrap: str, group: str, topic: str = MEETINGS.name) -> AIOKafkaConsumer:
    return AIOKafkaConsumer(
        topic, bootstrap_servers=bootstrap, group_id=group, enable_auto_commit=False, auto_offset_reset="earliest",
        session_timeout_ms=2000, heartbeat_interval_ms=600, rebalance_timeout_ms=2000,
    )  # fmt: skip
