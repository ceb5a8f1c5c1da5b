"""A worker that ends before it has begun."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import supervised
from rasid.runtime.leaving import EXIT_NO_BROKER
from support.deployment import PATIENCE, STOP_SECONDS, TESTS, until_ended
from support.ports import free_port


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


async def test_a_worker_whose_broker_has_gone_since_it_was_asked_says_so_in_a_line() -> None:
    broker = f"kafka://127.0.0.1:{free_port()}"
    environment = os.environ | {"RASID_BROKER": broker, "PYTHONPATH": TESTS}
    async with supervised([sys.executable, "-m", "support.unchecked_worker"], STOP_SECONDS, environment) as worker:
        assert await until_ended(worker, PATIENCE) == EXIT_NO_BROKER
    assert f"no Kafka broker answers at {broker}" in worker.lines[-1]
    assert "Traceback" not in worker.output


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
