"""A cluster that still takes reports: what it has been told, and what that adds up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from rasid.alerting.clusters.dates import PublicationDays, publication_time
from rasid.alerting.clusters.meetings import same_meeting
from rasid.alerting.clusters.merging import Merger, as_merged, first_report
from rasid.alerting.clusters.troops import same_announcement
from rasid_schemas.alerts import EventCluster, Report
from rasid_schemas.articles import ArticleReference
from rasid_schemas.events import Event
from rasid_schemas.extraction import Meeting, TroopAnnouncement

MOST_REPORTS = 250
"""A cluster's message names its first 250 reports; the counts go on. A message has its limit of 1 MB."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of an event, and when it was published."""

    event: Event
    published: datetime

    @classmethod
    def of(cls, event: Event, record_time: datetime) -> "Telling":
        """Take the publication time from the article as far as it can be believed."""
        return cls(event, publication_time(event.article.published_at, record_time))

    @property
    def days(self) -> PublicationDays:
        """The day of publication, in the offset the article gives."""
        return PublicationDays(self.published.date(), self.published.date())

    @property
    def source(self) -> str:
        """The outlet: its name, else its host, else the article itself."""
        article = self.event.article
        return " ".join((article.source or _host(article) or article.uri).casefold().split())

    def report(self) -> Report:
        """The report as the cluster lists it."""
        article = self.event.article
        return Report(
            event_id=self.event.event_id, uri=article.uri, url=article.url, source=article.source,
            language=article.language, published_at=article.published_at, evidence=self.event.evidence,
            metadata=article.metadata,
        )  # fmt: skip


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
        self._last_seen = first_seen
        self._revision = 0
        self._tellings: dict[str, Telling] = {}  # by event id, in the order they came
        self._reports: dict[str, Report] = {}
        self._sources: dict[str, str] = {}
        self._articles: set[str] = set()
        self._seen: set[tuple[str, str]] = set()
        self._merger: Merger | None = None
        self._days: PublicationDays | None = None

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events taken so far."""
        return tuple(self._tellings)

    def events(self) -> Iterator[Event]:
        """What each report tells."""
        return (telling.event for telling in self._tellings.values())

    def has_seen(self, event: Event) -> bool:
        """Whether this very revision of the event was taken before."""
        return (event.event_id, event.revision) in self._seen

    def take(self, telling: Telling, record_time: datetime) -> None:
        """Take a report, or a report's new revision in place of the old one."""
        event_id = telling.event.event_id
        replaces = event_id in self._tellings
        self._tellings[event_id] = telling
        self._reports[event_id] = telling.report()
        self._sources[event_id] = telling.source
        self._articles.add(telling.event.article.uri)
        self._seen.add((event_id, telling.event.revision))
        self._last_seen = record_time
        self._revision += 1
        if replaces:
            self._merger, self._days = None, None
            for known in self._tellings.values():
                self._merge(known)
        else:
            self._merge(telling)

    def _merge(self, telling: Telling) -> None:
        event, published = telling.event, telling.published
        self._days = telling.days if self._days is None else self._days.joined(telling.days)
        if self._merger is None:
            self._merger = first_report(event, published)
        else:
            self._merger = self._merger.with_report(as_merged(event), published)

    def matches(self, telling: Telling) -> bool:
        """Whether a report of another article can be of this event. Two events of one article never are one."""
        if self._merger is None or self._days is None or telling.event.article.uri in self._articles:
            return False
        ours, theirs, near = self._merger.event, telling.event, self._days.near(telling.days)
        if isinstance(ours, Meeting) and isinstance(theirs, Meeting):
            return same_meeting(ours, theirs, near)
        if isinstance(ours, TroopAnnouncement) and isinstance(theirs, TroopAnnouncement):
            return same_announcement(ours, theirs, near)
        return False

    def tells_date_of(self, telling: Telling) -> bool:
        """Whether both tell the same date."""
        return self._merger is not None and self._merger.event.date == telling.event.date is not None

    def snapshot(self) -> EventCluster:
        """The cluster as it goes on its topic."""
        if self._merger is None:
            raise ValueError(f"cluster {self.cluster_id} has no report yet")
        return EventCluster(
            cluster_id=self.cluster_id,
            revision=self._revision,
            event=self._merger.event,
            reports=tuple(self._reports.values())[:MOST_REPORTS],
            articles=len(self._articles),
            sources=len(set(self._sources.values())),
            first_seen=self.first_seen,
            last_seen=self._last_seen,
        )
