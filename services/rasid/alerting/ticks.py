"""That time has passed, as a message of an event topic: `rasid:clock`, without a value, dated by what was due.

Alerts that wait are told at a deadline, which may pass while the topic is idle. Were a worker to tell them by its own
clock, one that takes over, or comes back from a stop, could tell them of other reports. So the worker only writes down
that the deadline has passed, and every worker goes by what is written (decision 15).
"""

from datetime import datetime

from rasid.runtime.cloudevents import without_value
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.topics import Topic

KEY = b"rasid:clock"
CE_TYPE = "rasid.clock.v1"
CE_SOURCE = "/rasid/alerting"


def tick(topic: Topic, deadline: datetime) -> Outgoing:
    """The message that says that a deadline has passed."""
    cause = Record(topic.name, 0, 0, int(deadline.timestamp() * 1000), KEY, None)
    return without_value(topic, KEY, CE_TYPE, f"{topic.name}:{deadline.isoformat()}", CE_SOURCE, cause)


def is_tick(record: Record) -> bool:
    """Whether a record says that time has passed."""
    return record.value is None and record.key == KEY
