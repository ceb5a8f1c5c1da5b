"""Three articles in two languages tell of one meeting, two more of its cancellation: what people are told of it."""

from pathlib import Path

import orjson
import pytest

from rasid.commands.kinds import WorkerKind
from rasid_schemas.topics import ALERTS, ARTICLES_RAW
from support.alertmanager import Alertmanager
from support.deployment import PATIENCE, Deployment
from support.kafka_io import produce
from support.receiver import Receiver
from support.waiting import eventually

PLANNED = [
    (
        "ar",
        "سيلتقي وزير الخارجية الأردني مازن الخطيب في عمان يوم الخميس نظيره الألماني يوهانس فينكلر لبحث أوضاع المنطقة.",
    ),
    (
        "ar",
        "قالت الخارجية الأردنية إن الوزير مازن الخطيب سيستقبل يوم الخميس في عمان وزير الخارجية الألماني يوهانس فينكلر.",
    ),
    (
        "en",
        "Jordanian Foreign Minister Mazen al-Khatib will meet German Foreign Minister Johannes Winkler in Amman on "
        "Thursday, his office said.",
    ),
]
CANCELLED = [
    ("ar", "ألغي اللقاء الذي كان مقررا في عمان بين وزير الخارجية الأردني مازن الخطيب ونظيره الألماني يوهانس فينكلر."),
    (
        "en",
        "Jordanian Foreign Minister Mazen al-Khatib cancelled a meeting with German Foreign Minister Johannes Winkler "
        "planned for Thursday in Amman, his office said.",
    ),
]
RULES = """
rules:
  - name: meetings
    severity: warning
    when: event.type == "meeting"
    group_wait: {}
"""
CHANNELS = """
channels:
  - {{name: desk, type: webhook, url: "${{DESK_URL}}"}}
  - {{name: alertmanager, type: alertmanager, url: "{}"}}
"""
Told = tuple[str, int, str | None]


async def publish(deployment: Deployment, articles: list[tuple[str, str]], first: int) -> None:
    """Each in turn, from an outlet of its own, by the hour."""
    for number, (language, body) in enumerate(articles, first):
        fields = {"uri": f"urn:{number}", "body": body, "language": language, "source": f"Wire {number}"}
        value = orjson.dumps(fields | {"published_at": f"2026-11-24T{8 + number:02}:00:00Z"})
        await produce(deployment.broker.bootstrap, ARTICLES_RAW.name, b"same", value)


def told_by(receiver: Receiver) -> list[Told]:
    alerts = [delivery.event["data"] for delivery in receiver.taken]
    return [(alert["status"], alert["cluster"]["sources"], alert["reason"]) for alert in alerts]  # type: ignore[index]


async def until_told(receiver: Receiver, count: int) -> None:
    await eventually(lambda: len(receiver.taken) >= count, PATIENCE + 30, f"{count} alerts are told")


@pytest.mark.parametrize(
    ("wait", "told"),
    [
        pytest.param("30s", [("firing", 3, None), ("resolved", 5, "cancelled")], id="they wait half a minute"),
        pytest.param(
            "0s",
            [("firing", 1, None), ("updated", 2, None), ("updated", 3, None), ("resolved", 4, "cancelled")],
            id="they wait for nothing",
        ),
    ],
)
async def test_a_meeting_and_its_cancellation(
    embedded_deployment: Deployment, receiver: Receiver, alertmanager: Alertmanager, tmp_path: Path, wait: str,
    told: list[Told],
) -> None:  # fmt: skip
    rules, channels = tmp_path / "rules.yaml", tmp_path / "channels.yaml"
    rules.write_text(RULES.format(wait))
    channels.write_text(CHANNELS.format(alertmanager.url))
    env = {"RASID_RULES": str(rules), "RASID_CHANNELS": str(channels), "DESK_URL": receiver.url}
    await embedded_deployment.start(WorkerKind.ENRICHMENT, WorkerKind.ALERTING, WorkerKind.NOTIFIER, **env)

    await publish(embedded_deployment, PLANNED, 0)
    await until_told(receiver, len(told) - 1)
    await eventually(lambda: is_shown(alertmanager, True), PATIENCE, "Alertmanager shows the alert")
    await publish(embedded_deployment, CANCELLED, len(PLANNED))
    await until_told(receiver, len(told))
    await eventually(lambda: is_shown(alertmanager, False), PATIENCE, "Alertmanager shows that it is over")

    assert told_by(receiver) == told
    assert len(await embedded_deployment.read(ALERTS)) == len(told)
    two_of_five = "مصدرين" in str(receiver.taken[-1].event["data"])
    assert two_of_five == (wait == "30s"), "how many sources tell of the cancellation"


async def is_shown(alertmanager: Alertmanager, active: bool) -> bool:
    return bool(await alertmanager.alerts()) == active
