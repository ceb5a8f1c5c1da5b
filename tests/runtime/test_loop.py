"""The workers' event loop fails as aiokafka expects of a loop."""

import asyncio
import socket
import struct
from collections.abc import Callable

import pytest

from rasid.runtime.loop import Loop

RESET_AT_ONCE = struct.pack("ii", 1, 0)


class Writer(asyncio.Protocol):
    """Writes in the moment in which the connection is lost and its reader has not yet heard of it."""

    def __init__(self) -> None:
        self.written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.write: Callable[[bytes], None] | None = None

    def connection_lost(self, _: Exception | None) -> None:
        asyncio.get_running_loop().call_soon(self._write)

    def _write(self) -> None:
        assert self.write is not None
        try:
            self.written.set_result(self.write(b"a request"))
        except Exception as error:
            self.written.set_exception(error)


async def write_to_a_lost_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        transport, writer = await asyncio.get_running_loop().create_connection(Writer, *server.getsockname())
        writer.write = transport.write
        accepted, _ = server.accept()
        accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_AT_ONCE)
        accepted.close()
        await writer.written


def test_a_write_to_a_lost_connection_is_an_error_of_the_connection() -> None:
    with asyncio.Runner(loop_factory=Loop) as runner, pytest.raises(ConnectionResetError, match="closed"):
        runner.run(write_to_a_lost_connection())


def test_a_write_where_none_may_be_is_no_error_of_the_connection() -> None:
    async def write_after_the_end() -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, *server.getsockname())
            transport.write_eof()
            transport.write(b"a request")

    with asyncio.Runner(loop_factory=Loop) as runner, pytest.raises(RuntimeError, match="write_eof"):
        runner.run(write_after_the_end())
