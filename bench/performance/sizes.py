"""How many bytes an article comes to on each topic: what disks have to hold."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import psutil

from bench.corpus import read_corpus
from bench.performance.effort import EVERYTHING, Effort
from bench.performance.part import Part, Row, Tell, table
from bench.performance.passing import Track, require, track
from bench.performance.spread import Figures
from rasid.alerting.app import GROUP as ALERTING
from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import SupervisedProcess
from rasid.enrichment.app import GROUP as ENRICHMENT
from rasid.runtime.reading import lag
from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import encode
from rasid_schemas.topics import (
    ALERTS,
    ARTICLES_ENRICHED,
    ARTICLES_RAW,
    CLUSTERS,
    EVENT_TOPICS,
    MEETINGS,
    TROOP_ANNOUNCEMENTS,
    Topic,
)
from support.brokers import Broker
from support.deployment import deployed
from support.kafka import kafka_node

_TOPICS = (ARTICLES_RAW, ARTICLES_ENRICHED, MEETINGS, TROOP_ANNOUNCEMENTS, CLUSTERS, ALERTS)
_MEGABYTE = 1024 * 1024


class TopicSize(Figures):
    """A topic after the articles."""

    topic: str
    messages: int
    bytes: int
    """As they are on disk: keys, values, headers, and what Kafka adds."""


class SizeFigures(Figures):
    """Of all topics, and of the workers by then."""

    articles: int
    characters: int
    """Of all bodies together."""
    topics: tuple[TopicSize, ...]
    enrichment_mb: float
    alerting_mb: float

    def per_article(self, topic: str) -> float:
        """Bytes on a topic."""
        return next(one.bytes for one in self.topics if one.topic == topic) / self.articles


async def measure(effort: Effort, tell: Tell) -> SizeFigures:
    """Each article of the corpus once through enrichment and alerting with the bundled rules."""
    corpus = read_corpus(None, EVERYTHING)[: effort.sized]
    async with kafka_node() as node, deployed(Broker("kafka", node.bootstrap)) as deployment:
        kinds = (WorkerKind.ENRICHMENT, WorkerKind.ALERTING)
        workers = await deployment.start(*kinds, RASID_LOG_LEVEL="warning")
        async with track(deployment.settings) as way:
            tell(f"{len(corpus):,} articles through enrichment and alerting")
            await _pass(way, workers, corpus)
            return SizeFigures(
                articles=len(corpus),
                characters=sum(len(article.body) for article in corpus),
                topics=tuple([await _size(way, node.folder, topic) for topic in _TOPICS]),
                enrichment_mb=_resident_mb(workers[0]),
                alerting_mb=_resident_mb(workers[1]),
            )


async def _pass(way: Track, workers: Sequence[SupervisedProcess], corpus: Sequence[RawArticle]) -> None:
    await way.send([(article.uri.encode(), encode(article)) for article in corpus])
    await way.until_committed(workers, ENRICHMENT)
    while await lag(way.settings, ALERTING, EVENT_TOPICS):
        require(workers)
        await asyncio.sleep(0.5)


async def _size(way: Track, node: Path, topic: Topic) -> TopicSize:
    return TopicSize(topic=topic.name, messages=await way.written(topic), bytes=_bytes(node, topic))


def _bytes(node: Path, topic: Topic) -> int:
    logs = (file for file in node.rglob("*.log") if file.parent.name.rpartition("-")[0] == topic.name)
    return sum(file.stat().st_size for file in logs)


def _resident_mb(worker: SupervisedProcess) -> float:
    return float(psutil.Process(worker.pid).memory_info().rss / _MEGABYTE)


def section(figures: SizeFigures) -> str:
    """Its text."""
    header = ("topic", "messages an article", "bytes a message", "bytes an article")
    return f"""
{figures.articles:,} articles of the corpus, {figures.characters / figures.articles:,.0f} characters long on average,
once through enrichment and alerting with the bundled rules. Bytes are those on the broker's disk, without compression
(a topic's `compression.type` does it on the broker) and for one replica. Afterwards enrichment took
{figures.enrichment_mb:.0f} MB and alerting {figures.alerting_mb:.0f} MB. What follows of it: [sizing.md](sizing.md).

{table(header, [_row(one, figures.articles) for one in figures.topics])}
"""


def _row(one: TopicSize, articles: int) -> Row:
    each = f"{one.bytes / max(one.messages, 1):,.0f}"
    return f"`{one.topic}`", f"{one.messages / articles:.2f}", each, f"{one.bytes / articles:,.0f}"


PART = Part("sizes", "Bytes an article", SizeFigures, measure, section)
