"""One event told in Arabic and in English, read by the extractor and clustered: sentences of our own making."""

from itertools import combinations

import pytest

from rasid.alerting.clusters.fold import ClusterFold
from rasid.enrichment.pipeline import enrich
from rasid_schemas.articles import RawArticle
from rasid_schemas.events import Event
from support.events import at

TOLD = {
    "talks in Baghdad": (
        ("ar", 0, "التقى وزير الخارجية العراقي فؤاد حسين في بغداد يوم الاثنين نظيره التركي هاكان فيدان."),
        ("en", 0, "Iraqi Foreign Minister Fuad Hussein met his Turkish counterpart Hakan Fidan in Baghdad on Monday."),
        ("en", 0, "Turkish Foreign Minister Hakan Fidan held talks with Iraq's foreign minister in Baghdad on Monday."),
    ),
    "talks in Ankara, a week later": (
        ("ar", 7, "التقى وزير الخارجية العراقي فؤاد حسين في أنقرة يوم الاثنين نظيره التركي هاكان فيدان."),
        ("en", 7, "Iraqi Foreign Minister Fuad Hussein met his Turkish counterpart Hakan Fidan in Ankara on Monday."),
    ),
    "a reception in Amman": (
        ("ar", 1, "استقبل العاهل الأردني عبد الله الثاني في عمّان اليوم الثلاثاء الرئيس الفرنسي إيمانويل ماكرون."),
        ("en", 1, "Jordan's King Abdullah II received French President Emmanuel Macron in Amman on Tuesday."),
    ),
    "a call the day before": (
        ("ar", 0, "تلقى العاهل الأردني الملك عبد الله الثاني اتصالا هاتفيا من الرئيس الفرنسي إيمانويل ماكرون الاثنين."),
        ("en", 0, "Jordan's King Abdullah II spoke by phone with French President Emmanuel Macron on Monday."),
    ),
    "ministers of defence in Doha": (
        ("ar", 2, "عقد وزير الدفاع القطري خالد العطية في الدوحة الأربعاء مباحثات مع وزير الدفاع الأمريكي لويد أوستن."),
        ("en", 2, "US Defense Secretary Lloyd Austin met Qatar's Defence Minister Khalid al-Attiyah in Doha."),
    ),
    "the emir and the secretary": (
        ("ar", 2, "استقبل أمير قطر الشيخ تميم بن حمد آل ثاني في الدوحة يوم الأربعاء وزير الدفاع الأمريكي لويد أوستن."),
        ("en", 2, "Qatar's Emir Sheikh Tamim bin Hamad Al Thani received US Defense Secretary Lloyd Austin Wednesday."),
    ),
    "a meeting to come": (
        ("ar", 3, "من المقرر أن يلتقي الرئيس المصري عبد الفتاح السيسي السبت الرئيس السوداني عمر البشير في القاهرة."),
        ("en", 3, "Egyptian President Abdel Fattah el-Sisi will meet Sudanese President Omar al-Bashir on Saturday."),
    ),
    "soldiers for Mali": (
        ("ar", 1, "أعلنت فرنسا أنها سترسل 600 جندي إضافي إلى مالي."),
        ("en", 1, "France said it would send 600 additional troops to Mali."),
    ),
    "soldiers for Niger": (
        ("ar", 1, "أعلنت فرنسا أنها سترسل 400 جندي إضافي إلى النيجر."),
        ("en", 1, "France said it would send 400 additional troops to Niger."),
    ),
    "out of Syria": (
        ("ar", 2, "قررت الولايات المتحدة سحب ألفي جندي من سوريا."),
        ("en", 2, "The United States decided to withdraw 2,000 troops from Syria."),
    ),
}  # fmt: skip


def event_of(language: str, day: int, sentence: str) -> Event:
    published = at(days=day)
    raw = RawArticle(uri=f"urn:{sentence}", body=sentence, language=language, published_at=published.isoformat())
    events = enrich(raw, published).events
    assert len(events) == 1, sentence
    return events[0]


EVENTS = [(name, event_of(*telling)) for name, tellings in TOLD.items() for telling in tellings]
PAIRS = [
    pytest.param(one, other, name == another, id=f"{name} {one.article.language}, {another} {other.article.language}")
    for (name, one), (another, other) in combinations(EVENTS, 2)
    if one.type == other.type
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_two_reports_in_any_language_and_order(one: Event, other: Event, same: bool) -> None:
    for first, second in ((one, other), (other, one)):
        clusters = ClusterFold()
        time = max(event.article.published_at or at() for event in (one, other))
        ids = {cluster.cluster_id for event in (first, second) if (cluster := clusters.apply(event, time))}
        assert (len(ids) == 1) is same
