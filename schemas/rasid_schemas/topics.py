"""Every topic with its defaults. Partitions, retention and limits may be changed by whoever runs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.articles import EnrichedArticle, RawArticle
from rasid_schemas.base import Contract
from rasid_schemas.events import Event, MeetingEvent, TroopAnnouncementEvent
from rasid_schemas.feedback import Feedback
from rasid_schemas.silences import Silence

HOUR_MS = 60 * 60 * 1000
DAY_MS = 24 * HOUR_MS
MEGABYTE = 1024 * 1024
DEAD_LETTER_SUFFIX = ".dlq"
TEXT_REVISION = "rasid.article.revision"
"""Header of an event that is taken back: the article's text that no longer tells it. Absent where it was withdrawn."""

CleanupPolicy = Literal["delete", "compact", "compact,delete"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the contract. Sizes in bytes, times in milliseconds; no retention means for ever."""

    name: str
    partitions: int
    cleanup_policy: CleanupPolicy
    retention_ms: int | None
    max_message_bytes: int
    model: type[Contract] | None = None
    key: str = ""
    ce_type: str = ""
    summary: str = ""
    timestamp_after_max_ms: int | None = None
    """How far ahead of the broker's clock a message may be dated; the broker's own default where it is null."""

    @property
    def dead_letters(self) -> "Topic":
        """Where messages of this topic go that cannot be processed: the bytes as they came."""
        return Topic(
            name=self.name + DEAD_LETTER_SUFFIX,
            partitions=self.partitions,
            cleanup_policy="delete",
            retention_ms=30 * DAY_MS,
            max_message_bytes=4 * MEGABYTE,
            key="as it came",
            summary=f"Messages of {self.name} that could not be processed, untouched, with the reason in headers.",
        )


ARTICLES_RAW = Topic(
    "articles.raw.v1", 12, "delete", 7 * DAY_MS, MEGABYTE, RawArticle, "uri", "rasid.article.raw.v1",
    "Articles as producers hand them in: RawArticle, or an IPTC ninjs 3.1 item.", HOUR_MS,
)  # fmt: skip
ARTICLES_ENRICHED = Topic(
    "articles.enriched.v1", 12, "compact,delete", 30 * DAY_MS, 4 * MEGABYTE, EnrichedArticle, "uri",
    "rasid.article.enriched.v1", "Every article with all that was found in it.",
)  # fmt: skip
MEETINGS = Topic(
    "events.meetings.v1", 1, "delete", 30 * DAY_MS, MEGABYTE, MeetingEvent, "event_id", "rasid.event.meeting.v1",
    "One message per meeting and article.", HOUR_MS,
)  # fmt: skip
TROOP_ANNOUNCEMENTS = Topic(
    "events.troop-announcements.v1", 1, "delete", 30 * DAY_MS, MEGABYTE, TroopAnnouncementEvent, "event_id",
    "rasid.event.troop-announcement.v1", "One message per troop announcement and article.", HOUR_MS,
)  # fmt: skip
CLUSTERS = Topic(
    "events.clusters.v1", 1, "compact", None, MEGABYTE, EventCluster, "cluster_id", "rasid.event.cluster.v1",
    "One real-world event with all its reports; the newest revision per cluster is kept.",
)  # fmt: skip
ALERTS = Topic(
    "alerts.v1", 1, "delete", 30 * DAY_MS, MEGABYTE, Alert, "alert_id", "rasid.alert.v1",
    "Alerts raised, updated and resolved by the rules.",
)  # fmt: skip
SILENCES = Topic(
    "silences.v1", 1, "compact", None, MEGABYTE, Silence, "silence_id", "rasid.silence.v1",
    "Which alerts people are not told of for a while; the newest revision per silence is kept.",
)  # fmt: skip
FEEDBACK = Topic(
    "feedback.v1", 1, "delete", None, 2 * MEGABYTE, Feedback, "event_id", "rasid.feedback.v1",
    "What people say of events: right or wrong.",
)  # fmt: skip

EVENT_TOPICS = (MEETINGS, TROOP_ANNOUNCEMENTS)
EVENT_MODELS: Mapping[str, type[Event]] = MappingProxyType(
    {MEETINGS.name: MeetingEvent, TROOP_ANNOUNCEMENTS.name: TroopAnnouncementEvent}
)
"""The model of each event topic, by the topic's name."""
CONTRACT_TOPICS = (
    ARTICLES_RAW, ARTICLES_ENRICHED, MEETINGS, TROOP_ANNOUNCEMENTS, CLUSTERS, ALERTS, SILENCES, FEEDBACK,
)  # fmt: skip
DEAD_LETTER_TOPICS = tuple(t.dead_letters for t in (ARTICLES_RAW, MEETINGS, TROOP_ANNOUNCEMENTS, ALERTS))
ALL_TOPICS = CONTRACT_TOPICS + DEAD_LETTER_TOPICS
