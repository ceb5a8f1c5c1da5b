"""One run: Apache Kafka, all workers, articles through them, samples into a file."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from aiokafka import AIOKafkaConsumer

from bench.soak.flow import Flow, count, produce, webhook
from bench.soak.records import Ending, Start
from bench.soak.sampling import INTERVAL, Sampler, Watcher, write
from bench.soak.topics import create_bounded_topics, events_behind, written
from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import SupervisedProcess
from rasid.runtime.clients import admin, consumer, producer
from rasid.runtime.settings import Settings
from rasid_schemas.articles import RawArticle
from rasid_schemas.topics import ALERTS, CLUSTERS, DEAD_LETTER_TOPICS, EVENT_TOPICS
from support.brokers import Broker
from support.deployment import Deployment, deployed
from support.kafka import KafkaNode, kafka_node

_STAND_STILL = 180.0
"""Seconds without an article or alert, after which what is missing counts as lost."""


async def soak(start: Start, corpus: Sequence[RawArticle], samples: Path, watcher: Watcher) -> None:
    """Run it and write every line to `samples`; raises UnavailableError and WorkerEndedError."""
    flow = Flow(start.articles)
    with samples.open("wb") as file:
        write(file, start)
        async with kafka_node() as node, webhook(flow) as url, _deployment(node, start, url) as deployment:
            workers = await _workers(deployment)
            settings = deployment.settings
            async with consumer(settings) as client, admin(settings) as groups:
                sampler = Sampler(file, workers, flow, client, groups, node.folder, watcher)
                try:
                    await _pass_through(sampler, settings, corpus)
                except ExceptionGroup as failed:
                    raise failed.exceptions[0] from None
                write(file, await _ending(client, flow))


@asynccontextmanager
async def _deployment(node: KafkaNode, start: Start, url: str) -> AsyncIterator[Deployment]:
    broker = Broker("kafka", node.bootstrap)
    await create_bounded_topics(Settings(broker=broker.url))
    async with deployed(broker) as deployment:
        deployment.environment.update(
            RASID_WEBHOOK_URL=url,
            RASID_CLUSTER_HORIZON=f"PT{start.cluster_horizon:g}S",
            RASID_SESSION_TIMEOUT="30",  # it runs for long beside whatever else the machine does
            RASID_LOG_FORMAT="json",
        )
        yield deployment


async def _workers(deployment: Deployment) -> dict[str, SupervisedProcess]:
    kinds = (WorkerKind.ENRICHMENT, WorkerKind.ENRICHMENT, WorkerKind.ALERTING, WorkerKind.NOTIFIER)
    names = ("enrichment 1", "enrichment 2", "alerting", "notifier")
    return dict(zip(names, await deployment.start(*kinds), strict=True))


async def _pass_through(sampler: Sampler, settings: Settings, corpus: Sequence[RawArticle]) -> None:
    """All articles in, all alerts out, sampled all the while."""
    flow = sampler.flow
    async with producer(settings) as sending, consumer(settings) as reading, asyncio.TaskGroup() as tasks:
        running = [tasks.create_task(work) for work in (sampler.run(), produce(sending, corpus, flow))]
        running.append(tasks.create_task(count(reading, flow)))
        await _until(lambda: _is(flow.enriched == flow.total), lambda: flow.enriched)
        await _until(lambda: _all_posted(sampler), lambda: len(flow.posted))
        await asyncio.sleep(2 * INTERVAL)  # the last samples show the end
        for task in running:
            task.cancel()


async def _until(done: Callable[[], Awaitable[bool]], progress: Callable[[], int]) -> None:
    """Return once it is done, or nothing has moved for three minutes."""
    clock = asyncio.get_running_loop().time
    reached, since = progress(), clock()
    while not await done() and clock() - since < _STAND_STILL:
        await asyncio.sleep(0.5)
        if progress() != reached:
            reached, since = progress(), clock()


async def _is(condition: bool) -> bool:
    return condition


async def _all_posted(sampler: Sampler) -> bool:
    behind = await events_behind(sampler.client, sampler.groups)
    return behind == 0 and await written(sampler.client, ALERTS) <= len(sampler.flow.posted)


async def _ending(client: AIOKafkaConsumer, flow: Flow) -> Ending:
    alerts = await written(client, ALERTS)
    return Ending(
        lost=flow.produced - flow.enriched,
        repeated=flow.repeated,
        events=await written(client, *EVENT_TOPICS),
        clusters=await written(client, CLUSTERS),
        alerts=alerts,
        alerts_lost=max(0, alerts - len(flow.posted)),
        dead_letters=await written(client, *DEAD_LETTER_TOPICS),
    )
