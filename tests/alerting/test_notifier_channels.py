"""A notifier with a file of channels: each its own alerts, in its own time."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from rasid.commands.kinds import WorkerKind
from rasid.runtime.dead_letters import read_dead_letter
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode, encode
from rasid_schemas.topics import ALERTS
from support.alerts import alert
from support.deployment import PATIENCE, STOP_SECONDS, Deployment
from support.mail import silent_server
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
        file = written(self.file, "\n".join(["channels:", *lines]))
        return {"RASID_CHANNELS": file, "DESK": self.desk.url, "OPS": self.ops.url}


@pytest.fixture
def channels(tmp_path: Path, receiver: Receiver, other_receiver: Receiver) -> Channels:
    return Channels(tmp_path / "channels.yaml", receiver, other_receiver)


def written(file: Path, text: str) -> str:
    file.write_text(text)
    return str(file)


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


async def test_a_channel_that_is_down_delays_itself_alone_and_what_it_never_took_is_in_the_dead_letters(
    embedded_deployment: Deployment, channels: Channels
) -> None:
    await embedded_deployment.start(WorkerKind.NOTIFIER, **channels.write(", max_age: 10s"))
    await eventually(lambda: taken_of_new(embedded_deployment, channels.desk), PATIENCE, "the desk is up")
    channels.desk.answer = lambda _: 503
    raised_at = now()
    await produce(embedded_deployment, *(alert(raised_at, alert_id) for alert_id in "abc"))
    await eventually(lambda: {"a:1", "b:1", "c:1"} <= set(channels.ops.keys), PATIENCE, "the others get on")
    letters = await embedded_deployment.read(ALERTS.dead_letters, until=lambda read: ids(read) >= {"a", "b", "c"})
    assert {read_dead_letter(letter).code for letter in letters} == {"desk-unavailable"}
    channels.desk.answer = lambda _: 204
    await eventually(lambda: taken_of_new(embedded_deployment, channels.desk), PATIENCE, "the desk is up again")


def ids(letters: Sequence[Record]) -> set[str]:
    return {decode(Alert, letter.value or b"").alert_id for letter in letters}


async def taken_of_new(deployment: Deployment, receiver: Receiver) -> bool:
    """Whether a receiver takes one more alert, raised now."""
    before = len(receiver.taken)
    await produce(deployment, alert(now(), f"new-{uuid4()}"))
    with suppress(AssertionError):
        await eventually(lambda: len(receiver.taken) > before, 2)
    return len(receiver.taken) > before


async def test_a_notifier_whose_channel_hangs_in_a_thread_ends_in_time(
    embedded_deployment: Deployment, tmp_path: Path
) -> None:
    file = written(tmp_path / "channels.yaml", "channels: [{name: mail, type: apprise, url: '${MAIL}', timeout: 5m}]")
    async with silent_server() as server:
        url = f"mailto://127.0.0.1:{server.port}/?from=rasid@desk.example&to=reader@desk.example"
        environment = {"RASID_CHANNELS": file, "MAIL": url}
        [notifier] = await embedded_deployment.start(WorkerKind.NOTIFIER, **environment)
        await produce(embedded_deployment, alert(now(), "a"))
        await eventually(lambda: server.connections > 0, PATIENCE, "the mail server is tried")
        await notifier.stop(STOP_SECONDS)
        assert await notifier.wait() == 0, "it ended by itself, and well: what was in hand is not committed"


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
