"""The event loop of the workers: uvloop, but for two of its ways that aiokafka does not reckon with."""

import asyncio
from typing import Any

import uvloop

FAREWELL_SECONDS = 0.5


class Loop(uvloop.Loop):
    """uvloop whose connections end in 0.5 s and fail as asyncio's do.

    aiokafka waits for the end of a TLS connection at the end of each replay and each time that it is stopped; uvloop
    gives the broker 30 seconds to say farewell, and some never do.
    """

    async def create_connection(self, *args: Any, **options: Any) -> tuple[Any, Any]:  # noqa: ANN401  # as uvloop has it
        """Connect as uvloop does; what is returned as the transport is a `Connection`."""
        if options.get("ssl"):
            options.setdefault("ssl_shutdown_timeout", FAREWELL_SECONDS)
        connected: Any = await super().create_connection(*args, **options)
        transport, protocol = connected
        return Connection(transport), protocol


class Connection:
    """A transport that answers a write to a connection that is lost with an OSError.

    uvloop answers with a RuntimeError, from when the connection is gone until its reader has heard of it. In aiokafka
    that ends whoever writes then, in silence: without the task that keeps its metadata it never finds the coordinator
    of its group again, and without heartbeats it is put out of the group, after a restart of the broker for example.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def write(self, data: bytes) -> None:
        """As the transport does. Raises ConnectionResetError where the connection is lost."""
        try:
            self._transport.write(data)
        except RuntimeError as error:
            if not self._transport.is_closing():
                raise
            raise ConnectionResetError(str(error)) from error

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the transport has
        return getattr(self._transport, name)


class _Policy(uvloop.EventLoopPolicy):  # type: ignore[misc]
    def _loop_factory(self) -> Loop:
        return Loop()


def use_uvloop() -> None:
    """Before the app is made: Faust binds to the loop it finds."""
    asyncio.set_event_loop_policy(_Policy())
