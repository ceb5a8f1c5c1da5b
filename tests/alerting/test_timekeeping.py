"""What watches over deadlines: it tells the time once for all that have passed, and reads nothing again in vain."""

from datetime import datetime, timedelta
from pathlib import Path

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rules import parse_rules
from rasid.alerting.takeover import FoldedTopic
from rasid.alerting.timekeeping import TimeKeeper
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import encode
from rasid_schemas.topics import ALERTS, MEETINGS, Topic
from support.events import START, at, meeting

RULES = parse_rules(
    "rules: [{name: meetings, severity: info, when: event.type == 'meeting', group_wait: 30s}]", Path("rules.yaml")
)


def record(offset: int) -> Record:
    """A meeting of its own at each offset, a second after the one before it."""
    event = meeting(f"urn:{offset}", f"Guest{offset} Haddad", f"Host{offset} Weber", source=f"Source {offset}")
    time = int(START.timestamp() * 1000) + 1000 * offset
    return Record(MEETINGS.name, 0, offset, time, event.event_id.encode(), encode(event))


class Worker:
    """A fold over the topic with its time keeper, and how often it read the topic again."""

    def __init__(self, committed: int = 0) -> None:
        self.folded = FoldedTopic(lambda: EventFold(MEETINGS, RULES), self._replay)
        self.keeper = TimeKeeper(MEETINGS, self.folded, self._committed, self._send)
        self.committed = committed
        self.replays = 0
        self.told: list[Outgoing] = []

    async def handles(self, *offsets: int) -> None:
        for offset in offsets:
            await self.folded.stand_at(record(offset))
            self.folded.handle(record(offset))

    async def _replay(self, topic: str, partition: int, until: int, apply: object) -> int:
        self.replays += until > 0
        for offset in range(until):
            apply(record(offset))  # type: ignore[operator]
        return until

    async def _committed(self, topic: Topic) -> int:
        return self.committed

    async def _send(self, message: Outgoing) -> None:
        """The message is on the topic, and is read."""
        self.told.append(message)
        tick = Record(message.topic, 0, 99, message.timestamp_ms, message.key, message.value)
        self.told.extend(each for each in self.folded.handle(tick) if each.topic == ALERTS.name)


def later(seconds: float) -> datetime:
    return at() + timedelta(seconds=seconds)


async def test_one_look_tells_all_that_was_due() -> None:
    worker = Worker()
    await worker.handles(0, 1, 2, 3)
    await worker.keeper.look(later(32.5))
    tick, *alerts = worker.told
    assert tick.timestamp_ms == int(later(32).timestamp() * 1000)
    assert len(alerts) == 3
    await worker.keeper.look(later(60))
    assert len(worker.told) == 6


async def test_a_time_that_was_told_is_not_told_again() -> None:
    worker = Worker()
    await worker.handles(0)
    await worker.keeper.look(later(30))
    await worker.keeper.look(later(31))
    assert len(worker.told) == 2


async def test_a_fold_ahead_of_what_is_committed_is_left_where_it_stands() -> None:
    worker = Worker(committed=2)
    await worker.handles(0, 1, 2, 3)
    await worker.keeper.look(later(4))
    await worker.handles(4)
    assert worker.replays == 0


async def test_a_fold_behind_what_others_committed_reads_it_again() -> None:
    worker = Worker(committed=3)
    await worker.handles(0)
    await worker.keeper.look(later(60))
    assert worker.replays == 1
    assert len(worker.told) == 1 + 3


async def test_a_fold_at_work_is_not_asked_what_waits() -> None:
    worker = Worker()
    await worker.handles(0)
    await worker.folded.stand_at(record(1))
    await worker.keeper.look(later(60))
    assert worker.told == []
    worker.folded.handle(record(1))
    await worker.keeper.look(later(60))
    assert len(worker.told) == 1 + 2
