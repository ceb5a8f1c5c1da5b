"""What becomes one cluster, and how it lives."""

from datetime import timedelta

import pytest

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.clusters.index import MOST_CANDIDATES, ClusterIndex
from rasid.alerting.clusters.open_cluster import OpenCluster
from rasid.alerting.clusters.telling import Telling
from rasid_schemas.alerts import EventCluster
from rasid_schemas.events import Event
from support.events import at, meeting, person, troops

HALABI = person("سامي الحلبي", "وزير الدفاع", "IQ", "Sami al-Halabi")
HALABI_LATIN = person("Sami al-Halabi", "Iraqi defence minister", "IQ", "Sami al-Halabi")
NORDGREN = person("Eva Nordgren", "NATO mission commander", "NATO", "Eva Nordgren")
NORDGREN_ARABIC = person("إيفا نوردغرين", "قائدة بعثة الناتو", "NATO", "Eva Nordgren")


def fold(*events: Event) -> tuple[EventCluster | None, ...]:
    """Each comes a minute after the one before, or when it is published."""
    clusters = ClusterFold()
    times = (max(at(hours=n / 60), event.article.published_at or at()) for n, event in enumerate(events))
    return tuple(clusters.apply(event, time) for event, time in zip(events, times, strict=True))


def are_one(*events: Event) -> bool:
    return len({cluster.cluster_id for cluster in fold(*events) if cluster}) == 1


FIRST = meeting("a", HALABI, NORDGREN, date="2024-05-20", location="Baghdad", country="IQ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(FIRST, meeting("b", HALABI, NORDGREN, date="2024-05-20"), id="no place told"),
        pytest.param(FIRST, meeting("b", HALABI_LATIN, NORDGREN, date="2024-05-20"), id="in another script"),
        pytest.param(FIRST, meeting("b", NORDGREN_ARABIC, HALABI, date="2024-05-20"), id="in another order"),
        pytest.param(FIRST, meeting("b", "Halabi", "Nordgren", date="2024-05-20"), id="surnames"),
        pytest.param(FIRST, meeting("b", HALABI, NORDGREN, date="2024-05"), id="a coarser date"),
        pytest.param(FIRST, meeting("b", HALABI, NORDGREN, published=at(days=-2)), id="undated, two days earlier"),
        pytest.param(FIRST, meeting("b", HALABI, NORDGREN, "Omar Zaki", date="2024-05-20"), id="a third person"),
        pytest.param(
            FIRST, meeting("b", HALABI, NORDGREN, date="2024-05-21", published=at(days=1)), id="printed a day late"
        ),
        pytest.param(
            FIRST, meeting("b", HALABI, NORDGREN, date="2024-05-20", country="JO"), id="another country the same day"
        ),
        pytest.param(
            FIRST,
            meeting("b", person("the Iraqi defence minister", affiliation="IQ"), NORDGREN, date="2024-05-20"),
            id="an office for a name",
        ),
        pytest.param(
            FIRST,
            meeting("b", person("وزير الدفاع العراقي", affiliation="IQ"), NORDGREN_ARABIC, date="2024-05-20"),
            id="an office for a name, in another script",
        ),
        pytest.param(
            FIRST,
            meeting("b", person("Iraqi officials", affiliation="IQ"), NORDGREN, date="2024-05-20"),
            id="a side for a name",
        ),
        pytest.param(
            meeting("a", HALABI, NORDGREN, status="planned", date="2024-05-22"),
            meeting("b", HALABI, NORDGREN, status="held", date="2024-05-22", published=at(days=2)),
            id="planned, then held",
        ),
        pytest.param(
            meeting("a", HALABI, NORDGREN, status="planned", date="2024-05-30"),
            meeting("b", HALABI, NORDGREN, status="cancelled", date="2024-05-21", published=at(days=1)),
            id="planned, then called off, dated by that",
        ),
        pytest.param(
            FIRST, meeting("b", NORDGREN, date="2024-05-20", location="Baghdad"), id="one named, same day and place"
        ),
        pytest.param(
            meeting("a", HALABI, "وفد مرافق", location="بغداد", date="2024-05-20"),
            meeting("b", HALABI, NORDGREN, location="بغداد", date="2024-05-20"),
            id="a delegation, then its head",
        ),
        pytest.param(
            meeting("a", HALABI, NORDGREN, "Omar Zaki", date="2024-05-20"),
            meeting("b", "Omar Zaki", HALABI, date="2024-05-20"),
            id="three, of whom two are named",
        ),
        pytest.param(
            meeting("a", HALABI, *(f"Sheikh number{n} Saleh{n}" for n in range(5)), date="2024-05-20"),
            meeting("b", HALABI, "tribal leaders", *(f"Sheikh number{n} Saleh{n}" for n in range(5)), published=at()),
            id="a reception of many",
        ),
        pytest.param(
            meeting("a", "G9 trade ministers", location="Oslo"),
            meeting("b", "G9 trade ministers", location="Oslo", date="2024-05-21"),
            id="a body convenes",
        ),
    ],
)
def test_reports_of_one_meeting(one: Event, other: Event) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(FIRST, meeting("b", HALABI, NORDGREN, date="2024-05-21"), id="the next day, still to come"),
        pytest.param(
            FIRST, meeting("b", HALABI, NORDGREN, date="2024-05-24", published=at(days=4)), id="the same two, later"
        ),
        pytest.param(
            meeting("a", HALABI, NORDGREN, country="IQ"),
            meeting("b", HALABI, NORDGREN, country="JO", published=at(days=3)),
            id="another country, three days later",
        ),
        pytest.param(
            meeting("a", HALABI, NORDGREN, date="2023"),
            meeting("b", HALABI, NORDGREN),
            id="last year's, looked back at",
        ),
        pytest.param(
            meeting("a", HALABI, NORDGREN, mode="in_person"),
            meeting("b", HALABI, NORDGREN, mode="phone"),
            id="a visit and a call",
        ),
        pytest.param(FIRST, meeting("b", HALABI, "Omar Zaki", date="2024-05-20"), id="one shared of two"),
        pytest.param(FIRST, meeting("b", HALABI, NORDGREN, published=at(days=-3)), id="undated, three days earlier"),
        pytest.param(FIRST, meeting("b", NORDGREN, date="2024-05-20"), id="one named, only the day"),
        pytest.param(FIRST, meeting("b", NORDGREN, location="Baghdad"), id="one named, only the place"),
        pytest.param(
            meeting("a", HALABI, NORDGREN, "الوفد المرافق لها", date="2024-05-20"),
            meeting("b", HALABI, "Omar Zaki", "الوفد المرافق له", date="2024-05-20"),
            id="a delegation at both",
        ),
        pytest.param(
            meeting("a", HALABI, NORDGREN, "Omar Zaki", "Nora Saleh", date="2024-05-20"),
            meeting("b", HALABI, "Karim Haddad", "Omar Zaki", "Nora Saleh", date="2024-05-20"),
            id="the host's company at both",
        ),
        pytest.param(
            meeting("a", HALABI, "senior officials", date="2024-05-20"),
            meeting("b", HALABI, "officials", date="2024-05-20"),
            id="officials at both",
        ),
        pytest.param(meeting("a"), meeting("b"), id="nobody named"),
        pytest.param(FIRST, meeting("a", HALABI, NORDGREN, date="2024-05-20", part="other"), id="same article"),
        pytest.param(FIRST, troops("b", date="2024-05-20", country="IQ"), id="another type"),
    ],
)
def test_reports_of_two_meetings(one: Event, other: Event) -> None:
    assert not are_one(one, other)
    assert not are_one(other, one)


SENT = troops("a", count=900, force="Danish troops", force_affiliation="DK", country="IQ", location="Anbar")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(SENT, troops("b", "increase", count_delta=900, force_affiliation="DK"), id="as an increase"),
        pytest.param(SENT, troops("b", count=900, force="Danish troops"), id="affiliation not told"),
        pytest.param(SENT, troops("b", count=900, country="IQ"), id="force not told"),
        pytest.param(
            troops("a", "withdraw", force_affiliation="US", country="SY"),
            troops("b", "withdraw", force="القوات الأمريكية", force_affiliation="US", country="SY"),
            id="no number",
        ),
        pytest.param(
            troops("a", "withdraw", count_min=200, count_max=300, force_affiliation="IT"),
            troops("b", "decrease", count_min=200, count_max=300, force_affiliation="IT"),
            id="a range",
        ),
        pytest.param(
            troops("a", "increase", count_from=400, multiplier=3.0, force="بعثة الحلف"),
            troops("b", "increase", count=1200, count_from=400, force="بعثه الحلف"),
            id="three-fold",
        ),
        pytest.param(
            troops("a", "deploy", troops_min=1000, approximate=True, force_affiliation="EU"),
            troops("b", "deploy", troops_min=1000, approximate=True, force_affiliation="EU"),
            id="thousands",
        ),
    ],
)
def test_reports_of_one_announcement(one: Event, other: Event) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(SENT, troops("b", count=950, force_affiliation="DK"), id="another number"),
        pytest.param(SENT, troops("b", count=900, force_affiliation="SE"), id="another force"),
        pytest.param(SENT, troops("b", "withdraw", count=900, force_affiliation="DK"), id="the other way"),
        pytest.param(SENT, troops("b", force_affiliation="DK"), id="no number on one side"),
        pytest.param(SENT, troops("b", count=900, force_affiliation="DK", country="ML"), id="another country"),
        pytest.param(SENT, troops("b", count=900), id="neither force nor country"),
        pytest.param(troops("a", country="IQ"), troops("b", country="IQ"), id="neither force nor number"),
        pytest.param(
            troops("a", "increase", count=2000, count_delta=500, force_affiliation="FR"),
            troops("b", "increase", count=3000, count_delta=500, force_affiliation="FR"),
            id="another total",
        ),
        pytest.param(
            troops("a", count=900, force_affiliation="DK", date="2024-06"),
            troops("b", count=900, force_affiliation="DK", date="2024-09"),
            id="another date",
        ),
    ],
)
def test_reports_of_two_announcements(one: Event, other: Event) -> None:
    assert not are_one(one, other)
    assert not are_one(other, one)


def test_a_cluster_keeps_its_first_id_and_counts_its_revisions() -> None:
    second = meeting("b", HALABI, NORDGREN, date="2024-05-20", source="Tigris Daily")
    third = meeting("c", HALABI, NORDGREN, date="2024-05-20", source="tigris  daily")
    clusters = [cluster for cluster in fold(FIRST, second, third) if cluster]
    assert [cluster.cluster_id for cluster in clusters] == [FIRST.event_id] * 3
    assert [cluster.revision for cluster in clusters] == [1, 2, 3]
    assert [report.uri for report in clusters[-1].reports] == ["a", "b", "c"]
    assert (clusters[-1].articles, clusters[-1].sources) == (3, 2)
    assert (clusters[-1].first_seen, clusters[-1].last_seen) == (at(), at(hours=2 / 60))


def test_articles_without_a_source_count_by_their_host() -> None:
    reports = [
        meeting(uri, HALABI, NORDGREN, date="2024-05-20")
        for uri in ("https://www.tigris.example/1", "https://tigris.example/2", "urn:one", "urn:two", "https://[odd")
    ]
    last = fold(*reports)[-1]
    assert last is not None
    assert (last.articles, last.sources) == (5, 4)


def test_a_repeat_changes_nothing() -> None:
    assert fold(FIRST, FIRST)[1] is None


def test_a_revision_of_before_is_a_repeat_by_its_record_time_and_a_revert_when_it_is_told_later() -> None:
    corrected = meeting("a", HALABI, NORDGREN, date="2024-05-20", status="cancelled")
    clusters = ClusterFold()
    hours = [(FIRST, 0), (corrected, 1), (FIRST, 0), (corrected, 1), (FIRST, 2), (corrected, 1)]
    results = [clusters.apply(event, at(hours=hour)) for event, hour in hours]
    assert [result is None for result in results] == [False, False, True, True, False, True]


def test_a_corrected_report_takes_the_place_of_the_old_one() -> None:
    other = meeting("b", HALABI, NORDGREN, date="2024-05-20")
    corrected = meeting("a", HALABI, NORDGREN, "Omar Zaki", date="2024-05-20", location="Erbil", country="IQ")
    last = fold(FIRST, other, corrected)[-1]
    assert last is not None
    assert (last.revision, last.articles, len(last.reports)) == (3, 2, 2)
    assert last.event.location == "Erbil"


def test_a_corrected_report_is_found_by_what_it_says_now() -> None:
    corrected = meeting("a", HALABI, "Omar Zaki", date="2024-05-20")
    now, before = (meeting(uri, HALABI, who, date="2024-05-20") for uri, who in (("b", "Omar Zaki"), ("c", NORDGREN)))
    first, _, joined, apart = fold(FIRST, corrected, now, before)
    assert first and joined and apart
    assert joined.cluster_id == first.cluster_id != apart.cluster_id


def test_of_two_clusters_the_one_that_tells_the_day_takes_the_report() -> None:
    undated = meeting("a", HALABI, NORDGREN, country="IQ")
    dated = meeting("b", HALABI, NORDGREN, country="JO", date="2024-05-21")
    results = fold(undated, dated, meeting("c", HALABI, NORDGREN, date="2024-05-21"))
    assert results[-1] is not None
    assert results[-1].cluster_id == dated.event_id


def test_a_cluster_takes_reports_for_its_horizon() -> None:
    clusters = ClusterFold()
    late = meeting("b", HALABI, NORDGREN, date="2024-05-20", published=at(days=6))
    later = meeting("c", HALABI, NORDGREN, date="2024-05-20", published=at(days=7))
    clusters.apply(FIRST, at())
    within, behind = clusters.apply(late, at(days=6.9)), clusters.apply(later, at(days=7))
    assert within and behind
    assert (within.cluster_id, within.revision) == (FIRST.event_id, 2)
    assert (behind.cluster_id, behind.revision) == (later.event_id, 1)


def test_an_event_of_a_closed_cluster_stays_known() -> None:
    clusters = ClusterFold(timedelta(days=1))
    corrected = meeting("a", HALABI, NORDGREN, status="cancelled")
    clusters.apply(FIRST, at())
    assert clusters.apply(corrected, at(days=1)) is None
    assert clusters.apply(FIRST, at(days=3.9)) is None
    clusters.apply(meeting("z", "Omar Zaki"), at(days=4))
    assert clusters.apply(FIRST, at(days=4)) is not None


def test_record_time_never_runs_backwards() -> None:
    clusters = ClusterFold()
    clusters.apply(meeting("z", "Omar Zaki"), at(days=1))
    cluster = clusters.apply(FIRST, at())
    assert cluster is not None
    assert cluster.first_seen == at(days=1)


def test_undated_talks_told_every_other_day_do_not_chain_for_ever() -> None:
    clusters = ClusterFold(timedelta(days=365))
    ids = []
    for day in range(0, 20, 2):
        cluster = clusters.apply(meeting(f"{day}", HALABI, NORDGREN, published=at(days=day)), at(days=day))
        assert cluster is not None
        ids.append(cluster.cluster_id)
    assert [ids.count(each) for each in dict.fromkeys(ids)] == [4, 4, 2]


def test_a_message_names_a_bounded_number_of_reports_and_counts_on() -> None:
    last = fold(*(meeting(f"{number}", HALABI, NORDGREN, date="2024-05-20") for number in range(300)))[-1]
    assert last is not None
    assert (len(last.reports), last.articles, last.revision) == (250, 300, 300)


def test_a_report_is_compared_with_a_bounded_number_of_clusters() -> None:
    index = ClusterIndex()
    for number in range(500):
        told = meeting(f"{number}", HALABI, NORDGREN, date="2024-05-20", location="Baghdad")
        cluster = OpenCluster(told.event_id, number, at())
        telling = Telling.of(told, at(), at())
        cluster.take(telling)
        index.add(cluster, telling.compared().places().standing)
    following = Telling.of(meeting("next", HALABI, NORDGREN), at(), at())
    candidates = list(index.candidates(following.compared().places().sought))
    assert len(candidates) == MOST_CANDIDATES
    assert candidates[-1].sequence == 499


def test_an_event_that_comes_again_when_it_is_forgotten_opens_a_cluster_with_an_id_of_its_own() -> None:
    clusters = ClusterFold(timedelta(days=1))
    told = meeting("a", HALABI, NORDGREN)
    opened = []
    for day in (0, 3.9, 4.1, 9):
        clusters.advance(at(days=day))
        opened.append(clusters.apply(told, at(days=day)))
    assert [cluster and cluster.revision for cluster in opened] == [1, None, 1, 1]
    ids = [cluster.cluster_id for cluster in opened if cluster]
    assert ids[0] == told.event_id
    assert len(set(ids)) == 3
