"""Ids and revisions of events: from the article's uri and content alone, so that the same gives the same.

An `event_id` hashes only what a correction of the article seldom changes: for a meeting its first two
participants (else place, else date), for a troop announcement action, affiliation and country. Events of
one article that agree in all of these are told apart by their order in the text.
"""

import hashlib
import unicodedata
from collections import Counter
from uuid import UUID, uuid5

from rasid.enrichment.text.fingerprint import fingerprint
from rasid_schemas.articles import ArticleReference, EnrichedArticle
from rasid_schemas.base import Contract
from rasid_schemas.codec import encode
from rasid_schemas.events import Event, MeetingEvent, TroopAnnouncementEvent
from rasid_schemas.extraction import Meeting, TroopAnnouncement

NAMESPACE = UUID("5d0c4b0e-6a51-5d0e-9a55-7a0a15d00001")
REVISION_DIGITS = 16


def text_revision(text: str) -> str:
    """The revision of an article: a hash of its text."""
    return _digest(text.encode(errors="surrogatepass"))


def events_of(enriched: EnrichedArticle, metadata: dict[str, str]) -> tuple[Event, ...]:
    """The events of an article as messages, meetings first, each kind in the order of the text."""
    findings: list[Meeting | TroopAnnouncement] = [*enriched.meetings, *enriched.troop_announcements]
    if not findings:
        return ()
    article = _reference(enriched, metadata)
    seen: Counter[tuple[str, ...]] = Counter()
    events: list[Event] = []
    for finding in findings:
        parts = _stable_parts(finding)
        seen[parts] += 1
        events.append(_message(finding, _event_id(article.uri, parts, seen[parts]), article))
    return tuple(events)


def _reference(enriched: EnrichedArticle, metadata: dict[str, str]) -> ArticleReference:
    return ArticleReference(
        uri=enriched.uri,
        url=enriched.url,
        source=enriched.source,
        headline=enriched.headline,
        published_at=enriched.published_at,
        language=enriched.language,
        metadata=metadata,
        revision=enriched.revision,
        extractor_version=enriched.extractor_version,
        fingerprint=fingerprint(enriched.text, enriched.sections),
    )


def _message(finding: Meeting | TroopAnnouncement, event_id: str, article: ArticleReference) -> Event:
    kind = MeetingEvent if isinstance(finding, Meeting) else TroopAnnouncementEvent
    identity = {"event_id": event_id, "revision": content_revision(finding), "article": article}
    return kind.model_validate(dict(finding) | identity)


def content_revision(model: Contract) -> str:
    """The revision of an event: a hash of its content."""
    return _digest(encode(model))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:REVISION_DIGITS]


def _event_id(uri: str, parts: tuple[str, ...], ordinal: int) -> str:
    return str(uuid5(NAMESPACE, "\n".join((uri, *parts, str(ordinal)))))


def _stable_parts(finding: Meeting | TroopAnnouncement) -> tuple[str, ...]:
    if isinstance(finding, TroopAnnouncement):
        return (finding.type, finding.action, finding.force_affiliation or "", finding.country or "")
    names = sorted(_folded(participant.name) for participant in finding.participants[:2])
    return (finding.type, *(names or [_folded(finding.location or finding.date or "")]))


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
