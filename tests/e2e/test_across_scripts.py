"""One meeting told in Arabic and in English is one cluster: articles in, cluster out, no broker between."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from rasid.alerting.clusters.fold import ClusterFold
from rasid.enrichment.pipeline import enrich
from rasid_schemas.alerts import EventCluster
from rasid_schemas.articles import RawArticle
from rasid_schemas.extraction import Meeting

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PUBLISHED = "2026-11-24T09:00:00Z"

TOLD_TWICE = [
    (
        "بغداد - استقبل وزير الدفاع العراقي سمير الجبوري يوم الاثنين في بغداد قائد بعثة حلف الناتو "
        "الجنرال كارل هولمبرغ، وبحثا تدريب القوات العراقية.",
        "BAGHDAD - Iraqi Defence Minister Sameer al-Jubouri met General Karl Holmberg, commander of the NATO mission, "
        "in Baghdad on Monday to discuss the training of Iraqi forces.",
        ("سمير الجبوري", "Sameer al-Jubouri"),
    ),
    (
        "القاهرة - بحث وزير الخارجية المصري طارق عبد الرحيم هاتفيا يوم الأحد مع نظيره الفرنسي لوك ديلاكور "
        "الوضع في السودان.",
        "Egyptian Foreign Minister Tarek Abdel-Rahim held a phone call on Sunday with French Foreign Minister Luc "
        "Delacour on the situation in Sudan.",
        ("طارق عبد الرحيم", "Tarek Abdel-Rahim"),
    ),
    (
        "عمان - التقى رئيس الوزراء الأردني مازن الخطيب في عمان يوم السبت وزير الخارجية الألماني يوهانس فينكلر.",
        "Jordanian Prime Minister Mazen al-Khatib met German Foreign Minister Johannes Winkler in Amman on Saturday.",
        ("مازن الخطيب", "Mazen al-Khatib"),
    ),
]


def clusters_of(*bodies: tuple[str, str]) -> Iterator[EventCluster]:
    """The newest revision of each cluster that articles, each with its language, come to."""
    fold = ClusterFold()
    newest = {}
    for number, (language, body) in enumerate(bodies):
        raw = RawArticle(
            uri=f"urn:a:{number}", body=body, language=language, published_at=PUBLISHED, source=f"Wire {number}"
        )
        for event in enrich(raw, NOW).events:
            cluster = fold.apply(event, NOW)
            assert cluster is not None
            newest[cluster.cluster_id] = cluster
    yield from newest.values()


@pytest.mark.parametrize(("arabic", "english", "host"), TOLD_TWICE)
def test_one_meeting_in_two_languages_is_one_cluster(arabic: str, english: str, host: tuple[str, str]) -> None:
    (cluster,) = clusters_of(("ar", arabic), ("en", english))
    assert (cluster.articles, cluster.sources) == (2, 2)
    assert isinstance(cluster.event, Meeting)
    first = cluster.event.participants[0]
    assert (first.name, first.name_latin) == host
    (other_way_round,) = clusters_of(("en", english), ("ar", arabic))
    assert other_way_round.sources == 2


def test_meetings_of_others_stay_apart() -> None:
    arabic = [("ar", told[0]) for told in TOLD_TWICE]
    english = [("en", told[1]) for told in TOLD_TWICE]
    assert sorted(cluster.sources for cluster in clusters_of(*arabic, *english)) == [2, 2, 2]
    changed = TOLD_TWICE[0][1].replace("Sameer", "Sami")
    assert len(list(clusters_of(("ar", TOLD_TWICE[0][0]), ("en", changed)))) == 2
