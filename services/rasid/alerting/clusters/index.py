"""Which open clusters an event can belong to, found without looking at all of them."""

from collections.abc import Iterator

from rasid.alerting.clusters.meetings import meeting_keys, meeting_lookups
from rasid.alerting.clusters.open_cluster import OpenCluster, Telling
from rasid.alerting.clusters.troops import troop_keys
from rasid_schemas.events import Event

MOST_CANDIDATES = 200
"""Clusters that a report is compared with, about: those under the keys that fewest share, and of these the latest."""


class ClusterIndex:
    """Open clusters by keys made of participants, occasions, numbers and forces. Belongs to one `ClusterFold`."""

    def __init__(self) -> None:
        self._clusters: dict[str, list[OpenCluster]] = {}
        self._keys: dict[str, dict[str, None]] = {}  # by cluster_id

    def candidates(self, telling: Telling) -> Iterator[OpenCluster]:
        """The clusters that share a key with the event, each once: bounded, whoever meets whom two hundred times."""
        event = telling.event
        lookups = meeting_lookups(event) if event.type == "meeting" else troop_keys(event)
        postings = sorted((self._clusters[key] for key in lookups if key in self._clusters), key=len)
        found: dict[str, OpenCluster] = {}
        for posting in postings:
            found.update((cluster.cluster_id, cluster) for cluster in posting[-MOST_CANDIDATES:])
            if len(found) >= MOST_CANDIDATES:
                break
        return iter(found.values())

    def add(self, cluster: OpenCluster, event: Event) -> None:
        """Let a cluster be found by what one of its reports says."""
        known = self._keys.setdefault(cluster.cluster_id, {})
        for key in _keys(event):
            if key not in known:
                known[key] = None
                self._clusters.setdefault(key, []).append(cluster)

    def rebuild(self, cluster: OpenCluster) -> None:
        """Let a cluster be found by what its reports say now, and no longer by what they said before."""
        self.remove(cluster)
        for event in cluster.events():
            self.add(cluster, event)

    def remove(self, cluster: OpenCluster) -> None:
        """Forget a cluster."""
        for key in self._keys.pop(cluster.cluster_id, ()):
            posting = self._clusters[key]
            posting.remove(cluster)
            if not posting:
                del self._clusters[key]


def _keys(event: Event) -> tuple[str, ...]:
    return meeting_keys(event) if event.type == "meeting" else troop_keys(event)
