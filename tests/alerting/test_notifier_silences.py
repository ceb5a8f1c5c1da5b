"""A notifier with silences on their topic: what is silenced reaches nobody but the log."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import orjson
import pytest
from aiokafka import AIOKafkaProducer

from rasid.alerting.channels.building import RoutedChannel
from rasid.alerting.channels.channel import ChannelUnavailableError
from rasid.alerting.notifier import Notifier
from rasid.alerting.routing import Routing
from rasid.alerting.silences import Silences
from rasid.commands.kinds import WorkerKind
from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert, Severity
from rasid_schemas.codec import encode
from rasid_schemas.silences import Silence
from rasid_schemas.topics import ALERTS, SILENCES
from support.alerts import alert, silence
from support.deployment import PATIENCE, STOP_SECONDS, Deployment
from support.kafka_io import produce
from support.receiver import Receiver
from support.waiting import eventually


def now() -> datetime:
    return datetime.now(UTC)


def of(severity: Severity, alert_id: str, revision: int = 1) -> Alert:
    return alert(now(), alert_id, revision).model_copy(update={"severity": severity})


async def silenced(deployment: Deployment, *silences: Silence) -> None:
    for each in silences:
        await produce(deployment.broker.bootstrap, SILENCES.name, each.silence_id.encode(), encode(each))


async def told(deployment: Deployment, *alerts: Alert) -> None:
    for each in alerts:
        await deployment.produce(ALERTS, encode(each))


async def until_taken(receiver: Receiver, *keys: str) -> None:
    await eventually(lambda: len(receiver.keys) >= len(keys), PATIENCE, f"{keys} are taken, not {receiver.keys}")
    assert receiver.keys == list(keys)


async def test_a_silenced_alert_reaches_the_log_alone(deployment: Deployment, receiver: Receiver) -> None:
    await produce(deployment.broker.bootstrap, SILENCES.name, b"bad", b"{not a silence")
    await silenced(deployment, silence("quiet", "severity=info", starts_at=now() - timedelta(minutes=5)))
    await told(deployment, of("info", "a"), of("critical", "b"))
    [notifier] = await deployment.start(WorkerKind.NOTIFIER, RASID_WEBHOOK_URL=receiver.url)
    await until_taken(receiver, "b:1")
    await eventually(lambda: "b:1" in logged(notifier.output), PATIENCE, "the log has b:1")
    assert logged(notifier.output) == {"a:1": "quiet", "b:1": None}
    assert "a:1 is not sent by webhook: silence quiet of amal until" in notifier.output
    assert "silences.v1@0 is no silence and is ignored" in notifier.output


def logged(output: str) -> dict[str, str | None]:
    """The alerts in the log, and what silences them."""
    lines = [orjson.loads(line) for line in output.splitlines() if line.startswith("{")]
    return {line["idempotency_key"]: line.get("silenced_by") for line in lines if "idempotency_key" in line}


async def test_a_silence_works_while_the_notifier_runs_and_is_known_to_the_next(
    embedded_deployment: Deployment, receiver: Receiver
) -> None:
    environment = {"RASID_WEBHOOK_URL": receiver.url}
    [first] = await embedded_deployment.start(WorkerKind.NOTIFIER, **environment)
    await told(embedded_deployment, of("info", "before"))
    await until_taken(receiver, "before:1")
    await silenced(embedded_deployment, silence("quiet", "severity=info", starts_at=now()))

    async def one_is_silenced() -> bool:
        await told(embedded_deployment, of("info", "probe"))
        return "silence quiet" in first.output

    await eventually(one_is_silenced, PATIENCE, "the silence is known")
    await first.stop(STOP_SECONDS)
    taken = len(receiver.keys)
    await told(embedded_deployment, of("info", "silenced"), of("critical", "after"))
    await embedded_deployment.start(WorkerKind.NOTIFIER, **environment)
    await eventually(lambda: "after:1" in receiver.keys, PATIENCE, "after:1 is taken")
    assert receiver.keys[taken:] == ["after:1"]


async def test_an_alert_that_goes_on_is_told_again_once_its_silence_has_ended(
    embedded_deployment: Deployment, receiver: Receiver
) -> None:
    quiet = silence("quiet", "severity=info", starts_at=now() - timedelta(minutes=5))
    await silenced(embedded_deployment, quiet)
    await told(embedded_deployment, of("info", "a", 1))
    environment = {"RASID_WEBHOOK_URL": receiver.url}
    [notifier] = await embedded_deployment.start(WorkerKind.NOTIFIER, **environment)
    await eventually(lambda: "a:1 is not sent by webhook" in notifier.output, PATIENCE, "a:1 is silenced")
    await silenced(embedded_deployment, quiet.model_copy(update={"ends_at": now()}))
    revision = 1

    async def one_is_taken() -> bool:
        nonlocal revision
        revision += 1
        await told(embedded_deployment, of("info", "a", revision))
        return bool(receiver.keys)

    await eventually(one_is_taken, PATIENCE, "an update is taken")
    assert "a:1" not in receiver.keys


class Down:
    """A channel that is down; what happens at its first try is the test's."""

    def __init__(self, at_the_first_try: Callable[[], object]) -> None:
        self._at_the_first_try = at_the_first_try
        self.tries = 0

    async def send(self, alert: Alert) -> None:
        self.tries += 1
        if self.tries == 1:
            self._at_the_first_try()
        raise ChannelUnavailableError("is down")

    async def close(self) -> None:
        pass


@pytest.fixture
def silences() -> Silences:
    return Silences()


async def test_an_alert_that_waits_for_its_channel_is_silenced_as_well(silences: Silences) -> None:
    quiet = silence("quiet", "severity=info", starts_at=now())
    channel = Down(lambda: silences.apply(Record(SILENCES.name, 0, 0, 0, b"quiet", encode(quiet))))
    await notified(RoutedChannel("down", Routing("desk", timedelta(days=1)), channel), silences)
    assert channel.tries == 1


async def test_a_channel_may_be_told_all_the_same(silences: Silences) -> None:
    quiet = silence("quiet", "severity=info", starts_at=now())
    silences.apply(Record(SILENCES.name, 0, 0, 0, b"quiet", encode(quiet)))
    taken: list[str] = []

    class Taking(Down):
        async def send(self, alert: Alert) -> None:
            taken.append(alert.alert_id)

    for ignores in (True, False):
        routing = Routing("desk", timedelta(days=1), ignores_silences=ignores)
        await notified(RoutedChannel("taking", routing, Taking(lambda: None)), silences)
    assert taken == ["a"]


async def notified(routed: RoutedChannel, silences: Silences) -> None:
    producer = AIOKafkaProducer()  # for dead letters, of which there are none
    notifier = Notifier(routed, silences, producer, now, Pulse())
    await notifier.notify(Record(ALERTS.name, 0, 0, 0, b"a", encode(of("info", "a"))))
    await producer.stop()
