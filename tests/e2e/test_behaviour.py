"""What Rasid does, from a raw article to an alert, on the embedded broker and on Apache Kafka alike."""

from collections.abc import Mapping

import orjson
import pytest

from rasid.commands.kinds import WorkerKind
from rasid.runtime.dead_letters import read_dead_letter
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.codec import decode
from rasid_schemas.events import MeetingEvent
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, ARTICLES_RAW, CLUSTERS, MEETINGS
from support.deployment import Deployment

RECORD_TIME_MS = 1_790_000_000_000
TRACE = b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

MEETING = {
    "uri": "urn:a",
    "body": "Defence Minister Paul Weber met Jordanian Foreign Minister Amal Haddad in Amman on Monday, he said.",
    "published_at": "2026-09-21",
    "source": "Example Wire",
    "language": "en",
    "metadata": {"desk": "foreign"},
}
PLAIN = {"uri": "urn:plain", "body": "The match ended without a goal after two hours of rain.", "language": "en"}


def as_json(fields: Mapping[str, object]) -> bytes:
    return orjson.dumps(fields)


def model_of(record: Record) -> EnrichedArticle:
    return decode(EnrichedArticle, record.value or b"")


async def test_an_article_becomes_events_a_cluster_and_an_alert(deployment: Deployment) -> None:
    await deployment.start(WorkerKind.ENRICHMENT, WorkerKind.ALERTING)
    await deployment.produce(ARTICLES_RAW, as_json(MEETING), headers=[("traceparent", TRACE)], timestamp=RECORD_TIME_MS)
    [alert_record, *_] = await deployment.read(ALERTS, until=1)
    [event_record] = await deployment.read(MEETINGS)
    [enriched_record] = await deployment.read(ARTICLES_ENRICHED)
    [cluster_record] = await deployment.read(CLUSTERS)

    enriched = model_of(enriched_record)
    event = decode(MeetingEvent, event_record.value or b"")
    cluster = decode(EventCluster, cluster_record.value or b"")
    alert = decode(Alert, alert_record.value or b"")
    assert enriched.text == MEETING["body"]
    assert {participant.name for participant in event.participants} == {"Paul Weber", "Amal Haddad"}
    assert event.article.metadata == {"desk": "foreign"}
    assert cluster.cluster_id == event.event_id
    assert alert.cluster == cluster
    assert alert.cluster.reports[0].metadata == {"desk": "foreign"}
    assert alert.status == "firing"
    assert (enriched_record.key, event_record.key) == (b"urn:a", event.event_id.encode())
    for record in (enriched_record, event_record, cluster_record, alert_record):
        assert record.timestamp_ms == RECORD_TIME_MS
        assert (record.header("traceparent") or b"").startswith(TRACE[:35])
    assert event_record.header("ce_id") == f"{event.event_id}:{event.revision}".encode()
    assert event_record.header("ce_source") == b"/rasid/enrichment"
    assert alert_record.header("ce_type") == b"rasid.alert.v1"


BAD = {
    "not-json": b"{not json",
    "not-an-object": b"[]",
    "not-utf8": b'{"uri": "urn:a", "body": "\xff\xfe"}',
    "missing-field": as_json({"body": "A text."}),
    "empty-body": as_json({"uri": "urn:a", "body": ""}),
    "wrong-type": as_json({"uri": 7, "body": "A text."}),
    "body-too-large": as_json({"uri": "urn:a", "body": "a" * 1_000_000}),
}


async def test_what_cannot_be_read_goes_to_the_dead_letters_untouched_and_the_stream_goes_on(
    deployment: Deployment,
) -> None:
    await deployment.start(WorkerKind.ENRICHMENT)
    for value in BAD.values():
        await deployment.produce(ARTICLES_RAW, value, headers=[("x", b"\x01")], timestamp=RECORD_TIME_MS, partition=0)
    await deployment.produce(ARTICLES_RAW, as_json(PLAIN), partition=0)

    [good] = await deployment.read(ARTICLES_ENRICHED, until=1)
    letters = [read_dead_letter(record) for record in await deployment.read(ARTICLES_RAW.dead_letters, until=len(BAD))]
    assert model_of(good).uri == "urn:plain"
    assert {letter.code: letter.record.value for letter in letters} == BAD
    assert all(letter.record.key == b"urn:a" for letter in letters)
    assert all(letter.record.header("x") == b"\x01" for letter in letters)
    assert all(letter.record.timestamp_ms == RECORD_TIME_MS for letter in letters)
    assert sorted(letter.offset for letter in letters) == list(range(len(BAD)))


@pytest.mark.parametrize(
    ("body", "warnings"),
    [
        ("\u0000\u0007\u202e\u2066 control and bidi \u200f\ufeff", []),
        ("Le ministre a rencontré son homologue à Paris dimanche, selon son bureau.", ["unsupported-language"]),
    ],
)
async def test_odd_articles_are_enriched(deployment: Deployment, body: str, warnings: list[str]) -> None:
    await deployment.start(WorkerKind.ENRICHMENT)
    language = {} if warnings else {"language": "en"}
    await deployment.produce(ARTICLES_RAW, as_json({"uri": "urn:odd", "body": body} | language))
    [record] = await deployment.read(ARTICLES_ENRICHED, until=1)
    assert model_of(record).text == body
    assert [warning.code for warning in model_of(record).warnings] == warnings
    assert await deployment.read(ARTICLES_RAW.dead_letters) == []


async def test_a_withdrawal_and_an_item_without_text_are_acknowledged(deployment: Deployment) -> None:
    await deployment.start(WorkerKind.ENRICHMENT)
    await deployment.produce(ARTICLES_RAW, None, partition=0)
    await deployment.produce(ARTICLES_RAW, as_json({"uri": "urn:picture", "bodies": []}), partition=0)
    await deployment.produce(ARTICLES_RAW, as_json(PLAIN), partition=0)
    [record] = await deployment.read(ARTICLES_ENRICHED, until=1)
    assert model_of(record).uri == "urn:plain"
    assert await deployment.read(ARTICLES_RAW.dead_letters) == []
