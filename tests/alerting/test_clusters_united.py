"""Two clusters turn out to be one: the older lives on, the younger ends as its alias."""

from rasid.alerting.clusters.fold import ClusterFold
from rasid_schemas.alerts import EventCluster
from rasid_schemas.events import Event
from support.events import at, meeting

DAY = "2024-05-20"
ALONE = meeting("a", "Hala al-Mansouri", date=DAY, location="Amman")
BOTH = meeting("b", "Hala al-Mansouri", "Eva Nordgren", date=DAY)
FULL = meeting("c", "Hala al-Mansouri", "Eva Nordgren", date=DAY, location="Amman")


def changes(*events: Event) -> list[tuple[EventCluster, ...]]:
    clusters = ClusterFold()
    return [clusters.changes(event, at(hours=hour)) for hour, event in enumerate(events)]


def test_a_report_between_two_clusters_shows_that_they_are_one() -> None:
    alias, survivor = changes(ALONE, BOTH, FULL)[-1]
    assert (survivor.cluster_id, survivor.merged_into) == (ALONE.event_id, None)
    assert (alias.cluster_id, alias.merged_into) == (BOTH.event_id, ALONE.event_id)
    assert [report.uri for report in survivor.reports] == ["a", "b", "c"]
    assert survivor.articles == 3


def test_revisions_go_on_without_a_gap() -> None:
    alias, survivor = changes(ALONE, BOTH, FULL)[-1]
    assert (survivor.revision, alias.revision) == (2, 2)


def test_what_belonged_to_the_younger_belongs_to_the_older() -> None:
    corrected = meeting("b", "Hala al-Mansouri", "Eva Nordgren", date=DAY, location="Amman", status="cancelled")
    (cluster,) = changes(ALONE, BOTH, FULL, corrected)[-1]
    assert cluster.cluster_id == ALONE.event_id
    assert cluster.articles == 3


def test_a_repeat_of_the_younger_changes_nothing() -> None:
    assert changes(ALONE, BOTH, FULL, BOTH)[-1] == ()


def test_clusters_that_one_article_tells_apart_stay_apart() -> None:
    other = meeting("a", "Hala al-Mansouri", "Eva Nordgren", date=DAY, location="Amman", part="second")
    results = changes(ALONE, other, FULL)
    assert [len(result) for result in results] == [1, 1, 1]


def test_a_corrected_first_report_stays_the_first() -> None:
    elsewhere = meeting("a", "Hala al-Mansouri", "Omar Zaki", date=DAY)
    corrected = meeting("a", "Hala al-Mansouri", "Eva Nordgren", date=DAY, location="Amman")
    alias, survivor = changes(elsewhere, BOTH, corrected)[-1]
    assert [report.event_id for report in survivor.reports] == [elsewhere.event_id, BOTH.event_id]
    assert alias.merged_into == survivor.cluster_id == elsewhere.event_id
