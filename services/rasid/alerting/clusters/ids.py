"""The id of a cluster: that of its first report's event, unless an earlier cluster can have had it."""

from collections import deque
from datetime import datetime
from uuid import UUID, uuid5

from rasid.alerting.clusters.keys import key_of

CLUSTER_NAMESPACE = UUID("0d4e6c58-3f0b-5c61-9f3c-1f6f1f6a2f4e")
"""Of the UUIDv5 that identifies a cluster where its first report's event does not."""
MOST_REMEMBERED = 500_000
"""Events beyond the horizons of which is known that they were there: some 50 MB at the most, the latest of them."""


class ClusterIds:
    """Gives ids that no cluster had before. Belongs to one `ClusterFold`."""

    def __init__(self) -> None:
        self._used: set[int] = set()  # events that are forgotten but for this
        self._oldest_first: deque[int] = deque()

    def forget(self, event_id: str) -> None:
        """Take in that nothing else is known of an event any more, of which a cluster may have the id."""
        key = key_of(event_id)
        if key in self._used:
            return
        self._used.add(key)
        self._oldest_first.append(key)
        if len(self._used) > MOST_REMEMBERED:
            self._used.remove(self._oldest_first.popleft())

    def of_first(self, event_id: str, opened: datetime) -> str:
        """The id of a cluster that an event opens at this record time: the event's, or one made of both."""
        if key_of(event_id) not in self._used:
            return event_id
        return str(uuid5(CLUSTER_NAMESPACE, f"{event_id} {opened.isoformat()}"))
