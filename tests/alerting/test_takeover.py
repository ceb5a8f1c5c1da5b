"""Another worker goes on where one was killed, knowing what that one knew."""

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rules import parse_rules
from rasid.commands.kinds import WorkerKind
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode, encode
from rasid_schemas.events import MeetingEvent
from rasid_schemas.topics import ALERTS, CLUSTERS, MEETINGS
from support.deployment import Deployment
from support.events import meeting

WEEK = timedelta(days=7)
HOUR_MS = 3_600_000
RULES = "rules:\n  - {name: every-meeting, severity: info, when: event.type == 'meeting'}\n"
FIRST = meeting("urn:one", "Amal Haddad", "Paul Weber", source="One")
SECOND = meeting("urn:two", "Paul Weber", "Amal Haddad", source="Two")
THIRD = meeting("urn:three", "Amal Haddad", "Paul Weber", source="Three")


def as_alerts(records: Sequence[Record]) -> list[Alert]:
    return [decode(Alert, each.value or b"") for each in records]


async def test_a_successor_updates_the_alert_that_was_raised_before_it(deployment: Deployment, tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES)
    deployment.environment["RASID_RULES"] = str(rules)
    [first] = await deployment.start(WorkerKind.ALERTING)
    await deployment.produce(MEETINGS, encode(FIRST))
    await deployment.read(ALERTS, until=1)
    first.kill()
    await first.wait()
    await deployment.start(WorkerKind.ALERTING)
    await deployment.produce(MEETINGS, encode(SECOND))

    raised = as_alerts(await deployment.read(ALERTS, until=lambda seen: as_alerts(seen)[-1:] != as_alerts(seen)[:1]))
    firing, update = raised[0], raised[-1]  # between them at most a repeat of what was in flight at the kill
    assert (firing.revision, firing.status, firing.cluster.sources) == (1, "firing", 1)
    assert (update.alert_id, update.revision, update.status) == (firing.alert_id, 2, "updated")
    assert update.cluster.sources == 2
    assert update.cluster.cluster_id == FIRST.event_id


def record(offset: int, event: MeetingEvent | None) -> Record:
    now = int(datetime(2026, 11, 24, tzinfo=UTC).timestamp() * 1000)
    return Record(MEETINGS.name, 0, offset, now + offset, b"k", encode(event) if event else None)


def test_a_fold_that_is_rebuilt_publishes_what_the_first_would_have() -> None:
    rules = parse_rules(RULES, Path("rules.yaml"))
    records = [record(0, FIRST), record(1, None), record(2, SECOND), record(3, FIRST), record(4, THIRD)]
    whole = EventFold(MEETINGS, rules, horizon=WEEK)
    published = [whole.apply(each) for each in records]
    for taken_over_at in range(len(records)):
        successor = EventFold(MEETINGS, rules, horizon=WEEK)
        for each in records[:taken_over_at]:
            successor.apply(each)
        assert [successor.apply(each) for each in records[taken_over_at:]] == published[taken_over_at:]
    assert [[message.topic for message in messages] for messages in published] == [
        [CLUSTERS.name, ALERTS.name],
        [],
        [CLUSTERS.name, ALERTS.name],
        [],
        [CLUSTERS.name, ALERTS.name],
    ]


@pytest.fixture
def unreachable() -> Iterator[Callable[[], list[str]]]:
    """Collects garbage, and tells the types of ours that only the collector could have found."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)

    def found() -> list[str]:
        gc.collect()
        return [str(type(each)) for each in gc.garbage if type(each).__module__.startswith("rasid")]

    yield found
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


def test_a_fold_leaves_nothing_behind_that_only_the_collector_would_find(unreachable: Callable[[], list[str]]) -> None:
    fold = EventFold(MEETINGS, parse_rules(RULES, Path("rules.yaml")), horizon=WEEK)
    for offset, event in enumerate([FIRST, SECOND, THIRD, None, FIRST]):
        fold.apply(record(offset, event))
    del fold, event
    assert unreachable() == []


def test_an_old_dead_letter_behind_newer_events_is_dated_by_its_own_record_time_so_that_nobody_is_told() -> None:
    rules = parse_rules(RULES.replace("severity", "group_wait: 1h, severity"), Path("rules.yaml"))
    fold = EventFold(MEETINGS, rules, horizon=WEEK)
    newer, old = record(0, FIRST), record(1, meeting("urn:old", "Rania Barakat", "Karim Soltani"))
    old = replace(old, timestamp_ms=old.timestamp_ms - 48 * HOUR_MS)
    fold.apply(newer)
    raised = [message for message in fold.apply(old) if message.topic == ALERTS.name]
    assert [decode(Alert, each.value or b"").raised_at for each in raised] == [old.time + timedelta(hours=1)]
    assert [message.timestamp_ms for message in raised] == [old.timestamp_ms]
