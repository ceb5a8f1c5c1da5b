"""A cluster whose articles carry much metadata: its messages fit their topics, and it is told of to the end."""

from pathlib import Path

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rules import parse_rules
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.codec import decode, encode
from rasid_schemas.topics import ALERTS, CLUSTERS, MEETINGS
from support.events import START, meeting

RULES = parse_rules("rules: [{name: meetings, severity: info, when: event.type == 'meeting'}]", Path("rules.yaml"))
REPORTS = 70
METADATA = {f"key {number}": "س" * 2000 for number in range(4)}


def told(fold: EventFold, number: int) -> list[Outgoing]:
    event = meeting(f"urn:{number}", "Amal Haddad", "Paul Weber", source=f"Wire {number}", country="JO")
    article = event.article.model_copy(update={"metadata": METADATA})
    value = encode(event.model_copy(update={"article": article}))
    time = int(START.timestamp() * 1000) + number
    return list(fold.apply(Record(MEETINGS.name, 0, number, time, event.event_id.encode(), value)))


def test_what_does_not_fit_is_counted_and_not_named() -> None:
    fold = EventFold(MEETINGS, RULES)
    messages = [told(fold, number) for number in range(REPORTS)]
    for cluster_message, alert_message in messages:
        assert len(cluster_message.value or b"") < CLUSTERS.max_message_bytes - 1024
        assert len(alert_message.value or b"") < ALERTS.max_message_bytes - 1024
    cluster = decode(EventCluster, messages[-1][0].value or b"")
    alert = decode(Alert, messages[-1][1].value or b"")
    for each in (cluster, alert.cluster):
        assert each.articles == each.sources == REPORTS
        assert [report.uri for report in each.reports] == [f"urn:{number}" for number in range(len(each.reports))]
        assert 60 < len(each.reports) < REPORTS
