"""Alerts posted to a web address, signed as Standard Webhooks."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from rasid.alerting.channels.channel import AlertRefusedError, ChannelUnavailableError
from rasid.alerting.channels.posting import Poster, retry_after
from rasid.alerting.channels.webhook import WebhookChannel, is_secret
from support.alerts import alert
from support.receiver import Receiver

RAISED_AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
FIVE_SECONDS = timedelta(seconds=5)


async def post(receiver: Receiver, *alert_ids: str, secret: str | None = None) -> None:
    channel = WebhookChannel(receiver.url, FIVE_SECONDS, secret)
    try:
        for alert_id in alert_ids or ("a",):
            await channel.send(alert(RAISED_AT, alert_id))
    finally:
        await channel.close()


async def test_an_alert_is_a_cloudevent_under_its_idempotency_key(receiver: Receiver) -> None:
    firing = alert(RAISED_AT)
    await post(receiver)
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


async def test_who_has_the_secret_can_tell_that_it_is_genuine(receiver: Receiver) -> None:
    await post(receiver, secret=SECRET)
    [delivery] = receiver.taken
    assert Webhook(SECRET).verify(delivery.body, delivery.headers) == delivery.event


@pytest.mark.parametrize("header", ["webhook-id", "webhook-timestamp"])
async def test_what_was_tampered_with_is_not_genuine(receiver: Receiver, header: str) -> None:
    await post(receiver, secret=SECRET)
    [delivery] = receiver.taken
    changed = delivery.headers | {header: str(int(datetime.now(UTC).timestamp()) - 60)}
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(delivery.body, changed)
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(delivery.body.replace(b"A meeting", b"A mewting"), delivery.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET.replace("M", "N")).verify(delivery.body, delivery.headers)


async def test_without_a_secret_there_is_no_signature(receiver: Receiver) -> None:
    await post(receiver)
    assert "webhook-signature" not in receiver.taken[0].headers


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (SECRET, True),
        ("whsec_" + "A" * 32, True),
        ("whsec_" + "A" * 28, False),  # 21 bytes
        ("whsec_" + "A" * 88, False),  # 66 bytes
        (SECRET.removeprefix("whsec_"), False),
        ("whsec_not base64, and long enough for one", False),
        ("", False),
    ],
)
def test_what_a_secret_is(text: str, is_one: bool) -> None:
    assert is_secret(text) is is_one


async def test_one_connection_serves_all_alerts(receiver: Receiver) -> None:
    await post(receiver, "a", "b", "c")
    assert receiver.attempts == 3
    assert len(receiver.connections) == 1


@pytest.mark.parametrize("status", [302, 401, 404, 408, 429, 500, 503])
async def test_what_may_pass_is_tried_again(receiver: Receiver, status: int) -> None:
    receiver.answer = lambda _: status
    with pytest.raises(ChannelUnavailableError, match=str(status)):
        await post(receiver)


@pytest.mark.parametrize("status", [400, 410, 413, 422])
async def test_what_the_receiver_will_never_take_is_refused(receiver: Receiver, status: int) -> None:
    receiver.answer = lambda _: status
    with pytest.raises(AlertRefusedError, match=str(status)):
        await post(receiver)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_lead_nowhere(receiver: Receiver, other_receiver: Receiver, status: int) -> None:
    receiver.answer = lambda _: status
    receiver.answers_with = {"Location": other_receiver.url}
    with pytest.raises(ChannelUnavailableError):
        await post(receiver)
    assert other_receiver.attempts == 0


async def test_a_receiver_that_hangs_is_given_up_in_time(receiver: Receiver) -> None:
    receiver.delay = 30.0
    channel = WebhookChannel(receiver.url, timedelta(seconds=0.2))
    with pytest.raises(ChannelUnavailableError, match="Timeout"):
        await channel.send(alert(RAISED_AT))
    await channel.close()


async def test_nobody_there_is_tried_again_and_the_address_is_told_nowhere() -> None:
    channel = WebhookChannel("http://127.0.0.1:9/a-secret-path", FIVE_SECONDS)
    with pytest.raises(ChannelUnavailableError) as raised:
        await channel.send(alert(RAISED_AT))
    await channel.close()
    assert "secret" not in str(raised.value)


async def test_a_receiver_can_ask_for_time(receiver: Receiver) -> None:
    receiver.answer = lambda _: 429
    receiver.answers_with = {"Retry-After": "17"}
    with pytest.raises(ChannelUnavailableError) as raised:
        await post(receiver)
    assert raised.value.retry_after == 17


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 0),
        ("120", 120),
        (" 5 ", 5),
        ("Tue, 24 Nov 2026 12:01:30 GMT", 90),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0),
        ("soon", 0),
        ("-5", 0),
        ("1e3", 0),
    ],
)
def test_the_time_a_receiver_asks_for(header: str | None, seconds: float) -> None:
    assert retry_after(header, RAISED_AT) == seconds


async def test_a_refusal_whose_reason_never_comes_is_one_all_the_same() -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\n")
        await reader.read()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        poster = Poster(f"http://127.0.0.1:{port}/", timedelta(seconds=0.5), tells_why=True)
        with pytest.raises(AlertRefusedError, match="answered 400"):
            await poster.post(b"{}", {})
        await poster.close()
