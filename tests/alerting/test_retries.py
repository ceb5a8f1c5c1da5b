"""When the notifier tries again, and how long it waits."""

from datetime import timedelta

import pytest
from aiokafka import AIOKafkaProducer
from tenacity import AsyncRetrying, Future, RetryCallState

from rasid.alerting.channels.building import RoutedChannel
from rasid.alerting.channels.channel import ChannelUnavailableError
from rasid.alerting.clock import wall_clock
from rasid.alerting.notifier import LONGEST_WAIT, Notifier, pause
from rasid.alerting.routing import Routing
from rasid.alerting.silences import Silences
from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import encode
from rasid_schemas.topics import ALERTS
from support.alerts import alert

A_DAY = timedelta(days=1)
ADDRESS = "https://hooks.example.org/a-secret-path"


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


class Faulty:
    """A channel with a fault, the first time."""

    def __init__(self) -> None:
        self.tries = 0

    async def send(self, alert: Alert) -> None:
        self.tries += 1
        if self.tries == 1:
            raise LookupError(ADDRESS)

    async def close(self) -> None:
        pass


async def test_a_fault_in_a_channel_is_tried_again_and_told_without_addresses(caplog: pytest.LogCaptureFixture) -> None:
    channel = Faulty()
    producer = AIOKafkaProducer()  # for dead letters, of which there are none
    routed = RoutedChannel("faulty", Routing("desk", A_DAY), channel)
    notifier = Notifier(routed, Silences(), producer, wall_clock, Pulse())
    await notifier.notify(Record(ALERTS.name, 0, 0, 0, b"a", encode(alert(wall_clock()))))
    assert channel.tries == 2
    assert "the channel desk failed: LookupError at" in caplog.text
    assert "the channel desk did not take a:1 (failed: LookupError); it is tried again in" in caplog.text
    assert ADDRESS not in caplog.text
    await producer.stop()
