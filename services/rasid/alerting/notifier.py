"""Alerts on their way to people: one consumer group per channel, so that none waits for another."""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from aiokafka import AIOKafkaProducer
from tenacity import AsyncRetrying, RetryCallState, before_sleep_log, retry_if_exception_type, wait_exponential_jitter

from rasid.alerting.channels.channel import AlertRefusedError, Channel, ChannelUnavailableError
from rasid.alerting.channels.log import LogChannel
from rasid.alerting.channels.webhook import WebhookChannel
from rasid.runtime import metrics
from rasid.runtime.clients import send
from rasid.runtime.dead_letters import dead_letter, error_code
from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import ContentError, decode

logger = logging.getLogger(__name__)

Clock = Callable[[], datetime]
"""The time of day; deliveries go by it, nothing else does."""
LONGEST_WAIT = 60.0
"""Seconds between two tries."""


def channels(settings: Settings) -> Sequence[Channel]:
    """The channels that the settings name: the log, and the webhook where there is one."""
    if settings.webhook_url is None:
        return (LogChannel(),)
    return (LogChannel(), WebhookChannel(settings.webhook_url, settings.webhook_timeout))


def group_of(channel: Channel) -> str:
    """The consumer group of a channel."""
    return f"rasid-notifier-{channel.name}"


def wall_clock() -> datetime:
    """Now."""
    return datetime.now(UTC)


class Notifier:
    """Hands the alerts of the topic to one channel, each until it is taken, refused or too old."""

    def __init__(
        self, channel: Channel, settings: Settings, producer: AIOKafkaProducer, clock: Clock, pulse: Pulse
    ) -> None:
        self._channel = channel
        self._max_age = settings.notify_max_age
        self._producer = producer
        self._clock = clock
        self._pulse = pulse

    async def notify(self, record: Record) -> None:
        """Deal with a message of the alerts' topic; returns when it may be committed."""
        try:
            outcome = await self._send(decode(Alert, record.value or b""))
        except (ContentError, AlertRefusedError, ChannelUnavailableError) as error:
            outcome = "dead-lettered"
            await self._dead_letter(record, error)
        metrics.NOTIFICATIONS.labels(self._channel.name, outcome).inc()

    async def _send(self, alert: Alert) -> str:
        if self._is_old(alert):
            logger.info("%s is older than %s and not sent", alert.idempotency_key, self._max_age)
            return "too-old"
        async for attempt in self._retrying(alert):
            with attempt:
                await self._channel.send(alert)
        return "sent"

    def _retrying(self, alert: Alert) -> AsyncRetrying:
        def is_too_late(_: RetryCallState) -> bool:
            return self._is_old(alert)

        return AsyncRetrying(
            retry=retry_if_exception_type(ChannelUnavailableError),
            wait=wait_exponential_jitter(initial=0.5, max=LONGEST_WAIT),
            stop=is_too_late,
            before=self._pulse.beat,
            before_sleep=before_sleep_log(logger, logging.WARNING),
            reraise=True,
        )

    def _is_old(self, alert: Alert) -> bool:
        return self._clock() - alert.raised_at > self._max_age

    def _reason(self, error: Exception) -> ContentError:
        if isinstance(error, ContentError):
            return error
        outcome = "refused" if isinstance(error, AlertRefusedError) else "unavailable"
        return ContentError(f"{self._channel.name}-{outcome}", str(error))

    async def _dead_letter(self, record: Record, error: Exception) -> None:
        reason = self._reason(error)
        metrics.DEAD_LETTERS.labels(record.topic, error_code(reason)).inc()
        logger.error("%s@%d goes to the dead letters: %s", record.topic, record.offset, reason)
        await (await send(self._producer, dead_letter(record, reason)))
