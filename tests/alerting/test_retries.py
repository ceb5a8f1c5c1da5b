"""How long the notifier waits between two tries."""

from datetime import timedelta

import pytest
from tenacity import AsyncRetrying, Future, RetryCallState

from rasid.alerting.channels.channel import ChannelUnavailableError
from rasid.alerting.notifier import LONGEST_WAIT, pause

A_DAY = timedelta(days=1)


def after(attempt: int, asked: float = 0.0) -> RetryCallState:
    state = RetryCallState(AsyncRetrying(), None, (), {})
    state.attempt_number = attempt
    state.outcome = Future(attempt)
    state.outcome.set_exception(ChannelUnavailableError("answered 503", asked))
    return state


@pytest.mark.parametrize(("attempt", "at_least"), [(1, 0.5), (2, 1), (5, 8), (50, LONGEST_WAIT)])
def test_each_wait_is_longer_up_to_a_minute(attempt: int, at_least: float) -> None:
    assert at_least <= pause(after(attempt), A_DAY) <= LONGEST_WAIT


def test_no_two_waits_are_alike() -> None:
    assert len({pause(after(3), A_DAY) for _ in range(20)}) > 1


def test_a_receiver_that_asks_for_time_gets_it() -> None:
    assert pause(after(1, asked=300), A_DAY) == 300


def test_one_that_asks_for_less_changes_nothing() -> None:
    assert pause(after(8, asked=1), A_DAY) > 30


def test_nothing_waits_for_longer_than_it_may_be_sent() -> None:
    assert pause(after(1, asked=3600), timedelta(seconds=4)) == 4
    assert pause(after(1), timedelta(seconds=-1)) == 0
