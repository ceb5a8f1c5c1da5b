"""When several things that an alert waits for come together: caps, throttles, repetitions, corrections, the end."""

from rasid_schemas.events import Event
from support.desk import Desk, talks
from support.events import at, meeting

WEEK = 7 * 24 * 3600
HOSTS = ("Hala al-Mansouri", "Karim Soltani", "Rania Barakat", "Samir Obeidat")


def reasons(desk: Desk) -> list[tuple[str, str | None, float]]:
    return [(alert.status, alert.reason, (alert.raised_at - at()).total_seconds()) for alert in desk.told]


def test_a_cancellation_that_waits_is_told_though_another_extractor_reads_a_report_again() -> None:
    desk = Desk("throttle: 1h")
    desk.hears(talks(1), 0)
    desk.hears(talks(2, "cancelled"), 60)
    desk.hears(talks(3, "cancelled"), 120, quietly=True)
    desk.waits(2 * 3600)
    assert reasons(desk) == [("firing", None, 0), ("resolved", "cancelled", 3600)]


def test_an_hours_remainder_is_told_of_though_the_last_that_was_held_back_is_withdrawn() -> None:
    desk = Desk("max_per_hour: 1")
    events = [talks(number, host=host) for number, host in enumerate(HOSTS)]
    for number, event in enumerate(events):
        desk.hears(event, number)
    desk.loses(events[3], 20)
    desk.waits(2 * 3600)
    assert [alert.suppressed for alert in desk.told] == [0, 1]
    assert desk.told[1].cluster.cluster_id == events[2].event_id


def test_a_repetition_beyond_the_cap_is_told_in_the_next_hour_and_goes_on() -> None:
    desk = Desk("repeat: 30m, max_per_hour: 1")
    desk.hears(talks(1), 0)
    desk.waits(2 * 3600)
    assert reasons(desk) == [("firing", None, 0), ("firing", "repeated", 3600), ("firing", "repeated", 7200)]


def test_a_repetition_goes_on_where_what_waited_meanwhile_came_to_nothing() -> None:
    desk = Desk("repeat: 40m, throttle: 1h")
    desk.hears(talks(1), 0)
    second = talks(2)
    desk.hears(second, 60)
    desk.loses(second, 90)
    desk.waits(81 * 60)
    assert reasons(desk) == [("firing", None, 0), ("firing", "repeated", 80 * 60)]


def test_what_another_extractor_no_longer_finds_is_not_repeated() -> None:
    desk = Desk("repeat: 1h")
    event = talks(1)
    desk.hears(event, 0)
    desk.loses(event, 60, quietly=True)
    desk.waits(5 * 3600)
    assert reasons(desk) == [("firing", None, 0)]


def test_what_applies_no_longer_by_another_extractor_is_not_repeated_until_it_does_again() -> None:
    desk = Desk("repeat: 1h", when="event.status == 'planned'")
    desk.hears(talks(1), 0)
    desk.hears(talks(1, "held"), 60, quietly=True)
    desk.waits(4 * 3600)
    desk.hears(talks(1, "planned", location="Amman"), 4 * 3600 + 60, quietly=True)
    desk.waits(6 * 3600)
    assert reasons(desk) == [("firing", None, 0), ("firing", "repeated", 5 * 3600), ("firing", "repeated", 6 * 3600)]


def test_an_alert_that_waits_as_its_cluster_closes_is_told() -> None:
    desk = Desk("group_wait: 1h", when="cluster.sources >= 2")
    desk.hears(talks(1), 0)
    desk.hears(talks(2), WEEK - 60)
    desk.waits(WEEK + 3600)
    assert reasons(desk) == [("firing", None, WEEK), ("resolved", "expired", WEEK)]


def test_a_cancellation_that_waits_as_the_cluster_closes_is_told_as_such() -> None:
    desk = Desk("throttle: 2h")
    desk.hears(talks(1), 0)
    desk.hears(talks(2), WEEK - 3600)
    desk.hears(talks(3, "cancelled"), WEEK - 60)
    desk.waits(WEEK + 3600)
    assert reasons(desk)[2:] == [("resolved", "cancelled", WEEK)]


def test_a_cancellation_does_not_wait_behind_an_update_beyond_the_cap() -> None:
    desk = Desk("max_per_hour: 1, group_wait: 10s")
    desk.hears(talks(1), 0)
    desk.hears(talks(2), 60)
    desk.hears(talks(3, "cancelled"), 120)
    desk.waits(2 * 3600)
    assert reasons(desk) == [("firing", None, 10), ("resolved", "cancelled", 130)]


def test_others_of_a_group_wait_on_where_a_cancellation_does_not() -> None:
    desk = Desk("max_per_hour: 2, group_by: [country]")
    desk.hears(talks(1, host=HOSTS[0]), 0)
    desk.hears(talks(2, host=HOSTS[1]), 1)
    desk.hears(talks(3, host=HOSTS[0]), 2)
    desk.hears(talks(4, "cancelled", host=HOSTS[1]), 3)
    desk.waits(2 * 3600)
    assert reasons(desk)[2:] == [("resolved", "cancelled", 3), ("updated", None, 3600)]


def test_no_revision_of_an_alert_is_dated_before_the_one_before_it() -> None:
    desk = Desk("throttle: 0s")
    desk.hears(talks(1), 3600)
    desk.hears(talks(2, "cancelled"), 0)
    assert reasons(desk) == [("firing", None, 3600), ("resolved", "cancelled", 3600)]


def united(source: int, *participants: str, location: str | None = None) -> Event:
    """A report of one meeting: those with one participant or without a place are of one event by others only."""
    return meeting(f"urn:{source}", *participants, source=f"Wire {source}", date="2024-05-20", location=location)


def test_sources_of_clusters_that_turn_out_to_be_one_count_from_when_they_came() -> None:
    desk = Desk("corroboration: {sources: 3, within: 6h}")
    desk.hears(united(1, "Hala al-Mansouri", location="Amman"), 0)
    desk.hears(united(2, "Hala al-Mansouri", "Eva Nordgren"), 10 * 3600)
    desk.hears(united(3, "Hala al-Mansouri", "Eva Nordgren", location="Amman"), 20 * 3600)
    assert desk.told == []
    desk.hears(united(4, "Hala al-Mansouri", "Eva Nordgren", location="Amman"), 21 * 3600)
    desk.hears(united(5, "Hala al-Mansouri", "Eva Nordgren", location="Amman"), 22 * 3600)
    assert reasons(desk) == [("firing", None, 22 * 3600)]
    assert desk.told[0].cluster.sources == 5


def is_empty(desk: Desk) -> bool:
    """Whether its fold remembers nothing."""
    fold = desk.alerts
    return not (fold._watched or fold._groups._groups or fold._schedule._sequence_of or fold._closings._sequence_of)


def test_nothing_is_left_of_an_alert_that_fires_again_in_another_group() -> None:
    desk = Desk("group_by: [location], throttle: 1m")
    for day, (status, location) in enumerate((("planned", "Amman"), ("cancelled", "Amman"), ("planned", "Aqaba"))):
        told = talks(1, status, location=location)
        article = told.article.model_copy(update={"published_at": at(days=day)})
        desk.hears(told.model_copy(update={"article": article}), day * 24 * 3600)
    assert [alert.status for alert in desk.told] == ["firing", "resolved", "firing"]
    desk.waits(2 * WEEK)
    assert is_empty(desk)


def test_nothing_is_left_of_an_alert_whose_cluster_lives_on_where_the_rule_does_not_apply() -> None:
    desk = Desk("throttle: 0s", when="event.location == null")
    desk.hears(united(1, "Hala al-Mansouri", location="Amman"), 0)
    desk.hears(united(2, "Hala al-Mansouri", "Eva Nordgren"), 10)
    desk.hears(united(2, "Hala al-Mansouri", "Eva Nordgren", location="Karak"), 20)
    desk.hears(united(2, "Hala al-Mansouri", "Eva Nordgren", location="Amman"), 30)
    desk.hears(united(3, "Hala al-Mansouri", "Eva Nordgren", location="Amman"), 40)
    assert [(alert.status, alert.reason) for alert in desk.told] == [
        ("firing", None),
        ("resolved", "no_longer_matches"),
    ]
    desk.waits(2 * WEEK)
    assert is_empty(desk)
