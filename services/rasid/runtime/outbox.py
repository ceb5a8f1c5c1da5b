"""What comes of a batch on its way to the broker: sent in order, until all of it is acknowledged or dead-lettered."""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiokafka.errors import KafkaError
from faust.exceptions import ProducerSendError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_exponential_jitter

from rasid.runtime.application import App
from rasid.runtime.clients import BrokerUnreachableError
from rasid.runtime.dead_letters import TOO_LARGE, at_another_time, without_value
from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Outgoing, Record
from rasid.runtime.refusals import passes_by_itself, refusal, refused, told
from rasid_schemas.codec import ContentError
from rasid_schemas.topics import DEAD_LETTER_SUFFIX

logger = logging.getLogger(__name__)

Acknowledgement = asyncio.Future[Any]
"""Done once the broker has a message, or has refused it."""


class DeliveryFailed(Exception):  # noqa: N818  # reads better in a retry's log
    """The broker did not take some of the messages; `first` is the index of the first of them."""

    def __init__(self, first: int, failure: BaseException) -> None:
        super().__init__(told(failure))
        self.first = first
        self.passes_by_itself = passes_by_itself(failure)


BROKER_TROUBLE = (DeliveryFailed, KafkaError, BrokerUnreachableError)
"""What passes, or is mended by somebody; never the fault of a message."""


@dataclass(frozen=True, slots=True)
class Work:
    """A record in hand, and what came of it."""

    record: Record
    outgoing: Sequence[Outgoing]


class Outbox:
    """Delivers work by the app's producer."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def deliver(self, work: Sequence[Work]) -> None:
        """Return when the broker has all of it; waits for the broker as long as that takes."""
        remaining = list(work)
        async for attempt in until_the_broker_does_its_part(self._app.pulse):
            with attempt:
                try:
                    await self._send_in_order(remaining)
                except DeliveryFailed as failure:
                    remaining = remaining[failure.first :]
                    raise

    async def send(self, message: Outgoing) -> None:
        """Return when the broker has a message; tried once. Raises DeliveryFailed."""
        failure = await self._sent(message)
        if failure is not None:
            raise DeliveryFailed(0, failure)

    async def _send_in_order(self, work: Sequence[Work]) -> None:
        """Send everything, then wait for every acknowledgement, so that nothing is under way when it is tried again."""
        sent: list[list[Acknowledgement]] = []
        for item in work:
            sent.append(await self._hand_over(item))
            if any(map(_has_failed, sent[-1])):
                break  # each further one would wait its whole time for a topic that is not there
        failures = [await _first_failure(acknowledgements) for acknowledgements in sent]
        for first, failure in enumerate(failures):
            if refusal(failure) is not None:
                await self._send_one_by_one(work[first:], first)
                return
            if failure is not None:
                raise DeliveryFailed(first, failure)

    async def _send_one_by_one(self, work: Sequence[Work], first: int) -> None:
        """The broker refuses all that was sent together for one message of it: by itself, it takes the others."""
        for index, item in enumerate(work, first):
            failure = await self._send_alone(item)
            if failure is not None:
                raise DeliveryFailed(index, failure)

    async def _send_alone(self, item: Work) -> BaseException | None:
        for message in item.outgoing:
            failure = await self._sent(message)
            reason = refusal(failure)
            if reason is not None:
                return await self._set_aside(item.record, message, reason)
            if failure is not None:
                return failure
        return None

    async def _set_aside(self, record: Record, message: Outgoing, reason: ContentError) -> BaseException | None:
        """Dead-letter a record for a message that is refused, which may be a dead letter already."""
        if not message.topic.endswith(DEAD_LETTER_SUFFIX):
            message = refused(record, reason)
            failure = await self._sent(message)
            again = refusal(failure)
            if again is None:
                return failure
            reason = again
        return await self._sent(_acceptable(message, reason))

    async def _hand_over(self, item: Work) -> list[Acknowledgement]:
        acknowledgements = []
        for message in item.outgoing:
            acknowledgements.append(await self._send(message))
            if _has_failed(acknowledgements[-1]):
                break
        return acknowledgements

    async def _sent(self, message: Outgoing) -> BaseException | None:
        return await _first_failure([await self._send(message)])

    async def _send(self, message: Outgoing) -> Acknowledgement:
        try:
            sent = await self._app.producer.send(
                message.topic,
                message.key,
                message.value,
                None,
                message.timestamp_ms / 1000,
                list(message.headers),
            )
            return asyncio.ensure_future(sent)
        except (KafkaError, ProducerSendError) as error:
            failed = asyncio.get_running_loop().create_future()
            failed.set_exception(error)
            return failed


def until_the_broker_does_its_part(pulse: Pulse) -> AsyncRetrying:
    """Attempts that are repeated after broker trouble, and only after that; each counts as getting on."""
    return AsyncRetrying(
        retry=retry_if_exception_type(BROKER_TROUBLE),
        wait=wait_exponential_jitter(initial=0.1, max=5),
        before=pulse.beat,
        before_sleep=_tell,
    )


def _tell(state: RetryCallState) -> None:
    """Log why it is tried again: as an error where somebody has to do something about it."""
    error = state.outcome.exception() if state.outcome else None
    wait = state.next_action.sleep if state.next_action else 0.0
    level = logging.WARNING if getattr(error, "passes_by_itself", True) else logging.ERROR
    logger.log(level, "the broker does not do its part, tried again in %.1f s: %s", wait, error)


def _acceptable(letter: Outgoing, reason: ContentError) -> Outgoing:
    """What the dead-letter topic takes of a letter that it refuses."""
    if reason.code == TOO_LARGE:
        return without_value(letter)
    return at_another_time(letter, time.time_ns() // 1_000_000)


def _has_failed(acknowledgement: Acknowledgement) -> bool:
    return acknowledgement.done() and acknowledgement.exception() is not None


async def _first_failure(acknowledgements: Sequence[Acknowledgement]) -> BaseException | None:
    results = await asyncio.gather(*acknowledgements, return_exceptions=True)
    return next((result for result in results if isinstance(result, BaseException)), None)
