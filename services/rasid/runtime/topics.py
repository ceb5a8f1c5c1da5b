"""The topics on the broker: created with the settings of the contract, and listed."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiokafka.admin import NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, TopicAuthorizationFailedError, for_code

from rasid.runtime.clients import admin
from rasid.runtime.reading import TopicMissingError
from rasid.runtime.settings import Settings
from rasid_schemas.topics import ALL_TOPICS, Topic


class TopicError(Exception):
    """The broker refused to create a topic."""


@dataclass(frozen=True, slots=True)
class TopicState:
    """A topic of the contract, and how many partitions it has on the broker; None where it is missing."""

    topic: Topic
    partitions: int | None


async def create_topics(settings: Settings) -> list[str]:
    """Create the topics that are missing and return their names. Existing ones are left as they are."""
    async with admin(settings) as client:
        response = await client.create_topics([_new_topic(topic, settings) for topic in ALL_TOPICS])
    created = []
    for name, code, *_ in response.topic_errors:
        error = for_code(code)
        if code == 0:
            created.append(name)
        elif error is not TopicAlreadyExistsError:
            raise TopicError(f"{name}: {_reason(error, settings)}")
    return created


def _reason(error: type[KafkaError], settings: Settings) -> str:
    if error is TopicAuthorizationFailedError:
        return f"{settings.sasl_username or 'this client'} lacks the right to CREATE it; see docs/security.md"
    return f"{error.__name__}: {error.description}"


async def list_topics(settings: Settings, topics: Sequence[Topic] = ALL_TOPICS) -> list[TopicState]:
    """Topics of the contract as they are on the broker."""
    async with admin(settings) as client:
        existing = set(await client.list_topics())
        described = await client.describe_topics([t.name for t in topics if t.name in existing])
    partitions = {topic["topic"]: len(topic["partitions"]) for topic in described}
    return [TopicState(topic, partitions.get(topic.name)) for topic in topics]


async def require_topic(settings: Settings, topic: Topic) -> None:
    """Return where the broker has a topic. Raises TopicMissingError.

    Whoever writes asks first: a broker that makes topics by itself would make one that forgets.
    """
    [state] = await list_topics(settings, [topic])
    if state.partitions is None:
        raise TopicMissingError(topic.name)


def _new_topic(topic: Topic, settings: Settings) -> NewTopic:
    scaled = settings.partitions if settings.partitions and topic.partitions > 1 else topic.partitions
    return NewTopic(
        name=topic.name,
        num_partitions=scaled,
        replication_factor=settings.replication_factor,
        topic_configs=_configs(topic, settings.replication_factor),
    )


def _configs(topic: Topic, replication_factor: int) -> dict[str, str]:
    configs = {
        "cleanup.policy": topic.cleanup_policy,
        "retention.ms": str(topic.retention_ms if topic.retention_ms is not None else -1),
        "max.message.bytes": str(topic.max_message_bytes),
    }
    if topic.timestamp_after_max_ms is not None:
        configs["message.timestamp.after.max.ms"] = str(topic.timestamp_after_max_ms)
    if replication_factor > 1:
        configs["min.insync.replicas"] = str(min(2, replication_factor))
    return configs
