"""The id of a cluster: that of its first report's event, unless an earlier cluster can have had it."""

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
        self._used: dict[int, None] = {}  # events that are forgotten but for this, the first forgotten first

    def forget(self, event_id: str) -> None:
        """Take in that nothing else is known of an event any more, of which a cluster may have the id."""
        self._used[key_of(event_id)] = None
        if len(self._used) > MOST_REMEMBERED:
            del self._used[next(iter(self._used))]

    def of_first(self, event_id: str, opened: datetime) -> str:
        """The id of a cluster that an event opens at this record time: the event's, or one made of both."""
        if key_of(event_id) not in self._used:
            return event_id
        return str(uuid5(CLUSTER_NAMESPACE, f"{event_id} {opened.isoformat()}"))
