"""What matchers see of an alert."""

from datetime import UTC, datetime

from rasid.alerting.labels import labels_of, stable_labels
from rasid_schemas.alerts import Alert
from rasid_schemas.extraction import Evidence, Meeting, Participant, TroopAnnouncement
from support.alerts import alert

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUOTE = (Evidence(start=0, end=3, quote="met"),)


def raised_on(event: Meeting | TroopAnnouncement, *languages: str | None, **labels: str) -> Alert:
    raised = alert(NOON)
    reports = tuple(raised.cluster.reports[0].model_copy(update={"language": language}) for language in languages)
    cluster = raised.cluster.model_copy(update={"event": event, "reports": reports})
    return raised.model_copy(update={"cluster": cluster, "labels": labels})


def test_a_meeting() -> None:
    meeting = Meeting(
        participants=(Participant(name="A", affiliation="JO"), Participant(name="B", affiliation="FR")),
        mode="phone", status="planned", country="JO", evidence=QUOTE, confidence=1, rule="met",
    )  # fmt: skip
    assert labels_of(raised_on(meeting, "en-GB", "ar", "en", None)) == {
        "alertname": "every-meeting",
        "severity": "info",
        "alert_id": "a",
        "event_type": "meeting",
        "event_status": "planned",
        "mode": "phone",
        "country": "JO",
        "affiliations": "FR,JO",
        "languages": "ar,en",
    }


def test_troops_of_which_little_is_known() -> None:
    troops = TroopAnnouncement(action="deploy", status="announced", evidence=QUOTE, confidence=1, rule="sent")
    assert labels_of(raised_on(troops, None)) == {
        "alertname": "every-meeting",
        "severity": "info",
        "alert_id": "a",
        "event_type": "troop_announcement",
        "event_status": "announced",
        "action": "deploy",
    }


def test_a_rule_adds_labels_and_overwrites_none() -> None:
    meeting = Meeting(country="JO", evidence=QUOTE, confidence=1, rule="met")
    labels = labels_of(raised_on(meeting, "ar", team="desk", severity="critical", country="XX"))
    assert (labels["team"], labels["severity"], labels["country"]) == ("desk", "info", "JO")


def test_what_may_change_tells_no_alert_from_another() -> None:
    meeting = Meeting(country="JO", status="planned", evidence=QUOTE, confidence=1, rule="met")
    held = meeting.model_copy(update={"status": "held", "country": "IQ", "mode": "phone"})
    assert stable_labels(raised_on(meeting, "ar", team="desk")) == stable_labels(
        raised_on(held, "ar", "en", team="desk")
    )
