"""A cluster that still takes reports: what it has been told, and what that adds up to."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from rasid.alerting.clusters.dates import Days
from rasid.alerting.clusters.keys import Keys
from rasid.alerting.clusters.lean import assembled
from rasid.alerting.clusters.matching import Compared, same_event_points
from rasid.alerting.clusters.merging import Merger
from rasid.alerting.clusters.syndication import Fingerprint, Sources
from rasid.alerting.clusters.telling import Telling
from rasid_schemas.alerts import EventCluster
from rasid_schemas.events import Event

MOST_REPORTS = 250
"""A cluster's message names its first 250 reports; the counts go on. A message has its limit of 1 MB."""


_NOTHING_PAST: Mapping[tuple[str, str], datetime] = MappingProxyType({})


class OpenCluster:
    """One real-world event within its horizon. Belongs to one `ClusterFold`."""

    __slots__ = (
        "_as_compared", "_past", "_revision", "_sources", "_withdrawn", "cluster_id", "days", "double_of", "first_seen",
        "last_seen", "merger", "sequence", "standing", "tellings",
    )  # fmt: skip

    def __init__(self, cluster_id: str, sequence: int, first_seen: datetime) -> None:
        self.cluster_id = cluster_id
        self.sequence = sequence
        self.first_seen = first_seen
        self.double_of: str | None = None
        """The cluster that its first report seemed to be of, and that had a report of the same article already."""
        self.last_seen = first_seen
        self.standing: Keys = ()
        """Where it stands in the index, which keeps it."""
        self._revision = 0
        self.tellings: dict[str, Telling] = {}  # by event id, in the order they came
        self._sources = Sources()
        self._past = _NOTHING_PAST  # when event and revision were last told that stand no more
        self._withdrawn: tuple[str, ...] = ()
        self.merger: Merger | None = None
        self.days: Days | None = None
        self._as_compared: Compared | None = None

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events taken so far, also those that were taken back."""
        return (*self.tellings, *self._withdrawn)

    @property
    def is_empty(self) -> bool:
        """Whether every report was taken back."""
        return not self.tellings

    @property
    def articles(self) -> frozenset[str]:
        """The uris of the articles that tell it."""
        return frozenset([telling.report.uri for telling in self.tellings.values()])

    def compared_reports(self) -> Iterator[Compared]:
        """What each report tells, as it is compared."""
        return (telling.compared() for telling in self.tellings.values())

    def repeats(self, event: Event, record_time: datetime) -> bool:
        """Whether an event stands as it is told, or is told as it was before what stands now: a message come again."""
        standing = self.tellings.get(event.event_id)
        if standing is not None and standing.revision == event.revision:
            self.tellings[event.event_id] = standing._replace(told_at=max(standing.told_at, record_time))
            return True
        past = self._past.get((event.event_id, event.revision))
        return (past is not None and record_time <= past) or (standing is not None and record_time < standing.told_at)

    def take(self, telling: Telling, compared: Compared | None = None) -> None:
        """Take a report, or a report's new revision in place of the old one. `compared` is it as it is compared."""
        event_id = telling.event_id
        replaced = self.tellings.get(event_id)
        if event_id in self._withdrawn:
            self._withdrawn = tuple(each for each in self._withdrawn if each != event_id)
        self.last_seen = max(self.last_seen, telling.received)
        if replaced:
            self._past = {**self._past, (event_id, replaced.revision): replaced.told_at}
            self.tellings[event_id] = telling._replace(received=replaced.received)
            self._tell_anew()
        else:
            is_first = not self.tellings
            self.tellings[event_id] = telling
            self._tell(telling)
            self._as_compared = compared if is_first else None

    def told_at(self, event_id: str) -> datetime | None:
        """The record time of a report as it stands; null where there is none."""
        standing = self.tellings.get(event_id)
        return standing.told_at if standing else None

    def drop(self, event_id: str, received: datetime) -> None:
        """Lose a report that its article no longer tells."""
        dropped = self.tellings.pop(event_id)
        self._past = {**self._past, (event_id, dropped.revision): dropped.told_at}
        self._withdrawn += (event_id,)
        self.last_seen = max(self.last_seen, received)
        self._tell_anew()

    def absorb(self, younger: "OpenCluster") -> None:
        """Take all reports of a cluster that turned out to be of the same event."""
        tellings = sorted((*self.tellings.values(), *younger.tellings.values()), key=lambda each: each.received)
        self.tellings = {telling.event_id: telling for telling in tellings}
        self._past = {**self._past, **younger._past}  # noqa: SLF001  # of its own kind
        self._withdrawn += younger._withdrawn  # noqa: SLF001
        self.last_seen = max(self.last_seen, younger.last_seen)
        self._tell_anew()

    def _tell_anew(self) -> None:
        self.merger, self.days, self._as_compared = None, None, None
        self._sources = Sources()
        for telling in self.tellings.values():
            self._tell(telling)

    def _tell(self, telling: Telling) -> None:
        self._sources.add(telling.source, telling.fingerprint)
        self._merge(telling)

    def _merge(self, telling: Telling) -> None:
        self._as_compared = None
        self.days = telling.days if self.days is None else self.days.joined(telling.days)
        if self.merger is None:
            self.merger = Merger(telling.told, telling.published)
        else:
            self.merger = self.merger.with_report(telling.told, telling.published)

    def likeness(self, told: Compared, text: Fingerprint | None) -> float | None:
        """What speaks for a report being of this event; null where it is not."""
        ours = self._as_compared or self._compared()
        return None if ours is None else same_event_points(ours, told, lambda: self._sources.have(text))

    def _compared(self) -> Compared | None:
        """All that the reports tell, as it is compared; kept from when it is first asked for until that changes."""
        if self._as_compared is None and self.merger is not None and self.days is not None:
            self._as_compared = Compared.of(self.merger.event, self.days)
        return self._as_compared

    def has_report_of(self, uri: str) -> bool:
        """Whether an article tells this event already: two events of one article never are one."""
        return uri in [telling.report.uri for telling in self.tellings.values()]

    def is_one_with(self, other: "OpenCluster") -> bool:
        """Whether two clusters turn out to be of one event: no article tells both, and what they tell agrees."""
        ours, theirs = self._compared(), other._compared()  # noqa: SLF001  # of its own kind
        if ours is None or theirs is None or not self.articles.isdisjoint(other.articles):
            return False
        return same_event_points(ours, theirs) is not None

    def publish(self, merged_into: str | None = None) -> EventCluster:
        """The next revision of the cluster as it goes on its topic."""
        if self.merger is None:
            raise ValueError(f"cluster {self.cluster_id} has no report yet")
        self._revision += 1
        reports = [telling.report for telling in self.tellings.values()]
        values = {
            "cluster_id": self.cluster_id,
            "revision": self._revision,
            "event": self.merger.event,
            "reports": tuple(reports[:MOST_REPORTS]),
            "articles": len({report.uri for report in reports}),
            "sources": self._sources.count,
            "first_seen": self.first_seen,
            "last_seen": self.last_seen,
            "merged_into": merged_into,
        }
        return assembled(EventCluster, values)
