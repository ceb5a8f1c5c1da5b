"""The notifier as a process: every channel in a consumer group of its own."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Sequence

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from tenacity import AsyncRetrying, before_sleep_log, retry_if_exception_type, wait_exponential_jitter

from rasid.alerting.channels.building import RoutedChannel
from rasid.alerting.clock import wall_clock
from rasid.alerting.notifier import Notifier, group_of
from rasid.runtime.clients import producer
from rasid.runtime.consumption import Consumption
from rasid.runtime.health import http_server
from rasid.runtime.liveness import Pulse
from rasid.runtime.settings import Settings
from rasid.runtime.watch import watch
from rasid.runtime.worker import leave_in_time
from rasid_schemas.topics import ALERTS

logger = logging.getLogger(__name__)

Channels = Sequence[RoutedChannel]


def run(settings: Settings, channels: Channels) -> None:
    """Notify until a signal."""
    with contextlib.suppress(asyncio.CancelledError):
        asyncio.run(_run_until_signal(settings, channels))


async def _run_until_signal(settings: Settings, channels: Channels) -> None:
    task = asyncio.ensure_future(notify(settings, channels))

    def stop() -> None:
        leave_in_time()  # a channel that works in a thread may hang
        task.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    await task


async def notify(settings: Settings, channels: Channels) -> None:
    """Run every channel until cancelled; raises BrokerUnreachableError at the start."""
    readers = [Consumption(settings, group_of(each.routing.name), ALERTS.name) for each in channels]

    def all_have_joined() -> bool:
        return all(reader.has_joined for reader in readers)

    async with producer(settings) as client, http_server(settings, all_have_joined), asyncio.TaskGroup() as tasks:
        for routed, reader in zip(channels, readers, strict=True):
            tasks.create_task(_serve(routed, reader, settings, client))


async def _serve(routed: RoutedChannel, reader: Consumption, settings: Settings, client: AIOKafkaProducer) -> None:
    """Read on after broker trouble: what was in hand is read again."""
    pulse = Pulse()
    watch(settings, group_of(routed.routing.name), lambda: reader.assigned, lambda: reader.has_joined, pulse)
    notifier = Notifier(routed, client, wall_clock, pulse)
    try:
        async for attempt in _until_cancelled(pulse):
            with attempt:
                await reader.run(notifier.notify)
    finally:
        await routed.channel.close()


def _until_cancelled(pulse: Pulse) -> AsyncRetrying:
    return AsyncRetrying(
        retry=retry_if_exception_type(KafkaError),
        wait=wait_exponential_jitter(multiplier=0.5, max=30),
        before=pulse.beat,
        before_sleep=before_sleep_log(logger, logging.WARNING),
    )
