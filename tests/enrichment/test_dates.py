"""Dates as newspapers write them, read on Thursday, 6 August 2015."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.extract.date_openings import openings
from rasid.enrichment.extract.date_phrases import Reader
from rasid.enrichment.extract.dates import find_dates
from rasid.enrichment.text.normalise import fold
from rasid.enrichment.text.sentences import tokenise

THURSDAY = date(2015, 8, 6)
ENGLISH = [
    ("The council met on Sept. 8, 2021.", "2021-09-08"),
    ("The council met on 8 September 2021.", "2021-09-08"),
    ("The treaty of 2021-09-08 stands.", "2021-09-08"),
    ("They came home in September 2014.", "2014-09"),
    ("They came home last December.", "2014-12"),
    ("They will all be home by June.", "2016-06"),
    ("The ministers spoke on Wednesday.", "2015-08-05"),
    ("The ministers will speak on Monday.", "2015-08-10"),
    ("The ministers spoke last Monday.", "2015-08-03"),
    ("The convoy left yesterday.", "2015-08-05"),
    ("The convoy left last night.", "2015-08-05"),
    ("The convoy left three days ago.", "2015-08-03"),
    ("The base closes next year.", "2016"),
    ("The base closes at the end of the year.", "2015"),
    ("The base closes by the end of 2017.", "2017"),
    ("He opposed the 2003 invasion.", "2003"),
]
ARABIC = [
    ("عقد الاجتماع في 30 يونيو 2014", "2014-06-30"),
    ("عقدت القمة في تموز يوليو 2014", "2014-07"),
    ("عقدت القمة في يوليو (تموز) الماضي", "2015-07"),
    ("تنتهي المهمة في أكتوبر/ تشرين الأول المقبل", "2015-10"),
    ("انتهت المهمة في كانون الأول/ديسمبر 2011", "2011-12"),
    ("وصل الوفد أمس الأربعاء", "2015-08-05"),
    ("وصل الوفد الأربعاء الماضي", "2015-08-05"),
    ("يصل الوفد الخميس المقبل", "2015-08-13"),
    ("سيصل الوفد يوم الجمعة", "2015-08-07"),
    ("وصل الوفد أمس الأول", "2015-08-04"),
    ("في الثالث من أغسطس الحالي", "2015-08-03"),
    ("بنهاية العام الحالي", "2015"),
    ("وصلوا قبل عامين", "2013"),
    ("وصلوا قبل ثلاثة أيام", "2015-08-03"),
    ("بحلول عام 2017", "2017"),
    ("يوم 15 شوال 1436هـ", "2015-07-31"),
    ("الموافق 28-10-1436 هـ", "2015-08-13"),
]
NO_DATES = [
    ("en", "They may go, and march on."),
    ("en", "There were 2000 troops on parade."),
    ("ar", "وفي اليوم التالي عادوا"),
    ("ar", "بعد صلاة الجمعة"),
]


@pytest.mark.parametrize(("text", "iso"), ENGLISH)
def test_english_dates(text: str, iso: str) -> None:
    assert [mention.iso for mention in find_dates(text, "en", THURSDAY)] == [iso]


@pytest.mark.parametrize(("text", "iso"), ARABIC)
def test_arabic_dates(text: str, iso: str) -> None:
    assert [mention.iso for mention in find_dates(text, "ar", THURSDAY)] == [iso]


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("en", "They meet next autumn.", "2015"),
        ("en", "They meet next spring.", "2016"),
        ("en", "They met last summer.", "2014"),
        ("en", "They met last spring.", "2015"),
        ("ar", "يلتقيان في الخريف المقبل.", "2015"),
        ("ar", "التقيا في الربيع الماضي.", "2015"),
    ],
)
def test_a_season_may_be_this_years(language: str, text: str, iso: str) -> None:
    assert [mention.iso for mention in find_dates(text, language, THURSDAY)] == [iso]


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_words_that_look_like_dates(language: str, text: str) -> None:
    assert find_dates(text, language, THURSDAY) == []


def test_without_a_day_of_publication_only_full_dates_are_told() -> None:
    text = "Yesterday, on Monday, they recalled 5 May 2014 and last year."
    assert [mention.iso for mention in find_dates(text, "en", None)] == ["2014-05-05"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_read_back(day: date) -> None:
    assert [m.iso for m in find_dates(day.isoformat(), "en", None)] == [day.isoformat()]
    assert [m.iso for m in find_dates(f"{day:%B} {day.day}, {day.year}", "en", None)] == [day.isoformat()]


@given(st.text(), st.sampled_from(["en", "ar"]), st.dates(date(1, 1, 1)))
def test_any_text_gives_ordered_mentions_inside_it(text: str, language: str, published_on: date) -> None:
    mentions = find_dates(text, language, published_on)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.start < b.start for a, b in pairwise(mentions))


CALENDAR = {
    "en": "the|a|last|next|this|two|May|Monday|today|month|year|night|days|ago|of|end|8|,|2014|September",
    "ar": "اليوم|أمس|الأول|الثالث|من|هذا|الماضي|قبل|منذ|عام|عامين|شهر|ثلاثة|أيام|يوم|والعشرين|سبتمبر|2014|بالعام",
}


@given(st.sampled_from(("ar", "en")), st.data())
def test_no_phrase_begins_but_at_an_opening(language: str, data: st.DataObject) -> None:
    """Words are passed over without being read where they can begin no date."""
    text = " ".join(data.draw(st.lists(st.sampled_from(CALENDAR[language].split("|")), min_size=1, max_size=8)))
    tokens = tokenise(fold(text))
    reader = Reader(text, tokens, language)
    others = set(range(len(tokens))) - set(openings(tokens.words, language))
    assert [reader.read(first) for first in others] == [None] * len(others)
