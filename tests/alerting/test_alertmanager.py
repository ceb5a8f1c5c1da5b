"""Alerts in a real Alertmanager: an alert is there, its revisions replace each other, its end ends it."""

from datetime import UTC, datetime, timedelta

import pytest

from rasid.alerting.channels.alertmanager import AlertmanagerChannel
from rasid.alerting.channels.channel import AlertRefusedError
from rasid_schemas.alerts import Alert, AlertStatus
from support.alertmanager import Alertmanager
from support.alerts import alert

FIVE_SECONDS = timedelta(seconds=5)
A_WEEK = timedelta(days=7)


def raised(revision: int, status: AlertStatus, **changes: object) -> Alert:
    """A revision of one alert; the first was raised ten minutes ago, each other a minute later."""
    at = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=11 - revision)
    return alert(at, revision=revision).model_copy(update={"status": status, **changes})


async def send(alertmanager: Alertmanager, *alerts: Alert) -> None:
    channel = AlertmanagerChannel(alertmanager.url, FIVE_SECONDS, A_WEEK)
    try:
        for each in alerts:
            await channel.send(each)
    finally:
        await channel.close()


def told(text: str) -> datetime:
    return datetime.fromisoformat(text)


async def test_a_firing_alert_is_active_for_longer_than_its_resolve_timeout(alertmanager: Alertmanager) -> None:
    firing = raised(1, "firing", title="لقاء في بغداد", labels={"team": "مكتب بغداد"})
    await send(alertmanager, firing)
    [shown] = await alertmanager.alerts()
    assert shown["status"]["state"] == "active"
    assert shown["labels"] == {
        "alertname": "every-meeting",
        "severity": "info",
        "alert_id": "a",
        "event_type": "meeting",
        "team": "مكتب بغداد",
    }
    assert shown["annotations"] == {
        "title": "لقاء في بغداد",
        "summary": "Amal Haddad met.",
        "quote": "met",
        "event_status": "held",
        "sources": "1",
        "revision": "1",
    }
    assert told(shown["startsAt"]) == firing.raised_at
    assert told(shown["endsAt"]) == firing.raised_at + A_WEEK


async def test_an_update_replaces_what_was_told_and_keeps_the_start(alertmanager: Alertmanager) -> None:
    firing, updated = raised(1, "firing"), raised(2, "updated", title="A longer meeting", severity="info")
    await send(alertmanager, firing, updated)
    [shown] = await alertmanager.alerts()
    assert (shown["annotations"]["title"], shown["annotations"]["revision"]) == ("A longer meeting", "2")
    assert told(shown["startsAt"]) == firing.raised_at
    assert told(shown["endsAt"]) == updated.raised_at + A_WEEK


async def test_its_end_ends_it(alertmanager: Alertmanager) -> None:
    await send(alertmanager, raised(1, "firing"), raised(2, "updated"), raised(3, "resolved"))
    assert await alertmanager.alerts() == []


async def test_the_same_revision_again_changes_nothing(alertmanager: Alertmanager) -> None:
    firing = raised(1, "firing")
    await send(alertmanager, firing, firing)
    [shown] = await alertmanager.alerts()
    assert told(shown["endsAt"]) == firing.raised_at + A_WEEK


async def test_two_alerts_of_a_rule_are_two(alertmanager: Alertmanager) -> None:
    first = raised(1, "firing")
    await send(alertmanager, first, first.model_copy(update={"alert_id": "b"}))
    await send(alertmanager, raised(2, "resolved"))
    [shown] = await alertmanager.alerts()
    assert shown["labels"]["alert_id"] == "b"


async def test_what_it_cannot_take_is_refused_with_its_reason(alertmanager: Alertmanager) -> None:
    with pytest.raises(AlertRefusedError, match=r"answered 400: .*invalid label set"):
        await send(alertmanager, raised(1, "firing", labels={"": "a label without a name"}))
    assert await alertmanager.alerts() == []


@pytest.mark.parametrize(
    ("url", "generator"),
    [
        ("https://news.example/خبر?a=ب", "https://news.example/%D8%AE%D8%A8%D8%B1?a=%D8%A8"),
        ("https://news.example/a b", "https://news.example/a%20b"),
        ("urn:newsml:1", ""),
        ("not an address", ""),
        ("http://[broken", ""),
    ],
)
async def test_any_link_is_taken(alertmanager: Alertmanager, url: str, generator: str) -> None:
    firing = raised(1, "firing")
    report = firing.cluster.reports[0].model_copy(update={"url": url})
    cluster = firing.cluster.model_copy(update={"reports": (report,)})
    await send(alertmanager, firing.model_copy(update={"cluster": cluster}))
    [shown] = await alertmanager.alerts()
    assert shown.get("generatorURL", "") == generator
    assert shown["annotations"]["link"] == url
