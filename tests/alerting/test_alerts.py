"""The life of an alert."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rules import parse_rules
from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.events import Event
from support.alerts import written
from support.events import at, meeting, person, troops

RULES = """
rules:
  - {name: any-meeting, severity: info, when: event.type == "meeting"}
  - {name: planned, severity: warning, when: 'event.status == "planned"'}
  - {name: called-off, severity: critical, when: 'event.status in ["cancelled", "denied"]'}
  - {name: many-troops, severity: critical, when: event.troops_max >= 500}
"""

HOSTS = person("Hala al-Mansouri", "defence minister", "JO"), person("Eva Nordgren", "commander", "NATO")


def rules(*names: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in parse_rules(RULES, Path("rules.yaml")) if rule.name in names)


def told(watch: tuple[Rule, ...], *events: Event) -> list[tuple[Alert, ...]]:
    clusters, alerts = ClusterFold(), AlertFold(watch)
    raised = []
    for hour, event in enumerate(events):
        cluster = clusters.apply(event, at(hours=hour))
        raised.append(written(alerts.apply(cluster, at(hours=hour))) if cluster else ())
    return raised


def lives(watch: tuple[Rule, ...], *events: Event) -> list[list[tuple[str, str, int]]]:
    return [[(alert.rule, alert.status, alert.revision) for alert in alerts] for alerts in told(watch, *events)]


def talks(uri: str, status: str, hour: float = 0, **fields: Any) -> Event:
    return meeting(uri, *HOSTS, date="2024-05-21", status=status, published=at(hours=hour), **fields)


def test_an_alert_fires_once_and_is_updated_by_every_new_report() -> None:
    assert lives(rules("any-meeting"), talks("a", "planned"), talks("b", "planned"), talks("b", "planned")) == [
        [("any-meeting", "firing", 1)],
        [("any-meeting", "updated", 2)],
        [],
    ]


def test_an_alert_carries_the_cluster_and_the_time_of_the_report_that_raised_it() -> None:
    [(first,), (second,)] = told(rules("any-meeting"), talks("a", "planned"), talks("b", "held"))
    assert first.alert_id == second.alert_id
    assert (first.severity, first.raised_at, second.raised_at) == ("info", at(), at(hours=1))
    assert (first.cluster.revision, second.cluster.revision) == (1, 2)
    assert first.title.startswith("Hala al-Mansouri to hold talks with Eva Nordgren")
    assert second.title.startswith("Update: Hala al-Mansouri held talks with Eva Nordgren")


def test_a_correction_that_shows_nowhere_alerts_nobody() -> None:
    assert lives(rules("any-meeting"), talks("a", "planned"), talks("a", "planned", confidence=0.95))[1] == []


def test_a_cancellation_resolves_and_is_told_once() -> None:
    reports = [talks("a", "planned"), talks("b", "cancelled", 1), talks("c", "cancelled", 2), talks("d", "planned", 2)]
    assert lives(rules("any-meeting"), *reports) == [
        [("any-meeting", "firing", 1)],
        [("any-meeting", "resolved", 2)],
        [],
        [],
    ]
    resolved = told(rules("any-meeting"), *reports)[1][0]
    assert resolved.title.startswith("Cancelled: talks between Hala al-Mansouri and Eva Nordgren")
    assert "no longer matches" not in resolved.summary


def test_held_after_all_it_is_a_new_alert() -> None:
    before = talks("a", "planned"), talks("b", "cancelled", 1)
    raised = told(rules("any-meeting"), *before, talks("c", "held", 2), talks("d", "held", 3))
    first, resolved, again, updated = (alerts[0] for alerts in raised)
    assert [alert.status for alert in (first, resolved, again, updated)] == ["firing", "resolved", "firing", "updated"]
    assert first.alert_id == resolved.alert_id != again.alert_id == updated.alert_id
    assert [alert.revision for alert in (first, resolved, again, updated)] == [1, 2, 1, 2]


def test_what_does_not_match_any_more_is_resolved_and_says_so() -> None:
    [_, (resolved,)] = told(rules("planned"), talks("a", "planned"), talks("b", "held", 1))
    assert (resolved.status, resolved.revision) == ("resolved", 2)
    assert resolved.summary.startswith("This alert is closed: what the reports tell no longer matches the rule.")


def test_a_number_corrected_below_the_limit_resolves_and_above_it_fires_again() -> None:
    counts = [
        troops("a", count=number, troops_max=number, force="Legion", country="ML", status="announced")
        for number in (800, 80, 900)
    ]
    assert lives(rules("many-troops"), *counts) == [
        [("many-troops", "firing", 1)],
        [("many-troops", "resolved", 2)],
        [("many-troops", "firing", 1)],
    ]


def test_first_told_as_cancelled_it_fires_where_the_rule_matches() -> None:
    watch = rules("any-meeting", "called-off", "planned")
    assert lives(watch, talks("a", "cancelled"), talks("b", "cancelled", 1), talks("c", "held", 2)) == [
        [("any-meeting", "firing", 1), ("called-off", "firing", 1)],
        [("any-meeting", "updated", 2), ("called-off", "updated", 2)],
        [("any-meeting", "updated", 3), ("called-off", "resolved", 3)],
    ]


def test_a_cancellation_fires_the_rule_that_waits_for_it() -> None:
    watch = rules("planned", "called-off")
    assert lives(watch, talks("a", "planned"), talks("b", "cancelled", 1)) == [
        [("planned", "firing", 1)],
        [("planned", "resolved", 2), ("called-off", "firing", 1)],
    ]


def test_alerts_come_in_the_order_of_the_rules() -> None:
    [alerts] = told(rules("any-meeting", "planned"), talks("a", "planned"))
    assert [alert.rule for alert in alerts] == ["any-meeting", "planned"]
    assert len({alert.alert_id for alert in alerts}) == 2


def test_what_takes_no_more_reports_has_expired_and_is_forgotten() -> None:
    clusters, alerts = ClusterFold(timedelta(days=1)), AlertFold(rules("any-meeting"), timedelta(days=1))
    raised: list[Alert] = []
    for day in range(3):
        cluster = clusters.apply(talks(f"{day}", "planned", 24 * day), at(days=day))
        assert cluster is not None
        raised += written(alerts.apply(cluster, at(days=day)))
    assert [(alert.status, alert.reason, alert.raised_at) for alert in raised] == [
        ("firing", None, at()),
        ("resolved", "expired", at(days=1)),
        ("firing", None, at(days=1)),
        ("resolved", "expired", at(days=2)),
        ("firing", None, at(days=2)),
    ]
    assert len(alerts._watched) == 1


def test_a_late_record_raises_an_alert_of_its_own_time_so_that_replaying_old_ones_pages_nobody() -> None:
    clusters, alerts = ClusterFold(), AlertFold(rules("any-meeting"))
    other = meeting("b", "Karim Soltani", "Rania Barakat", published=at())
    for event, day in ((talks("a", "planned"), 1.0), (other, 0.5)):
        cluster = clusters.apply(event, at(days=day))
        assert cluster is not None
        assert [alert.raised_at for alert in written(alerts.apply(cluster, at(days=day)))] == [at(days=day)]


def on_cluster(name: str, hour: int, *events: Event) -> EventCluster:
    """What events make of a cluster, under another id."""
    clusters = ClusterFold()
    cluster = [clusters.apply(event, at(hours=hour)) for event in events][-1]
    assert cluster is not None
    return cluster.model_copy(update={"cluster_id": name})


def test_the_alert_on_a_cluster_that_lives_on_in_another_goes_on_there() -> None:
    alerts = AlertFold(rules("any-meeting", "planned"))
    assert alerts.apply(on_cluster("older", 0, troops("t", count=1, force="Legion")), at()) == ()
    [older] = written(alerts.apply(on_cluster("older", 0, talks("a", "held")), at()))
    younger, planned = written(alerts.apply(on_cluster("younger", 1, talks("b", "planned")), at(hours=1)))
    [ended] = written(alerts.merge("younger", "older", at(hours=2)))
    assert (ended.alert_id, ended.status, ended.reason) == (younger.alert_id, "resolved", "merged")
    told = written(alerts.apply(on_cluster("older", 2, talks("a", "held"), talks("b", "held")), at(hours=2)))
    assert {(alert.alert_id, alert.status, alert.revision) for alert in told} == {
        (older.alert_id, "updated", 2),
        (planned.alert_id, "resolved", 2),
    }
    assert alerts.merge("younger", "older", at(hours=3)) == ()


def test_it_goes_on_as_well_where_the_older_cluster_had_none() -> None:
    alerts = AlertFold(rules("planned"))
    [younger] = written(alerts.apply(on_cluster("younger", 1, talks("b", "planned")), at(hours=1)))
    assert alerts.merge("younger", "older", at(hours=2)) == ()
    [told] = written(alerts.apply(on_cluster("older", 2, talks("a", "held"), talks("b", "held")), at(hours=2)))
    assert (told.alert_id, told.status, told.revision) == (younger.alert_id, "resolved", 2)
