"""An enrichment worker that does not get over its first article, as a process: `python -m support.stuck_worker HOW`."""

import asyncio
import sys
import time
from typing import Any

from faust.types import StreamT

from rasid.runtime.application import create_app, source
from rasid.runtime.delivery import Delivery
from rasid.runtime.logs import configure_logs
from rasid.runtime.loop import use_uvloop
from rasid.runtime.records import Record
from rasid.runtime.settings import load_settings
from rasid.runtime.worker import Worker
from rasid_schemas.topics import ARTICLES_RAW


def group_of(how: str) -> str:
    """The consumer group of a worker, so that several may have the same articles before them."""
    return f"stuck-{how}"


def main(how: str) -> None:
    """`waiting`: the agent waits for something that never comes; `blocked`: it does not give the loop back;
    `cancelled`: its task is cancelled with the batch in hand; `failing`: it has a fault of ours.
    """

    async def get_stuck(_: Record) -> None:
        task = asyncio.current_task()
        assert task is not None
        match how:
            case "blocked":
                time.sleep(3600)  # noqa: ASYNC251  # that is the fault
            case "cancelled":
                task.cancel()
            case "failing":
                raise ZeroDivisionError("a fault of ours")
        await asyncio.Event().wait()

    use_uvloop()
    settings = load_settings()
    configure_logs(settings)
    app = create_app(group_of(how), settings)
    delivery = Delivery(app, lambda _: (), settings.batch_size, prepare=get_stuck)

    @app.agent(source(app, ARTICLES_RAW), name="stuck")
    async def stuck(stream: StreamT[Any]) -> None:
        await delivery.run(stream)

    Worker(app, settings).execute_from_commandline()


if __name__ == "__main__":
    main(sys.argv[1])
