"""Topics as whoever runs a cluster may change them under our feet."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from rasid_schemas.topics import Topic


@asynccontextmanager
async def _admin(bootstrap: str) -> AsyncIterator[AIOKafkaAdminClient]:
    client = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await client.start()
    try:
        yield client
    finally:
        await client.close()


async def configure(bootstrap: str, topic: Topic, setting: str, value: int | str) -> None:
    """Change a setting of a topic, such as `max.message.bytes`."""
    async with _admin(bootstrap) as client:
        await client.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic.name, {setting: str(value)})])


async def delete(bootstrap: str, topic: Topic) -> None:
    """Delete a topic with all that is on it."""
    async with _admin(bootstrap) as client:
        await client.delete_topics([topic.name])


async def members(bootstrap: str, group: str) -> frozenset[str]:
    """Who is in a consumer group, once it has settled; nobody while it shares out its partitions."""
    async with _admin(bootstrap) as client:
        [response] = await client.describe_consumer_groups([group])
    [(_, _, state, _, _, joined, *_)] = response.groups
    return frozenset(member[0] for member in joined) if state == "Stable" else frozenset()
