"""A cluster that still takes reports: what it has been told, and what that adds up to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from rasid.alerting.clusters.dates import Days, publication_time
from rasid.alerting.clusters.lean import assembled, lean
from rasid.alerting.clusters.matching import same_event_points
from rasid.alerting.clusters.merging import Merger, as_merged, first_report
from rasid.alerting.clusters.syndication import Sources
from rasid_schemas.alerts import EventCluster, Report
from rasid_schemas.articles import ArticleReference
from rasid_schemas.events import Event

MOST_REPORTS = 250
"""A cluster's message names its first 250 reports; the counts go on. A message has its limit of 1 MB."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of an event, and when it was published."""

    event: Event
    published: datetime
    received: datetime
    """Record time at which the event first came, whatever corrected it since."""

    @classmethod
    def of(cls, event: Event, record_time: datetime) -> "Telling":
        """Take the publication time from the article as far as it can be believed."""
        return cls(lean(event), publication_time(event.article.published_at, record_time), record_time)

    @property
    def days(self) -> Days:
        """The day of publication, in the offset the article gives."""
        return Days(self.published.date(), self.published.date())

    @property
    def source(self) -> str:
        """The outlet: its name, else its host, else the article itself."""
        article = self.event.article
        return " ".join((article.source or _host(article) or article.uri).casefold().split())

    def report(self) -> Report:
        """The report as the cluster lists it."""
        article = self.event.article
        values = {
            "event_id": self.event.event_id, "uri": article.uri, "url": article.url, "source": article.source,
            "language": article.language, "published_at": article.published_at, "status": self.event.status,
            "evidence": self.event.evidence, "metadata": article.metadata,
        }  # fmt: skip
        return assembled(Report, values)


def _host(article: ArticleReference) -> str:
    try:
        return (urlsplit(article.url or article.uri).hostname or "").removeprefix("www.")
    except ValueError:  # an identifier that only looks like an address
        return ""


class OpenCluster:
    """One real-world event within its horizon. Belongs to one `ClusterFold`."""

    def __init__(self, cluster_id: str, sequence: int, first_seen: datetime) -> None:
        self.cluster_id = cluster_id
        self.sequence = sequence
        self.first_seen = first_seen
        self.double_of: str | None = None
        """The cluster that its first report seemed to be of, and that had a report of the same article already."""
        self.last_seen = first_seen
        self._revision = 0
        self.tellings: dict[str, Telling] = {}  # by event id, in the order they came
        self._reports: dict[str, Report] = {}
        self._sources = Sources()
        self.articles: set[str] = set()
        self.seen: dict[tuple[str, str], datetime] = {}  # by event id and revision, the latest record time
        self._withdrawn: dict[str, None] = {}
        self.merger: Merger | None = None
        self.days: Days | None = None

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events taken so far, also those that were taken back."""
        return (*self.tellings, *self._withdrawn)

    @property
    def is_empty(self) -> bool:
        """Whether every report was taken back."""
        return not self.tellings

    def events(self) -> Iterator[Event]:
        """What each report tells."""
        return (telling.event for telling in self.tellings.values())

    def repeats(self, event: Event, record_time: datetime) -> bool:
        """Whether an event stands as it is told, or is told as it was before what stands now: a message come again."""
        key = (event.event_id, event.revision)
        seen, told_at = self.seen.get(key), self.told_at(event.event_id)
        if told_at is not None and self.tellings[event.event_id].event.revision == event.revision:
            self.seen[key] = max(told_at, record_time)
            return True
        return (seen is not None and record_time <= seen) or (told_at is not None and record_time < told_at)

    def take(self, telling: Telling, record_time: datetime) -> None:
        """Take a report, or a report's new revision in place of the old one."""
        event_id = telling.event.event_id
        replaced = self.tellings.get(event_id)
        self.seen[event_id, telling.event.revision] = record_time
        self._withdrawn.pop(event_id, None)
        self.last_seen = max(self.last_seen, telling.received)
        if replaced:
            self.tellings[event_id] = replace(telling, received=replaced.received)
            self._tell_anew()
        else:
            self.tellings[event_id] = telling
            self._tell(telling)

    def told_at(self, event_id: str) -> datetime | None:
        """The record time of a report as it stands; null where there is none."""
        standing = self.tellings.get(event_id)
        return self.seen[event_id, standing.event.revision] if standing else None

    def drop(self, event_id: str, received: datetime) -> None:
        """Lose a report that its article no longer tells."""
        del self.tellings[event_id]
        self._withdrawn[event_id] = None
        self.last_seen = max(self.last_seen, received)
        self._tell_anew()

    def absorb(self, younger: "OpenCluster") -> None:
        """Take all reports of a cluster that turned out to be of the same event."""
        tellings = sorted((*self.tellings.values(), *younger.tellings.values()), key=lambda each: each.received)
        self.tellings = {telling.event.event_id: telling for telling in tellings}
        self.seen |= younger.seen
        self._withdrawn |= younger._withdrawn  # noqa: SLF001  # of its own kind
        self.last_seen = max(self.last_seen, younger.last_seen)
        self._tell_anew()

    def _tell_anew(self) -> None:
        self.merger, self.days = None, None
        self._reports, self.articles, self._sources = {}, set(), Sources()
        for telling in self.tellings.values():
            self._tell(telling)

    def _tell(self, telling: Telling) -> None:
        article = telling.event.article
        self._reports[telling.event.event_id] = telling.report()
        self.articles.add(article.uri)
        self._sources.add(telling.source, article.fingerprint)
        self._merge(telling)

    def _merge(self, telling: Telling) -> None:
        event, published = telling.event, telling.published
        self.days = telling.days if self.days is None else self.days.joined(telling.days)
        if self.merger is None:
            self.merger = first_report(event, published)
        else:
            self.merger = self.merger.with_report(as_merged(event), published)

    def likeness(self, telling: Telling) -> float | None:
        """What speaks for a report being of this event; null where it is not."""
        if self.merger is None or self.days is None:
            return None
        return same_event_points(
            self.merger.event,
            self.days,
            telling.event,
            telling.days,
            is_copy=lambda: self._sources.have(telling.event.article.fingerprint),
        )

    def has_report_of(self, uri: str) -> bool:
        """Whether an article tells this event already: two events of one article never are one."""
        return uri in self.articles

    def is_one_with(self, other: "OpenCluster") -> bool:
        """Whether two clusters turn out to be of one event: no article tells both, and what they tell agrees."""
        if self.merger is None or self.days is None or other.merger is None or other.days is None:
            return False
        if not self.articles.isdisjoint(other.articles):
            return False
        return same_event_points(self.merger.event, self.days, other.merger.event, other.days) is not None

    def publish(self, merged_into: str | None = None) -> EventCluster:
        """The next revision of the cluster as it goes on its topic."""
        if self.merger is None:
            raise ValueError(f"cluster {self.cluster_id} has no report yet")
        self._revision += 1
        values = {
            "cluster_id": self.cluster_id,
            "revision": self._revision,
            "event": self.merger.event,
            "reports": tuple(self._reports.values())[:MOST_REPORTS],
            "articles": len(self.articles),
            "sources": self._sources.count,
            "first_seen": self.first_seen,
            "last_seen": self.last_seen,
            "merged_into": merged_into,
        }
        return assembled(EventCluster, values)
