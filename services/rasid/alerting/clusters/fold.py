"""From reports to real-world events: the deterministic fold behind `events.clusters.v1`.

One fold per event topic. What it returns depends on the events, their order and their record times alone.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from rasid.alerting.clusters.index import ClusterIndex
from rasid.alerting.clusters.open_cluster import OpenCluster, Telling
from rasid_schemas.alerts import EventCluster
from rasid_schemas.events import Event

HORIZON = timedelta(days=7)
"""Record time that a cluster takes reports for, from its first."""
REMEMBERED_HORIZONS = 3
"""How many horizons the events of a closed cluster are known for, so that an old article sent again alerts nobody.

With the open one this makes four, which is what the event topics keep at the least.
"""


class ClusterFold:
    """The open clusters of one event topic. Whoever feeds it owns it; feeding the topic again rebuilds it.

    Memory is bounded by the clusters opened within `horizon` and the event ids of four times that.
    """

    def __init__(self, horizon: timedelta = HORIZON) -> None:
        self._horizon = horizon
        self._open: dict[str, OpenCluster] = {}  # both by cluster_id, the first opened first
        self._cluster_of: dict[str, OpenCluster] = {}
        self._closed: dict[str, datetime] = {}  # event ids with when they are forgotten, the first first
        self._index = ClusterIndex()
        self._clock: datetime | None = None
        self._opened = 0

    def apply(self, event: Event, record_time: datetime) -> EventCluster | None:
        """Take in a report and return the new revision of its cluster.

        Null where nothing changed: for a revision of an event that was here before, whatever came in between, and
        for any event of a closed cluster. Neither moves the clock. `record_time` is aware; it never runs backwards:
        an earlier one counts as the latest seen.
        """
        if event.event_id in self._closed or self._is_repeat(event):
            return None
        now = self._advance(record_time)
        if event.event_id in self._closed:
            return None
        telling = Telling.of(event, now)
        corrected = self._cluster_of.get(event.event_id)
        cluster = corrected or self._find(telling) or self._open_cluster(telling, now)
        self._cluster_of[event.event_id] = cluster
        cluster.take(telling, now)
        if corrected:
            self._index.rebuild(cluster)
        else:
            self._index.add(cluster, event)
        return cluster.snapshot()

    def _is_repeat(self, event: Event) -> bool:
        cluster = self._cluster_of.get(event.event_id)
        return cluster is not None and cluster.has_seen(event)

    def _advance(self, record_time: datetime) -> datetime:
        now = record_time if self._clock is None else max(self._clock, record_time)
        self._clock = now
        for cluster in list(self._overdue(now)):
            self._close(cluster)
        while self._closed and (oldest := next(iter(self._closed.items())))[1] <= now:
            del self._closed[oldest[0]]
        return now

    def _overdue(self, now: datetime) -> Iterator[OpenCluster]:
        for cluster in self._open.values():
            if cluster.first_seen + self._horizon > now:
                return
            yield cluster

    def _close(self, cluster: OpenCluster) -> None:
        del self._open[cluster.cluster_id]
        self._index.remove(cluster)
        forgotten_at = cluster.first_seen + self._horizon * (1 + REMEMBERED_HORIZONS)
        for event_id in cluster.event_ids:
            del self._cluster_of[event_id]
            self._closed[event_id] = forgotten_at

    def _find(self, telling: Telling) -> OpenCluster | None:
        """The cluster the report belongs to: one that tells the same date before others, then the oldest."""
        matches = [cluster for cluster in self._index.candidates(telling) if cluster.matches(telling)]
        return min(matches, key=lambda cluster: (not cluster.tells_date_of(telling), cluster.sequence), default=None)

    def _open_cluster(self, telling: Telling, now: datetime) -> OpenCluster:
        self._opened += 1
        cluster = OpenCluster(telling.event.event_id, self._opened, now)
        self._open[cluster.cluster_id] = cluster
        return cluster
