"""An alert as it goes on its topic."""

from uuid import UUID, uuid5

from rasid.alerting.alerts.episode import Episode, Verdict
from rasid.alerting.render.render import Occasion, render
from rasid_schemas.alerts import Alert

ALERT_NAMESPACE = UUID("5b1d7a52-6a0e-5d0c-9a3a-0c7a6a1f8d11")
"""Of the UUIDv5 that identifies an alert."""


def alert_of(episode: Episode, verdict: Verdict, suppressed: int) -> Alert:
    """The alert of an episode that was just told."""
    rule, cluster = episode.rule, episode.cluster
    if episode.told_at is None:
        raise ValueError(f"{rule.name} on {cluster.cluster_id} was not told")
    occasion = Occasion(verdict.status, verdict.reason, verdict.changes, suppressed)
    text = render(cluster, occasion, rule.language)
    alert = Alert(
        alert_id=str(uuid5(ALERT_NAMESPACE, f"{rule.name} {cluster.cluster_id} {episode.number}")),
        revision=episode.revision,
        rule=rule.name,
        severity=rule.severity,
        status=verdict.status,
        cluster=cluster,
        title=text.title,
        summary=text.summary,
        language=text.language,
        raised_at=episode.told_at,
        started_at=episode.started_at,
        reason=verdict.reason,
        changes=verdict.changes,
        suppressed=suppressed,
        labels=dict(rule.labels),
    )
    template = rule.templates.get(text.language)
    if template is None:
        return alert
    own = template.text(alert, text)
    return alert.model_copy(update={"title": own.title, "summary": own.summary})
