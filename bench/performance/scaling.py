"""What articles cost with one, two and four enrichment workers, and how much memory each takes."""

from collections.abc import Sequence
from typing import NamedTuple

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
PACE = 60.0
"""Articles a second, for all workers together: what no number of them makes the machine wait for."""
LARGEST_MB = 200
_MEGABYTE = 1024 * 1024


class Crowd(Figures):
    """Some workers that share the partitions."""

    workers: int
    cpu_per_thousand: Spread
    """CPU seconds per 1,000 articles that come at a pace, all workers together."""
    cpu_per_thousand_flat_out: Spread
    """The same while there is always one more to do: whoever shares a core with others takes longer for the same."""
    per_second: Spread
    """Flat out."""
    largest_mb: Spread
    """Resident memory of the largest of them."""


class ScalingFigures(Figures):
    """By the number of workers."""

    articles: int
    """Flat out, for each worker: as many words are new to one as to the other."""
    articles_at_a_pace: int
    """For all workers together, the same articles whatever their number."""
    pace: float
    """Articles a second."""
    crowds: tuple[Crowd, ...]
    ratios: tuple[Spread, ...]
    """CPU time at a pace against that of one worker, round by round."""


class _Pass(NamedTuple):
    """What one crowd did in one round."""

    flat_out: Passed
    paced_cpu_seconds: float
    largest_mb: float


async def measure(effort: Effort, tell: Tell) -> ScalingFigures:
    """One, two and four in turn, as processes of their own in each round."""
    corpus = read_corpus(None, EVERYTHING)
    passes: dict[int, list[_Pass]] = {workers: [] for workers in WORKERS}
    async with kafka_with_topics() as (broker, way):
        for number in range(effort.rounds):
            for workers in WORKERS:
                tell(f"round {number + 1} of {effort.rounds}, {workers} workers")
                passes[workers].append(await _one_way(way, broker, workers, corpus, effort))
    costs = {workers: [one.paced_cpu_seconds for one in each] for workers, each in passes.items()}
    return ScalingFigures(
        articles=_flat_out(effort),
        articles_at_a_pace=_paced(effort),
        pace=PACE,
        crowds=tuple(_crowd(workers, _paced(effort), each) for workers, each in passes.items()),
        ratios=tuple(Spread.of_ratios(costs[workers], costs[1]) for workers in WORKERS),
    )


def _flat_out(effort: Effort) -> int:
    return effort.articles // 3


def _paced(effort: Effort) -> int:
    return effort.articles // 2


def _crowd(workers: int, paced: int, passes: Sequence[_Pass]) -> Crowd:
    return Crowd(
        workers=workers,
        cpu_per_thousand=Spread.of([1000 * one.paced_cpu_seconds / paced for one in passes]),
        cpu_per_thousand_flat_out=Spread.of([1000 * p.flat_out.cpu_seconds / p.flat_out.articles for p in passes]),
        per_second=Spread.of([one.flat_out.articles_per_second for one in passes]),
        largest_mb=Spread.of([one.largest_mb for one in passes]),
    )


async def _one_way(way: Track, broker: Broker, count: int, corpus: Sequence[RawArticle], effort: Effort) -> _Pass:
    warm_up, flat_out = count * effort.warm_up, count * _flat_out(effort)
    await way.skip_to_end(GROUP)
    async with deployed(broker) as deployment:
        workers = await deployment.start(*[WorkerKind.ENRICHMENT] * count, RASID_LOG_LEVEL="warning")
        await way.passed(workers, GROUP, from_corpus(corpus, _paced(effort), warm_up))
        passed = await way.passed(workers, GROUP, from_corpus(corpus, _paced(effort) + warm_up, flat_out))
        paced = await way.cpu_at_a_pace(workers, GROUP, from_corpus(corpus, 0, _paced(effort)), PACE)
        return _Pass(passed, paced, max(psutil.Process(worker.pid).memory_info().rss for worker in workers) / _MEGABYTE)


def section(figures: ScalingFigures) -> str:
    """Its text."""
    header = ("workers", "CPU s per 1,000 articles", "against one", "flat out", "articles/s flat out",
              "MB of the largest")  # fmt: skip
    rows = [
        (str(crowd.workers), crowd.cpu_per_thousand.told(2), ratio.told(2), crowd.cpu_per_thousand_flat_out.told(2),
         crowd.per_second.told(), crowd.largest_mb.told())
        for crowd, ratio in zip(figures.crowds, figures.ratios, strict=True)
    ]  # fmt: skip
    return f"""
What an article costs by the number of workers is told by the same load on each: {figures.articles_at_a_pace:,} articles
of the corpus, {figures.pace:.0f} a second, after a warm-up. Flat out, with {figures.articles:,} articles for each
worker, the broker, whoever sends, and the workers wait for the machine's cores and share their caches and threads: the
CPU time of the same work grows with that, and the throughput is what is left.

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
