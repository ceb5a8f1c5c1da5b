"""The enrichment worker, Kafka to Kafka, beside the loop that somebody would write instead."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.aiokafka_loop import GROUP as LOOP
from bench.corpus import read_corpus
from bench.performance.articles import Message, from_corpus, very_short
from bench.performance.effort import EVERYTHING, Effort
from bench.performance.part import Part, Row, Target, Tell, table
from bench.performance.passing import Passed, Track, kafka_with_topics
from bench.performance.spread import Figures, Spread
from rasid.enrichment.app import GROUP as WORKER
from support.brokers import Broker
from support.deployment import deployed

HIGHEST_OVERHEAD = 0.35
LOWEST_RATIO = 0.7
_WAYS = {WORKER: ("rasid", "worker", "enrichment"), LOOP: ("bench.aiokafka_loop",)}


class Compared(Figures):
    """Worker and loop with one kind of articles."""

    articles: str
    count: int
    worker_per_second: Spread
    loop_per_second: Spread
    ratio: Spread
    worker_cpu_ms: Spread
    """CPU milliseconds an article."""
    loop_cpu_ms: Spread
    overhead_ms: Spread


class EnrichmentFigures(Figures):
    """With articles of the corpus, and with very short ones."""

    corpus: Compared
    short: Compared


@dataclass(frozen=True, slots=True)
class _Rounds:
    """What was measured of one kind of articles, by the group that read them."""

    passed: dict[str, list[Passed]] = field(default_factory=lambda: {group: [] for group in _WAYS})

    def speeds(self, group: str) -> list[float]:
        return [one.articles_per_second for one in self.passed[group]]

    def milliseconds(self, group: str) -> list[float]:
        return [1000 * one.cpu_seconds / one.articles for one in self.passed[group]]

    def compared(self, articles: str) -> Compared:
        return Compared(
            articles=articles,
            count=self.passed[WORKER][0].articles,
            worker_per_second=Spread.of(self.speeds(WORKER)),
            loop_per_second=Spread.of(self.speeds(LOOP)),
            ratio=Spread.of_ratios(self.speeds(WORKER), self.speeds(LOOP)),
            worker_cpu_ms=Spread.of(self.milliseconds(WORKER)),
            loop_cpu_ms=Spread.of(self.milliseconds(LOOP)),
            overhead_ms=Spread.of_differences(self.milliseconds(WORKER), self.milliseconds(LOOP)),
        )


async def measure(effort: Effort, tell: Tell) -> EnrichmentFigures:
    """Each in turn, a process of its own in each round, on one broker."""
    warm_up = from_corpus(corpus := read_corpus(None, EVERYTHING), 0, effort.warm_up)
    corpus_articles, short_articles = _Rounds(), _Rounds()
    batches = [warm_up, from_corpus(corpus, effort.warm_up, effort.articles), very_short(0, effort.short_articles)]
    async with kafka_with_topics() as (broker, way):
        for number in range(effort.rounds):
            for group in sorted(_WAYS, reverse=bool(number % 2)):
                tell(f"round {number + 1} of {effort.rounds}, {group}")
                _, *measured = await _one_way(way, broker, group, batches)
                for rounds, passed in zip((corpus_articles, short_articles), measured, strict=True):
                    rounds.passed[group].append(passed)
    return EnrichmentFigures(
        corpus=corpus_articles.compared("of the corpus"), short=short_articles.compared("of one sentence")
    )


async def _one_way(way: Track, broker: Broker, group: str, batches: Sequence[Sequence[Message]]) -> list[Passed]:
    """Several batches through a fresh process."""
    await way.skip_to_end(group)
    async with deployed(broker) as deployment:
        worker = await deployment.start_module(*_WAYS[group], RASID_LOG_LEVEL="warning")
        return [await way.passed([worker], group, batch) for batch in batches]


def section(figures: EnrichmentFigures) -> str:
    """Its text."""
    header = ("articles", "", "articles/s", "CPU ms an article")
    rows = [row for compared in (figures.corpus, figures.short) for row in _rows(compared)]
    return f"""
One enrichment worker beside [the loop that somebody would write instead](../bench/aiokafka_loop.py): the same
pipeline and the same guarantees with aiokafka alone. Each is a process of its own in each round, in turn;
{figures.corpus.count:,} articles of the corpus and {figures.short.count:,} of one sentence without an event come in
one go on twelve partitions. CPU time is all that the process spends. The difference between the two is what Faust,
metrics, and deliveries that come through trouble cost. Extraction is so much the larger part of an article of the
corpus that its own variation hides the difference: the articles of one sentence show it.

{table(header, rows)}

![Worker and loop](performance-enrichment.svg)
"""


def _rows(compared: Compared) -> list[Row]:
    return [
        (compared.articles, "worker", compared.worker_per_second.told(), compared.worker_cpu_ms.told(2)),
        ("", "loop", compared.loop_per_second.told(), compared.loop_cpu_ms.told(2)),
        ("", "worker against loop", f"× {compared.ratio.told(2)}", f"+ {compared.overhead_ms.told(2)}"),
    ]


def targets(figures: EnrichmentFigures) -> tuple[Target, ...]:
    """Throughput against the loop, and what Faust costs."""
    return (
        Target(
            "enrichment worker's throughput against a hand-written loop, corpus",
            f">= {LOWEST_RATIO}", figures.corpus.ratio.told(2), figures.corpus.ratio.median >= LOWEST_RATIO,
        ),
        Target(
            "its CPU time above the loop's, ms an article, corpus",
            f"<= {HIGHEST_OVERHEAD}",
            figures.corpus.overhead_ms.told(2), figures.corpus.overhead_ms.median <= HIGHEST_OVERHEAD,
        ),
        Target(
            "the same with articles of one sentence",
            f"<= {HIGHEST_OVERHEAD}",
            figures.short.overhead_ms.told(2), figures.short.overhead_ms.median <= HIGHEST_OVERHEAD,
        ),
    )  # fmt: skip


PART = Part("enrichment", "The worker beside a loop of one's own", EnrichmentFigures, measure, section, targets)
