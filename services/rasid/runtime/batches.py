"""Batches of what is buffered in a Faust stream.

Faust's own `take_events` waits its whole time-out unless the batch fills; these never wait, and never
hold an event back while waiting for the next, which would keep a rebalance waiting for it.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

from faust.types import EventT, StreamT

from rasid.runtime.records import Headers, Record

DRAIN_SECONDS = 0.05
"""How long a message that is already buffered may take to come out of the stream."""

BATCH_BYTES = 2 * 1024 * 1024
"""A batch is closed when its values come to this: memory and time in hand are bounded, however large articles are."""

Event = EventT[Any]


async def batches(stream: StreamT[Any], size: int) -> AsyncIterator[list[Event]]:
    """Lists of one to `size` events, and about BATCH_BYTES at the most, until the stream ends."""
    events = aiter(stream.events())
    upcoming = asyncio.ensure_future(anext(events))
    try:
        while True:
            batch = [await upcoming]
            upcoming = asyncio.ensure_future(anext(events))
            taken = _bytes(batch[0])
            while len(batch) < size and taken < BATCH_BYTES and await _is_at_hand(upcoming, stream):
                batch.append(upcoming.result())
                taken += _bytes(batch[-1])
                upcoming = asyncio.ensure_future(anext(events))
            yield batch
    except StopAsyncIteration:
        return
    finally:
        upcoming.cancel()


async def _is_at_hand(upcoming: asyncio.Future[Event], stream: StreamT[Any]) -> bool:
    queue: asyncio.Queue[object] = stream.channel.queue  # type: ignore[attr-defined]
    if not upcoming.done() and queue.empty():
        await asyncio.sleep(0)
    else:
        await asyncio.wait({upcoming}, timeout=DRAIN_SECONDS)
    return upcoming.done() and not upcoming.cancelled() and upcoming.exception() is None


def _bytes(event: Event) -> int:
    return len(event.message.value or b"")


def to_record(event: Event) -> Record:
    """The message behind a Faust event."""
    message = event.message
    return Record(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp_ms=round(message.timestamp * 1000),
        key=message.key,
        value=message.value,
        headers=_headers(message.headers),
    )


def _headers(headers: Mapping[str, bytes] | list[tuple[str, bytes]] | None) -> Headers:
    return tuple(headers.items() if isinstance(headers, Mapping) else headers or ())
