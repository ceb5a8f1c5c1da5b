"""What several reports tell together."""

import pytest

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.clusters.statuses import supersedes
from rasid_schemas.events import Event
from rasid_schemas.extraction import Meeting, TroopAnnouncement
from support.events import at, meeting, person, quote, troops


def merged(*events: Event) -> Meeting | TroopAnnouncement:
    clusters = ClusterFold()
    results = [clusters.apply(event, at(days=1)) for event in events]
    assert results[-1] is not None
    assert len(results[-1].reports) == len(events)
    return results[-1].event


def test_a_meeting_gathers_what_its_reports_tell() -> None:
    short = meeting(
        "a",
        person("المنصوري", latin="al-Mansouri"),
        person("Nordgren", "commander"),
        date="2024-05",
        confidence=0.6,
        evidence=quote("التقت المنصوري نوردغرين"),
        rule="meeting-ar",
    )
    full = meeting(
        "b",
        person("Eva Nordgren", "NATO mission commander", "NATO"),
        person("Hala al-Mansouri", "defence minister", "JO"),
        person("Omar Zaki"),
        date="2024-05-19",
        location="Amman",
        country="JO",
        mode="in_person",
        confidence=0.9,
        plover="CONSULT:visit",
    )
    event = merged(short, full)
    assert isinstance(event, Meeting)
    assert [(each.name, each.role, each.affiliation) for each in event.participants] == [
        ("Eva Nordgren", "commander", "NATO"),
        ("المنصوري", "defence minister", "JO"),
        ("Omar Zaki", None, None),
    ]
    assert (event.date, event.location, event.country, event.mode) == ("2024-05-19", "Amman", "JO", "in_person")
    assert (event.confidence, event.plover) == (0.9, "CONSULT:visit")
    assert (event.rule, event.evidence) == ("meeting-ar", short.evidence)


def test_an_announcement_gathers_what_its_reports_tell() -> None:
    first = troops("a", "increase", count=4000, approximate=True, force_affiliation="NATO")
    second = troops("b", "increase", count=4000, count_from=500, troops_max=4000, force="NATO mission", date="2024",
                    force_affiliation="NATO", country="IQ", location="Iraq")  # fmt: skip
    third = troops("c", "deploy", count=4000, force_affiliation="NATO", date="2024-06", location="western Iraq")
    event = merged(first, second, third)
    assert isinstance(event, TroopAnnouncement)
    assert (event.action, event.count, event.count_from, event.troops_max) == ("increase", 4000, 500, 4000)
    assert (event.force, event.country, event.location, event.date) == ("NATO mission", "IQ", "western Iraq", "2024-06")
    assert event.approximate is False


def test_the_first_place_stays_where_the_other_is_not_within_it() -> None:
    reports = [meeting(uri, "A Abbas", "B Baker", date="2024-05-20", location=place)
               for uri, place in (("a", "Amman"), ("b", "Royal Palace"), ("c", "Amman airport"))]  # fmt: skip
    assert merged(*reports).location == "Amman airport"


@pytest.mark.parametrize(
    ("known", "new", "hours_later", "becomes"),
    [
        ("planned", "held", 5, "held"),
        ("planned", "held", -5, "held"),
        ("held", "planned", 5, "held"),
        ("proposed", "planned", 0, "planned"),
        ("planned", "cancelled", 5, "cancelled"),
        ("planned", "cancelled", 0, "cancelled"),
        ("planned", "cancelled", -5, "planned"),
        ("cancelled", "planned", 2, "cancelled"),
        ("cancelled", "planned", 24, "planned"),
        ("cancelled", "planned", -24, "cancelled"),
        ("cancelled", "held", 2, "held"),
        ("cancelled", "held", -2, "cancelled"),
        ("announced", "under_way", 1, "under_way"),
        ("completed", "under_way", 1, "completed"),
        ("proposed", "denied", 1, "denied"),
        ("denied", "announced", 1, "denied"),
        ("denied", "announced", 24, "announced"),
        ("current", "announced", 1, "current"),
    ],
)
def test_a_status_moves_forward_or_is_called_off(known: str, new: str, hours_later: float, becomes: str) -> None:
    assert (new if supersedes(new, at(hours=hours_later), known, at()) else known) == becomes


def test_the_newest_report_of_a_status_dates_it() -> None:
    tell = [("a", "planned", 0), ("b", "planned", 6), ("c", "cancelled", 3), ("d", "cancelled", 9), ("e", "held", 8)]
    reports = [
        meeting(uri, "A Abbas", "B Baker", date="2024-05-20", status=status, published=at(hours=hour))
        for uri, status, hour in tell
    ]
    assert [merged(*reports[:count]).status for count in range(1, 6)] == [
        "planned", "planned", "planned", "cancelled", "cancelled",
    ]  # fmt: skip
