"""What articles cost with one, two and four enrichment workers, and how much memory each takes."""

from collections.abc import Sequence

import psutil

from bench.corpus import read_corpus
from bench.performance.articles import from_corpus
from bench.performance.effort import EVERYTHING, Effort
from bench.performance.part import Part, Target, Tell, table
from bench.performance.passing import Passed, Track, kafka_with_topics
from bench.performance.spread import Figures, Spread
from rasid.commands.kinds import WorkerKind
from rasid.enrichment.app import GROUP
from rasid_schemas.articles import RawArticle
from support.brokers import Broker
from support.deployment import deployed

WORKERS = (1, 2, 4)
LARGEST_DIFFERENCE = 0.1
LARGEST_MB = 200
_MEGABYTE = 1024 * 1024


class Crowd(Figures):
    """Some workers that share the partitions."""

    workers: int
    cpu_per_thousand: Spread
    """CPU seconds per 1,000 articles, all workers together."""
    per_second: Spread
    largest_mb: Spread
    """Resident memory of the largest of them."""


class ScalingFigures(Figures):
    """By the number of workers."""

    articles: int
    """For each worker: as many words are new to one as to the other."""
    crowds: tuple[Crowd, ...]
    ratios: tuple[Spread, ...]
    """CPU time against that of one worker, round by round."""


async def measure(effort: Effort, tell: Tell) -> ScalingFigures:
    """One, two and four in turn, as processes of their own in each round."""
    corpus = read_corpus(None, EVERYTHING)
    passed: dict[int, list[tuple[Passed, float]]] = {workers: [] for workers in WORKERS}
    async with kafka_with_topics() as (broker, way):
        for number in range(effort.rounds):
            for workers in WORKERS:
                tell(f"round {number + 1} of {effort.rounds}, {workers} workers")
                passed[workers].append(await _one_way(way, broker, workers, corpus, effort))
    costs = {workers: [1000 * one.cpu_seconds / one.articles for one, _ in each] for workers, each in passed.items()}
    return ScalingFigures(
        articles=effort.articles // 2,
        crowds=tuple(_crowd(workers, costs[workers], each) for workers, each in passed.items()),
        ratios=tuple(Spread.of_ratios(costs[workers], costs[1]) for workers in WORKERS),
    )


def _crowd(workers: int, costs: Sequence[float], passed: Sequence[tuple[Passed, float]]) -> Crowd:
    return Crowd(
        workers=workers,
        cpu_per_thousand=Spread.of(costs),
        per_second=Spread.of([one.articles_per_second for one, _ in passed]),
        largest_mb=Spread.of([megabytes for _, megabytes in passed]),
    )


async def _one_way(
    way: Track, broker: Broker, count: int, corpus: Sequence[RawArticle], effort: Effort
) -> tuple[Passed, float]:
    each = effort.articles // 2
    await way.skip_to_end(GROUP)
    async with deployed(broker) as deployment:
        workers = await deployment.start(*[WorkerKind.ENRICHMENT] * count, RASID_LOG_LEVEL="warning")
        await way.passed(workers, GROUP, from_corpus(corpus, 0, count * effort.warm_up))
        passed = await way.passed(workers, GROUP, from_corpus(corpus, count * effort.warm_up, count * each))
        return passed, max(psutil.Process(worker.pid).memory_info().rss for worker in workers) / _MEGABYTE


def section(figures: ScalingFigures) -> str:
    """Its text."""
    header = ("workers", "CPU s per 1,000 articles", "against one", "articles/s", "MB of the largest")
    rows = [
        (str(crowd.workers), crowd.cpu_per_thousand.told(2), ratio.told(2), crowd.per_second.told(),
         crowd.largest_mb.told())
        for crowd, ratio in zip(figures.crowds, figures.ratios, strict=True)
    ]  # fmt: skip
    return f"""
{figures.articles:,} articles of the corpus for each worker in each round, after a warm-up. The broker and whoever sends
share the machine's cores with the workers: CPU time tells what an article costs, the throughput what is left of it.

{table(header, rows)}
"""


def targets(figures: ScalingFigures) -> tuple[Target, ...]:
    """CPU time by the number of workers, and memory."""
    difference = max(abs(ratio.median - 1) for ratio in figures.ratios)
    largest = max(crowd.largest_mb.median for crowd in figures.crowds)
    return (
        Target("CPU time of an article with 1, 2 and 4 workers", f"within {LARGEST_DIFFERENCE:.0%}",
               f"within {difference:.0%}", difference <= LARGEST_DIFFERENCE),
        Target("memory of an enrichment worker", f"< {LARGEST_MB} MB", f"{largest:.0f} MB", largest < LARGEST_MB),
    )  # fmt: skip


PART = Part("scaling", "One worker, two, four", ScalingFigures, measure, section, targets)
