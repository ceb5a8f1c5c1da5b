"""Alerts posted to a web address."""

from datetime import UTC, datetime

import pytest

from rasid.alerting.channels.channel import AlertRefusedError, ChannelUnavailableError
from rasid.alerting.channels.webhook import WebhookChannel
from support.alerts import alert
from support.receiver import Receiver

RAISED_AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


async def test_an_alert_is_a_cloudevent_under_its_idempotency_key(receiver: Receiver) -> None:
    firing = alert(RAISED_AT)
    await WebhookChannel(receiver.url, timeout=5).send(firing)
    [delivery] = receiver.taken
    assert delivery.webhook_id == firing.idempotency_key
    assert delivery.content_type == "application/cloudevents+json"
    assert delivery.event == {
        "specversion": "1.0",
        "id": firing.idempotency_key,
        "source": "/rasid/alerting",
        "type": "rasid.alert.v1",
        "time": "2026-11-24T12:00:00+00:00",
        "datacontenttype": "application/json",
        "data": firing.model_dump(mode="json"),
    }


@pytest.mark.parametrize("status", [302, 401, 404, 408, 429, 500, 503])
async def test_what_may_pass_is_tried_again(receiver: Receiver, status: int) -> None:
    receiver.answer = lambda _: status
    with pytest.raises(ChannelUnavailableError, match=str(status)):
        await WebhookChannel(receiver.url, timeout=5).send(alert(RAISED_AT))


@pytest.mark.parametrize("status", [400, 413, 422])
async def test_what_the_receiver_will_never_take_is_refused(receiver: Receiver, status: int) -> None:
    receiver.answer = lambda _: status
    with pytest.raises(AlertRefusedError, match=str(status)):
        await WebhookChannel(receiver.url, timeout=5).send(alert(RAISED_AT))


async def test_a_receiver_that_hangs_is_given_up_in_time(receiver: Receiver) -> None:
    receiver.delay = 30.0
    with pytest.raises(ChannelUnavailableError):
        await WebhookChannel(receiver.url, timeout=0.2).send(alert(RAISED_AT))


async def test_nobody_there_is_tried_again() -> None:
    with pytest.raises(ChannelUnavailableError):
        await WebhookChannel("http://127.0.0.1:9/hook", timeout=5).send(alert(RAISED_AT))
