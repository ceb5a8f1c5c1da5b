"""An article that is corrected, withdrawn, or only read again by another extractor: what becomes of its alerts."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rules import parse_rules
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.codec import decode, encode
from rasid_schemas.events import MeetingEvent
from rasid_schemas.topics import ALERTS, CLUSTERS, MEETINGS, TEXT_REVISION
from support.events import at, meeting

RULES = parse_rules("rules: [{name: meetings, severity: info, when: event.type == 'meeting'}]", Path("rules.yaml"))
WEEK = timedelta(days=7)


class Desk:
    """A fold over the meetings, and what it has published."""

    def __init__(self) -> None:
        self.fold = EventFold(MEETINGS, RULES, WEEK)
        self.offset = 0

    def reads(self, event: MeetingEvent, hour: float) -> list[Outgoing]:
        return self._takes(event.event_id, encode(event), hour)

    def loses(self, event: MeetingEvent, hour: float, text: str | None = "text-2") -> list[Outgoing]:
        headers = ((TEXT_REVISION, text.encode()),) if text else ()
        return self._takes(event.event_id, None, hour, headers)

    def _takes(self, key: str, value: bytes | None, hour: float, headers: Any = ()) -> list[Outgoing]:
        self.offset += 1
        time = int(at(hours=hour).timestamp() * 1000)
        return list(self.fold.apply(Record(MEETINGS.name, 0, self.offset, time, key.encode(), value, headers)))


def told(uri: str, text: str = "text-1", extractor: str = "1.0", **fields: Any) -> MeetingEvent:
    event = meeting(uri, "Amal Haddad", "Paul Weber", source=uri, **{"country": "JO"} | fields)
    article = event.article.model_copy(update={"revision": text, "extractor_version": extractor})
    return event.model_copy(update={"article": article})


def alerts(messages: list[Outgoing]) -> list[tuple[str, str | None, int, int]]:
    raised = [decode(Alert, m.value or b"") for m in messages if m.topic == ALERTS.name]
    return [(alert.status, alert.reason, alert.revision, alert.cluster.sources) for alert in raised]


def clusters(messages: list[Outgoing]) -> list[EventCluster | None]:
    return [decode(EventCluster, m.value) if m.value else None for m in messages if m.topic == CLUSTERS.name]


def test_a_cluster_loses_the_report_that_is_taken_back() -> None:
    desk = Desk()
    desk.reads(told("one"), 0)
    assert alerts(desk.reads(told("two"), 1)) == [("updated", None, 2, 2)]
    messages = desk.loses(told("two"), 2)
    assert alerts(messages) == [("updated", None, 3, 1)]
    [cluster] = clusters(messages)
    assert cluster is not None
    assert [report.uri for report in cluster.reports] == ["one"]


def test_with_the_last_report_the_alert_is_resolved_and_the_cluster_gone() -> None:
    desk = Desk()
    desk.reads(told("one"), 0)
    messages = desk.loses(told("one"), 1)
    assert alerts(messages) == [("resolved", "withdrawn", 2, 1)]
    assert clusters(messages) == [None]
    assert desk.loses(told("one"), 2) == []


def test_told_again_later_it_fires_as_a_new_alert_of_the_same_cluster() -> None:
    desk = Desk()
    [first] = clusters(desk.reads(told("one"), 0))
    desk.loses(told("one"), 1, text=None)
    messages = desk.reads(told("one"), 2)
    [again] = clusters(messages)
    assert first is not None
    assert again is not None
    assert (again.cluster_id, again.revision) == (first.cluster_id, 2)
    assert alerts(messages) == [("firing", None, 1, 1)]
    assert desk.loses(told("one"), 0, text=None) == []


def test_what_comes_again_of_before_changes_nothing() -> None:
    desk = Desk()
    desk.reads(told("one"), 0)
    desk.loses(told("one"), 1)
    assert desk.reads(told("one"), 0) == []
    desk.reads(told("one"), 2)
    assert desk.loses(told("one"), 1) == []


def test_a_correction_and_its_revert_are_both_told() -> None:
    desk = Desk()
    desk.reads(told("one", location="Amman"), 0)
    assert alerts(desk.reads(told("one", "text-2", location="Zarqa"), 1)) == [("updated", None, 2, 1)]
    assert alerts(desk.reads(told("one", location="Amman"), 2)) == [("updated", None, 3, 1)]
    assert desk.reads(told("one", "text-2", location="Zarqa"), 1) == []


def test_another_extractor_alone_alerts_nobody() -> None:
    desk = Desk()
    desk.reads(told("one", location="Amman"), 0)
    reread = told("one", extractor="2.0", location="Zarqa")
    messages = desk.reads(reread, 0)
    assert alerts(messages) == []
    [cluster] = clusters(messages)
    assert cluster is not None
    assert cluster.event.location == "Zarqa"
    assert alerts(desk.loses(reread, 0, text="text-1")) == []
    assert alerts(desk.reads(told("one", extractor="2.0", part="second", country="EG"), 0)) == []


def test_what_another_extractor_found_is_told_with_the_next_article() -> None:
    desk = Desk()
    desk.reads(told("one", country="EG", part="first"), 0)
    assert alerts(desk.reads(told("one", extractor="2.0", part="second", date="2024-05-01"), 0)) == []
    messages = desk.reads(told("two", date="2024-05-01"), 1)
    assert alerts(messages) == [("firing", None, 1, 2)]
