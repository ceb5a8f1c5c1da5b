"""The events that an id on the command line means: an event's own, an alert's or a cluster's."""

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass

from pydantic import BaseModel

from rasid.runtime.reading import read_to_end
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.events import Event
from rasid_schemas.topics import ALERTS, CLUSTERS, EVENT_MODELS, EVENT_TOPICS, Topic


@dataclass(frozen=True, slots=True)
class JudgedEvents:
    """What an id stands for: an event, or the reports of an alert or cluster, or both.

    A cluster has the id of its first report. Of an event that changed it is the newest revision; one that was taken
    back is as it was before.
    """

    event: Event | None
    reports: tuple[Event, ...]


class _Report(BaseModel):
    event_id: str


class _Cluster(BaseModel):
    """As much of a cluster as tells its reports."""

    reports: tuple[_Report, ...] = ()
    merged_into: str | None = None


class _Alert(BaseModel):
    cluster: _Cluster


async def named_events(settings: Settings, given: str) -> JudgedEvents:
    """Those of them that are still on their topics."""
    wanted = await _reported(settings, given)
    found: dict[str, Event] = {}

    def keep(record: Record) -> None:
        event = decode(EVENT_MODELS[record.topic], record.value or b"")
        if event.event_id in {given, *wanted}:
            found[event.event_id] = event

    await _each(settings, keep, *EVENT_TOPICS)
    return JudgedEvents(found.get(given), tuple(found[each] for each in wanted if each in found))


async def _reported(settings: Settings, given: str) -> tuple[str, ...]:
    """The event ids of the reports of an alert or cluster; none where it is neither."""
    clusters: dict[str, _Cluster] = {}

    def keep(record: Record) -> None:
        key = record.key_text
        if record.topic == CLUSTERS.name:
            clusters[key] = decode(_Cluster, record.value or b"")
        elif key == given:
            clusters[key] = decode(_Alert, record.value or b"").cluster

    await _each(settings, keep, ALERTS, CLUSTERS)
    return tuple(report.event_id for report in _of(clusters, given).reports)


def _of(clusters: dict[str, _Cluster], given: str) -> _Cluster:
    """A cluster; where it became part of another, that one."""
    cluster, seen = clusters.get(given, _Cluster()), {given}
    while cluster.merged_into in clusters and cluster.merged_into not in seen:
        seen.add(cluster.merged_into)
        cluster = clusters[cluster.merged_into]
    return cluster


async def _each(settings: Settings, keep: Callable[[Record], None], *topics: Topic) -> None:
    async with aclosing(read_to_end(settings, topics)) as records:
        async for record in records:
            try:
                keep(record)
            except ContentError:
                continue  # taken back, or nobody's event
