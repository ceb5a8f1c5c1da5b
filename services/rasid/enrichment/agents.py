"""The agent of enrichment: raw articles in, enriched articles and events out."""

from collections.abc import Sequence
from typing import Any

from faust.types import StreamT

from rasid.enrichment.corrections import Corrections
from rasid.enrichment.pipeline import Enrichment, enrich
from rasid.enrichment.published import PublishedEvents, Standing
from rasid.runtime import metrics
from rasid.runtime.application import App, source
from rasid.runtime.cloudevents import message, withdrawal
from rasid.runtime.delivery import Delivery
from rasid.runtime.records import Outgoing, Record
from rasid.runtime.settings import Settings
from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import Withdrawal, decode_raw, refuse
from rasid_schemas.events import Event, MeetingEvent
from rasid_schemas.limits import Limits, events_excess
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW, MEETINGS, TEXT_REVISION, TROOP_ANNOUNCEMENTS, Topic

CE_SOURCE = "/rasid/enrichment"


def add_agents(app: App, settings: Settings) -> None:
    """Have the app enrich what comes on the raw articles' topic."""
    corrections = Corrections(settings, app.pulse.beat)

    def handle(record: Record) -> Sequence[Outgoing]:
        return enriched_messages(record, settings.limits, corrections.published)

    delivery = Delivery(app, handle, settings.batch_size, prepare=corrections.catch_up)

    @app.on_partitions_assigned.connect
    async def others_had_them(*_: object, **__: object) -> None:
        corrections.expect_others()

    @app.agent(source(app, ARTICLES_RAW), name="enrichment")
    async def enrichment(stream: StreamT[Any]) -> None:
        await delivery.run(stream)


def enriched_messages(record: Record, limits: Limits, published: PublishedEvents) -> Sequence[Outgoing]:
    """What is published for a raw article: itself, its events, and what it told before and does not tell now.

    Of a withdrawn article only the last; nothing for one without text. Raises ContentError.
    """
    raw = decode_raw(record.value, limits) if record.value is not None else Withdrawal(record.key_text)
    if isinstance(raw, RawArticle):
        enrichment = enrich(raw, record.time)
        refuse(events_excess(len(enrichment.events), limits))
        return _messages(enrichment, record, published)
    metrics.SKIPPED.labels(record.topic, "withdrawn" if raw else "no-text").inc()
    gone = published.replace(raw.uri, (), record.time) if raw else ()
    return tuple(_taken_back(event, record, None) for event in gone)


def _messages(enrichment: Enrichment, cause: Record, published: PublishedEvents) -> Sequence[Outgoing]:
    article = enrichment.article
    ce_id = f"{article.uri}:{article.revision}"
    enriched = message(ARTICLES_ENRICHED, article, article.uri, ce_id, CE_SOURCE, cause)
    told = tuple(Standing(_topic_of(event), event.event_id) for event in enrichment.events)
    gone = published.replace(article.uri, told, cause.time)
    return (
        enriched,
        *(_event_message(event, cause) for event in enrichment.events),
        *(_taken_back(event, cause, article.revision) for event in gone),
    )


def _event_message(event: Event, cause: Record) -> Outgoing:
    metrics.EVENTS.labels(event.type, event.article.language or "").inc()
    return message(_topic_of(event), event, event.event_id, f"{event.event_id}:{event.revision}", CE_SOURCE, cause)


def _taken_back(event: Standing, cause: Record, text_revision: str | None) -> Outgoing:
    further = ((TEXT_REVISION, text_revision.encode()),) if text_revision else ()
    return withdrawal(event.topic, event.event_id, CE_SOURCE, cause, further)


def _topic_of(event: Event) -> Topic:
    return MEETINGS if isinstance(event, MeetingEvent) else TROOP_ANNOUNCEMENTS
