"""A worker's place in the fold over one event topic, and how it gets there after another worker.

What is published for a record depends only on the records before it. So a worker that finds itself at an
offset it did not come to by itself reads the topic again up to there, publishing nothing, and goes on.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.rule import Rule
from rasid.runtime import metrics
from rasid.runtime.cloudevents import message
from rasid.runtime.liveness import Pulse
from rasid.runtime.records import Outgoing, Record
from rasid.runtime.replay import replay
from rasid.runtime.settings import Settings
from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.events import Event, MeetingEvent, TroopAnnouncementEvent
from rasid_schemas.topics import ALERTS, CLUSTERS, MEETINGS, Topic

logger = logging.getLogger(__name__)

CE_SOURCE = "/rasid/alerting"


class EventFold:
    """Clusters and alerts over one event topic, from its start."""

    def __init__(self, topic: Topic, rules: tuple[Rule, ...], horizon: timedelta) -> None:
        self._model: type[Event] = MeetingEvent if topic is MEETINGS else TroopAnnouncementEvent
        self._clusters = ClusterFold(horizon)
        self._alerts = AlertFold(rules, horizon)

    def apply(self, record: Record) -> Sequence[Outgoing]:
        """Take in an event; what it changes, as messages. Raises ContentError."""
        if record.value is None:
            return ()
        event = decode(self._model, record.value)
        messages: list[Outgoing] = []
        for cluster in self._clusters.changes(event, record.time):
            messages.append(_cluster_message(cluster, record))
            messages.extend(_alert_message(alert, record) for alert in self._alerts_on(cluster, record.time))
        return messages

    def _alerts_on(self, cluster: EventCluster, record_time: datetime) -> tuple[Alert, ...]:
        if cluster.merged_into is not None:
            return self._alerts.end(cluster.cluster_id, "merged", record_time)
        return self._alerts.apply(cluster, record_time)


class FoldedTopic:
    """The fold over one event topic, and the offset at which it stands."""

    def __init__(self, topic: Topic, rules: tuple[Rule, ...], settings: Settings, pulse: Pulse) -> None:
        self._topic = topic
        self._rules = rules
        self._settings = settings
        self._pulse = pulse
        self._fold = self._new_fold()
        self._next_offset: int | None = None

    async def stand_at(self, record: Record) -> None:
        """Bring the fold to just before a record, by a replay where it does not stand there already."""
        if record.offset == self._next_offset:
            return
        self._fold = self._new_fold()
        count = await replay(self._settings, record.topic, record.partition, record.offset, self._retrace)
        logger.info("took over %s at offset %d after a replay of %d events", record.topic, record.offset, count)

    def handle(self, record: Record) -> Sequence[Outgoing]:
        """The clusters and alerts that a record changes; raises ContentError."""
        self._next_offset = record.offset + 1
        return self._fold.apply(record)

    def _retrace(self, record: Record) -> None:
        self._pulse.beat()
        try:
            self._fold.apply(record)
        except ContentError:
            logger.debug("%s@%d is a dead letter", record.topic, record.offset)

    def _new_fold(self) -> EventFold:
        return EventFold(self._topic, self._rules, self._settings.cluster_horizon)


def _cluster_message(cluster: EventCluster, cause: Record) -> Outgoing:
    return message(CLUSTERS, cluster, cluster.cluster_id, f"{cluster.cluster_id}:{cluster.revision}", CE_SOURCE, cause)


def _alert_message(alert: Alert, cause: Record) -> Outgoing:
    metrics.ALERTS.labels(alert.rule, alert.status).inc()
    return message(ALERTS, alert, alert.alert_id, alert.idempotency_key, CE_SOURCE, cause)
