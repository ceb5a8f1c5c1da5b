"""Which failures to deliver are the message's fault, and which the broker's."""

import pytest
from aiokafka import errors
from faust.exceptions import ProducerSendError

from rasid.runtime.refusals import passes_by_itself, refusal
from rasid_schemas.codec import ContentError


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (errors.MessageSizeTooLargeError(), "result-too-large"),
        (errors.RecordListTooLargeError(), "result-too-large"),
        (errors.InvalidTimestampError(), "result-refused"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value,
)
def test_what_no_retry_mends_is_the_message_s_fault(failure: Exception, code: str) -> None:
    for told in (failure, wrapped(failure)):
        reason = refusal(told)
        assert isinstance(reason, ContentError)
        assert reason.code == code


PASSING = [
    errors.KafkaConnectionError,
    errors.KafkaStorageError,
    errors.LeaderNotAvailableError,
    errors.NotEnoughReplicasAfterAppendError,
    errors.NotEnoughReplicasError,
    errors.NotLeaderForPartitionError,
    errors.RequestTimedOutError,
    errors.UnknownTopicOrPartitionError,
]
FOR_PEOPLE = [
    errors.AuthenticationFailedError,
    errors.ClusterAuthorizationFailedError,
    errors.CorruptRecordException,
    errors.InvalidTopicError,
    errors.InvalidRequiredAcksError,
    errors.KafkaTimeoutError,
    errors.PolicyViolationError,
    errors.ProducerClosed,
    errors.TopicAuthorizationFailedError,
    errors.UnknownError,
    errors.UnsupportedForMessageFormatError,
]


@pytest.mark.parametrize("failure", [*PASSING, *FOR_PEOPLE])
def test_what_another_day_would_take_is_the_broker_s(failure: type[Exception]) -> None:
    assert refusal(failure()) is None
    assert refusal(wrapped(failure())) is None


@pytest.mark.parametrize(
    ("failure", "passes"), [*((each, True) for each in PASSING), *((each, False) for each in FOR_PEOPLE)]
)
def test_what_somebody_has_to_mend_is_told_from_what_passes(failure: type[Exception], passes: bool) -> None:
    assert passes_by_itself(failure()) is passes
    assert passes_by_itself(wrapped(failure())) is passes


def test_without_a_failure_nothing_is_refused() -> None:
    assert refusal(None) is None


def wrapped(failure: Exception) -> ProducerSendError:
    """As Faust's producer raises it."""
    error = ProducerSendError(f"Error while sending: {failure!r}")
    error.__cause__ = failure
    return error
