"""A webhook receiver on the loopback that records every delivery."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
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
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Receiver:
    """Deliveries that were answered with a success, in their order, and how many came in all."""

    url: str = ""
    attempts: int = 0
    taken: list[Delivery] = field(default_factory=list)
    answer: Answer = field(default=lambda _: 204)
    answers_with: dict[str, str] = field(default_factory=dict)
    """The headers of its answers."""
    delay: float = 0.0
    """Seconds before it answers."""
    connections: set[int] = field(default_factory=set)
    """The ports that deliveries came from."""

    @property
    def keys(self) -> list[str]:
        """The idempotency keys of what was taken."""
        return [delivery.webhook_id for delivery in self.taken]

    async def receive(self, request: web.Request) -> web.Response:
        """Answer a delivery, and keep it where the answer is a success."""
        self.attempts += 1
        if request.transport is not None:
            self.connections.add(request.transport.get_extra_info("peername")[1])
        await asyncio.sleep(self.delay)
        status = self.answer(self.attempts)
        if 200 <= status < 300:
            body = await request.read()
            headers = {name.lower(): value for name, value in request.headers.items()}
            self.taken.append(Delivery(headers["webhook-id"], request.content_type, orjson.loads(body), headers, body))
        return web.Response(status=status, headers=self.answers_with)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """A receiver that answers 204 unless told otherwise."""
    receiver = Receiver()
    app = web.Application()
    app.add_routes([web.post("/hook", receiver.receive)])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    receiver.url = f"http://{host}:{port}/hook"
    yield receiver
    await runner.cleanup()


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A receiver that answers 204 unless told otherwise."""
    async with receiving() as started:
        yield started


@pytest_asyncio.fixture
async def other_receiver() -> AsyncIterator[Receiver]:
    """Another one."""
    async with receiving() as started:
        yield started
