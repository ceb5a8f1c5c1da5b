"""From reports to real-world events: the deterministic fold behind `events.clusters.v1`.

One fold per event topic. What it returns depends on the events, their order and their record times alone.
"""

from collections import deque
from datetime import datetime, timedelta
from typing import NamedTuple

from rasid.alerting.clusters.ids import ClusterIds
from rasid.alerting.clusters.index import ClusterIndex
from rasid.alerting.clusters.keys import Keys
from rasid.alerting.clusters.matching import Compared
from rasid.alerting.clusters.open_cluster import OpenCluster
from rasid.alerting.clusters.telling import Telling
from rasid_schemas.alerts import EventCluster
from rasid_schemas.events import Event

HORIZON = timedelta(days=7)
"""Record time that a cluster takes reports for, from its first."""
REMEMBERED_HORIZONS = 3
"""How many horizons the events of a closed cluster are known for, so that an old article sent again alerts nobody.

With the open one this makes four, which is what the event topics keep at the least.
"""


class _Remembered(NamedTuple):
    """The events of a closed cluster, until they are forgotten."""

    until: datetime
    event_ids: tuple[str, ...]


class Withdrawn(NamedTuple):
    """A report that was taken back, and its cluster without it; null where none is left."""

    telling: Telling
    cluster_id: str
    cluster: EventCluster | None


class ClusterFold:
    """The open clusters of one event topic. Whoever feeds it owns it; feeding the topic again rebuilds it.

    Memory is bounded by the clusters opened within `horizon`, the event ids of four times that, and a number for
    each of so many event ids before those.
    """

    def __init__(self, horizon: timedelta = HORIZON) -> None:
        self._horizon = horizon
        self._open: dict[str, OpenCluster] = {}  # by cluster_id
        self._by_age: deque[OpenCluster] = deque()  # the first opened first, also those that live on in others
        self._cluster_of: dict[str, OpenCluster] = {}  # by event_id
        self._closed: set[str] = set()  # event ids
        self._remembered: deque[_Remembered] = deque()  # the first forgotten first
        self._ids = ClusterIds()
        self._index = ClusterIndex()
        self._clock: datetime | None = None
        self._opened = 0

    @property
    def open_clusters(self) -> int:
        """How many clusters still take reports."""
        return len(self._open)

    def apply(self, event: Event, record_time: datetime) -> EventCluster | None:
        """Take in a report and return the new revision of its cluster; null where nothing changed: see `changes`."""
        return next(reversed(self.changes(event, record_time)), None)

    def changes(self, event: Event, record_time: datetime) -> tuple[EventCluster, ...]:
        """Take in a report and return what it changes: the last is its cluster's new revision.

        Before it come the last revisions of clusters that turned out to be the same as that one and live on in it.
        Nothing changes for a revision of an event that was here before, whatever came in between, nor for any event
        of a closed cluster. Neither moves the clock. `record_time` is aware; it never runs backwards: an earlier one
        counts as the latest seen.
        """
        if event.event_id in self._closed or self._is_repeat(event, record_time):
            return ()
        now = self._advance(record_time)
        if event.event_id in self._closed:
            return ()
        telling = Telling.of(event, now, record_time)
        compared = telling.compared()
        places = compared.places()
        likely = self._likely(telling, compared, places.sought)
        matches = _best_first([each for each in likely if not each[1].has_report_of(event.article.uri)])
        cluster = self._cluster_of.get(event.event_id) or next(iter(matches), None)
        if cluster is None:
            cluster = self._open_cluster(telling, double_of=next(iter(_best_first(likely)), None))
        self._take(telling, compared, places.standing, cluster)
        return self._united(cluster, [match for match in matches if match is not cluster])

    def withdraw(self, event_id: str, record_time: datetime) -> Withdrawn | None:
        """Take back a report; null where it does not stand, or was told again since."""
        cluster = self._cluster_of.get(event_id)
        told_at = cluster.told_at(event_id) if cluster else None
        if cluster is None or told_at is None or record_time < told_at:
            return None
        now = self._advance(record_time)
        if event_id in self._closed:
            return None
        telling = cluster.tellings[event_id]
        cluster.drop(event_id, now)
        self._index.rebuild(cluster)
        return Withdrawn(telling, cluster.cluster_id, None if cluster.is_empty else cluster.publish())

    def advance(self, record_time: datetime) -> None:
        """Let time pass: what is due until then is closed."""
        self._advance(record_time)

    def _take(self, telling: Telling, compared: Compared, standing: Keys, cluster: OpenCluster) -> None:
        event_id = telling.event_id
        corrected = event_id in self._cluster_of
        self._cluster_of[event_id] = cluster
        cluster.take(telling, compared)
        if corrected:
            self._index.rebuild(cluster)
        else:
            self._index.add(cluster, standing)

    def _united(self, cluster: OpenCluster, matches: list[OpenCluster]) -> tuple[EventCluster, ...]:
        """Of clusters that a report shows to be of one event the oldest lives on; the others end as its aliases."""
        aliases: list[EventCluster] = []
        for match in sorted(matches, key=lambda each: each.sequence):
            if match.is_one_with(cluster):
                cluster, younger = sorted((cluster, match), key=lambda each: each.sequence)
                aliases.append(self._unite(cluster, younger))
        return (*aliases, cluster.publish())

    def _unite(self, survivor: OpenCluster, younger: OpenCluster) -> EventCluster:
        survivor.absorb(younger)
        del self._open[younger.cluster_id]
        self._index.remove(younger)
        self._index.rebuild(survivor)
        self._cluster_of.update(dict.fromkeys(younger.event_ids, survivor))
        return younger.publish(merged_into=survivor.cluster_id)

    def _is_repeat(self, event: Event, record_time: datetime) -> bool:
        cluster = self._cluster_of.get(event.event_id)
        return cluster is not None and cluster.repeats(event, record_time)

    def _advance(self, record_time: datetime) -> datetime:
        now = record_time if self._clock is None else max(self._clock, record_time)
        self._clock = now
        while self._by_age and self._by_age[0].first_seen + self._horizon <= now:
            self._close(self._by_age.popleft())
        while self._remembered and self._remembered[0].until <= now:
            for event_id in self._remembered.popleft().event_ids:
                self._closed.remove(event_id)
                self._ids.forget(event_id)
        return now

    def _close(self, cluster: OpenCluster) -> None:
        if self._open.get(cluster.cluster_id) is not cluster:  # it lives on in another
            return
        del self._open[cluster.cluster_id]
        self._index.remove(cluster)
        for event_id in cluster.event_ids:
            del self._cluster_of[event_id]
        self._closed.update(cluster.event_ids)
        until = cluster.first_seen + self._horizon * (1 + REMEMBERED_HORIZONS)
        self._remembered.append(_Remembered(until, cluster.event_ids))

    def _likely(self, telling: Telling, compared: Compared, sought: Keys) -> list[tuple[float, OpenCluster]]:
        """The clusters of which the report can be by what it tells, with what speaks for each."""
        likely = []
        for cluster in self._index.candidates(sought):
            points = cluster.likeness(compared, telling.fingerprint)
            if points is not None:
                likely.append((points, cluster))
        return likely

    def _open_cluster(self, telling: Telling, double_of: OpenCluster | None) -> OpenCluster:
        self._opened += 1
        cluster = OpenCluster(self._ids.of_first(telling.event_id, telling.received), self._opened, telling.received)
        cluster.double_of = double_of.cluster_id if double_of else None
        self._open[cluster.cluster_id] = cluster
        self._by_age.append(cluster)
        return cluster


def _best_first(likely: list[tuple[float, OpenCluster]]) -> list[OpenCluster]:
    """The clusters for which most speaks, then the oldest.

    Where an article seems to tell one event twice, what others tell of it gathers in the cluster of the first.
    """
    if len(likely) > 1:
        ids = {cluster.cluster_id for _, cluster in likely}
        likely.sort(key=lambda each: (each[1].double_of in ids, -each[0], each[1].sequence))
    return [cluster for _, cluster in likely]
