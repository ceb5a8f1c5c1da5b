"""Alerts on their way to people: one consumer group per channel, so that none waits for another."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from traceback import format_tb

from aiokafka import AIOKafkaProducer
from structlog.contextvars import bound_contextvars
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_exponential_jitter

from rasid.alerting.channels.building import RoutedChannel
from rasid.alerting.channels.channel import AlertRefusedError, ChannelUnavailableError
from rasid.alerting.clock import Clock
from rasid.alerting.silences import Silences
from rasid.runtime import metrics
from rasid.runtime.clients import send
from rasid.runtime.dead_letters import dead_letter, error_code
from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import ContentError, decode

logger = logging.getLogger(__name__)

LONGEST_WAIT = 60.0
"""Seconds between two tries, where the receiver asks for no longer."""
_BACKOFF = wait_exponential_jitter(multiplier=0.5, max=LONGEST_WAIT)
_BEAT_SECONDS = 1.0


def group_of(name: str) -> str:
    """The consumer group of a channel."""
    return f"rasid-notifier-{name}"


class Notifier:
    """Hands the alerts of the topic to one channel, each until it is taken, refused or too old."""

    def __init__(
        self, routed: RoutedChannel, silences: Silences, producer: AIOKafkaProducer, clock: Clock, pulse: Pulse
    ) -> None:
        self._channel = routed.channel
        self._routing = routed.routing
        self._silences = silences
        self._producer = producer
        self._clock = clock
        self._pulse = pulse
        self._behind_since: datetime | None = None
        """When the first alert was begun since nothing waited: those behind it may have waited as long."""

    def rest(self) -> None:
        """Nothing waits: what comes from now on is dealt with as it comes."""
        self._behind_since = None

    async def notify(self, record: Record) -> None:
        """Deal with a message of the alerts' topic; returns when it may be committed."""
        self._behind_since = self._behind_since or self._clock()
        try:
            outcome = await self._deliver(decode(Alert, record.value or b""))
        except Exception as error:  # whatever an alert runs into, those behind it and other channels are not to wait
            outcome = "dead-lettered"
            await self._dead_letter(record, error)
        metrics.NOTIFICATIONS.labels(self._routing.name, outcome).inc()

    async def _deliver(self, alert: Alert) -> str:
        if not self._routing.wants(alert):
            return "not-routed"
        if self._is_silenced(alert):
            return "silenced"
        if self._left(alert) < timedelta():
            return self._too_old(alert)
        async with _beating(self._pulse):
            async for attempt in self._retrying(alert):
                with attempt:
                    if self._is_silenced(alert):  # perhaps since it was tried last
                        return "silenced"
                    await self._try(alert)
        metrics.NOTIFICATION_DELAY.labels(self._routing.name).observe(self._age(alert).total_seconds())
        return "sent"

    def _is_silenced(self, alert: Alert) -> bool:
        silence = None if self._routing.ignores_silences else self._silences.silencing(alert, self._clock())
        if silence is not None:
            told = "%s is not sent by %s: silence %s of %s until %s"
            until = silence.ends_at.isoformat(timespec="seconds")
            name = self._routing.name
            logger.info(told, alert.idempotency_key, name, silence.silence_id, silence.author, until)
        return silence is not None

    def _too_old(self, alert: Alert) -> str:
        """An alert that was old when it came pages nobody; one that grew old behind others is a dead letter."""
        if self._behind_since is not None and self._behind_since - alert.raised_at <= self._routing.max_age:
            raise ChannelUnavailableError("did not take those before it in time")
        logger.info("%s is older than %s and not sent", alert.idempotency_key, self._routing.max_age)
        return "too-old"

    async def _try(self, alert: Alert) -> None:
        silence = self._silences.silencing(alert, self._clock())
        try:
            with bound_contextvars(**({"silenced_by": silence.silence_id} if silence else {})):
                await self._channel.send(alert)
        except (AlertRefusedError, ChannelUnavailableError):
            raise
        except Exception as error:  # one channel's fault must not end the others
            where = "".join(format_tb(error.__traceback__))  # and not what it says, which may hold an address
            logger.error("the channel %s failed: %s at\n%s", self._routing.name, type(error).__name__, where)
            raise ChannelUnavailableError(f"failed: {type(error).__name__}") from None

    def _retrying(self, alert: Alert) -> AsyncRetrying:
        def before_sleep(state: RetryCallState) -> None:
            metrics.NOTIFICATION_RETRIES.labels(self._routing.name).inc()
            reason = state.outcome.exception() if state.outcome else None
            told = "the channel %s did not take %s (%s); it is tried again in %.1f s"
            logger.warning(told, self._routing.name, alert.idempotency_key, reason, state.upcoming_sleep)

        return AsyncRetrying(
            retry=retry_if_exception(lambda error: isinstance(error, ChannelUnavailableError)),
            wait=lambda state: pause(state, self._left(alert)),
            stop=lambda _: self._left(alert) < timedelta(),
            before_sleep=before_sleep,
            reraise=True,
        )

    def _age(self, alert: Alert) -> timedelta:
        return self._clock() - alert.raised_at

    def _left(self, alert: Alert) -> timedelta:
        return self._routing.max_age - self._age(alert)

    def _reason(self, error: Exception) -> Exception:
        if not isinstance(error, AlertRefusedError | ChannelUnavailableError):
            return error
        outcome = "refused" if isinstance(error, AlertRefusedError) else "unavailable"
        return ContentError(f"{self._routing.name}-{outcome}", str(error))

    async def _dead_letter(self, record: Record, error: Exception) -> None:
        reason = self._reason(error)
        metrics.DEAD_LETTERS.labels(record.topic, error_code(reason)).inc()
        ours = None if isinstance(reason, ContentError) else reason
        logger.error("%s@%d goes to the dead letters: %s", record.topic, record.offset, reason, exc_info=ours)
        await (await send(self._producer, dead_letter(record, reason)))


def pause(state: RetryCallState, left: timedelta) -> float:
    """Seconds until the next try: longer each time, with jitter, no sooner than the receiver asked for.

    No longer either than the alert has `left`: it is tried once more before it is too old.
    """
    error = state.outcome.exception() if state.outcome else None
    asked = error.retry_after if isinstance(error, ChannelUnavailableError) else 0.0
    return min(max(_BACKOFF(state), asked), max(0.0, left.total_seconds()))


@asynccontextmanager
async def _beating(pulse: Pulse) -> AsyncIterator[None]:
    """Waiting for a channel, and to try it again, is getting on: both end in time."""

    async def beat() -> None:
        while True:
            pulse.beat()
            await asyncio.sleep(_BEAT_SECONDS)

    beats = asyncio.create_task(beat())
    try:
        yield
    finally:
        beats.cancel()
