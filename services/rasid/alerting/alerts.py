"""From clusters to alerts: which rules fire, and what becomes of an alert. The fold behind `alerts.v1`."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush
from typing import Literal
from uuid import UUID, uuid5

from rasid.alerting.clusters.fold import HORIZON
from rasid.alerting.clusters.statuses import CALLED_OFF
from rasid.alerting.render.render import AlertText, render
from rasid.alerting.rules.facts import facts
from rasid.alerting.rules.rules import Rule
from rasid_schemas.alerts import Alert, AlertStatus, EventCluster

ALERT_NAMESPACE = UUID("5b1d7a52-6a0e-5d0c-9a3a-0c7a6a1f8d11")
"""Of the UUIDv5 that identifies an alert."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One time that a rule applied to a cluster: from firing to resolved."""

    number: int
    revision: int
    status: AlertStatus
    called_off: bool
    """Whether the event was cancelled or denied when last looked at."""
    shown: tuple[AlertText, int, int]
    """What the alert shows: its text, how many articles, how many sources."""


class AlertFold:
    """The alerts of one event topic. Feed it every cluster revision, in order; feeding them again rebuilds it.

    Memory is bounded by the clusters that matched a rule and still take reports.
    """

    def __init__(self, rules: tuple[Rule, ...], horizon: timedelta = HORIZON) -> None:
        self._rules = rules
        self._horizon = horizon
        self._episodes: dict[str, dict[str, Episode]] = {}  # by cluster_id, then by rule
        self._closing: list[tuple[datetime, str]] = []
        self._clock: datetime | None = None

    def apply(self, cluster: EventCluster, record_time: datetime) -> tuple[Alert, ...]:
        """The alerts that a new revision of a cluster raises, at most one per rule, in the order of the rules.

        A rule that matches fires; while it matches, whatever an alert shows and that changed updates it. Resolved:
        the event was cancelled or denied since, or the rule does not match any more. A cancelled event that matches
        from the start fires like any other. What was resolved by a cancellation fires again, as a new alert, once
        the event is on again and matches. `record_time` never runs backwards: an earlier one counts as the latest.
        """
        now = record_time if self._clock is None else max(self._clock, record_time)
        self._clock = now
        self._forget(now)
        known = self._episodes.get(cluster.cluster_id, {})
        seen = facts(cluster)
        raised = []
        for rule in self._rules:
            matches = rule.matches(seen)
            episode = _next_episode(known.get(rule.name), cluster, matches)
            if episode is not None:
                self._keep(cluster, rule, episode)
                raised.append(_alert(rule, cluster, episode, now))
        return tuple(raised)

    def _keep(self, cluster: EventCluster, rule: Rule, episode: Episode) -> None:
        if cluster.cluster_id not in self._episodes:
            heappush(self._closing, (cluster.first_seen + self._horizon, cluster.cluster_id))
        self._episodes.setdefault(cluster.cluster_id, {})[rule.name] = episode

    def _forget(self, now: datetime) -> None:
        while self._closing and self._closing[0][0] <= now:
            self._episodes.pop(heappop(self._closing)[1])


def _next_episode(known: Episode | None, cluster: EventCluster, matches: bool) -> Episode | None:
    """What a revision of the cluster makes of a rule's episode; null where nobody need hear of it."""
    called_off = cluster.event.status in CALLED_OFF
    if known is None or known.status == "resolved":
        return _fired(known, cluster, called_off) if matches else None
    resolved = not matches or (called_off and not known.called_off)
    shown = _shown(cluster, rule_applies=matches or called_off)  # called off, its status says why
    if not resolved and shown == known.shown:
        return None
    status: Literal["resolved", "updated"] = "resolved" if resolved else "updated"
    return replace(known, revision=known.revision + 1, status=status, called_off=called_off, shown=shown)


def _fired(known: Episode | None, cluster: EventCluster, called_off: bool) -> Episode | None:
    if known is not None and known.called_off and called_off:  # still off: that was told
        return None
    number = known.number + 1 if known else 1
    return Episode(number, 1, "firing", called_off, _shown(cluster, rule_applies=True))


def _shown(cluster: EventCluster, rule_applies: bool) -> tuple[AlertText, int, int]:
    return render(cluster, rule_applies), cluster.articles, cluster.sources


def _alert(rule: Rule, cluster: EventCluster, episode: Episode, raised_at: datetime) -> Alert:
    text = episode.shown[0]
    return Alert(
        alert_id=str(uuid5(ALERT_NAMESPACE, f"{rule.name} {cluster.cluster_id} {episode.number}")),
        revision=episode.revision,
        rule=rule.name,
        severity=rule.severity,
        status=episode.status,
        cluster=cluster,
        title=text.title,
        summary=text.summary,
        raised_at=raised_at,
    )
