"""From an article's arrival on the raw topic to its alert's, at half of the highest throughput and after a burst."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiokafka import AIOKafkaConsumer

from bench.corpus import read_corpus
from bench.performance.articles import from_corpus
from bench.performance.effort import EVERYTHING, Effort
from bench.performance.latencies import Latency, Window, back_after, matched, windows
from bench.performance.pace import ALERTING as ONE_IN
from bench.performance.pace import Pace, cause_of
from bench.performance.part import Part, Target, Tell
from bench.performance.passing import Track, require, track
from bench.performance.spread import Figures, percentile
from rasid.alerting.app import GROUP as ALERTING
from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import SupervisedProcess
from rasid.enrichment.app import GROUP as ENRICHMENT
from rasid.runtime.clients import consumer, partitions_of, producer
from rasid.runtime.reading import lag
from rasid.runtime.settings import Settings
from rasid_schemas.articles import RawArticle
from rasid_schemas.topics import ALERTS, ARTICLES_RAW, EVENT_TOPICS
from support.brokers import Broker
from support.deployment import Deployment, deployed
from support.kafka import kafka_node
from support.topics import configure

P50_MS, P99_MS, BACK_SECONDS = 100, 500, 60
_BEFORE_BURST = 0.15
"""The share of the highest throughput that comes before and after a burst: ten times it is half as much again as one
worker can do."""
_RULES = """
rules:
  - name: ministers-in-amman
    severity: info
    group_wait: 0s
    when: event.type == "meeting" && event.location == "Amman"
"""


class LatencyFigures(Figures):
    """At a pace, and over a burst."""

    highest_per_second: float
    steady_per_second: float
    steady_seconds: float
    alerts: int
    p50_ms: float
    p99_ms: float
    worst_ms: float
    burst_per_second: float
    burst_seconds: float
    burst_begin: float
    """Seconds after the first article of this measurement."""
    longest_in_burst_ms: float
    back_after_seconds: float | None
    steady: tuple[Window, ...]
    burst: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class _Flow:
    """Workers, and how articles go through them."""

    settings: Settings
    workers: Sequence[SupervisedProcess]
    way: Track
    pace: Pace
    reader: AIOKafkaConsumer

    async def measured(self, *paces: tuple[float, float]) -> list[Latency]:
        """Articles at one pace after another; what each alert took that came of them."""
        self.pace.appended.clear()
        ends = await self.reader.end_offsets(partitions := await partitions_of(self.reader, ALERTS.name))
        for per_second, seconds in paces:
            await self.pace.send(per_second, seconds)
        await self.until_through()
        self.reader.assign(partitions)
        for partition, end in ends.items():
            self.reader.seek(partition, end)
        return matched(self.pace.appended, [each async for each in self._alerts()])

    async def until_through(self) -> None:
        """Wait until all that was sent is alerted to."""
        await self.way.until_committed(self.workers, ENRICHMENT)
        while await lag(self.settings, ALERTING, EVENT_TOPICS):
            require(self.workers)
            await asyncio.sleep(0.2)

    async def _alerts(self) -> AsyncIterator[tuple[int, float]]:
        ends = await self.reader.end_offsets(self.reader.assignment())
        while any([await self.reader.position(partition) < end for partition, end in ends.items()]):
            for records in (await self.reader.getmany(timeout_ms=200)).values():
                for record in records:
                    yield cause_of(record), record.timestamp / 1000


async def measure(effort: Effort, tell: Tell) -> LatencyFigures:
    """One worker of enrichment and one of alerting; the broker dates articles and alerts."""
    corpus = read_corpus(None, EVERYTHING)
    async with _flow(corpus) as flow:
        tell("flat out, for the highest throughput")
        for first, count in ((0, effort.warm_up), (effort.warm_up, effort.articles)):
            passed = await flow.way.passed(flow.workers[:1], ENRICHMENT, from_corpus(corpus, first, count))
        await flow.until_through()
        highest = passed.articles_per_second
        tell(f"at {highest / 2:.0f} articles/s")
        steady = await flow.measured((highest / 2, effort.steady_seconds))
        slow, before = _BEFORE_BURST * highest, effort.burst_seconds / 6
        tell(f"a burst of {10 * slow:.0f} articles/s")
        burst = await flow.measured(
            (slow, before), (10 * slow, effort.burst_seconds), (slow, min(1.5 * effort.burst_seconds, 90))
        )
    seconds = [1000 * one.seconds for one in steady]
    told = windows(burst)
    return LatencyFigures(
        highest_per_second=highest,
        steady_per_second=highest / 2,
        steady_seconds=effort.steady_seconds,
        alerts=len(steady),
        p50_ms=percentile(seconds, 0.5),
        p99_ms=percentile(seconds, 0.99),
        worst_ms=max(seconds),
        burst_per_second=10 * slow,
        burst_seconds=effort.burst_seconds,
        burst_begin=before,
        longest_in_burst_ms=1000 * max(one.seconds for one in burst),
        back_after_seconds=back_after(told, before + effort.burst_seconds, P99_MS),
        steady=windows(steady),
        burst=told,
    )


@asynccontextmanager
async def _flow(corpus: Sequence[RawArticle]) -> AsyncIterator[_Flow]:
    async with AsyncExitStack() as stack:
        enter = stack.enter_async_context
        node = await enter(kafka_node())
        deployment = await enter(deployed(Broker("kafka", node.bootstrap)))
        for topic in (ARTICLES_RAW, ALERTS):
            await configure(node.bootstrap, topic, "message.timestamp.type", "LogAppendTime")
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="rasid-bench-"))
        settings = deployment.settings
        yield _Flow(
            settings,
            await _workers(deployment, Path(folder)),
            await enter(track(settings)),
            Pace(await enter(producer(settings)), corpus),
            await enter(consumer(settings)),
        )


async def _workers(deployment: Deployment, folder: Path) -> list[SupervisedProcess]:
    rules = folder / "rules.yaml"
    rules.write_text(_RULES)
    kinds = (WorkerKind.ENRICHMENT, WorkerKind.ALERTING)
    return await deployment.start(*kinds, RASID_LOG_LEVEL="warning", RASID_RULES=str(rules))


def section(figures: LatencyFigures) -> str:
    """Its text."""
    back = figures.back_after_seconds
    return f"""
From the time the broker appended an article to `articles.raw.v1` to the time it appended the alert to `alerts.v1`,
one worker of enrichment and one of alerting, a rule without `group_wait`. One article in {ONE_IN} raises an alert; the
others are the corpus. The highest throughput was **{figures.highest_per_second:,.0f} articles/s**.

At half of it, {figures.steady_per_second:,.0f} articles/s for {figures.steady_seconds:.0f} s,
{figures.alerts:,} alerts: p50 **{figures.p50_ms:.0f} ms**, p99 **{figures.p99_ms:.0f} ms**,
the longest {figures.worst_ms:.0f} ms.

A ten-fold burst, from {figures.burst_per_second / 10:,.0f} to {figures.burst_per_second:,.0f} articles/s for
{figures.burst_seconds:.0f} s, {_BEFORE_BURST * 10:.1f} times what the worker can do: the longest wait was
{figures.longest_in_burst_ms / 1000:.1f} s, and p99 was below {P99_MS} ms again
**{"not while it was watched" if back is None else f"{back:.0f} s after its end"}**. That is arithmetic: what
piled up is worked off at the highest throughput, less what comes meanwhile; more workers make both bursts and waits
shorter.

![Latency at a pace and over a burst](performance-latency.svg)
"""


def targets(figures: LatencyFigures) -> tuple[Target, ...]:
    """p50, p99, and after a burst."""
    back = figures.back_after_seconds
    return (
        Target("article to alert at half throughput, p50", f"< {P50_MS} ms", f"{figures.p50_ms:.0f} ms",
               figures.p50_ms < P50_MS),
        Target("the same, p99", f"< {P99_MS} ms", f"{figures.p99_ms:.0f} ms", figures.p99_ms < P99_MS),
        Target("p99 is back after a ten-fold burst", f"within {BACK_SECONDS} s",
               "not while watched" if back is None else f"{back:.0f} s", back is not None and back <= BACK_SECONDS),
    )  # fmt: skip


PART = Part("latency", "From article to alert", LatencyFigures, measure, section, targets)
