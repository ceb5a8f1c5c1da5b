"""The notifier as a process: every channel in a consumer group of its own."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Sequence

from aiokafka.errors import KafkaError
from tenacity import AsyncRetrying, before_sleep_log, retry_if_exception_type, wait_exponential_jitter

from rasid.alerting.channels.building import RoutedChannel
from rasid.alerting.clock import wall_clock
from rasid.alerting.notifier import Notifier, group_of
from rasid.alerting.silences import Silences
from rasid.runtime.clients import producer
from rasid.runtime.consumption import Consumption
from rasid.runtime.health import http_server
from rasid.runtime.liveness import Pulse
from rasid.runtime.mirror import Mirror
from rasid.runtime.settings import Settings
from rasid.runtime.watch import watch
from rasid.runtime.worker import leave_in_time
from rasid_schemas.topics import ALERTS, SILENCES

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
    """Run every channel until cancelled, from when all silences are known; raises BrokerUnreachableError at the start.

    What it waits for is no more than a read of a small topic, and nobody is told before it.
    """
    readers = [Consumption(settings, group_of(each.routing.name), ALERTS.name) for each in channels]
    silences = Silences()
    mirror = Mirror(settings, SILENCES, silences.apply)

    def all_have_joined() -> bool:
        return all(reader.has_joined for reader in readers)

    async with producer(settings) as client, http_server(settings, all_have_joined), asyncio.TaskGroup() as tasks:
        tasks.create_task(mirror.run())
        await mirror.is_up_to_date.wait()
        for routed, reader in zip(channels, readers, strict=True):
            pulse = Pulse()
            notifier = Notifier(routed, silences, client, wall_clock, pulse)
            tasks.create_task(_serve(routed, reader, notifier, settings, pulse))


async def _serve(
    routed: RoutedChannel, reader: Consumption, notifier: Notifier, settings: Settings, pulse: Pulse
) -> None:
    """Read on after broker trouble: what was in hand is read again."""
    watch(settings, group_of(routed.routing.name), lambda: reader.assigned, lambda: reader.has_joined, pulse)
    try:
        async for attempt in _until_cancelled(pulse):
            with attempt:
                await reader.run(notifier.notify, notifier.rest)
    finally:
        await routed.channel.close()


def _until_cancelled(pulse: Pulse) -> AsyncRetrying:
    return AsyncRetrying(
        retry=retry_if_exception_type(KafkaError),
        wait=wait_exponential_jitter(multiplier=0.5, max=30),
        before=pulse.beat,
        before_sleep=before_sleep_log(logger, logging.WARNING),
    )
