"""Where a scenario plays: a Kafka of its own, all workers, a webhook, and the means to wait for and to break things."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from chaos.articles import KnownArticle
from chaos.crew import Crew
from chaos.expectation import RULES
from chaos.load import produce
from chaos.monitor import GROUPS, Monitor, monitoring
from chaos.webhook import Behaviour, WebhookServer, webhook_server
from rasid.commands.kinds import WorkerKind
from rasid.runtime.settings import Settings
from rasid.runtime.topics import create_topics
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, ARTICLES_RAW
from support.kafka import KafkaCluster, kafka_cluster

SESSION_SECONDS = 6.0
WEBHOOK_TIMEOUT = 2.0
INTERVAL = 0.05
MOST_IN_A_BATCH, BATCHES = 200, 20
"""A short load, too, is to make many batches."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of everything."""

    articles: int = 20_000
    kills: int = 10
    """How often a worker is killed where that is the scenario."""
    rate: float | None = None
    """Articles a second; flat out where not given."""
    seed: int = 1
    """Of the random moments."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a scenario wants to find."""

    nodes: int = 1
    partitions: int = 12
    behaviour: Behaviour | None = None
    enrichment_workers: int = 2


class TooSlowError(Exception):
    """What was waited for did not come in time."""


@dataclass(frozen=True, slots=True)
class Stage:
    """All that a disturbance may touch."""

    settings: Settings
    cluster: KafkaCluster
    crew: Crew
    webhook: WebhookServer
    monitor: Monitor
    scale: Scale
    random: Random

    async def produce(self, articles: Sequence[KnownArticle]) -> None:
        """Put articles on the raw topic."""
        await produce(self.settings, articles, self.scale.rate)

    async def until(self, kind: WorkerKind, share: float) -> None:
        """Wait until the workers of a kind have done that share of all there is to do; raises TooSlowError."""
        wanted = int(share * self.scale.articles)

        async def is_done() -> bool:
            if kind is WorkerKind.NOTIFIER:
                return len(self.webhook.taken) >= wanted
            topic = ARTICLES_ENRICHED if kind is WorkerKind.ENRICHMENT else ALERTS
            return await self.monitor.has_reached(wanted, [topic])

        await self._until(is_done, INTERVAL, f"{kind.value} has done {share:.0%}")

    async def until_all_have_joined(self) -> None:
        """Wait until every worker is in its group: one that is still starting is no part of what is to be shown."""

        async def have_joined() -> bool:
            joined = {kind: await self.monitor.members(group) for kind, group in GROUPS.items()}
            return all(joined[kind] == len(workers) for kind, workers in self.crew.members.items())

        await self._until(have_joined, INTERVAL, "every worker has joined its group")

    async def until_through(self) -> None:
        """Wait until every reader has read all that there is; raises TooSlowError."""
        await self._until(self.monitor.is_through, 5 * INTERVAL, "every reader is at the end of its topics")

    async def progress(self) -> str:
        """How far it is, in a line; raises KafkaError while no broker can tell."""
        topics = {"produced": ARTICLES_RAW, "enriched": ARTICLES_ENRICHED, "alerts": ALERTS}
        counts = {name: await self.monitor.count(topic) for name, topic in topics.items()}
        counts["delivered"] = len(self.webhook.taken)
        return ", ".join(f"{count:,} {name}" for name, count in counts.items())

    async def random_moment(self) -> None:
        """Some part of a second, so that what follows hits a batch anywhere."""
        await asyncio.sleep(self.random.uniform(0, 0.3))

    async def _until(self, holds: Callable[[], Awaitable[bool]], interval: float, what: str) -> None:
        patience = 180 + 0.05 * self.scale.articles
        try:
            async with asyncio.timeout(patience):
                while not await holds():
                    self.crew.require_all()
                    await asyncio.sleep(interval)
        except TimeoutError:
            raise TooSlowError(f"not within {patience:.0f} s: {what}") from None


@asynccontextmanager
async def staged(setting: Setting, scale: Scale, sabotage: str | None = None) -> AsyncIterator[Stage]:
    """A stage with its topics and workers; everything has ended when the block is left."""
    async with AsyncExitStack() as stack:
        cluster = await stack.enter_async_context(kafka_cluster(setting.nodes))
        settings = Settings(
            broker=f"kafka://{cluster.bootstrap}", partitions=setting.partitions, replication_factor=setting.nodes
        )
        await create_topics(settings)
        webhook = await stack.enter_async_context(webhook_server(setting.behaviour))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rasid-chaos-")))
        crew = Crew(stack, _environment(settings, webhook, scale, folder), sabotage)
        monitor = await stack.enter_async_context(monitoring(settings))
        for kind in WorkerKind:
            await crew.start(kind, setting.enrichment_workers if kind is WorkerKind.ENRICHMENT else 1)
        try:
            yield Stage(settings, cluster, crew, webhook, monitor, scale, Random(scale.seed))
        finally:
            crew.end()


def _environment(settings: Settings, webhook: WebhookServer, scale: Scale, folder: Path) -> dict[str, str]:
    rules = folder / "rules.yaml"
    rules.write_text(RULES)
    return {
        "RASID_BROKER": settings.broker,
        "RASID_RULES": str(rules),
        "RASID_SESSION_TIMEOUT": str(SESSION_SECONDS),
        "RASID_WEBHOOK_URL": webhook.url,
        "RASID_WEBHOOK_TIMEOUT": str(WEBHOOK_TIMEOUT),
        "RASID_BATCH_SIZE": str(min(MOST_IN_A_BATCH, scale.articles // BATCHES)),
        "RASID_LOG_FORMAT": "json",
        "RASID_LOG_LEVEL": "warning",
    }
