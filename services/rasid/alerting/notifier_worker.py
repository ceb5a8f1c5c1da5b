"""The notifier as a process: every channel in a consumer group of its own."""

import asyncio
import contextlib
import logging
import signal

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from tenacity import AsyncRetrying, before_sleep_log, retry_if_exception_type, wait_exponential_jitter

from rasid.alerting.channels.channel import Channel
from rasid.alerting.notifier import Notifier, channels, group_of, wall_clock
from rasid.runtime.clients import producer
from rasid.runtime.consumption import Consumption
from rasid.runtime.health import http_server
from rasid.runtime.liveness import Pulse
from rasid.runtime.settings import Settings
from rasid.runtime.watch import watch
from rasid_schemas.topics import ALERTS

logger = logging.getLogger(__name__)


def run(settings: Settings) -> None:
    """Notify until a signal."""
    with contextlib.suppress(asyncio.CancelledError):
        asyncio.run(_run_until_signal(settings))


async def _run_until_signal(settings: Settings) -> None:
    task = asyncio.ensure_future(notify(settings))
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    await task


async def notify(settings: Settings) -> None:
    """Run every channel until cancelled; raises BrokerUnreachableError at the start."""
    readers = {channel: Consumption(settings, group_of(channel), ALERTS.name) for channel in channels(settings)}

    def all_have_joined() -> bool:
        return all(reader.has_joined for reader in readers.values())

    async with producer(settings) as client, http_server(settings, all_have_joined), asyncio.TaskGroup() as tasks:
        for channel, reader in readers.items():
            tasks.create_task(_serve(channel, reader, settings, client))


async def _serve(channel: Channel, reader: Consumption, settings: Settings, client: AIOKafkaProducer) -> None:
    """Read on after broker trouble: what was in hand is read again."""
    pulse = Pulse()
    watch(settings, group_of(channel), lambda: reader.assigned, pulse)
    notifier = Notifier(channel, settings, client, wall_clock, pulse)
    async for attempt in AsyncRetrying(
        retry=retry_if_exception_type(KafkaError),
        wait=wait_exponential_jitter(initial=0.5, max=30),
        before=pulse.beat,
        before_sleep=before_sleep_log(logger, logging.WARNING),
    ):
        with attempt:
            await reader.run(notifier.notify)
