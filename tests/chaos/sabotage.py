"""A worker with one of its guarantees taken out, as a process: `python -m chaos.sabotage WHAT KIND`.

It shows that the suite bites: with it losses or second alerts must be reported (chaos.biting). The production code
knows nothing of it.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from faust.transport.drivers.aiokafka import Producer

from rasid.alerting.takeover import FoldedTopic
from rasid.commands.kinds import WorkerKind
from rasid.commands.workers import load_worker
from rasid.runtime.records import Record
from rasid.runtime.settings import load_settings


def leave_deliveries_alone() -> None:
    """Whatever is handed to the producer counts as delivered at once, without the broker's word."""
    hand_over = Producer.send

    async def send(self: Producer, *message: Any, **options: Any) -> asyncio.Future[None]:
        await hand_over(self, *message, **options)
        delivered = asyncio.get_running_loop().create_future()
        delivered.set_result(None)
        return delivered

    Producer.send = send  # type: ignore[assignment,method-assign]


def take_over_without_a_replay() -> None:
    """A worker goes on at the committed offset, knowing nothing of what came before."""

    async def stand_at(self: FoldedTopic, record: Record) -> None:
        pass

    FoldedTopic.stand_at = stand_at  # type: ignore[method-assign]


DELIVERY_NOT_AWAITED, NO_REPLAY = "delivery-not-awaited", "no-replay"
SABOTAGES: dict[str, Callable[[], None]] = {
    DELIVERY_NOT_AWAITED: leave_deliveries_alone,
    NO_REPLAY: take_over_without_a_replay,
}


def main(what: str, kind: str) -> None:
    """Take it out, and run the worker."""
    SABOTAGES[what]()
    load_worker(WorkerKind(kind), load_settings())()


if __name__ == "__main__":
    main(*sys.argv[1:])
