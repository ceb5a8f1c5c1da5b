"""Room for a cluster in a message of limited size: one that is too large names fewer of its reports."""

from rasid_schemas.alerts import EventCluster
from rasid_schemas.codec import encode
from rasid_schemas.topics import Topic

HEADERS_BYTES = 2048
"""More than key, headers and Kafka's own format take beside a value."""


def room_in(topic: Topic) -> int:
    """How many bytes a value of a topic may have."""
    return topic.max_message_bytes - HEADERS_BYTES


def fitted(cluster: EventCluster, most: int) -> bytes:
    """A cluster in `most` bytes: without the last of its reports where they are too many, and always with the first."""
    value = encode(cluster)
    reports, size = list(cluster.reports), len(value)
    while size > most and len(reports) > 1:
        size -= len(encode(reports.pop())) + len(",")
    is_whole = len(reports) == len(cluster.reports)
    return value if is_whole else encode(cluster.model_copy(update={"reports": tuple(reports)}))
