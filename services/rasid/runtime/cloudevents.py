"""CloudEvents 1.0 in Kafka's binary mode, and W3C trace context, for every message that Rasid writes.

Sources: the CloudEvents Kafka protocol binding 1.0.2 and W3C Trace Context level 1. Ids of traces and
spans are derived, not drawn: writing a message again gives the same bytes.
"""

import hashlib
import re
from functools import lru_cache
from typing import NamedTuple

from rasid.runtime.records import Headers, Outgoing, Record, record_time
from rasid_schemas.base import Contract
from rasid_schemas.codec import encode
from rasid_schemas.topics import Topic

TRACEPARENT = "traceparent"
_TRACEPARENT = re.compile(rb"00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})")


def message(topic: Topic, model: Contract, key: str, ce_id: str, ce_source: str, cause: Record) -> Outgoing:
    """A message of the contract, dated and traced by the record that caused it."""
    return encoded_message(topic, encode(model), key, ce_id, ce_source, cause)


def encoded_message(topic: Topic, value: bytes, key: str, ce_id: str, ce_source: str, cause: Record) -> Outgoing:
    """The same, of a model that is encoded already."""
    headers = _headers(topic.ce_type, ce_id, ce_source, cause)
    return Outgoing(topic.name, cause.timestamp_ms, key.encode(), value, headers)


def without_value(
    topic: Topic, key: bytes, ce_type: str, ce_id: str, ce_source: str, cause: Record, further: Headers = ()
) -> Outgoing:
    """A message without a value, dated and traced by the record that caused it; `further` headers are its own."""
    return Outgoing(topic.name, cause.timestamp_ms, key, None, (*_headers(ce_type, ce_id, ce_source, cause), *further))


def withdrawal(topic: Topic, key: str, ce_source: str, cause: Record, further: Headers = ()) -> Outgoing:
    """A message without a value that takes back what the topic told under a key."""
    ce_id = f"{key}:withdrawn:{cause.timestamp_ms}"
    return without_value(topic, key.encode(), topic.ce_type, ce_id, ce_source, cause, further)


def _headers(ce_type: str, ce_id: str, ce_source: str, cause: Record) -> Headers:
    return (
        ("ce_specversion", b"1.0"),
        ("ce_id", ce_id.encode()),
        ("ce_source", ce_source.encode()),
        ("ce_type", ce_type.encode()),
        ("ce_time", _time(cause.timestamp_ms)),
        ("content-type", b"application/json"),
        (TRACEPARENT, traceparent(cause, f"{ce_type}/{ce_id}")),
    )


def traceparent(cause: Record, span: str) -> bytes:
    """The trace of the causing record where it has one, else one of its own; the span is this message's."""
    trace = _trace(cause.header(TRACEPARENT) or b"", cause.topic, cause.partition, cause.offset)
    return f"00-{trace.id}-{_hex(span, 16)}-{trace.flags}".encode()


class _Trace(NamedTuple):
    id: str
    flags: str


@lru_cache(maxsize=16)
def _trace(traceparent: bytes, topic: str, partition: int, offset: int) -> _Trace:
    """That of a record: asked for with each of the messages that it causes."""
    given = _TRACEPARENT.fullmatch(traceparent)
    if given:
        return _Trace(given.group(1).decode(), given.group(2).decode())
    return _Trace(_hex(f"{topic}/{partition}/{offset}", 32), "01")


@lru_cache(maxsize=16)
def _time(timestamp_ms: int) -> bytes:
    return record_time(timestamp_ms).isoformat().encode()


def _hex(content: str, digits: int) -> str:
    return hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()[:digits]
