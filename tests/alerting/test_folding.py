"""The folds give the same clusters and alerts however the events are fed to them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.rules import parse_rules
from rasid_schemas.events import Event
from support.events import at, meeting, troops

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

HORIZON = timedelta(days=4)
"""Some clusters close within a topic of the tests, and what they held is still known at its end."""

Told = tuple[Event, datetime]

PEOPLE = ("Hala al-Mansouri", "Eva Nordgren", "Omar Zaki", "Nordgren", "هالة المنصوري")
uris = st.integers(0, 8).map(lambda number: f"https://outlet{number % 3}.example/{number}")
dates = st.sampled_from([None, "2024-05", "2024-05-20", "2024-05-21"])
countries = st.sampled_from([None, "IQ", "JO"])
published = st.integers(-72, 72).map(lambda hour: at(hours=hour))


@st.composite
def meetings(draw: st.DrawFn) -> Event:
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))
    status = draw(st.sampled_from(["held", "planned", "cancelled"]))
    return meeting(
        draw(uris), *people, date=draw(dates), country=draw(countries), status=status, published=draw(published),
        part=draw(st.sampled_from(["1", "2"])),
    )  # fmt: skip


@st.composite
def announcements(draw: st.DrawFn) -> Event:
    count = draw(st.sampled_from([None, 400, 900]))
    return troops(
        draw(uris), draw(st.sampled_from(["increase", "deploy", "withdraw"])), count=count, troops_max=count,
        force_affiliation=draw(st.sampled_from([None, "DK", "US"])), force=draw(st.sampled_from([None, "Legion"])),
        date=draw(dates), country=draw(countries), status=draw(st.sampled_from(["announced", "denied"])),
        published=draw(published),
    )  # fmt: skip


def streams(events: st.SearchStrategy[Event]) -> st.SearchStrategy[list[Told]]:
    """Events with record times: mostly forward, over up to 16 days."""
    hours = st.lists(st.integers(-2, 16), min_size=1, max_size=24)
    return hours.flatmap(
        lambda steps: st.lists(events, min_size=len(steps), max_size=len(steps)).map(
            lambda told: [(event, at(hours=sum(steps[: position + 1]))) for position, event in enumerate(told)]
        )
    )


topics = streams(meetings()) | streams(announcements())


class Worker:
    """Both folds over one topic, as a worker runs them."""

    def __init__(self) -> None:
        self._clusters = ClusterFold(HORIZON)
        self._alerts = AlertFold(RULES, HORIZON)

    def handle(self, told: Told) -> list[str]:
        cluster = self._clusters.apply(*told)
        if cluster is None:
            return []
        alerts = self._alerts.apply(cluster, told[1])
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
        for alert in alerts.apply(cluster, time):
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
    assert list(clusters._index._keys) == [last.event_id]
    assert all(len(posting) == 1 for posting in clusters._index._clusters.values())
