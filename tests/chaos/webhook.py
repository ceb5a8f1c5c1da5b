"""A webhook's receiver on the loopback that records what it takes, and misbehaves as it is told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import orjson
from aiohttp import web

from chaos.ledger import Delivery

HOST = "127.0.0.1"
OK, FAILED = 204, 500
FOR_EVER = 3600.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a delivery is answered, after how many seconds. A success is recorded before the wait."""

    status: int = OK
    delay: float = 0.0


Behaviour = Callable[[int], Answer]
"""The answer to the n-th delivery that comes in, counted from 1."""


def well(_: int) -> Answer:
    """Takes everything at once."""
    return Answer()


def slow(attempt: int) -> Answer:
    """Takes half a second for each of the first forty."""
    return Answer(delay=0.5 if attempt <= 40 else 0.0)


def failing(attempt: int) -> Answer:
    """Answers 500 to the first five, and to one in 50 from then on."""
    return Answer(FAILED if attempt <= 5 or attempt % 50 == 0 else OK)


def hanging(attempt: int) -> Answer:
    """Takes three of the first hundred without ever saying so."""
    return Answer(delay=FOR_EVER if attempt in (1, 20, 100) else 0.0)


@dataclass(slots=True)
class WebhookServer:
    """Where the notifier posts to. It keeps its port over a stop."""

    behaviour: Behaviour = well
    port: int = 0
    attempts: int = 0
    taken: list[Delivery] = field(default_factory=list)
    _runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """The address to post to."""
        return f"http://{HOST}:{self.port}/hook"

    async def start(self) -> None:
        """Listen, the first time on a port that nobody uses."""
        app = web.Application()
        app.add_routes([web.post("/hook", self._receive)])
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self.port, reuse_address=True).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Listen no more: connections are refused."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _receive(self, request: web.Request) -> web.Response:
        self.attempts += 1
        answer = self.behaviour(self.attempts)
        if answer.status == OK:
            content = orjson.loads(await request.read())
            self.taken.append(Delivery(request.headers["webhook-id"], orjson.dumps(content["data"])))
        await asyncio.sleep(answer.delay)
        return web.Response(status=answer.status)


@asynccontextmanager
async def webhook_server(behaviour: Behaviour | None) -> AsyncIterator[WebhookServer]:
    """A server that listens for as long as the block."""
    server = WebhookServer(behaviour or well)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()
