"""Which open clusters an event can belong to, found without looking at all of them."""

from collections.abc import Collection

from rasid.alerting.clusters.keys import Keys
from rasid.alerting.clusters.open_cluster import OpenCluster

MOST_CANDIDATES = 200
"""Clusters that a report is compared with, about: those under the keys that fewest share, and of these the latest."""


class ClusterIndex:
    """Open clusters by keys made of participants, occasions, numbers and forces. Belongs to one `ClusterFold`."""

    def __init__(self) -> None:
        self._clusters: dict[int, OpenCluster | list[OpenCluster]] = {}  # most keys have one, and need no list for it

    def candidates(self, sought: Keys) -> Collection[OpenCluster]:
        """The clusters under one of these keys, each once: bounded, whoever meets whom two hundred times."""
        postings = [posting for posting in map(self._clusters.get, sought) if posting is not None]
        if not postings:
            return ()
        lists = [posting if isinstance(posting, list) else [posting] for posting in postings]
        found: dict[OpenCluster, None] = {}
        for posting in sorted(lists, key=len):
            found |= dict.fromkeys(posting[-MOST_CANDIDATES:])
            if len(found) >= MOST_CANDIDATES:
                break
        return found

    def add(self, cluster: OpenCluster, standing: Keys) -> None:
        """Let a cluster be found by what one of its reports says."""
        known = cluster.standing
        new = tuple([key for key in standing if key not in known]) if known else standing
        cluster.standing = known + new
        for key in new:
            posting = self._clusters.setdefault(key, cluster)
            if posting is cluster:  # nobody else stands there
                continue
            if isinstance(posting, list):
                posting.append(cluster)
            else:
                self._clusters[key] = [posting, cluster]

    def rebuild(self, cluster: OpenCluster) -> None:
        """Let a cluster be found by what its reports say now, and no longer by what they said before."""
        self.remove(cluster)
        for told in cluster.compared_reports():
            self.add(cluster, told.places().standing)

    def remove(self, cluster: OpenCluster) -> None:
        """Forget a cluster."""
        for key in cluster.standing:
            posting = self._clusters[key]
            if isinstance(posting, list):
                posting.remove(cluster)
            if posting is cluster or not posting:
                del self._clusters[key]
        cluster.standing = ()
