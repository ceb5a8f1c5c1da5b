"""Batches of what is buffered for a Faust agent.

They are taken from the channel below the stream. The stream's own iterator costs as much again for each event, and
`take_events` waits its whole time-out unless the batch fills. These never wait for more, and hold nothing back that
is not handed out: a rebalance would wait for it.
"""

from collections.abc import AsyncIterator, Mapping
from typing import Any, cast

from faust.types import ChannelT, EventT, StreamT

from rasid.runtime.application import App
from rasid.runtime.records import Headers, Record

BATCH_BYTES = 2 * 1024 * 1024
"""A batch is closed when its values come to this: memory and time in hand are bounded, however large articles are."""

Event = EventT[Any]


async def batches(app: App, stream: StreamT[Any], size: int) -> AsyncIterator[list[Event]]:
    """Lists of one to `size` events, and about BATCH_BYTES at the most, until the stream ends.

    A rebalance waits for the events handed out until they are acknowledged.
    """
    channel = cast("ChannelT[Any]", stream.channel)
    try:
        while not stream.should_stop:
            first = await channel.get()
            if _is_current(app, first):
                yield _taken(app, channel, first, size)
    except StopAsyncIteration:  # how Faust ends an agent
        return


def _taken(app: App, channel: ChannelT[Any], first: Event, size: int) -> list[Event]:
    batch = [first]
    taken = _bytes(first)
    while len(batch) < size and taken < BATCH_BYTES and not channel.empty():
        event: Event = channel.queue.get_nowait()
        if _is_current(app, event):
            batch.append(event)
            taken += _bytes(event)
    for event in batch:
        event.message.tracked = True
        app.consumer.track_message(event.message)
    return batch


def _is_current(app: App, event: Event) -> bool:
    """Whether its partition is still ours: what was buffered before a rebalance is read again by whoever has it now."""
    return app.flow_control.is_active() and event.message.generation_id == app.consumer_generation_id


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
