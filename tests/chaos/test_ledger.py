"""The ledger counts each kind of fault, and nothing else."""

from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from chaos.expectation import Expectation
from chaos.ledger import Account, Delivery, Lost, Observed, account
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import encode
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, ARTICLES_RAW, CLUSTERS, MEETINGS, Topic
from support.alerts import alert

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
NOTHING_LOST = Lost(0, 0, 0, 0, 0, 0)
EXPECTED = Expectation(
    uris=frozenset({"urn:a", "urn:b"}),
    stories={"event-a": 1, "event-b": 1},  # two articles tell of one meeting
    dead_letters={"urn:poison": b"{not json"},
)


def record(topic: Topic, key: str, ce_id: str, value: bytes = b"{}") -> Record:
    return Record(topic.name, 0, 0, 0, key.encode(), value, (("ce_id", ce_id.encode()),))


def told(cluster_id: str, *event_ids: str, alert_id: str = "alert-1", revision: int = 1) -> Alert:
    """An alert on a cluster with reports of some events."""
    plain = alert(NOW, alert_id, revision)
    [report] = plain.cluster.reports
    cluster = plain.cluster.model_copy(
        update={
            "cluster_id": cluster_id,
            "revision": revision,
            "reports": tuple(report.model_copy(update={"event_id": each}) for each in event_ids),
        }
    )
    return plain.model_copy(update={"cluster": cluster})


def alert_record(raised: Alert) -> Record:
    return record(ALERTS, raised.alert_id, raised.idempotency_key, encode(raised))


def cluster_record(raised: Alert) -> Record:
    return record(CLUSTERS, raised.cluster.cluster_id, f"{raised.cluster.cluster_id}:{raised.cluster.revision}")


FIRING, UPDATE = told("event-a", "event-a"), told("event-a", "event-a", "event-b", revision=2)
ENRICHED = [record(ARTICLES_ENRICHED, uri, f"{uri}:1") for uri in ("urn:a", "urn:b")]
EVENTS = [record(MEETINGS, event, f"{event}:1") for event in ("event-a", "event-b")]
ALERTED = [alert_record(FIRING), alert_record(UPDATE)]
CLUSTERED = [cluster_record(FIRING), cluster_record(UPDATE)]
LETTERS = [record(ARTICLES_RAW.dead_letters, "urn:poison", "", b"{not json")]
DELIVERIES = [Delivery(each.idempotency_key, b"{}") for each in (FIRING, UPDATE)]
ALL_WELL = Observed(3, [*ENRICHED, *EVENTS, *CLUSTERED, *ALERTED], LETTERS, DELIVERIES)


def without(*records: Record) -> Observed:
    return replace(ALL_WELL, published=[each for each in ALL_WELL.published if each not in records])


def with_more(*records: Record) -> Observed:
    return replace(ALL_WELL, published=[*ALL_WELL.published, *records])


def counted(observed: Observed) -> Account:
    return account(EXPECTED, observed)


def test_where_all_is_well_everything_is_counted_once() -> None:
    assert astuple(counted(ALL_WELL)) == astuple(
        Account(
            produced=3, enriched=2, events=2, clusters=1, alerts=2, dead_letters=1,
            lost=NOTHING_LOST, differing=0, duplicates=0, repeats=0, repeated_deliveries=0,
        )
    )  # fmt: skip
    assert counted(ALL_WELL).is_clean


@pytest.mark.parametrize(
    ("observed", "lost"),
    [
        (without(ENRICHED[0]), {"articles": 1}),
        (without(EVENTS[1]), {"events": 1}),
        (without(CLUSTERED[1]), {"clusters": 1}),
        (without(ALERTED[1]), {"alerts": 1}),
        (without(*ALERTED), {"alerts": 2}),
        (replace(ALL_WELL, deliveries=DELIVERIES[:1]), {"deliveries": 1}),
        (replace(ALL_WELL, dead_letters=[]), {"dead_letters": 1}),
    ],
)
def test_what_is_missing_is_lost(observed: Observed, lost: dict[str, int]) -> None:
    assert counted(observed).lost == replace(NOTHING_LOST, **lost)
    assert not counted(observed).is_clean


@pytest.mark.parametrize(
    "observed",
    [
        with_more(record(MEETINGS, "event-a", "event-a:1", b'{"other": 1}')),
        replace(ALL_WELL, deliveries=[*DELIVERIES, Delivery(FIRING.idempotency_key, b'{"other": 1}')]),
        replace(ALL_WELL, dead_letters=[replace(LETTERS[0], value=b"{not  json")]),
    ],
)
def test_one_id_with_two_contents_differs(observed: Observed) -> None:
    assert counted(observed).differing == 1
    assert not counted(observed).is_clean


def published(*raised: Alert) -> Sequence[Any]:
    return [message for each in raised for message in (alert_record(each), cluster_record(each))]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(told("event-b", "event-b", alert_id="alert-2"), id="another alert for the same meeting"),
        pytest.param(FIRING.model_copy(update={"revision": 3}), id="a revision that tells nothing new"),
    ],
)
def test_a_second_alert_for_the_same_is_a_duplicate(second: Alert) -> None:
    observed = replace(
        with_more(*published(second)), deliveries=[*DELIVERIES, Delivery(second.idempotency_key, b'{"x": 1}')]
    )
    assert counted(observed).duplicates == 1
    assert counted(observed).lost == NOTHING_LOST


def test_the_same_again_is_a_repeat_and_no_fault() -> None:
    repeated = replace(with_more(EVENTS[0], *ALERTED), deliveries=[*DELIVERIES, DELIVERIES[0]])
    assert (counted(repeated).repeats, counted(repeated).repeated_deliveries) == (3, 1)
    assert (counted(repeated).events, counted(repeated).alerts) == (2, 2)
    assert counted(repeated).is_clean
