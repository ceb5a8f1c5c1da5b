"""Which place and day of a sentence belong to its meeting; published on Wednesday 6 March 2024. Our own sentences."""

import pytest

from support.articles import meetings

WHERE = [
    ("en", "A meeting between Anna Keller and Turkish President Orhan Demir is planned for Oslo.", "Oslo"),
    ("en", "A meeting between Anna Keller and Turkish President Orhan Demir is planned for Friday.", None),
    (
        "en",
        "Kenyan President James Otieno was en route to Oslo for a meeting with Turkish President Orhan Demir.",
        "Oslo",
    ),
    ("en", "President Kate Archer had an Oval Office meeting with Omani President Reza Farahani.", "Oval Office"),
    ("en", "Anna Keller, the German chancellor, visited Oslo and met Turkish President Orhan Demir.", "Oslo"),
    (
        "en",
        "German Chancellor Anna Keller met Turkish President Orhan Demir about trade at the Grand Hotel in Oslo.",
        "Grand Hotel",
    ),
    ("en", "German Chancellor Anna Keller met Turkish President Orhan Demir at the Capitol on Friday.", "Capitol"),
    ("en", "German Chancellor Anna Keller met Turkish President Orhan Demir at Keller Tower.", "Keller Tower"),
    (
        "en",
        "German Chancellor Anna Keller met Turkish President Orhan Demir in Norway. The meeting was held in Oslo.",
        "Oslo",
    ),
    ("en", "German Chancellor Anna Keller met the Turkish ambassador to Norway on Friday.", None),
    ("en", "German Chancellor Anna Keller telephoned Turkish President Orhan Demir from her office in Berlin.", None),
    (
        "en",
        "German Chancellor Anna Keller met Turkish President Orhan Demir, according to the Washington Post.",
        None,
    ),
    (
        "en",
        "Irish Senator Nora Byrne, who was in Boston last week, criticised how German Chancellor Anna Keller handled "
        "her meeting with Turkish President Orhan Demir.",
        None,
    ),
    (
        "en",
        "German Chancellor Anna Keller had talks with Turkish President Orhan Demir, which had been planned for Friday "
        "in Vienna.",
        "Vienna",
    ),
    (
        "en",
        "German Chancellor Anna Keller began her visit to Ankara, which opened with talks with Turkish President Orhan "
        "Demir.",
        "Ankara",
    ),
    (
        "ar",
        "قال مصدر في أنقرة إن وزير الدفاع الفرنسي لوسيان مورو التقى رئيس الوزراء العراقي حسن البياتي.",
        None,
    ),
    (
        "ar",
        "التقى وزير الدفاع الفرنسي لوسيان مورو نظيره العراقي حسن البياتي لبحث الأزمة في ليبيا.",
        None,
    ),
    (
        "ar",
        "اجتماع وزير الدفاع الفرنسي لوسيان مورو مع نظيره العراقي حسن البياتي الذي عقد أمس في جنيف كان قصيرا.",
        "جنيف",
    ),
]
BUILDINGS = [
    ("في مقر وزارة الشؤون الاجتماعية أمس", "مقر وزارة الشؤون الاجتماعية", "FR"),
    ("في مقر الأمم المتحدة بجنيف", "مقر الأمم المتحدة بجنيف", "CH"),
    ("بمقر الحكومة العراقية في عمان", "مقر الحكومة العراقية", "JO"),
    ("بمقر المديرية العامة للجوازات بمدينة بريدة", "مقر المديرية العامة للجوازات بمدينة بريدة", "SA"),
    ("في فندق في كوالالمبور", "كوالالمبور", "MY"),
    ("قبل يومين من زيارته إلى طهران", None, None),
    ("لمراجعة الاستراتيجية الجديدة في ليبيا", None, None),
]
WHEN = [
    ("en", "The Daily reported Friday that Anna Keller met Turkish President Orhan Demir.", None),
    ("en", "Anna Keller and President Orhan Demir agreed last week to hold a meeting in Oslo.", None),
    ("en", "The NATO summit last month did change something.", "2024-02"),
    (
        "en",
        "German Chancellor Anna Keller met Turkish President Orhan Demir and is due on Friday in Rome.",
        None,
    ),
    (
        "en",
        "Chancellor Anna Keller waves after her talks with President Orhan Demir after lunch, May 3, 2022.",
        "2022-05-03",
    ),
    (
        "en",
        "The talks of Chancellor Anna Keller with President Orhan Demir ended without a deal on Tuesday.",
        "2024-03-05",
    ),
    (
        "en",
        "On Monday, German Chancellor Anna Keller told Turkish President Orhan Demir in a phone call to wait.",
        "2024-03-04",
    ),
    (
        "en",
        "The court last week published a letter about a meeting of Chancellor Anna Keller with President Orhan Demir.",
        None,
    ),
    (
        "en",
        "Last week, reporters learned that German Chancellor Anna Keller had met Turkish President Orhan Demir.",
        None,
    ),
    ("en", "German Chancellor Anna Keller met Turkish President Orhan Demir at Mar-a-Lago.", None),
    ("en", "German Chancellor Anna Keller met Turkish President Orhan Demir before the 2016 U.S. election.", None),
    ("en", "On Monday German Chancellor Anna Keller met Turkish President Orhan Demir.", "2024-03-04"),
    (
        "en",
        "German Chancellor Anna Keller on Tuesday met Turkish President Orhan Demir, who took office in 2014.",
        "2024-03-05",
    ),
    (
        "ar",
        "أعلن متحدث يوم الأحد أن وزير الدفاع الفرنسي لوسيان مورو التقى رئيس الوزراء العراقي حسن البياتي.",
        None,
    ),
    (
        "ar",
        "3 مارس 2023: التقى وزير الدفاع الفرنسي لوسيان مورو رئيس الوزراء العراقي حسن البياتي.",
        "2023-03-03",
    ),
    (
        "ar",
        "التقى وزير الدفاع الفرنسي لوسيان مورو رئيس الوزراء العراقي حسن البياتي في محافظة إب.",
        None,
    ),
]


@pytest.mark.parametrize(("language", "text", "place"), WHERE)
def test_where(language: str, text: str, place: str | None) -> None:
    (meeting,) = meetings(text, language)
    assert meeting.location == place


@pytest.mark.parametrize(("words", "place", "country"), BUILDINGS)
def test_arabic_buildings(words: str, place: str | None, country: str | None) -> None:
    (meeting,) = meetings(f"التقى وزير الدفاع الفرنسي لوسيان مورو نظيره العراقي حسن البياتي {words}.", "ar")
    assert (meeting.location, meeting.country) == (place, country)


def test_who_attended_tells_no_place() -> None:
    (meeting,) = meetings(
        "التقى وزير الدفاع الفرنسي لوسيان مورو نظيره العراقي حسن البياتي. حضر اللقاء مدير الأمن في لبنان سامي الخطيب.",
        "ar",
    )
    assert meeting.location is None


@pytest.mark.parametrize(("language", "text", "day"), WHEN)
def test_when(language: str, text: str, day: str | None) -> None:
    (meeting,) = meetings(text, language)
    assert meeting.date == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "en",
            "Chancellor Anna Keller said on Tuesday, two days after meeting President Orhan Demir, that she was glad.",
            "2024-03-03",
        ),
        ("ar", "قال وزير الدفاع الفرنسي لوسيان مورو أمس غداة لقاء مع نظيره العراقي حسن البياتي.", "2024-03-04"),
        (
            "en",
            "Chancellor Anna Keller met President Orhan Demir on Monday, a day after the storm.",
            "2024-03-04",
        ),
    ],
)
def test_some_days_before_or_after_another_day(language: str, text: str, day: str) -> None:
    (meeting,) = meetings(text, language)
    assert meeting.date == day
