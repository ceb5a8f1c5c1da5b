"""Where the fold takes a short way, it comes to what the long way leads to."""

from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.alerts.changes import changes_between, has_changed
from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.clusters.merging import as_merged
from rasid.alerting.clusters.syndication import Fingerprint
from rasid.alerting.clusters.troops import ComparedTroops, announcement_points, tell_other_numbers
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rules import parse_rules
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode, encode, encode_around
from rasid_schemas.events import Event
from rasid_schemas.extraction import TroopAnnouncement
from support.alerts import written
from support.event_topics import HORIZON, Told, announcements, topics

RULES = parse_rules(
    """
rules:
  - {name: all, severity: info, when: "true"}
  - {name: throttled, severity: info, when: "true", throttle: 5h}
  - {name: not-off, severity: info, when: '!(event.status in ["cancelled", "denied"])'}
  - {name: by-country, severity: info, when: "true", group_by: [country]}
  - {name: waits, severity: info, when: "true", group_by: [country], group_wait: 2h}
  - {name: repeated, severity: info, when: "true", repeat: 2h}
  - {name: few, severity: info, when: "true", max_per_hour: 1}
  - {name: told-twice, severity: warning, when: cluster.sources >= 2}
""",
    Path("rules.yaml"),
)


def _alerts(topic: list[Told]) -> list[Alert]:
    """As a fold tells them: each revision of a cluster, also one that lives on in another."""
    clusters, alerts = ClusterFold(HORIZON), AlertFold(RULES, HORIZON)
    told: list[Alert] = []
    for event, time in topic:
        for cluster in clusters.changes(event, time):
            if cluster.merged_into is not None:
                told += written(alerts.merge(cluster.cluster_id, cluster.merged_into, time))
            else:
                told += written(alerts.apply(cluster, time))
    return told


@given(topics)
def test_what_is_told_at_once_is_told_as_if_it_had_waited_for_no_time(topic: list[Told]) -> None:
    told = _alerts(topic)
    with patch.object(Rule, "is_prompt", new=False):
        assert told == _alerts(topic)


@given(topics)
def test_an_alert_is_one_by_the_contract(topic: list[Told]) -> None:
    for alert in _alerts(topic):
        assert decode(Alert, encode(alert)) == alert


@given(topics)
def test_an_alert_around_its_cluster_is_encoded_as_it_is(topic: list[Told]) -> None:
    for alert in _alerts(topic):
        assert encode_around(alert, "cluster", encode(alert.cluster)) == encode(alert)


@given(topics)
def test_something_has_changed_where_there_is_a_change(topic: list[Told]) -> None:
    clusters = ClusterFold(HORIZON)
    revisions = [cluster for event, time in topic for cluster in clusters.changes(event, time)]
    for before, after in pairwise(revisions):
        assert has_changed(before, after) == bool(changes_between(before, after))


@given(announcements(), announcements(), st.booleans())
def test_other_numbers_leave_no_points(one: Event, other: Event, approximate: bool) -> None:
    ours, theirs = _compared(one, approximate), _compared(other, approximate=False)
    if tell_other_numbers(ours, theirs):
        assert announcement_points(ours, theirs) is None


def _compared(event: Event, approximate: bool) -> ComparedTroops:
    told = as_merged(event)
    assert isinstance(told, TroopAnnouncement)
    return ComparedTroops.of(told.model_copy(update={"approximate": approximate}))


@given(st.binary(min_size=16, max_size=16), st.sets(st.integers(0, 15)))
def test_places_of_two_signatures_agree_one_by_one(signature: bytes, changed: set[int]) -> None:
    other = bytes(byte ^ 0x80 if place in changed else byte for place, byte in enumerate(signature))
    one, two = Fingerprint("1", 16, signature), Fingerprint("1", 16, other)
    assert one.places_agreeing(two) == 16 - len(changed)
