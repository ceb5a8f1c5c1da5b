"""What a correction takes back."""

from datetime import timedelta
from typing import Any

import orjson
import pytest

from rasid.enrichment.agents import enriched_messages
from rasid.enrichment.published import PublishedEvents, Standing
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.limits import DEFAULT_LIMITS
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW, MEETINGS, TEXT_REVISION, TROOP_ANNOUNCEMENTS
from support.events import at

MET = "Defence Minister Paul Weber met Jordanian Foreign Minister Amal Haddad in Amman on Monday."
SENT = "Germany will send 300 soldiers to Mali, the defence ministry said on Tuesday."
NOTHING = "The match ended without a goal after two hours of rain."
A, B, C = (Standing(MEETINGS, name) for name in "abc")


def raw(body: str | None, seconds: int, **fields: Any) -> Record:
    value = None if body is None else orjson.dumps({"uri": "urn:a", "body": body, "language": "en"} | fields)
    time = at() + timedelta(seconds=seconds)
    return Record(ARTICLES_RAW.name, 0, seconds, int(time.timestamp() * 1000), b"urn:a", value)


def canceled(seconds: int, status: str = "canceled") -> Record:
    time = at() + timedelta(seconds=seconds)
    value = orjson.dumps({"uri": "urn:a", "pubStatus": status})
    return Record(ARTICLES_RAW.name, 0, seconds, int(time.timestamp() * 1000), b"another-key", value)


def told(published: PublishedEvents, record: Record) -> list[Outgoing]:
    return list(enriched_messages(record, DEFAULT_LIMITS, published))


def as_pairs(messages: list[Outgoing]) -> list[tuple[str, bool]]:
    return [(message.topic, message.value is not None) for message in messages]


def test_a_corrected_article_takes_back_what_it_no_longer_tells() -> None:
    published = PublishedEvents(timedelta(days=7))
    first = told(published, raw(f"{MET} {SENT}", 0))
    assert as_pairs(first) == [(ARTICLES_ENRICHED.name, True), (MEETINGS.name, True), (TROOP_ANNOUNCEMENTS.name, True)]
    second = told(published, raw(MET, 60))
    assert as_pairs(second)[1:] == [(MEETINGS.name, True), (TROOP_ANNOUNCEMENTS.name, False)]
    taken_back = second[-1]
    assert taken_back.key == first[-1].key
    assert dict(taken_back.headers)["ce_type"] == b"rasid.event.troop-announcement.v1"
    assert dict(taken_back.headers)[TEXT_REVISION] == dict(second[0].headers)["ce_id"].rpartition(b":")[2]
    assert as_pairs(told(published, raw(NOTHING, 120))) == [(ARTICLES_ENRICHED.name, True), (MEETINGS.name, False)]
    assert as_pairs(told(published, raw(NOTHING, 180))) == [(ARTICLES_ENRICHED.name, True)]


@pytest.mark.parametrize(
    "withdrawn", [raw(None, 60), canceled(60), canceled(60, "withheld")], ids=["null", "canceled", "withheld"]
)
def test_a_withdrawn_article_takes_back_everything(withdrawn: Record) -> None:
    published = PublishedEvents(timedelta(days=7))
    told(published, raw(f"{MET} {SENT}", 0))
    messages = told(published, withdrawn)
    assert as_pairs(messages) == [(MEETINGS.name, False), (TROOP_ANNOUNCEMENTS.name, False)]
    assert all(TEXT_REVISION not in dict(message.headers) for message in messages)
    assert told(published, withdrawn) == []


def test_an_item_that_is_usable_is_an_article() -> None:
    published = PublishedEvents(timedelta(days=7))
    record = raw(None, 0)
    item = {"uri": "urn:a", "pubStatus": "usable", "bodies": [{"value": MET}], "language": "en"}
    messages = told(published, Record(record.topic, 0, 0, record.timestamp_ms, b"urn:a", orjson.dumps(item)))
    assert as_pairs(messages) == [(ARTICLES_ENRICHED.name, True), (MEETINGS.name, True)]


def test_an_earlier_version_that_is_read_again_takes_nothing_back() -> None:
    published = PublishedEvents(timedelta(days=7))
    published.replace("urn:a", [A, B], at())
    assert published.replace("urn:a", [A, C], at(hours=1)) == (B,)
    assert published.replace("urn:a", [A, B], at()) == ()
    assert published.replace("urn:a", [A, C], at(hours=1)) == (B,)


def test_what_others_published_and_took_back_counts() -> None:
    published = PublishedEvents(timedelta(days=7))
    published.note("urn:a", A, at())
    published.note("urn:a", B, at())
    published.note_withdrawn(B)
    published.note_withdrawn(C)
    assert published.replace("urn:a", [], at(hours=1)) == (A,)


def test_articles_beyond_the_horizon_are_forgotten() -> None:
    published = PublishedEvents(timedelta(days=7))
    published.note("urn:a", A, at())
    published.note("urn:b", B, at(days=3))
    published.note("urn:c", C, at(days=8))
    assert len(published) == 2
    assert published.replace("urn:a", [], at(days=8)) == ()
    assert published.replace("urn:b", [], at(days=8)) == (B,)
