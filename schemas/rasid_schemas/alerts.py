"""Clusters of reports on one real-world event, and the alerts raised on them."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from rasid_schemas.base import Contract
from rasid_schemas.extraction import Evidence, Meeting, TroopAnnouncement

Severity = Literal["info", "warning", "critical"]
AlertStatus = Literal["firing", "updated", "resolved"]
AlertReason = Literal["repeated", "cancelled", "denied", "no_longer_matches", "merged", "withdrawn", "expired"]


class Report(Contract):
    """One article's telling of a clustered event."""

    event_id: str
    uri: str
    url: str | None = None
    source: str | None = None
    language: str | None = None
    published_at: AwareDatetime | None = None
    status: str | None = None
    """The event's, as this article tells it."""
    evidence: tuple[Evidence, ...]
    metadata: dict[str, str] = Field(default_factory=dict)
    """The article's, as its producer gave it."""


class EventCluster(Contract):
    """One real-world event with all its reports."""

    cluster_id: str
    """The `event_id` of the first report, kept for good."""
    revision: int = Field(ge=1)
    event: Annotated[Meeting | TroopAnnouncement, Field(discriminator="type")]
    """What the reports tell together."""
    reports: tuple[Report, ...] = Field(min_length=1)
    """In the order they came."""
    articles: int = Field(ge=1)
    """How many articles report it."""
    sources: int = Field(ge=1)
    """How many outlets report it in words of their own: copies of one agency's text are one source."""
    first_seen: AwareDatetime
    """Record time of the first report."""
    last_seen: AwareDatetime
    """Record time of the latest report."""
    merged_into: str | None = None
    """The `cluster_id` of an older cluster that turned out to be of the same event and has all reports from now on.
    Where it is set, this is the last revision of this cluster."""


class Change(Contract):
    """One thing that an alert shows and that changed since its revision before. Unknown is null."""

    field: str
    """Of the event (`status`, `location`, ...; `participants` once for each person), or `articles` or `sources`."""
    before: str | None = None
    after: str | None = None


class Alert(Contract):
    """A rule that matches a cluster, and what became of it. `alert_id:revision` is the idempotency key."""

    alert_id: str
    """UUIDv5 of rule (its name and what it says), cluster and episode."""
    revision: int = Field(ge=1)
    rule: str
    severity: Severity
    status: AlertStatus
    labels: dict[str, str] = Field(default_factory=dict)
    """The rule's."""
    cluster: EventCluster
    title: str
    """One line of plain text."""
    summary: str
    """Lines of plain text: what has changed, what happened, who says so, a quote, a link."""
    language: Literal["ar", "en"] | None = None
    """Which language title and summary are in; the quote keeps its own."""
    raised_at: AwareDatetime
    """Record time of the report that raised this revision, or the deadline that did."""
    started_at: AwareDatetime | None = None
    """When its first revision was raised."""
    reason: AlertReason | None = None
    """Why it is resolved, or told again unchanged (`repeated`). `merged`: an older cluster is of the same event, and
    its alert goes on."""
    changes: tuple[Change, ...] = ()
    """What has changed since the revision before."""
    suppressed: int = Field(default=0, ge=0)
    """How many alerts of its rule were held back by the rule's cap since the last that was told."""

    @property
    def idempotency_key(self) -> str:
        """What a receiver deduplicates by: the same key always has the same content."""
        return f"{self.alert_id}:{self.revision}"
