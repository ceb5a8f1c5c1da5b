"""A webhook receiver on the loopback that records every delivery."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import orjson
import pytest_asyncio
from aiohttp import web

Answer = Callable[[int], int]
"""The status to answer the n-th delivery with, counted from 1."""


@dataclass(slots=True)
class Delivery:
    """What was posted."""

    webhook_id: str
    content_type: str
    event: dict[str, object]


@dataclass(slots=True)
class Receiver:
    """Deliveries that were answered with a success, in their order, and how many came in all."""

    url: str = ""
    attempts: int = 0
    taken: list[Delivery] = field(default_factory=list)
    answer: Answer = field(default=lambda _: 204)
    delay: float = 0.0
    """Seconds before it answers."""

    async def receive(self, request: web.Request) -> web.Response:
        """Answer a delivery, and keep it where the answer is a success."""
        self.attempts += 1
        await asyncio.sleep(self.delay)
        status = self.answer(self.attempts)
        if 200 <= status < 300:
            event = orjson.loads(await request.read())
            self.taken.append(Delivery(request.headers["webhook-id"], request.content_type, event))
        return web.Response(status=status)


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A receiver that answers 204 unless told otherwise."""
    receiving = Receiver()
    app = web.Application()
    app.add_routes([web.post("/hook", receiving.receive)])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    receiving.url = f"http://{host}:{port}/hook"
    yield receiving
    await runner.cleanup()
