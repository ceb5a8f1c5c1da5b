"""An enrichment worker that gets stuck at the first article, as a process: `python -m support.stuck_worker HOW`."""

import asyncio
import sys
import time
from typing import Any

from faust.types import StreamT

from rasid.enrichment.app import GROUP
from rasid.runtime.application import create_app, source
from rasid.runtime.delivery import Delivery
from rasid.runtime.records import Record
from rasid.runtime.settings import load_settings
from rasid.runtime.worker import Worker, use_uvloop
from rasid_schemas.topics import ARTICLES_RAW


def main(how: str) -> None:
    """`waiting`: the agent waits for something that never comes; `blocked`: it does not give the loop back."""

    async def get_stuck(_: Record) -> None:
        if how == "blocked":
            time.sleep(3600)  # noqa: ASYNC251  # that is the fault
        await asyncio.Event().wait()

    use_uvloop()
    settings = load_settings()
    app = create_app(GROUP, settings)
    delivery = Delivery(app, lambda _: (), settings.batch_size, prepare=get_stuck)

    @app.agent(source(app, ARTICLES_RAW), name="stuck")
    async def stuck(stream: StreamT[Any]) -> None:
        await delivery.run(stream)

    Worker(app, settings).execute_from_commandline()


if __name__ == "__main__":
    main(sys.argv[1])
