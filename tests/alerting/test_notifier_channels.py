"""A notifier with a file of channels: each its own alerts, in its own time."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rasid.commands.kinds import WorkerKind
from rasid.runtime.dead_letters import read_dead_letter
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import encode
from rasid_schemas.topics import ALERTS
from support.alerts import alert
from support.deployment import PATIENCE, Deployment
from support.receiver import Receiver
from support.waiting import eventually


@dataclass(frozen=True, slots=True)
class Channels:
    """Two webhooks: what the file says of each beside name, type and address, and who receives it."""

    file: Path
    desk: Receiver
    ops: Receiver

    def write(self, desk: str = "", ops: str = "") -> dict[str, str]:
        """Write the file; the environment that a notifier needs for it."""
        entries = {"desk": f"url: '${{DESK}}'{desk}", "ops": f"url: '${{OPS}}'{ops}"}
        lines = [f"  - {{name: {name}, type: webhook, {rest}}}" for name, rest in entries.items()]
        self.file.write_text("\n".join(["channels:", *lines]))
        return {"RASID_CHANNELS": str(self.file), "DESK": self.desk.url, "OPS": self.ops.url}


@pytest.fixture
def channels(tmp_path: Path, receiver: Receiver, other_receiver: Receiver) -> Channels:
    return Channels(tmp_path / "channels.yaml", receiver, other_receiver)


async def produce(deployment: Deployment, *alerts: Alert) -> None:
    for each in alerts:
        await deployment.produce(ALERTS, encode(each))


async def until_taken(receiver: Receiver, *keys: str) -> None:
    await eventually(lambda: len(receiver.keys) >= len(keys), PATIENCE, f"{keys} are taken, not {receiver.keys}")
    assert receiver.keys == list(keys)


def now() -> datetime:
    return datetime.now(UTC)


def critical(alert_id: str, revision: int = 1) -> Alert:
    return alert(now(), alert_id, revision).model_copy(update={"severity": "critical"})


async def test_a_channel_gets_what_its_matchers_and_statuses_let_through(
    embedded_deployment: Deployment, channels: Channels
) -> None:
    environment = channels.write(", matchers: [severity=critical], send_updated: false", ", send_resolved: false")
    updated = critical("b", 2).model_copy(update={"status": "updated"})
    resolved = critical("b", 3).model_copy(update={"status": "resolved"})
    await produce(embedded_deployment, alert(now(), "a"), critical("b"), updated, resolved, alert(now(), "c"))
    await embedded_deployment.start(WorkerKind.NOTIFIER, **environment)
    await until_taken(channels.ops, "a:1", "b:1", "b:2", "c:1")
    await until_taken(channels.desk, "b:1", "b:3")


async def test_a_channel_that_is_down_delays_itself_alone_and_has_dead_letters_of_its_own(
    embedded_deployment: Deployment, channels: Channels
) -> None:
    channels.desk.answer = lambda _: 503
    await embedded_deployment.start(WorkerKind.NOTIFIER, **channels.write(", max_age: 20s"))
    await produce(embedded_deployment, alert(now(), "a"), alert(now(), "b"))
    await until_taken(channels.ops, "a:1", "b:1")
    assert channels.desk.taken == []
    letters = await embedded_deployment.read(ALERTS.dead_letters, until=1)
    assert read_dead_letter(letters[0]).code == "desk-unavailable"
    channels.desk.answer = lambda _: 204
    await produce(embedded_deployment, alert(now(), "c"))
    await eventually(lambda: "c:1" in channels.desk.keys, PATIENCE, "the desk gets on once it is up")


async def test_a_second_notifier_goes_on_where_the_first_was_killed(
    embedded_deployment: Deployment, channels: Channels
) -> None:
    environment = channels.write()
    [first] = await embedded_deployment.start(WorkerKind.NOTIFIER, **environment)
    await produce(embedded_deployment, alert(now(), "a"))
    await until_taken(channels.desk, "a:1")
    await until_taken(channels.ops, "a:1")
    await embedded_deployment.start(WorkerKind.NOTIFIER, **environment)
    first.kill()
    await produce(embedded_deployment, alert(now(), "b"))
    await eventually(lambda: "b:1" in channels.desk.keys and "b:1" in channels.ops.keys, PATIENCE, "b:1 is taken")
