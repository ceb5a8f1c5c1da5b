"""`rasid demo`: a broker, the workers and some articles in one go, with what comes of them shown live."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from rasid.alerting.app import GROUP as ALERTING_GROUP
from rasid.alerting.notifier import group_of
from rasid.commands.articles import Article
from rasid.commands.errors import FAILED, CommandError
from rasid.commands.kinds import WorkerKind
from rasid.commands.output import Output
from rasid.commands.produce import produce
from rasid.devbroker.broker import embedded_broker
from rasid.devbroker.process import SupervisedProcess, supervised
from rasid.enrichment.app import GROUP as ENRICHMENT_GROUP
from rasid.runtime.reading import follow, lag, message_count
from rasid.runtime.settings import Settings
from rasid.runtime.topics import create_topics
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, ARTICLES_RAW, EVENT_TOPICS

SHOWN = (*EVENT_TOPICS, ALERTS, ARTICLES_RAW.dead_letters)
FOLLOWED = (*SHOWN, ARTICLES_ENRICHED)
STOP_SECONDS = 5.0
STALLED_SECONDS = 60.0
"""Without anything new for so long, something is wrong."""
READERS = (
    (ENRICHMENT_GROUP, (ARTICLES_RAW,)),
    (ALERTING_GROUP, EVENT_TOPICS),
    (group_of("log"), (ALERTS,)),
)


@dataclass(slots=True)
class Progress:
    """What has come out so far."""

    waiting_for: set[str]
    seen: dict[str, int] = field(default_factory=dict)

    def note(self, topic: str, key: str) -> None:
        """A message came; `key` is the uri where the topic is of articles."""
        self.seen[topic] = self.seen.get(topic, 0) + 1
        if topic in {ARTICLES_ENRICHED.name, ARTICLES_RAW.dead_letters.name}:
            self.waiting_for.discard(key)

    @property
    def total(self) -> int:
        """How many messages came."""
        return sum(self.seen.values())


async def demo(articles: Sequence[Article], once: bool, output: Output, settings: Settings) -> None:
    """Run everything on an embedded broker; with `once` until every article is through, else until cancelled."""
    async with _everything(settings) as (running, workers):
        progress = Progress({article.uri for article in articles})
        shown = asyncio.create_task(_show(running, progress, output))
        failed = asyncio.create_task(_first_to_end(workers))
        through = asyncio.create_task(_until_through(running, progress) if once else asyncio.Event().wait())
        try:
            await produce(articles, running)
            done, _ = await asyncio.wait({shown, failed, through}, return_when=asyncio.FIRST_COMPLETED)
            done.pop().result()
        finally:
            await _end(shown, failed, through)


async def _end(*tasks: "asyncio.Task[Any]") -> None:
    """Cancel tasks and wait for them: their clients close before the broker does."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def _everything(settings: Settings) -> AsyncIterator[tuple[Settings, list[SupervisedProcess]]]:
    async with AsyncExitStack() as stack:
        broker = await stack.enter_async_context(embedded_broker())
        changes = {"broker": f"kafka://{broker.bootstrap}", "session_timeout": 6.0, "http_port": None}
        running = settings.model_copy(update=changes)
        await create_topics(running)
        environment = os.environ | {"RASID_BROKER": running.broker, "RASID_SESSION_TIMEOUT": "6"}
        for variable in ("RASID_HTTP_PORT", "RASID_CHANNELS"):  # an invented alert goes to nobody's channels
            environment.pop(variable, None)
        workers = [
            await stack.enter_async_context(supervised(_command(kind), STOP_SECONDS, environment))
            for kind in WorkerKind
        ]
        yield running, workers


def _command(kind: WorkerKind) -> list[str]:
    return [sys.executable, "-m", "rasid", "worker", kind.value]


async def _show(settings: Settings, progress: Progress, output: Output) -> None:
    async for record in follow(settings, FOLLOWED, from_beginning=True):
        if record.topic != ARTICLES_ENRICHED.name:
            output.record(record)
        progress.note(record.topic, record.key_text)


async def _first_to_end(workers: Sequence[SupervisedProcess]) -> None:
    waits = {asyncio.ensure_future(worker.wait()): worker for worker in workers}
    try:
        done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    raise CommandError(f"a worker ended:\n{waits[done.pop()].output}", FAILED)


async def _until_through(settings: Settings, progress: Progress) -> None:
    """Until every article is enriched or refused, every event folded, and every alert notified and shown."""
    last, since = -1, asyncio.get_running_loop().time()
    while not await _is_through(settings, progress):
        now = asyncio.get_running_loop().time()
        if progress.total != last:
            last, since = progress.total, now
        elif now - since > STALLED_SECONDS:
            raise CommandError(
                f"nothing new for {STALLED_SECONDS:g} s; {len(progress.waiting_for)} articles open", FAILED
            )
        await asyncio.sleep(0.1)


async def _is_through(settings: Settings, progress: Progress) -> bool:
    if progress.waiting_for:
        return False
    for group, topics in READERS:
        if await lag(settings, group, topics):
            return False
    return progress.total >= await message_count(settings, FOLLOWED)
