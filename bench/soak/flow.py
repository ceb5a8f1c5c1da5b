"""Articles in at one end, counted at the other, never far ahead of the workers."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp import web
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from rasid.runtime.clients import partitions_of
from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import encode
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW

MOST_AHEAD = 2_000
"""Articles that wait on the raw topic."""
_URI = "urn:soak:"


@dataclass(slots=True)
class Flow:
    """How far it is: articles produced and enriched, alerts posted."""

    total: int
    produced: int = 0
    enriched: int = 0
    repeated: int = 0
    posted: set[str] = field(default_factory=set)
    room: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while fewer than 2,000 articles wait."""
    _seen: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self._seen = bytearray(self.total)
        self._make_room()

    def hand_in(self) -> None:
        """Count an article that was produced."""
        self.produced += 1
        self._make_room()

    def _make_room(self) -> None:
        if self.produced - self.enriched < MOST_AHEAD:
            self.room.set()
        else:
            self.room.clear()

    def see(self, number: int) -> None:
        """Count an enriched article, once."""
        if self._seen[number]:
            self.repeated += 1
        else:
            self._seen[number] = 1
            self.enriched += 1
            self._make_room()


async def produce(client: AIOKafkaProducer, corpus: Sequence[RawArticle], flow: Flow) -> None:
    """Send the corpus over and over, each article under a uri of its own, no more than 2,000 ahead."""
    for number in range(flow.total):
        await flow.room.wait()
        uri = f"{_URI}{number}"
        value = encode(_varied(corpus[number % len(corpus)], uri, number))
        await client.send(ARTICLES_RAW.name, key=uri.encode(), value=value)
        flow.hand_in()
    await client.flush()


def _varied(article: RawArticle, uri: str, number: int) -> RawArticle:
    """Another text too, so that nobody who remembers texts has an easy time.

    The digits stand apart: no word is new, or what is remembered of words would fill up with numbers.
    """
    body = f"{article.body}\n{' '.join(str(number))}"
    return article.model_copy(update={"uri": uri, "body": body, "published_at": datetime.now(UTC).isoformat()})


async def count(client: AIOKafkaConsumer, flow: Flow) -> None:
    """Count the enriched articles as they come, until all are there."""
    client.assign(await partitions_of(client, ARTICLES_ENRICHED.name))
    while flow.enriched < flow.total:
        for records in (await client.getmany(timeout_ms=1_000)).values():
            for record in records:
                flow.see(int((record.key or b"").decode().removeprefix(_URI)))


@asynccontextmanager
async def webhook(flow: Flow) -> AsyncIterator[str]:
    """The address of a receiver on the loopback that takes every alert."""

    async def take(request: web.Request) -> web.Response:
        await request.read()
        flow.posted.add(request.headers["webhook-id"])
        return web.Response(status=204)

    app = web.Application()
    app.add_routes([web.post("/alerts", take)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}/alerts"
    finally:
        await runner.cleanup()
