"""The notifier behind `alerts.v1`: each alert until it is taken, refused or too old."""

from datetime import UTC, datetime, timedelta

from aiokafka import AIOKafkaProducer

from rasid.alerting.channels.building import RoutedChannel
from rasid.alerting.channels.log import LogChannel
from rasid.alerting.clock import wall_clock
from rasid.alerting.notifier import Notifier
from rasid.alerting.routing import Routing
from rasid.alerting.silences import Silences
from rasid.commands.kinds import WorkerKind
from rasid.runtime.clients import producer
from rasid.runtime.dead_letters import read_dead_letter
from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import encode
from rasid_schemas.topics import ALERTS
from support.alerts import alert
from support.deployment import PATIENCE, Deployment
from support.receiver import Receiver
from support.waiting import eventually


async def start(deployment: Deployment, receiver: Receiver, *alerts: Alert | bytes) -> None:
    for each in alerts:
        await deployment.produce(ALERTS, each if isinstance(each, bytes) else encode(each))
    await deployment.start(WorkerKind.NOTIFIER, RASID_WEBHOOK_URL=receiver.url)


async def until_taken(receiver: Receiver, *keys: str) -> None:
    await eventually(lambda: len(receiver.taken) >= len(keys), PATIENCE, f"{keys} are taken")
    assert [delivery.webhook_id for delivery in receiver.taken] == list(keys)


def now() -> datetime:
    return datetime.now(UTC)


async def test_alerts_are_sent_in_their_order(deployment: Deployment, receiver: Receiver) -> None:
    await start(deployment, receiver, alert(now(), "a", 1), alert(now(), "b", 1), alert(now(), "a", 2))
    await until_taken(receiver, "a:1", "b:1", "a:2")


async def test_a_webhook_that_is_down_delays_its_alerts_and_loses_none(
    embedded_deployment: Deployment, receiver: Receiver
) -> None:
    receiver.answer = lambda attempt: 503 if attempt < 3 else 204
    await start(embedded_deployment, receiver, alert(now(), "a"), alert(now(), "b"))
    await until_taken(receiver, "a:1", "b:1")
    assert receiver.attempts == 4


async def test_a_refused_alert_goes_to_the_dead_letters_and_the_next_is_sent(
    embedded_deployment: Deployment, receiver: Receiver
) -> None:
    receiver.answer = lambda attempt: 422 if attempt == 1 else 204
    refused = alert(now(), "a")
    await start(embedded_deployment, receiver, refused, alert(now(), "b"))
    await until_taken(receiver, "b:1")
    [letter] = await embedded_deployment.read(ALERTS.dead_letters, until=1)
    assert letter.value == encode(refused)
    assert read_dead_letter(letter).code == "webhook-refused"
    assert read_dead_letter(letter).message == "answered 422"


async def test_an_old_alert_pages_nobody(embedded_deployment: Deployment, receiver: Receiver) -> None:
    await start(embedded_deployment, receiver, alert(now() - timedelta(hours=25), "old"), alert(now(), "new"))
    await until_taken(receiver, "new:1")


async def test_what_is_no_alert_is_a_dead_letter(embedded_deployment: Deployment, receiver: Receiver) -> None:
    await start(embedded_deployment, receiver, b"{not an alert", alert(now(), "a"))
    await until_taken(receiver, "a:1")
    letters = await embedded_deployment.read(ALERTS.dead_letters, until=2)
    assert {letter.value for letter in letters} == {b"{not an alert"}


async def test_an_alert_whose_times_have_no_offset_is_a_dead_letter(
    embedded_deployment: Deployment, receiver: Receiver
) -> None:
    naive = encode(alert(now(), "naive").model_copy(update={"raised_at": datetime(2026, 11, 24, 12)}))
    await start(embedded_deployment, receiver, naive, alert(now(), "a"))
    await until_taken(receiver, "a:1")
    letters = await embedded_deployment.read(ALERTS.dead_letters, until=2)
    assert {letter.value for letter in letters} == {naive}
    assert read_dead_letter(letters[0]).message.startswith("raised_at: Input should have timezone info")


async def test_a_message_without_key_and_value_is_a_dead_letter(
    embedded_deployment: Deployment, receiver: Receiver
) -> None:
    async with AIOKafkaProducer(bootstrap_servers=embedded_deployment.broker.bootstrap) as client:
        batch = client.create_batch()  # by itself it sends no such message; others do
        batch.append(key=None, value=None, timestamp=None)
        batch.close()
        await (await client.send_batch(batch, ALERTS.name, partition=0))
    await start(embedded_deployment, receiver, alert(now(), "a"))
    await until_taken(receiver, "a:1")
    letters = await embedded_deployment.read(ALERTS.dead_letters, until=2)
    assert {(letter.key, letter.value) for letter in letters} == {(b"", None)}


class Confused(Routing):
    """A fault of ours."""

    def wants(self, alert: Alert) -> bool:
        raise ZeroDivisionError


async def test_whatever_an_alert_runs_into_it_is_a_dead_letter(embedded_deployment: Deployment) -> None:
    async with producer(embedded_deployment.settings) as client:
        routed = RoutedChannel("log", Confused("log", timedelta(hours=24)), LogChannel())
        notifier = Notifier(routed, Silences(), client, wall_clock, Pulse())
        await notifier.notify(Record(ALERTS.name, 0, 0, 0, b"a", encode(alert(now()))))
    [letter] = await embedded_deployment.read(ALERTS.dead_letters, until=1)
    assert read_dead_letter(letter).code == "processing-failed"
    assert read_dead_letter(letter).error == "ZeroDivisionError"


class Slow:
    """A channel that takes everything, each alert for half a day of a clock of its own."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    async def send(self, alert: Alert) -> None:
        self.time += timedelta(hours=13)

    async def close(self) -> None:
        pass


async def test_what_grows_old_behind_others_is_a_dead_letter_and_what_comes_old_is_not(
    embedded_deployment: Deployment,
) -> None:
    channel = Slow(now())
    waiting = [Record(ALERTS.name, 0, n, 0, b"a", encode(alert(channel.time, f"a{n}"))) for n in range(4)]
    async with producer(embedded_deployment.settings) as client:
        routed = RoutedChannel("slow", Routing("slow", timedelta(hours=24)), channel)
        notifier = Notifier(routed, Silences(), client, lambda: channel.time, Pulse())
        for record in waiting[:3]:
            await notifier.notify(record)
        notifier.rest()
        await notifier.notify(waiting[3])
    [letter] = await embedded_deployment.read(ALERTS.dead_letters, until=1)
    assert (letter.value, read_dead_letter(letter).code) == (waiting[2].value, "slow-unavailable")
