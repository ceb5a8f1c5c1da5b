"""An alert as it goes on its topic."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from rasid.alerting.alerts.changes import changes_between
from rasid.alerting.alerts.episode import Episode, Verdict
from rasid.alerting.clusters.lean import assembled
from rasid.alerting.render.render import Occasion, Renderer
from rasid.alerting.rules.rule import Rule
from rasid_schemas.alerts import Alert, EventCluster

ALERT_NAMESPACE = UUID("5b1d7a52-6a0e-5d0c-9a3a-0c7a6a1f8d11")
"""Of the UUIDv5 that identifies an alert."""


class Told(NamedTuple):
    """All that makes an alert, before it is written. In a takeover, which publishes nothing, it never is."""

    rule: Rule
    begun: tuple[str, int]
    """The cluster that the episode began on, and its number there: from 1, for each rule on each cluster."""
    revision: int
    cluster: EventCluster
    verdict: Verdict
    started_at: datetime | None
    told_at: datetime
    suppressed: int

    @classmethod
    def of(cls, episode: Episode, verdict: Verdict, at: datetime, suppressed: int) -> "Told":
        """What an episode tells that was just told."""
        return cls(
            episode.rule, episode.begun, episode.revision, episode.cluster, verdict, episode.started_at, at, suppressed
        )

    def alert(self, renderer: Renderer) -> Alert:
        """Write it: the same for the same, whenever it is asked for."""
        rule, cluster, verdict = self.rule, self.cluster, self.verdict
        cluster_id, number = self.begun
        changes = changes_between(verdict.since, cluster) if verdict.since else ()
        text = renderer.render(
            cluster, Occasion(verdict.status, verdict.reason, changes, self.suppressed), rule.language
        )
        values = {
            "alert_id": str(uuid5(ALERT_NAMESPACE, f"{rule.name} {rule.definition} {cluster_id} {number}")),
            "revision": self.revision,
            "rule": rule.name,
            "severity": rule.severity,
            "status": verdict.status,
            "labels": dict(rule.labels),
            "cluster": cluster,
            "title": text.title,
            "summary": text.summary,
            "language": text.language,
            "raised_at": self.told_at,
            "started_at": self.started_at,
            "reason": verdict.reason,
            "changes": changes,
            "suppressed": self.suppressed,
        }
        alert = assembled(Alert, values)
        template = rule.templates.get(text.language)
        if template is None:
            return alert
        own = template.text(alert, text)
        return alert.model_copy(update={"title": own.title, "summary": own.summary})
