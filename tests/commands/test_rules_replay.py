"""`rasid rules replay`: what rules would have raised on what is on the event topics."""

from datetime import timedelta
from pathlib import Path

import pytest

from rasid.commands.rules_replay import by_time
from rasid_schemas.codec import encode
from rasid_schemas.topics import ALERTS, MEETINGS, TROOP_ANNOUNCEMENTS
from support.alerts import alert
from support.command_line import Finished, rasid
from support.deployment import Deployment
from support.events import START, meeting, troops

RULES = """\
rules:
  - {name: talks, severity: info, when: event.type == "meeting", group_wait: 10m}
  - {name: troops, severity: warning, when: event.type == "troop_announcement"}
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "rules.yaml"
    path.write_text(RULES)
    return path


async def told(deployment: Deployment) -> None:
    """Three sources on a meeting, at 0, 1 and 26 hours, a dead letter, and a deployment at 25 hours."""
    for hours, source in ((0, "One"), (1, "Two"), (26, "Three")):
        event = meeting(f"urn:{source}", "Amal Haddad", "Paul Weber", source=source, date="2024-05-20")
        await deployment.produce(MEETINGS, encode(event), timestamp=moment(hours))
    await deployment.produce(MEETINGS, b"{}", timestamp=moment(26))
    deployed = troops("urn:t", "deploy", troops_max=900, force_affiliation="DK")
    await deployment.produce(TROOP_ANNOUNCEMENTS, encode(deployed), timestamp=moment(25))


def moment(hours: float) -> int:
    return int((START + timedelta(hours=hours)).timestamp() * 1000)


async def replayed(deployment: Deployment, rules: Path, *arguments: str) -> Finished:
    return await rasid("rules", "replay", "--rules", str(rules), *arguments, RASID_BROKER=deployment.broker.url)


async def test_the_alerts_of_a_period_are_shown_as_they_would_have_been(deployment: Deployment, rules: Path) -> None:
    await told(deployment)
    whole = await replayed(deployment, rules, "--since", "2024-05-20", "--until", "2024-05-22")
    assert [(line["rule"], line["status"], line["sources"], line["raised_at"]) for line in whole.lines] == [
        ("talks", "firing", 1, "2024-05-20T08:10:00+00:00"),
        ("talks", "updated", 2, "2024-05-20T09:10:00+00:00"),
        ("troops", "firing", 1, "2024-05-21T09:00:00+00:00"),
        ("talks", "updated", 3, "2024-05-21T10:10:00+00:00"),
    ]
    assert whole.stderr == "talks: 1 firing, 2 updated, 0 resolved\ntroops: 1 firing, 0 updated, 0 resolved\n"
    assert await deployment.read(ALERTS) == []


async def test_what_is_dated_by_no_time_is_passed_over(embedded_deployment: Deployment, rules: Path) -> None:
    event = encode(meeting("urn:one", "Amal Haddad", "Paul Weber"))
    await embedded_deployment.produce(MEETINGS, event, timestamp=253_402_300_800_000)
    await embedded_deployment.produce(MEETINGS, event, timestamp=moment(0))
    whole = await replayed(embedded_deployment, rules, "--since", "2024-05-20", "--until", "2024-05-22")
    assert (whole.exit_code, len(whole.lines)) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "alerts"),
    [
        (["--since", "2024-05-21"], [("troops", "firing"), ("talks", "updated")]),
        (["--since", "2024-05-21", "--rule", "talks"], [("talks", "updated")]),
        (["--since", "2024-05-20", "--until", "2024-05-20T09:10:00Z"], [("talks", "firing")]),
        (["--since", "1h"], []),
    ],
)
async def test_what_came_before_decides_what_is_news(
    embedded_deployment: Deployment, rules: Path, arguments: list[str], alerts: list[tuple[str, str]]
) -> None:
    await told(embedded_deployment)
    until = [] if "--until" in arguments or "1h" in arguments else ["--until", "2024-05-22"]
    finished = await replayed(embedded_deployment, rules, *arguments, *until)
    assert [(line["rule"], line["status"]) for line in finished.lines] == alerts


def test_the_revisions_of_an_alert_keep_their_order_where_an_article_is_dated_before_another() -> None:
    first, other = alert(START + timedelta(seconds=2)), alert(START + timedelta(seconds=1), "other")
    second = first.model_copy(update={"revision": 2, "raised_at": START})
    assert by_time([first, second, other]) == [other, first, second]
