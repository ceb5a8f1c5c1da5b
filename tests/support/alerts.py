"""Alerts to send, alerts that a fold told, and silences that keep them back."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from rasid.alerting.alerts.telling import Told
from rasid.alerting.render.render import Renderer
from rasid_schemas.alerts import Alert, EventCluster, Report
from rasid_schemas.extraction import Evidence, Meeting, Participant
from rasid_schemas.silences import Silence

EVIDENCE = (Evidence(start=0, end=3, quote="met"),)


def written(told: Iterable[Told]) -> tuple[Alert, ...]:
    """What a fold told, as alerts."""
    return tuple(each.alert(Renderer()) for each in told)


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


def silence(silence_id: str, *matchers: str, starts_at: datetime, lasting: timedelta = timedelta(hours=1)) -> Silence:
    """A silence of the desk's."""
    return Silence(
        silence_id=silence_id,
        matchers=matchers,
        author="amal",
        reason="The desk is on site.",
        starts_at=starts_at,
        ends_at=starts_at + lasting,
        updated_at=starts_at,
    )
