"""However a topic is split among workers that die, come back or do not know that they were replaced: one result."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rules import parse_rules
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import encode
from rasid_schemas.topics import MEETINGS, TROOP_ANNOUNCEMENTS, Topic
from support.event_topics import HORIZON, Told, announcements, leaps, meetings, streams
from support.takeovers import Partition, Turn, Workers

RULES = parse_rules(
    """
rules:
  - {name: all, severity: info, when: "true"}
  - {name: not-off, severity: info, when: '!(event.status in ["cancelled", "denied"])'}
  - {name: told-twice, severity: warning, when: cluster.sources >= 2}
  - {name: waits, severity: info, when: "true", group_wait: 2h, repeat: 1d, max_per_hour: 2}
  - {name: big, severity: critical, when: event.troops_max >= 500 || event.participants.size() > 2}
""",
    Path("rules.yaml"),
)

turns = st.builds(
    Turn,
    worker=st.integers(0, 2),
    records=st.integers(0, 9),
    is_zombie=st.booleans(),
    published=st.none() | st.integers(0, 9),
    dies=st.booleans(),
    replay_breaks_off_after=st.none() | st.integers(0, 9),
)


@st.composite
def partitions(draw: st.DrawFn, topic: Topic, told: st.SearchStrategy[list[Told]]) -> list[Record]:
    """Records of an event topic, some of them written twice or more, some no events at all."""
    records = [_record(topic, each) for each in draw(told)]
    for record in draw(st.lists(st.sampled_from(records), max_size=6)):
        records.insert(draw(st.integers(0, len(records))), record)
    for value in draw(st.lists(st.sampled_from([None, b"{no event", b"{}"]), max_size=2)):
        records.insert(draw(st.integers(0, len(records))), replace(records[0], value=value))
    return [replace(record, offset=offset) for offset, record in enumerate(records)]


def _record(topic: Topic, told: Told) -> Record:
    event, time = told
    return Record(topic.name, 0, 0, round(time.timestamp() * 1000), event.event_id.encode(), encode(event))


async def undisturbed(records: Sequence[Record], new_fold: partial[EventFold]) -> list[Outgoing]:
    """What one worker publishes to which nothing happens."""
    partition = Partition(records)
    await Workers(partition, new_fold).take(Turn(worker=0, records=len(records)))
    return partition.published


async def disturbed(records: Sequence[Record], turns: Sequence[Turn], new_fold: partial[EventFold]) -> list[Outgoing]:
    """What some workers publish, of whom the last goes on to the end."""
    partition = Partition(records)
    workers = Workers(partition, new_fold)
    for turn in turns:
        await workers.take(turn)
    await workers.take(Turn(worker=0, records=len(records)))
    return partition.published


def ids(messages: Iterable[Outgoing]) -> list[tuple[str, bytes]]:
    """Topic and `ce_id`, which is id and revision."""
    return [(message.topic, dict(message.headers)["ce_id"]) for message in messages]


def gives_one_result(topic: Topic, records: Sequence[Record], turns: Sequence[Turn]) -> None:
    new_fold = partial(EventFold, topic, RULES, HORIZON)
    wanted = asyncio.run(undisturbed(records, new_fold))
    assert set(asyncio.run(disturbed(records, turns, new_fold))) == set(wanted)
    assert len(set(ids(wanted))) == len(wanted)


@given(partitions(MEETINGS, streams(meetings(), leaps)), st.lists(turns, max_size=12))
def test_meetings_give_the_same_clusters_and_alerts(records: list[Record], turns: list[Turn]) -> None:
    gives_one_result(MEETINGS, records, turns)


@given(partitions(TROOP_ANNOUNCEMENTS, streams(announcements(), leaps)), st.lists(turns, max_size=12))
def test_troop_announcements_give_the_same_clusters_and_alerts(records: list[Record], turns: list[Turn]) -> None:
    gives_one_result(TROOP_ANNOUNCEMENTS, records, turns)
