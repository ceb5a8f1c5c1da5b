"""Arabic troops that are somewhere, stay or are asked for, read on Thursday, 6 August 2015."""

from datetime import date

import pytest

from rasid.enrichment.extract.troops import find_troop_announcements
from rasid.enrichment.text.reading import read_document

THURSDAY = date(2015, 8, 6)
Expected = dict[str, str | int | float | bool | None]
NOTHING = (
    "وزادت القوات الفرنسية هجماتها في مالي.",
    "وتلقى 1200 جندي عراقي تدريبا على يد مدربين أميركيين.",
    "وانسحبت روسيا من معاهدة القوات التقليدية في أوروبا.",
    "وأقيم حفل تخريج 400 ضابط في الكلية الحربية بالقاهرة.",
    "ودعت المنظمة إلى محاكمة 20 جنديا فرنسيا.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_looks_like_it(text: str) -> None:
    assert find_troop_announcements(read_document(text, "ar", THURSDAY, None, None)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أقرت كندا إرسال قوات قد يصل عددها إلى 800 جندي إلى مالي.", {"status": "announced", "count": 800}),
        (
            "أعلنت الوزارة أن نحو 200 جندي نرويجي سيبقون في مالي.",
            {"action": "maintain", "count": 200, "status": "announced"},
        ),
        ("ويذكر أن 900 جندي نرويجي سيبقون في مالي.", {"action": "maintain", "count": 900, "status": "current"}),
        ("يذكر أن للولايات المتحدة 28 ألف جندي في كوريا الجنوبية.", {"action": "strength", "force_affiliation": "US"}),
        ("وتدخلت فرنسا في مالي ونشرت هناك أكثر من ثلاثة آلاف جندي.", {"action": "deploy", "count": 3000}),
        ("وأعلن الجيش الإسرائيلي نشر لواءين إضافيين على الحدود مع غزة.", {"action": "increase"}),
        ("وطلب بترايوس 900 جندي إضافي لأفغانستان.", {"action": "increase", "count_delta": 900, "status": "proposed"}),
        ("كينيا: 3500 جندي أوغندي في الصومال.", {"action": "strength", "force_affiliation": "UG", "country": "SO"}),
    ],
)
def test_presence_and_requests(text: str, expected: Expected) -> None:
    [found] = find_troop_announcements(read_document(text, "ar", THURSDAY, None, None))
    assert {field: getattr(found, field) for field in expected} == expected
