"""The agent of enrichment: raw articles in, enriched articles and events out."""

from collections.abc import Sequence
from typing import Any

from faust.types import StreamT

from rasid.enrichment.pipeline import Enrichment, enrich
from rasid.runtime import metrics
from rasid.runtime.application import App, source
from rasid.runtime.cloudevents import message
from rasid.runtime.delivery import Delivery
from rasid.runtime.records import Outgoing, Record
from rasid.runtime.settings import Settings
from rasid_schemas.codec import decode_article, refuse
from rasid_schemas.events import Event, MeetingEvent
from rasid_schemas.limits import Limits, events_excess
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW, MEETINGS, TROOP_ANNOUNCEMENTS

CE_SOURCE = "/rasid/enrichment"


def add_agents(app: App, settings: Settings) -> None:
    """Have the app enrich what comes on the raw articles' topic."""

    def handle(record: Record) -> Sequence[Outgoing]:
        return enriched_messages(record, settings.limits)

    delivery = Delivery(app, handle, settings.batch_size)

    @app.agent(source(app, ARTICLES_RAW), name="enrichment")
    async def enrichment(stream: StreamT[Any]) -> None:
        await delivery.run(stream)


def enriched_messages(record: Record, limits: Limits) -> Sequence[Outgoing]:
    """What is published for a raw article; nothing for a withdrawn one or one without text. Raises ContentError."""
    if record.value is None:
        metrics.SKIPPED.labels(record.topic, "withdrawn").inc()
        return ()
    raw = decode_article(record.value, limits)
    if raw is None:
        metrics.SKIPPED.labels(record.topic, "no-text").inc()
        return ()
    enrichment = enrich(raw, record.time)
    refuse(events_excess(len(enrichment.events), limits))
    return _messages(enrichment, record)


def _messages(enrichment: Enrichment, cause: Record) -> Sequence[Outgoing]:
    article = enrichment.article
    ce_id = f"{article.uri}:{article.revision}"
    enriched = message(ARTICLES_ENRICHED, article, article.uri, ce_id, CE_SOURCE, cause)
    return (enriched, *(_event_message(event, cause) for event in enrichment.events))


def _event_message(event: Event, cause: Record) -> Outgoing:
    metrics.EVENTS.labels(event.type, event.article.language or "").inc()
    topic = MEETINGS if isinstance(event, MeetingEvent) else TROOP_ANNOUNCEMENTS
    return message(topic, event, event.event_id, f"{event.event_id}:{event.revision}", CE_SOURCE, cause)
