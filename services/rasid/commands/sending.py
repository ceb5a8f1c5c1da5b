"""Many messages on their way to the broker, with progress on a terminal."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from aiokafka.structs import RecordMetadata
from rich.console import Console
from rich.progress import track

Message = TypeVar("Message")

IN_FLIGHT = 500
"""Messages handed over before the broker's answers are waited for."""


async def send_all(
    messages: Sequence[Message], send: Callable[[Message], Awaitable[Awaitable[RecordMetadata]]], doing: str
) -> None:
    """Hand all messages to `send`, in order, and wait until the broker has them; `doing` names the progress."""
    starts = range(0, len(messages), IN_FLIGHT)
    for start in track(starts, doing, console=Console(stderr=True), transient=True, disable=len(starts) < 3):
        sent = [await send(message) for message in messages[start : start + IN_FLIGHT]]
        for acknowledgement in sent:
            await acknowledgement
