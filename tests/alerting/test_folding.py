"""The folds give the same clusters and alerts however the events are fed to them."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.rules import parse_rules
from support.alerts import written
from support.event_topics import HORIZON, Told, topics
from support.events import meeting

RULES = parse_rules(
    """
rules:
  - {name: all, severity: info, when: "true"}
  - {name: not-off, severity: info, when: '!(event.status in ["cancelled", "denied"])'}
  - {name: told-twice, severity: warning, when: cluster.sources >= 2}
  - {name: big, severity: critical, when: event.troops_max >= 500 || event.participants.size() > 2}
""",
    Path("rules.yaml"),
)


class Worker:
    """Both folds over one topic, as a worker runs them."""

    def __init__(self) -> None:
        self._clusters = ClusterFold(HORIZON)
        self._alerts = AlertFold(RULES, HORIZON)

    def handle(self, told: Told) -> list[str]:
        cluster = self._clusters.apply(*told)
        if cluster is None:
            return []
        alerts = written(self._alerts.apply(cluster, told[1]))
        return [message.model_dump_json() for message in (cluster, *alerts)]

    def handle_all(self, topic: Sequence[Told]) -> list[str]:
        return [message for told in topic for message in self.handle(told)]


@given(topics, st.integers(0, 24))
def test_a_worker_that_takes_over_stands_where_the_other_stood(topic: list[Told], taken_over_at: int) -> None:
    in_one_run = Worker().handle_all(topic)
    before, after = topic[:taken_over_at], topic[taken_over_at:]
    successor = Worker()
    retraced = successor.handle_all(before)
    assert retraced + successor.handle_all(after) == in_one_run


@given(topics, st.data())
def test_repeats_change_nothing(topic: list[Told], data: st.DataObject) -> None:
    repeated: list[Told] = []
    for told in topic:
        repeated.append(told)
        if data.draw(st.booleans()):
            start = data.draw(st.integers(0, len(repeated) - 1))
            repeated += repeated[start:]
    assert Worker().handle_all(repeated) == Worker().handle_all(topic)


@given(topics)
def test_ids_and_revisions_are_never_used_twice_and_leave_no_gap(topic: list[Told]) -> None:
    clusters, alerts = ClusterFold(HORIZON), AlertFold(RULES, HORIZON)
    revisions: dict[str, list[int]] = {}
    statuses: dict[str, list[str]] = {}
    for event, time in topic:
        cluster = clusters.apply(event, time)
        if cluster is None:
            continue
        revisions.setdefault(cluster.cluster_id, []).append(cluster.revision)
        assert cluster.cluster_id in [report.event_id for report in cluster.reports]
        assert cluster.last_seen - cluster.first_seen < HORIZON
        for alert in written(alerts.apply(cluster, time)):
            revisions.setdefault(alert.alert_id, []).append(alert.revision)
            statuses.setdefault(alert.alert_id, []).append(alert.status)
    assert all(each == list(range(1, len(each) + 1)) for each in revisions.values())
    for life in statuses.values():
        assert life[0] == "firing"
        assert all(status == "updated" for status in life[1:-1])
        assert life[-1] in ("firing", "updated", "resolved")


@given(topics)
def test_nothing_is_left_when_every_cluster_is_closed(topic: list[Told]) -> None:
    clusters = ClusterFold(HORIZON)
    for event, time in topic:
        clusters.apply(event, time)
    last = meeting("last", "Nobody Else")
    clusters.apply(last, max(time for _, time in topic) + 4 * HORIZON)
    assert list(clusters._open) == list(clusters._cluster_of) == [last.event_id]
    assert not clusters._closed
    assert set(clusters._index._clusters) == set(clusters._open[last.event_id].standing)
    assert set(map(id, clusters._index._clusters.values())) <= set(map(id, clusters._open.values()))
