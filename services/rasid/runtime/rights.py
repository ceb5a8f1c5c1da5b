"""What the user of the settings may do on the broker, asked before a worker starts.

A worker without a right would wait in silence, or end with somebody else's trace. Kafka lets whoever may read or
write a topic see it too, so a topic that cannot be seen lacks the right to do either. docs/security.md lists them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupAuthorizationFailedError, TopicAuthorizationFailedError
from aiokafka.protocol.admin import DescribeGroupsRequest

from rasid.runtime.clients import admin
from rasid.runtime.settings import Settings
from rasid_schemas.topics import Topic

NOT_ALLOWED = (TopicAuthorizationFailedError, GroupAuthorizationFailedError)
"""What aiokafka raises where a right is missing, with the name of the topic or group."""


class RightsError(Exception):
    """The broker does not let the user do what a worker has to."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a worker reads, writes, and by which consumer groups; it needs rights to nothing else."""

    read: tuple[Topic, ...]
    written: tuple[Topic, ...]
    groups: tuple[str, ...] = ()

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Those that must be there."""
        return self.read + self.written


async def require_rights(settings: Settings, needs: Needs) -> None:
    """Raise RightsError with everything that the broker does not allow."""
    async with admin(settings) as client:
        hidden = await _hidden_topics(client, [topic.name for topic in needs.topics])
        missing = [
            *_missing(needs, hidden),
            *[f"READ on group {g}" for g in await _hidden_groups(client, needs.groups)],
        ]
    if missing:
        who = settings.sasl_username or "this client"
        raise RightsError(f"{who} lacks rights on the broker: {', '.join(missing)}; see docs/security.md")


def _missing(needs: Needs, hidden: frozenset[str]) -> Iterator[str]:
    for operation, topics in (("READ", needs.read), ("WRITE", needs.written)):
        yield from (f"{operation} on topic {topic.name}" for topic in topics if topic.name in hidden)


async def _hidden_topics(client: AIOKafkaAdminClient, names: Sequence[str]) -> frozenset[str]:
    described = await client.describe_topics(list(names))
    return frozenset(one["topic"] for one in described if one["error_code"] == TopicAuthorizationFailedError.errno)


async def _hidden_groups(client: AIOKafkaAdminClient, groups: Sequence[str]) -> list[str]:
    # Any node tells whether the group may be seen. aiokafka's own call would look for the group's node first, and
    # a broker that nobody used yet has none.
    response = await client._send_request(DescribeGroupsRequest(list(groups)))  # noqa: SLF001
    return [group for code, group, *_ in response.groups if code == GroupAuthorizationFailedError.errno]
