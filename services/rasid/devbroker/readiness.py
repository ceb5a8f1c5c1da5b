"""Whether a broker answers, asked over the bare wire: a Kafka client would log every refused attempt."""

import asyncio
import struct

API_VERSIONS_REQUEST = struct.pack(">ihhih", 10, 18, 0, 1, -1)
"""Length, API key, API version, correlation id, null client id (Kafka protocol, request header version 1)."""


async def answers(host: str, port: int) -> bool:
    """Whether whoever listens there answers an ApiVersions request; waits as long as they take over it."""
    try:
        reader, writer = await asyncio.open_connection(host, port)
    except OSError:
        return False
    try:
        writer.write(API_VERSIONS_REQUEST)
        return len(await reader.read(4)) > 0
    except OSError:
        return False
    finally:
        writer.close()
