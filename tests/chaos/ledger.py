"""The ledger: what was expected against what came. Pure: records in, counts out."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass

from chaos.expectation import Expectation
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, CLUSTERS, MEETINGS, TROOP_ANNOUNCEMENTS

EVENT_TOPICS = (MEETINGS.name, TROOP_ANNOUNCEMENTS.name)


@dataclass(frozen=True, slots=True)
class Delivery:
    """An alert as the webhook's receiver took it: its idempotency key, and what was posted."""

    key: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Observed:
    """All that a scenario left behind: the topics from their start to their end, and what the webhook was told."""

    produced: int
    published: Sequence[Record]
    """Of every topic that Rasid writes but the dead letters'."""
    dead_letters: Sequence[Record]
    deliveries: Sequence[Delivery]


@dataclass(frozen=True, slots=True)
class Lost:
    """What is missing, by its kind."""

    articles: int
    events: int
    clusters: int
    """Revisions that an alert shows and that are not on the clusters' topic."""
    alerts: int
    """Events that no alert tells of."""
    deliveries: int
    dead_letters: int
    """Messages that should have been refused and are in no dead letters."""

    @property
    def total(self) -> int:
        """Everything that is missing."""
        return sum(astuple(self))


@dataclass(frozen=True, slots=True)
class Account:
    """What one scenario came to. Counts are of different ids; repeats of the same id are counted beside them."""

    produced: int
    enriched: int
    events: int
    clusters: int
    alerts: int
    dead_letters: int
    lost: Lost
    differing: int
    """Ids that came with more than one content."""
    duplicates: int
    """Alerts beyond the one for their meeting, after deduplication by idempotency key."""
    repeats: int
    """Messages on topics whose id had come before."""
    repeated_deliveries: int
    """Deliveries to the webhook whose key had come before."""

    @property
    def is_clean(self) -> bool:
        """Nothing lost, nothing differing, nothing twice."""
        return not (self.lost.total or self.differing or self.duplicates)


def account(expected: Expectation, observed: Observed) -> Account:
    """Hold what was observed against what was expected."""
    ids = {topic: _ids(topic, observed.published) for topic in (ARTICLES_ENRICHED.name, CLUSTERS.name, ALERTS.name)}
    events = _keys(record for record in observed.published if record.topic in EVENT_TOPICS)
    alerts = [decode(Alert, value) for value in _first_values(ALERTS.name, observed.published)]
    keys = [delivery.key for delivery in observed.deliveries]
    return Account(
        produced=observed.produced,
        enriched=len(ids[ARTICLES_ENRICHED.name]),
        events=len(events),
        clusters=len(_keys(record for record in observed.published if record.topic == CLUSTERS.name)),
        alerts=len(ids[ALERTS.name]),
        dead_letters=len(observed.dead_letters),
        lost=_lost(expected, observed, events, alerts),
        differing=_differing(expected, observed),
        duplicates=_duplicates(expected.stories, alerts),
        repeats=_repeats(record_id(record) for record in observed.published),
        repeated_deliveries=_repeats(keys),
    )


def record_id(record: Record) -> tuple[str, bytes]:
    """What identifies a message: its topic and CloudEvents id."""
    return record.topic, record.header("ce_id") or b""


def _ids(topic: str, records: Iterable[Record]) -> set[bytes]:
    return {record_id(record)[1] for record in records if record.topic == topic}


def _keys(records: Iterable[Record]) -> set[str]:
    return {(record.key or b"").decode() for record in records}


def _first_values(topic: str, records: Iterable[Record]) -> Iterable[bytes]:
    """The content of each id of a topic, as it came first."""
    first: dict[bytes, bytes] = {}
    for record in records:
        if record.topic == topic:
            first.setdefault(record_id(record)[1], record.value or b"")
    return first.values()


def _lost(expected: Expectation, observed: Observed, events: set[str], alerts: Sequence[Alert]) -> Lost:
    enriched = _keys(record for record in observed.published if record.topic == ARTICLES_ENRICHED.name)
    told = {report.event_id for alert in alerts for report in alert.cluster.reports}
    delivered = {delivery.key for delivery in observed.deliveries}
    return Lost(
        articles=len(expected.uris - enriched),
        events=len(expected.stories.keys() - events),
        clusters=len({_cluster_id(alert) for alert in alerts} - _ids(CLUSTERS.name, observed.published)),
        alerts=len(expected.stories.keys() - told),
        deliveries=len({alert.idempotency_key for alert in alerts} - delivered),
        dead_letters=len(expected.dead_letters.keys() - _keys(observed.dead_letters)),
    )


def _cluster_id(alert: Alert) -> bytes:
    return f"{alert.cluster.cluster_id}:{alert.cluster.revision}".encode()


def _differing(expected: Expectation, observed: Observed) -> int:
    contents: dict[Hashable, set[bytes]] = defaultdict(set)
    for record in observed.published:
        contents[record_id(record)].add(record.value or b"")
    for delivery in observed.deliveries:
        contents[delivery.key].add(delivery.content)
    for record in observed.dead_letters:
        key = (record.key or b"").decode()
        contents[record.topic, key] |= {record.value or b"", expected.dead_letters.get(key, record.value or b"")}
    return sum(len(values) > 1 for values in contents.values())


def _duplicates(stories: Mapping[str, int], alerts: Sequence[Alert]) -> int:
    """One alert for a meeting, and one of its revisions for a revision of its cluster; the others are too many."""
    ids_of: dict[int | str, set[str]] = defaultdict(set)
    for alert in alerts:
        ids_of[stories.get(alert.cluster.cluster_id, alert.cluster.cluster_id)].add(alert.alert_id)
    told = Counter((alert.alert_id, alert.cluster.revision) for alert in alerts)
    return sum(len(ids) - 1 for ids in ids_of.values()) + sum(times - 1 for times in told.values())


def _repeats(ids: Iterable[Hashable]) -> int:
    return sum(times - 1 for times in Counter(ids).values())
