"""Many messages on their way to the broker, with progress on a terminal."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from aiokafka.errors import KafkaError
from aiokafka.structs import RecordMetadata
from rich.console import Console
from rich.progress import track

from rasid.runtime.refusals import refusal

Message = TypeVar("Message")
Send = Callable[[Message], Awaitable[Awaitable[RecordMetadata]]]

IN_FLIGHT = 500
"""Messages handed over before the broker's answers are waited for."""


async def send_all(messages: Sequence[Message], send: Send[Message], doing: str) -> list[Message]:
    """Hand all messages to `send`, in order, and wait until the broker has them; `doing` names the progress.

    Returns those that the broker refuses for what they are. With one it refuses what was sent together with it: those
    are sent again by themselves, behind the others.
    """
    refused: list[Message] = []
    starts = range(0, len(messages), IN_FLIGHT)
    for start in track(starts, doing, console=Console(stderr=True), transient=True, disable=len(starts) < 3):
        refused += await _refused(messages[start : start + IN_FLIGHT], send)
    return [message for each in refused for message in await _refused([each], send)]


async def _refused(messages: Sequence[Message], send: Send[Message]) -> list[Message]:
    sent = [(message, await _handed_over(message, send)) for message in messages]
    return [message for message, answer in sent if answer is None or not await _is_taken(answer)]


async def _handed_over(message: Message, send: Send[Message]) -> Awaitable[RecordMetadata] | None:
    try:
        return await send(message)
    except KafkaError as error:  # the client knows as well what is too large
        if refusal(error) is None:
            raise
        return None


async def _is_taken(answer: Awaitable[RecordMetadata]) -> bool:
    try:
        await answer
    except KafkaError as error:
        if refusal(error) is None:
            raise
        return False
    return True
