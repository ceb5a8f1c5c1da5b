"""How far everything has come, asked of the broker again and again while parts of it are gone."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from rasid.alerting.app import GROUP as ALERTING
from rasid.commands.kinds import WorkerKind
from rasid.enrichment.app import GROUP as ENRICHMENT
from rasid.runtime.clients import admin, consumer, partitions_of
from rasid.runtime.settings import Settings
from rasid_schemas.topics import ALERTS, ARTICLES_RAW, MEETINGS, TROOP_ANNOUNCEMENTS, Topic

GROUPS = {
    WorkerKind.ENRICHMENT: ENRICHMENT,
    WorkerKind.ALERTING: ALERTING,
    WorkerKind.NOTIFIER: "rasid-notifier-webhook",
}
READERS = (
    (GROUPS[WorkerKind.ENRICHMENT], (ARTICLES_RAW,)),
    (GROUPS[WorkerKind.ALERTING], (MEETINGS, TROOP_ANNOUNCEMENTS)),
    (GROUPS[WorkerKind.NOTIFIER], (ALERTS,)),
)
"""Who reads what, in the order of the flow: when the first is through, nothing more comes for the second."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """Counts messages without reading them. What it asks raises KafkaError while no broker answers."""

    _consumer: AIOKafkaConsumer
    _admin: AIOKafkaAdminClient

    async def count(self, *topics: Topic) -> int:
        """How many messages are on some topics."""
        return sum((await self._ends(topics)).values())

    async def lag(self, group: str, topics: Sequence[Topic]) -> int:
        """How many messages of some topics a consumer group has not committed yet."""
        ends = await self._ends(topics)
        committed = await self._admin.list_consumer_group_offsets(group)
        return sum(end - max(0, committed[where].offset if where in committed else 0) for where, end in ends.items())

    async def members(self, group: str) -> int:
        """How many are in a consumer group, once it has settled; 0 while no broker can tell."""
        try:
            [response] = await self._admin.describe_consumer_groups([group])
        except KafkaError:
            return 0
        [(_, _, state, _, _, members, *_)] = response.groups
        return len(members) if state == "Stable" else 0

    async def is_through(self) -> bool:
        """Whether every reader is at the end of its topics; false while no broker can tell."""
        try:
            for group, topics in READERS:
                if await self.lag(group, topics):
                    return False
        except KafkaError:
            return False
        return True

    async def has_reached(self, count: int, topics: Iterable[Topic]) -> bool:
        """Whether some topics hold that many messages; false while no broker can tell."""
        try:
            return await self.count(*topics) >= count
        except KafkaError:
            return False

    async def _ends(self, topics: Iterable[Topic]) -> dict[TopicPartition, int]:
        partitions = await partitions_of(self._consumer, *(topic.name for topic in topics))
        ends: dict[TopicPartition, int] = await self._consumer.end_offsets(partitions)
        return ends


@asynccontextmanager
async def monitoring(settings: Settings) -> AsyncIterator[Monitor]:
    """A monitor for as long as the block; raises BrokerUnreachableError."""
    async with consumer(settings) as client, admin(settings) as administrator:
        yield Monitor(client, administrator)
