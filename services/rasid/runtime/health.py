"""/healthz and /metrics of a worker."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from rasid.runtime.settings import Settings


@asynccontextmanager
async def http_server(settings: Settings, is_healthy: Callable[[], bool]) -> AsyncIterator[None]:
    """Serve both while the context lasts, where a port is set. /healthz answers 200 or 503."""
    if settings.http_port is None:
        yield
        return

    async def healthz(_: web.Request) -> web.Response:
        healthy = is_healthy()
        return web.json_response({"healthy": healthy}, status=200 if healthy else 503)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.add_routes([web.get("/healthz", healthz), web.get("/metrics", metrics)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.http_host, settings.http_port).start()
        yield
    finally:
        await runner.cleanup()
