"""Clusters and alerts of one event topic, from records to messages. What it publishes depends on what it read alone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.alerts.telling import Told
from rasid.alerting.clusters.fold import HORIZON, ClusterFold
from rasid.alerting.clusters.versions import ArticleVersions
from rasid.alerting.render.render import Renderer
from rasid.alerting.room import fitted, room_in
from rasid.alerting.rules.rule import Rule
from rasid.alerting.ticks import is_tick
from rasid.runtime import metrics
from rasid.runtime.cloudevents import encoded_message, withdrawal
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.alerts import EventCluster
from rasid_schemas.codec import decode, encode_around
from rasid_schemas.events import Event
from rasid_schemas.topics import ALERTS, CLUSTERS, EVENT_MODELS, TEXT_REVISION, Topic

CE_SOURCE = "/rasid/alerting"


class _Change(NamedTuple):
    """A cluster's new revision, or one that lost its last report, and the alerts that come of it."""

    cluster: EventCluster | None = None
    alerts: tuple[Told, ...] = ()
    emptied: str | None = None


class EventFold:
    """Clusters and alerts over one event topic, from its start."""

    def __init__(self, topic: Topic, rules: tuple[Rule, ...], horizon: timedelta = HORIZON) -> None:
        self._model = EVENT_MODELS[topic.name]
        self._clusters = ClusterFold(horizon)
        self._alerts = AlertFold(rules, horizon)
        self._versions = ArticleVersions(horizon)

    @property
    def open_clusters(self) -> int:
        """How many clusters still take reports."""
        return self._clusters.open_clusters

    def apply(self, record: Record) -> Sequence[Outgoing]:
        """Take in an event, that one is taken back, or that time has passed: what it changes, as messages.

        Raises ContentError.
        """
        messages: list[Outgoing] = []
        writer = _Writer(record)
        for change in self._changes(record):  # all is folded before anything is written, which may fail
            if change.cluster is not None:
                messages.append(writer.cluster_message(change.cluster))
            elif change.emptied is not None:
                messages.append(withdrawal(CLUSTERS, change.emptied, CE_SOURCE, record))
            messages.extend(map(writer.alert_message, change.alerts))
        return messages

    def retrace(self, record: Record) -> None:
        """Take in a record of which another worker published what it changes. Raises ContentError."""
        self._changes(record)

    def last_deadline(self, until: datetime) -> datetime | None:
        """When the last was due of the alerts that wait and were due by a time; null where none was."""
        return self._alerts.last_deadline(until)

    def _changes(self, record: Record) -> list[_Change]:
        if record.value is not None:
            return self._told(decode(self._model, record.value), record.time)
        if is_tick(record):
            self._clusters.advance(record.time)
            return [_Change(alerts=self._alerts.advance(record.time))]
        return self._taken_back(record)

    def _told(self, event: Event, record_time: datetime) -> list[_Change]:
        quietly = self._versions.is_reread(event.article, record_time)
        changes = []
        for cluster in self._clusters.changes(event, record_time):
            if cluster.merged_into is not None:
                alerts = self._alerts.merge(cluster.cluster_id, cluster.merged_into, record_time)
            else:
                alerts = self._alerts.apply(cluster, record_time, quietly)
            changes.append(_Change(cluster, alerts))
        return changes

    def _taken_back(self, record: Record) -> list[_Change]:
        withdrawn = self._clusters.withdraw(record.key_text, record.time)
        if withdrawn is None:
            return []
        telling, cluster_id, cluster = withdrawn
        text = record.header(TEXT_REVISION)
        quietly = text is not None and text.decode(errors="replace") == telling.text_revision
        if cluster is not None:
            return [_Change(cluster, self._alerts.apply(cluster, record.time, quietly))]
        return [_Change(alerts=self._alerts.withdraw(cluster_id, record.time, quietly), emptied=cluster_id)]


class _Writer:
    """Writes what comes of one record: a cluster, which each of its alerts has in it, is encoded once."""

    def __init__(self, cause: Record) -> None:
        self._cause = cause
        self._renderer = Renderer()
        self._encoded: dict[int, tuple[EventCluster, bytes]] = {}

    def cluster_message(self, cluster: EventCluster) -> Outgoing:
        """The revision of a cluster."""
        ce_id = f"{cluster.cluster_id}:{cluster.revision}"
        return encoded_message(CLUSTERS, self._cluster(cluster), cluster.cluster_id, ce_id, CE_SOURCE, self._cause)

    def alert_message(self, told: Told) -> Outgoing:
        """The revision of an alert."""
        alert = told.alert(self._renderer)
        metrics.ALERTS.labels(alert.rule, alert.status).inc()
        cluster = self._cluster(alert.cluster)
        value = encode_around(alert, "cluster", cluster)
        if len(value) > room_in(ALERTS):
            around = len(value) - len(cluster)
            value = encode_around(alert, "cluster", fitted(alert.cluster, room_in(ALERTS) - around))
        return encoded_message(ALERTS, value, alert.alert_id, alert.idempotency_key, CE_SOURCE, self._cause)

    def _cluster(self, cluster: EventCluster) -> bytes:
        key = id(cluster)  # the cluster is kept, so that no other one has its number
        if key not in self._encoded:
            self._encoded[key] = (cluster, fitted(cluster, room_in(CLUSTERS)))
        return self._encoded[key][1]
