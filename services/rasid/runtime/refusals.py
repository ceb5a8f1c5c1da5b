"""What a failure to deliver tells: of the message, which no retry mends, or of the broker, which is tried again.

The test is whether the same bytes would ever be taken. Where a broker does not say, it is asked again: what waits is
late, what is wrongly dead-lettered is lost to whoever reads the topic.
"""

import logging

from aiokafka.errors import (
    InvalidTimestampError,
    KafkaError,
    MessageSizeTooLargeError,
    RecordListTooLargeError,
    TopicAuthorizationFailedError,
)

from rasid.runtime import metrics
from rasid.runtime.dead_letters import REFUSED, TOO_LARGE, dead_letter, error_code
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import ContentError

logger = logging.getLogger(__name__)

_OF_THE_MESSAGE: dict[type[BaseException], tuple[str, str]] = {
    MessageSizeTooLargeError: (TOO_LARGE, "what came of it is larger than its topic takes"),
    RecordListTooLargeError: (TOO_LARGE, "what came of it is larger than a segment of its topic"),
    InvalidTimestampError: (REFUSED, "its topic does not take the record time of what came of it"),
}


def cause(failure: BaseException) -> BaseException:
    """The client's own error, which Faust's producer wraps."""
    return failure.__cause__ or failure


def refusal(failure: BaseException | None) -> ContentError | None:
    """Why the message will never be taken; None where the failure is not about the message."""
    if failure is None:
        return None
    reason = _OF_THE_MESSAGE.get(type(cause(failure)))
    return ContentError(*reason) if reason else None


def passes_by_itself(failure: BaseException) -> bool:
    """Whether the broker is expected to get over it; else somebody has to do something, such as grant a right."""
    told = cause(failure)
    return isinstance(told, KafkaError) and told.retriable


def told(failure: BaseException) -> str:
    """The failure in words: a missing right with the name of what it is missing on."""
    reason = cause(failure)
    return f"may not WRITE: {reason}" if isinstance(reason, TopicAuthorizationFailedError) else str(reason)


def refused(record: Record, error: Exception) -> Outgoing:
    """The dead letter of a record, counted; an error that is no ContentError is ours and is logged whole."""
    if not isinstance(error, ContentError):
        logger.error("%s/%d@%d failed", record.topic, record.partition, record.offset, exc_info=error)
    metrics.DEAD_LETTERS.labels(record.topic, error_code(error)).inc()
    return dead_letter(record, error)
