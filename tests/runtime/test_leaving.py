"""A worker that is told to end before it has begun."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import supervised
from support.deployment import PATIENCE, STOP_SECONDS, until_ended


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("kind", WorkerKind)
async def test_a_signal_to_a_worker_that_is_starting_ends_it_well(kind: WorkerKind, number: signal.Signals) -> None:
    async with silent_broker() as (address, asked):
        environment = os.environ | {"RASID_BROKER": f"kafka://{address}"}
        command = [sys.executable, "-m", "rasid", "worker", kind.value]
        async with supervised(command, STOP_SECONDS, environment) as worker:
            async with asyncio.timeout(PATIENCE):
                await asked.wait()
            worker.process.send_signal(number)
            assert (await until_ended(worker, PATIENCE), worker.output) == (0, "")


@asynccontextmanager
async def silent_broker() -> AsyncIterator[tuple[str, asyncio.Event]]:
    """The address of a broker that takes connections and answers nobody, and whether one has come."""
    asked = asyncio.Event()

    async def take(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.set()
        try:
            await asyncio.Event().wait()
        finally:
            writer.close()

    server = await asyncio.start_server(take, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    try:
        yield f"{host}:{port}", asked
    finally:
        server.close()
