"""Clusters and alerts of one event topic, from records to messages. What it publishes depends on what it read alone."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.clusters.fold import HORIZON, ClusterFold
from rasid.alerting.rules.rule import Rule
from rasid.alerting.ticks import is_tick
from rasid.runtime import metrics
from rasid.runtime.cloudevents import message
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.codec import decode
from rasid_schemas.events import Event, MeetingEvent, TroopAnnouncementEvent
from rasid_schemas.topics import ALERTS, CLUSTERS, MEETINGS, Topic

CE_SOURCE = "/rasid/alerting"


class EventFold:
    """Clusters and alerts over one event topic, from its start."""

    def __init__(self, topic: Topic, rules: tuple[Rule, ...], horizon: timedelta = HORIZON) -> None:
        self._model: type[Event] = MeetingEvent if topic is MEETINGS else TroopAnnouncementEvent
        self._clusters = ClusterFold(horizon)
        self._alerts = AlertFold(rules, horizon)

    @property
    def open_clusters(self) -> int:
        """How many clusters still take reports."""
        return self._clusters.open_clusters

    def apply(self, record: Record) -> Sequence[Outgoing]:
        """Take in an event; what it changes, as messages. Raises ContentError."""
        messages: list[Outgoing] = []
        for cluster, alerts in self._changes(record):
            messages.extend([_cluster_message(cluster, record)] if cluster else [])
            messages.extend(_alert_message(alert, record) for alert in alerts)
        return messages

    def retrace(self, record: Record) -> None:
        """Take in an event of which another worker published what it changes. Raises ContentError."""
        for _ in self._changes(record):
            pass

    @property
    def next_deadline(self) -> datetime | None:
        """When an alert is due that waits, should nothing come before."""
        return self._alerts.next_deadline

    def _changes(self, record: Record) -> Iterator[tuple[EventCluster | None, tuple[Alert, ...]]]:
        if record.value is None:
            if is_tick(record):
                self._clusters.advance(record.time)
                yield None, self._alerts.advance(record.time)
            return
        for cluster in self._clusters.changes(decode(self._model, record.value), record.time):
            yield cluster, self._alerts_on(cluster, record.time)

    def _alerts_on(self, cluster: EventCluster, record_time: datetime) -> tuple[Alert, ...]:
        if cluster.merged_into is not None:
            return self._alerts.end(cluster.cluster_id, "merged", record_time)
        return self._alerts.apply(cluster, record_time)


def _cluster_message(cluster: EventCluster, cause: Record) -> Outgoing:
    return message(CLUSTERS, cluster, cluster.cluster_id, f"{cluster.cluster_id}:{cluster.revision}", CE_SOURCE, cause)


def _alert_message(alert: Alert, cause: Record) -> Outgoing:
    metrics.ALERTS.labels(alert.rule, alert.status).inc()
    return message(ALERTS, alert, alert.alert_id, alert.idempotency_key, CE_SOURCE, cause)
