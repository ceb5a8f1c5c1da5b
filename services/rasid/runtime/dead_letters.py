"""Dead letters: messages that cannot be processed, with their bytes untouched and the reason in headers.

The header names are Kafka Connect's (KIP-298), so that tools made for its dead letters read these.
"""

import hashlib
from dataclasses import dataclass, replace

from rasid.runtime.records import Headers, Outgoing, Record
from rasid_schemas.codec import ContentError
from rasid_schemas.topics import DEAD_LETTER_SUFFIX

CONNECT = "__connect.errors."
CODE = "rasid.error.code"
HASH = "rasid.error.value-sha256"
PROCESSING_FAILED = "processing-failed"
TOO_LARGE = "result-too-large"
REFUSED = "result-refused"
TIMESTAMP = "rasid.error.timestamp"
MAX_MESSAGE_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A dead letter as it was read back: the reason, and where the message came from."""

    record: Record
    topic: str
    partition: int
    offset: int
    code: str
    error: str
    message: str
    stage: str


def dead_letter(record: Record, error: Exception) -> Outgoing:
    """The message for the record's dead-letter topic: as it came, plus why it could not be processed."""
    return Outgoing(
        topic=record.topic + DEAD_LETTER_SUFFIX,
        timestamp_ms=record.timestamp_ms,
        key=_key(record.key, record.value),
        value=record.value,
        headers=record.headers + _reason(record, error),
    )


def without_value(letter: Outgoing) -> Outgoing:
    """What is kept of a message that even the dead-letter topic refuses: all but the value, and its hash."""
    digest = hashlib.sha256(letter.value or b"").hexdigest()
    headers = (*letter.headers, (HASH, digest.encode()))
    return Outgoing(letter.topic, letter.timestamp_ms, _key(letter.key, None), None, headers)


def at_another_time(letter: Outgoing, timestamp_ms: int) -> Outgoing:
    """What is kept of a message whose record time even the dead-letter topic refuses: all of it, and that time."""
    refused = (TIMESTAMP, str(letter.timestamp_ms).encode())
    return replace(letter, timestamp_ms=timestamp_ms, headers=(*letter.headers, refused))


def _key(key: bytes | None, value: bytes | None) -> bytes | None:
    """As it came, but that aiokafka's producer takes no message without key and value: such a key is empty."""
    return b"" if key is None and value is None else key


def error_code(error: Exception) -> str:
    """The stable code of an error, for programs."""
    return error.code if isinstance(error, ContentError) else PROCESSING_FAILED


def _stage(error: Exception) -> str:
    if not isinstance(error, ContentError):
        return "process"
    return "deliver" if error.code in {TOO_LARGE, REFUSED} else "decode"


def _reason(record: Record, error: Exception) -> Headers:
    reasons = {
        "topic": record.topic,
        "partition": str(record.partition),
        "offset": str(record.offset),
        "exception.class.name": type(error).__name__,
        "exception.message": str(error)[:MAX_MESSAGE_LENGTH],
        "stage": _stage(error),
    }
    headers = ((CONNECT + name, text.encode(errors="replace")) for name, text in reasons.items())
    return (*headers, (CODE, error_code(error).encode()))


def read_dead_letter(record: Record) -> DeadLetter:
    """The reason and origin that the headers of a dead letter tell; what they lack is empty."""

    def last(name: str) -> str:
        values = [value for key, value in record.headers if key == name]
        return values[-1].decode(errors="replace") if values else ""

    return DeadLetter(
        record=record,
        topic=last(CONNECT + "topic") or record.topic.removesuffix(DEAD_LETTER_SUFFIX),
        partition=_number(last(CONNECT + "partition")),
        offset=_number(last(CONNECT + "offset")),
        code=last(CODE),
        error=last(CONNECT + "exception.class.name"),
        message=last(CONNECT + "exception.message"),
        stage=last(CONNECT + "stage"),
    )


def original(letter: DeadLetter) -> Outgoing | None:
    """The message as it came, for the topic it came to; None where even the dead-letter topic refused its value."""
    record = letter.record
    if record.header(HASH) is not None:
        return None
    ours = {CODE, TIMESTAMP}
    headers = tuple((name, value) for name, value in record.headers if not (name in ours or name.startswith(CONNECT)))
    refused = (record.header(TIMESTAMP) or b"").decode(errors="replace")
    timestamp_ms = int(refused) if refused.isdecimal() else record.timestamp_ms
    return Outgoing(letter.topic, timestamp_ms, record.key, record.value, headers)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else -1
