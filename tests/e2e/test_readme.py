"""The README's programs do what it says."""

import asyncio
import re
import sys
from pathlib import Path

from rasid.commands.kinds import WorkerKind
from rasid_schemas.topics import ARTICLES_ENRICHED
from support.deployment import PATIENCE, Deployment

README = (Path(__file__).parent.parent.parent / "README.md").read_text()
PRODUCER, SUBSCRIBER = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


async def start(program: str, deployment: Deployment) -> asyncio.subprocess.Process:
    code = program.replace("localhost:29092", deployment.broker.bootstrap)
    return await asyncio.create_subprocess_exec(sys.executable, "-u", "-c", code, stdout=asyncio.subprocess.PIPE)


async def until_seen(subscriber: asyncio.subprocess.Process, topics: set[str]) -> None:
    assert subscriber.stdout
    while topics:
        line = (await subscriber.stdout.readline()).decode()
        assert line, "the subscriber ended"
        topics.discard(line.split(" ", 1)[0])


async def test_the_producer_and_the_subscriber_of_the_readme(embedded_deployment: Deployment) -> None:
    await embedded_deployment.start(WorkerKind.ENRICHMENT, WorkerKind.ALERTING)
    producer = await start(PRODUCER, embedded_deployment)
    assert await producer.wait() == 0
    await embedded_deployment.read(ARTICLES_ENRICHED, until=1)
    subscriber = await start(SUBSCRIBER, embedded_deployment)
    try:
        async with asyncio.timeout(PATIENCE):
            await until_seen(subscriber, {"events.meetings.v1", "alerts.v1"})
    finally:
        subscriber.kill()
        await subscriber.wait()
