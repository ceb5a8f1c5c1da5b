"""What rules would raise on events, without Kafka and without publishing anything."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rule import Rule
from rasid.alerting.ticks import KEY
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode
from rasid_schemas.topics import ALERTS, EVENT_TOPICS


class Rehearsal:
    """The folds over both event topics, as an alerting worker has them."""

    def __init__(self, rules: tuple[Rule, ...], horizon: timedelta) -> None:
        self._folds = {topic.name: EventFold(topic, rules, horizon) for topic in EVENT_TOPICS}

    def hear(self, record: Record) -> tuple[Alert, ...]:
        """Take in a message of an event topic: what it raises. Raises ContentError."""
        return _alerts(self._folds[record.topic].apply(record))

    def hear_quietly(self, record: Record) -> None:
        """Take in a message of which nobody asks what it raises. Raises ContentError."""
        self._folds[record.topic].retrace(record)

    def pass_time(self, until: datetime) -> tuple[Alert, ...]:
        """Let record time pass on both topics: what is due until then."""
        return tuple(alert for topic in self._folds for alert in self.hear(_tick(topic, until)))


def _tick(topic: str, time: datetime) -> Record:
    return Record(topic, 0, 0, int(time.timestamp() * 1000), KEY, None)


def _alerts(messages: Iterable[Outgoing]) -> tuple[Alert, ...]:
    return tuple(decode(Alert, each.value) for each in messages if each.topic == ALERTS.name and each.value)
