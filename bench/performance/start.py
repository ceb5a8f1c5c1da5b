"""How long it takes a worker to its first event, and the command line to start."""

import asyncio
import os
import subprocess
import sys
from time import perf_counter

import orjson

from bench.performance.effort import Effort
from bench.performance.part import Part, Target, Tell, table
from bench.performance.passing import Track, kafka_with_topics, require
from bench.performance.spread import Figures, Spread
from chaos.articles import known_articles
from rasid.commands.kinds import WorkerKind
from rasid.enrichment.app import GROUP
from rasid_schemas.topics import MEETINGS
from support.brokers import Broker
from support.deployment import deployed

MOST_SECONDS = 3.0
MOST_IMPORT_MS = 150
_COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Modules are read compiled, as they are in the image: the first process, which does not count, may keep them so."""
_IMPORT = """
import time
started = time.perf_counter(), time.process_time()
import rasid.cli
print([1000 * (time.perf_counter() - started[0]), 1000 * (time.process_time() - started[1])])
"""


class StartFigures(Figures):
    """Of a worker and of the command line."""

    first_event_seconds: Spread
    """From the start of the process to its first event on the topic."""
    import_ms: Spread
    import_cpu_ms: Spread


async def measure(effort: Effort, tell: Tell) -> StartFigures:
    """Each several times, on a broker that runs, with an article that waits."""
    imports = []
    for number in range(2 * effort.rounds + 1):
        tell(f"import {number + 1} of {2 * effort.rounds + 1}")
        imports.append(await asyncio.to_thread(_imported))
    async with kafka_with_topics() as (broker, way):
        articles = known_articles(effort.rounds + 1)
        seconds = []
        for number in range(effort.rounds + 1):
            tell(f"start {number + 1} of {effort.rounds + 1}")
            article = next(articles)
            seconds.append(await _first_event(way, broker, (article.key.encode(), article.value)))
    return StartFigures(
        first_event_seconds=Spread.of(seconds[1:]),  # the first finds files that nobody has read yet
        import_ms=Spread.of([wall for wall, _ in imports[1:]]),
        import_cpu_ms=Spread.of([cpu for _, cpu in imports[1:]]),
    )


def _imported() -> tuple[float, float]:
    """Milliseconds of wall and CPU time."""
    told = subprocess.run(
        [sys.executable, "-c", _IMPORT], check=True, capture_output=True, env=os.environ | _COMPILED
    ).stdout
    wall, cpu = orjson.loads(told)
    return wall, cpu


async def _first_event(way: Track, broker: Broker, article: tuple[bytes, bytes]) -> float:
    await way.skip_to_end(GROUP)
    await way.send([article])
    before, started = await way.written(MEETINGS), perf_counter()
    async with deployed(broker) as deployment:
        workers = await deployment.start(WorkerKind.ENRICHMENT, RASID_LOG_LEVEL="warning", **_COMPILED)
        while await way.written(MEETINGS) == before:
            require(workers)
            await asyncio.sleep(0.02)
        seconds = perf_counter() - started
        await way.until_committed(workers, GROUP)
        return seconds


def section(figures: StartFigures) -> str:
    """Its text."""
    rows = [
        ("process started to first event, s", figures.first_event_seconds.told(2)),
        ("`import rasid.cli`, ms", figures.import_ms.told()),
        ("the same, CPU ms", figures.import_cpu_ms.told()),
    ]
    return f"""
An enrichment worker on a broker that runs, with an article that waits: Python starts (its modules are compiled, as in
the image), tables are built, the group is joined, the article is read, and its event is on the topic. The broker holds
a group's first member back for `group.initial.rebalance.delay.ms`, which is 0 here and 3,000 in Kafka's own
configuration.

{table(("", "measured"), rows)}
"""


def targets(figures: StartFigures) -> tuple[Target, ...]:
    """The start of a worker and of the command line."""
    seconds, milliseconds = figures.first_event_seconds, figures.import_ms
    return (
        Target("start of an enrichment worker to its first event", f"< {MOST_SECONDS:g} s", f"{seconds.told(2)} s",
               seconds.median < MOST_SECONDS),
        Target("`import rasid.cli`", f"< {MOST_IMPORT_MS} ms", f"{milliseconds.told()} ms",
               milliseconds.median < MOST_IMPORT_MS),
    )  # fmt: skip


PART = Part("start", "Starting", StartFigures, measure, section, targets)
