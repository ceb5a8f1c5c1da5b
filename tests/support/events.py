"""Events as articles of our own making tell them, for tests of what stands behind the event topics."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from rasid_schemas.articles import ArticleReference
from rasid_schemas.events import MeetingEvent, TroopAnnouncementEvent
from rasid_schemas.extraction import Evidence, Participant

START = datetime(2024, 5, 20, 8, 0, tzinfo=UTC)


def at(days: float = 0, hours: float = 0) -> datetime:
    """A moment after the tests' start, Monday 20 May 2024, 8:00 UTC."""
    return START + timedelta(days=days, hours=hours)


def person(name: str, role: str | None = None, affiliation: str | None = None, latin: str | None = None) -> Participant:
    return Participant(name=name, role=role, affiliation=affiliation, name_latin=latin)


def article(
    uri: str,
    source: str | None = None,
    language: str | None = "en",
    published: datetime | None = START,
    fingerprint: str | None = None,
    url: str | None = None,
) -> ArticleReference:
    return ArticleReference(
        uri=uri, url=url, source=source, language=language, published_at=published, fingerprint=fingerprint
    )


def quote(words: str) -> tuple[Evidence, ...]:
    return (Evidence(start=0, end=len(words), quote=words),)


def meeting(
    uri: str,
    *participants: Participant | str,
    source: str | None = None,
    language: str | None = "en",
    published: datetime | None = START,
    fingerprint: str | None = None,
    url: str | None = None,
    part: str = "meeting",
    **fields: Any,
) -> MeetingEvent:
    """The meeting that an article tells of. `part` tells several events of one article apart."""
    told = tuple(person(each) if isinstance(each, str) else each for each in participants)
    values = {"confidence": 0.9, "rule": "meeting-verb", "evidence": quote("They met."), **fields}
    return MeetingEvent(
        event_id=_event_id(uri, part),
        revision=_revision(told, values),
        article=article(uri, source, language, published, fingerprint, url),
        participants=told,
        **values,
    )


def troops(
    uri: str,
    action: str = "deploy",
    *,
    source: str | None = None,
    language: str | None = "en",
    published: datetime | None = START,
    url: str | None = None,
    part: str = "troops",
    **fields: Any,
) -> TroopAnnouncementEvent:
    """The troop announcement that an article tells of."""
    defaults = {"status": "announced", "confidence": 0.9, "rule": "troop-verb", "evidence": quote("Troops will go.")}
    values = {**defaults, "action": action, **fields}
    return TroopAnnouncementEvent(
        event_id=_event_id(uri, part),
        revision=_revision(action, values),
        article=article(uri, source, language, published, url=url),
        **values,
    )


def _event_id(uri: str, part: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{uri}#{part}"))


def _revision(*content: object) -> str:
    return sha256(repr(content).encode()).hexdigest()[:16]
