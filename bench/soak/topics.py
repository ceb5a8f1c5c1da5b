"""Topics that do not fill the disk, and how far the workers are in them."""

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import GroupCoordinatorNotAvailableError

from rasid.alerting.app import GROUP as ALERTING
from rasid.runtime.clients import admin, partitions_of
from rasid.runtime.settings import Settings
from rasid_schemas.topics import (
    ALERTS,
    ARTICLES_ENRICHED,
    ARTICLES_RAW,
    CLUSTERS,
    EVENT_TOPICS,
    MEGABYTE,
    Topic,
)  # fmt: skip

_BOUNDED = (ARTICLES_RAW, ARTICLES_ENRICHED, CLUSTERS, ALERTS)
"""Whose old messages nobody reads again."""
_KEPT = 384 * MEGABYTE
_SEGMENT = 16 * MEGABYTE


async def create_bounded_topics(settings: Settings) -> None:
    """Create the large topics so that each keeps some 400 MB: by default a week or a month is kept."""
    async with admin(settings) as client:
        response = await client.create_topics([_bounded(topic) for topic in _BOUNDED])
    assert not any(code for _, code, *_ in response.topic_errors), response


def _bounded(topic: Topic) -> NewTopic:
    configs = {
        "cleanup.policy": "delete",
        "retention.bytes": str(_KEPT // topic.partitions),
        "segment.bytes": str(_SEGMENT),
        "max.message.bytes": str(topic.max_message_bytes),
    }
    return NewTopic(topic.name, topic.partitions, 1, topic_configs=configs)


async def written(client: AIOKafkaConsumer, *topics: Topic) -> int:
    """How many messages were ever written to some topics."""
    partitions = await partitions_of(client, *(topic.name for topic in topics))
    ends: dict[TopicPartition, int] = await client.end_offsets(partitions)
    return sum(ends.values())


async def events_behind(client: AIOKafkaConsumer, groups: AIOKafkaAdminClient) -> int:
    """How many events alerting has not committed yet."""
    return await written(client, *EVENT_TOPICS) - await _committed(groups)


async def _committed(groups: AIOKafkaAdminClient) -> int:
    try:
        committed = await groups.list_consumer_group_offsets(ALERTING)
    except GroupCoordinatorNotAvailableError:  # the first group on the broker is still being made
        return 0
    return sum(max(0, one.offset) for one in committed.values())
