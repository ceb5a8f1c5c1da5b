"""Reading a partition again from its start."""

import asyncio

from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Record
from rasid.runtime.replay import Replay
from rasid_schemas.topics import MEETINGS
from support.deployment import PATIENCE, Deployment


async def test_a_partition_that_lost_its_end_is_read_as_far_as_it_goes(deployment: Deployment) -> None:
    for value in (b"one", b"two", b"three"):
        await deployment.produce(MEETINGS, value)
    read: list[Record] = []
    replay = Replay(deployment.settings, Pulse())
    async with asyncio.timeout(PATIENCE):
        assert await replay(MEETINGS.name, 0, 10, read.append) == 3
    assert [record.value for record in read] == [b"one", b"two", b"three"]
