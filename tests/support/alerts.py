"""Alerts to send, and alerts that a fold told."""

from collections.abc import Iterable
from datetime import datetime

from rasid.alerting.alerts.telling import Told
from rasid_schemas.alerts import Alert, EventCluster, Report
from rasid_schemas.extraction import Evidence, Meeting, Participant

EVIDENCE = (Evidence(start=0, end=3, quote="met"),)


def written(told: Iterable[Told]) -> tuple[Alert, ...]:
    """What a fold told, as alerts."""
    return tuple(each.alert() for each in told)


def alert(raised_at: datetime, alert_id: str = "a", revision: int = 1) -> Alert:
    """An alert on a meeting told by one article."""
    meeting = Meeting(participants=(Participant(name="Amal Haddad"),), evidence=EVIDENCE, confidence=0.9, rule="met")
    cluster = EventCluster(
        cluster_id="c",
        revision=1,
        event=meeting,
        reports=(Report(event_id="c", uri="urn:a", evidence=EVIDENCE),),
        articles=1,
        sources=1,
        first_seen=raised_at,
        last_seen=raised_at,
    )
    return Alert(
        alert_id=alert_id,
        revision=revision,
        rule="every-meeting",
        severity="info",
        status="firing",
        cluster=cluster,
        title="A meeting",
        summary="Amal Haddad met.",
        raised_at=raised_at,
    )
