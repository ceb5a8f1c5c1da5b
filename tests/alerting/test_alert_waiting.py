"""When an alert is told: waiting, grouping, throttling, repeating, and the cap."""

from collections.abc import Iterable
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from rasid_schemas.alerts import Alert
from support.desk import Desk, talks
from support.events import at


def five_articles(desk: Desk) -> None:
    for number, status in enumerate(["planned", "planned", "planned", "cancelled", "cancelled"]):
        desk.hears(talks(number, status), 10 * number if status == "planned" else 60 + number)
    desk.waits(600)


def test_with_a_group_wait_three_reports_are_one_alert_and_two_cancellations_one_resolution() -> None:
    desk = Desk("group_wait: 30s")
    five_articles(desk)
    assert desk.summary == [("firing", 3, 30), ("resolved", 5, 93)]
    assert desk.told[1].reason == "cancelled"


def test_without_one_every_report_is_told_at_once() -> None:
    desk = Desk("group_wait: 0s")
    five_articles(desk)
    assert [status for status, _, _ in desk.summary] == ["firing", "updated", "updated", "resolved"]


def test_what_is_off_again_before_it_was_told_is_not_told() -> None:
    desk = Desk("group_wait: 30s", when="event.status == 'planned'")
    desk.hears(talks(1), 0)
    desk.hears(talks(2, "cancelled"), 10)
    desk.waits(60)
    assert desk.told == []


def test_the_throttle_keeps_updates_apart_and_tells_all_that_came_between() -> None:
    desk = Desk("throttle: 10m")
    for number in range(4):
        desk.hears(talks(number), 60 * number)
    desk.waits(3600)
    assert desk.summary == [("firing", 1, 0), ("updated", 4, 600)]
    assert [(change.field, change.before, change.after) for change in desk.told[1].changes] == [
        ("articles", "1", "4"),
        ("sources", "1", "4"),
    ]


def test_those_of_a_group_are_told_together() -> None:
    desk = Desk("group_by: [country], group_wait: 30s")
    desk.hears(talks(1, host="Hala al-Mansouri"), 0)
    desk.hears(talks(2, host="Karim Soltani", country="IR"), 10)
    desk.hears(talks(3, host="Rania Barakat"), 20)
    desk.waits(60)
    assert [(alert.cluster.event.country, alert.raised_at) for alert in desk.told] == [
        ("JO", at() + timedelta(seconds=30)),
        ("JO", at() + timedelta(seconds=30)),
        ("IR", at() + timedelta(seconds=40)),
    ]


def test_an_alert_that_still_fires_is_told_again() -> None:
    desk = Desk("repeat: 4h")
    desk.hears(talks(1), 0)
    desk.waits(9 * 3600)
    assert [(alert.status, alert.reason, alert.revision) for alert in desk.told] == [
        ("firing", None, 1),
        ("firing", "repeated", 2),
        ("firing", "repeated", 3),
    ]
    desk.hears(talks(2, "cancelled"), 10 * 3600)
    desk.waits(24 * 3600)
    assert [alert.status for alert in desk.told[3:]] == ["resolved"]


def test_beyond_the_cap_alerts_are_counted_and_the_last_of_the_hour_says_how_many() -> None:
    desk = Desk("max_per_hour: 2")
    for number in range(6):
        desk.hears(talks(number, host=f"{'ABCDEF'[number]}mal Haddad{'xyzklm'[number]}o"), 60 * number)
    assert [alert.suppressed for alert in desk.told] == [0, 0]
    desk.waits(2 * 3600)
    assert [(alert.suppressed, alert.raised_at) for alert in desk.told[2:]] == [(3, at(hours=1))]


def test_an_update_beyond_the_cap_is_told_in_the_next_hour() -> None:
    desk = Desk("max_per_hour: 1")
    desk.hears(talks(1), 0)
    desk.hears(talks(2), 60)
    desk.waits(2 * 3600)
    assert desk.summary == [("firing", 1, 0), ("updated", 2, 3600)]


def test_it_takes_so_many_sources_within_the_time() -> None:
    desk = Desk("corroboration: {sources: 2, within: 1h}")
    desk.hears(talks(1), 0)
    desk.hears(talks(2), 2 * 3600)
    assert desk.told == []
    desk.hears(talks(3), 2 * 3600 + 60)
    assert [status for status, _, _ in desk.summary] == ["firing"]


def test_background_is_not_news() -> None:
    desk = Desk("recency: 3d")
    desk.hears(talks(1, "held", date="2024-05-01"), 0)
    assert desk.told == []
    desk.hears(talks(2, "held", host="Rania Barakat", date=None), 0)
    desk.hears(talks(3, "held", host="Karim Soltani", date="2024-05-18"), 0)
    assert len(desk.told) == 2


def test_what_came_quietly_is_told_with_the_next_report() -> None:
    desk = Desk("throttle: 0s")
    desk.hears(talks(1), 0, quietly=True)
    assert desk.told == []
    desk.hears(talks(2), 60)
    assert desk.summary == [("firing", 2, 60)]
    desk.hears(talks(3), 120, quietly=True)
    desk.hears(talks(4), 180)
    assert [(change.before, change.after) for change in desk.told[1].changes] == [("3", "4"), ("3", "4")]


@given(
    reports=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 900)), max_size=12),
    ticks=st.lists(st.integers(0, 20_000), max_size=12),
    settings=st.sampled_from(
        ["group_wait: 30s", "throttle: 5m", "repeat: 10m", "max_per_hour: 1", "group_by: [country], group_wait: 90s"]
    ),
)
def test_hearing_that_time_has_passed_changes_nothing(
    reports: list[tuple[int, int]], ticks: Iterable[int], settings: str
) -> None:
    hosts = ["Hala al-Mansouri", "Karim Soltani", "Rania Barakat", "Samir Obeidat"]

    def run(heard: Iterable[int]) -> list[Alert]:
        desk, second, waiting = Desk(settings), 0, sorted(heard)
        for number, (host, gap) in enumerate(reports):
            second += gap
            while waiting and waiting[0] <= second:
                desk.waits(waiting.pop(0))
            desk.hears(talks(number, host=hosts[host]), second)
        desk.waits(40_000)
        return desk.told

    assert run(ticks) == run(())
