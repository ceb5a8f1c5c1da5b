"""Headers of what Rasid writes."""

import pytest

from rasid.runtime.cloudevents import message, traceparent
from rasid.runtime.records import Record
from rasid_schemas.articles import RawArticle
from rasid_schemas.topics import ARTICLES_RAW

TRACE = b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"


def record(**changes: object) -> Record:
    fields: dict[str, object] = {"topic": "t", "partition": 1, "offset": 7, "timestamp_ms": 1_700_000_000_123}
    return Record(**(fields | {"key": b"k", "value": b"v"} | changes))  # type: ignore[arg-type]


def test_a_message_is_a_cloudevent_dated_by_its_cause() -> None:
    outgoing = message(ARTICLES_RAW, RawArticle(uri="urn:a", body="x"), "urn:a", "urn:a:1", "/rasid/test", record())
    headers = dict(outgoing.headers)
    assert outgoing.timestamp_ms == 1_700_000_000_123
    assert headers["ce_specversion"] == b"1.0"
    assert headers["ce_id"] == b"urn:a:1"
    assert headers["ce_type"] == b"rasid.article.raw.v1"
    assert headers["ce_time"] == b"2023-11-14T22:13:20.123000+00:00"
    assert headers["content-type"] == b"application/json"


def test_the_trace_of_the_cause_goes_on_with_a_span_of_its_own() -> None:
    version, trace, span, flags = traceparent(record(headers=(("traceparent", TRACE),)), "span").split(b"-")
    assert (version, trace, flags) == (b"00", b"4bf92f3577b34da6a3ce929d0e0e4736", b"00")
    assert span != b"00f067aa0ba902b7"


@pytest.mark.parametrize("given", [None, b"", b"nonsense", b"00-" + b"0" * 32 + b"-00f067aa0ba902b7-01", b"\xff"])
def test_without_a_valid_trace_one_is_derived(given: bytes | None) -> None:
    headers = () if given is None else (("traceparent", given),)
    derived = traceparent(record(headers=headers), "span")
    assert derived == traceparent(record(), "span")
    assert derived != traceparent(record(offset=8), "span")
