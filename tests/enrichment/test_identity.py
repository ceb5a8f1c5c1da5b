"""Ids of events: the same for the same article, steady under corrections that leave the event alone."""

from datetime import UTC, datetime
from uuid import UUID

from rasid.enrichment.identity import events_of
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.events import Event
from rasid_schemas.extraction import Evidence, Meeting, Participant, TroopAnnouncement

EVIDENCE = (Evidence(start=0, end=3, quote="met"),)


def meeting(*names: str, **changes: object) -> Meeting:
    fields: dict[str, object] = {"evidence": EVIDENCE, "confidence": 0.9, "rule": "met"}
    people = tuple(Participant(name=name) for name in names)
    return Meeting.model_validate(fields | {"participants": people} | changes)


def troops(**changes: object) -> TroopAnnouncement:
    fields: dict[str, object] = {"evidence": EVIDENCE, "confidence": 0.9, "rule": "sent"}
    fields |= {"action": "deploy", "status": "announced", "force_affiliation": "FR", "country": "ML", "count": 600}
    return TroopAnnouncement.model_validate(fields | changes)


def events(*findings: Meeting | TroopAnnouncement, uri: str = "urn:a") -> tuple[Event, ...]:
    article = EnrichedArticle(
        uri=uri,
        revision="0",
        text="met",
        meetings=tuple(f for f in findings if isinstance(f, Meeting)),
        troop_announcements=tuple(f for f in findings if isinstance(f, TroopAnnouncement)),
        extractor_version="0",
        enriched_at=datetime(2026, 11, 24, tzinfo=UTC),
    )
    return events_of(article, {"desk": "foreign"})


def only(*findings: Meeting | TroopAnnouncement, uri: str = "urn:a") -> Event:
    (event,) = events(*findings, uri=uri)
    return event


def test_an_id_is_a_uuid_of_version_5() -> None:
    assert UUID(only(meeting("Amal Haddad")).event_id).version == 5


def test_another_article_gives_another_id() -> None:
    assert only(meeting("Amal Haddad")).event_id != only(meeting("Amal Haddad"), uri="urn:b").event_id


def test_a_corrected_status_keeps_the_id_and_changes_the_revision() -> None:
    held = only(meeting("Amal Haddad", "Paul Weber", status="held"))
    cancelled = only(meeting("Amal Haddad", "Paul Weber", status="cancelled"))
    assert held.event_id == cancelled.event_id
    assert held.revision != cancelled.revision


def test_a_corrected_number_keeps_the_id() -> None:
    assert only(troops(count=600)).event_id == only(troops(count=900)).event_id


def test_the_order_of_the_participants_does_not_matter() -> None:
    assert only(meeting("Amal Haddad", "Paul Weber")).event_id == only(meeting("Paul  Weber", "AMAL HADDAD")).event_id


def test_events_that_agree_in_everything_stable_are_told_apart_by_their_order() -> None:
    first, second = events(troops(count=600), troops(count=200))
    assert first.event_id == only(troops(count=600)).event_id
    assert first.event_id != second.event_id


def test_metadata_goes_along() -> None:
    assert only(meeting("Amal Haddad")).article.metadata == {"desk": "foreign"}
