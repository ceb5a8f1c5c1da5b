"""Numbers as newspapers write them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.extract.numbers import NumberMention, find_numbers

EXACT = [
    ("en", "The ministry will post 3,500 more guards", 3500),
    ("en", "a garrison of 30 thousand", 30000),
    ("en", "an army of 1.3 million", 1300000),
    ("en", "two thousand five hundred marines", 2500),
    ("en", "three hundred and five peacekeepers", 305),
    ("en", "forty-two advisers", 42),
    ("en", "half a million men", 500000),
    ("en", "a 12 000-strong contingent", 12000),
    ("en", "twenty-five hundred reservists", 2500),
    ("ar", "تضم القاعدة 4 آلاف جندي", 4000),
    ("ar", "سيصل ٣٥٠٠ عسكري", 3500),
    ("ar", "ثلاثة آلاف وخمسمئة جندي", 3500),
    ("ar", "وبألفي جندي من المشاة", 2000),
    ("ar", "قوامها ألفا رجل", 2000),
    ("ar", "سترسل 37 ألفاً", 37000),
    ("ar", "دعمتها بـ26 ألف فرد", 26000),
    ("ar", "خمسة وعشرين ألف مقاتل", 25000),
    ("ar", "ثلاثمائة وخمسة وأربعون ضابطا", 345),
    ("ar", "نصف مليون جندي", 500000),
    ("ar", "ستة آلاف و750 جنديا", 6750),
]
RANGES = [
    ("en", "between 3 and 4 thousand troops", 3000, 4000),
    ("en", "between 7,000 and 12,000 troops", 7000, 12000),
    ("en", "5,000-8,000 soldiers", 5000, 8000),
    ("en", "from 500 to 800 personnel", 500, 800),
    ("ar", "بين 700 و900 فرد", 700, 900),
    ("ar", "ما بين 3 و4 آلاف جندي", 3000, 4000),
    ("ar", "من 500 إلى 800 عنصر", 500, 800),
]
HEDGED = [
    ("en", "about 500 men", "about"),
    ("en", "up to 350 trainers", "at_most"),
    ("en", "more than 7,000 troops", "at_least"),
    ("en", "500 soldiers", ""),
    ("ar", "حوالي 500 عسكري", "about"),
    ("ar", "أكثر من 140 ألف رجل", "at_least"),
    ("ar", "ما يصل إلى ألف جندي", "at_most"),
    ("ar", "بنحو مئة ألف جندي", "about"),
]
UNCOUNTED = [
    ("en", "dozens of officers", 24),
    ("en", "hundreds of soldiers", 200),
    ("en", "tens of thousands of conscripts", 20000),
    ("en", "several thousand reservists", 3000),
    ("ar", "مئات الجنود", 200),
    ("ar", "الآلاف من أفراد الجيش", 2000),
    ("ar", "عشرات الآلاف من العسكريين", 20000),
]
NO_COUNTS = [
    ("en", "the 173rd brigade"),
    ("en", "no soldier came"),
    ("ar", "الكتيبة الثالثة عشرة"),
    ("ar", "لست موافقا على القرار"),
]


def test_what_is_added_and_what_results_are_two_numbers() -> None:
    added, total = find_numbers("It will grow by 3,500 to 15,000 troops", "en")
    assert (added.value, total.value) == (3500, 15000)


def only(text: str, language: str) -> NumberMention:
    (mention,) = find_numbers(text, language)
    return mention


@pytest.mark.parametrize(("language", "text", "value"), EXACT)
def test_exact_numbers(language: str, text: str, value: int) -> None:
    assert only(text, language).value == value
    assert not only(text, language).approximate


@pytest.mark.parametrize(("language", "text", "minimum", "maximum"), RANGES)
def test_ranges(language: str, text: str, minimum: int, maximum: int) -> None:
    mention = only(text, language)
    assert (mention.value, mention.minimum, mention.maximum) == (None, minimum, maximum)


@pytest.mark.parametrize(("language", "text", "hedge"), HEDGED)
def test_hedges(language: str, text: str, hedge: str) -> None:
    mention = only(text, language)
    assert mention.hedge == hedge
    assert mention.approximate == bool(hedge)


@pytest.mark.parametrize(("language", "text", "least"), UNCOUNTED)
def test_words_that_count_nothing_exactly(language: str, text: str, least: int) -> None:
    mention = only(text, language)
    assert (mention.value, mention.minimum, mention.maximum, mention.approximate) == (None, least, None, True)


@pytest.mark.parametrize(("language", "text"), NO_COUNTS)
def test_ordinals_are_no_numbers(language: str, text: str) -> None:
    assert find_numbers(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("60% of them", "en", "percent"),
        ("60 في المئة منهم", "ar", "percent"),
        ("$500 million in aid", "en", "money"),
        ("5000 دولار", "ar", "money"),
        ("until 2011", "en", "year"),
        ("عام 2011", "ar", "year"),
    ],
)
def test_what_is_no_head_count_is_marked(text: str, language: str, kind: str) -> None:
    assert only(text, language).kind == kind


@given(st.integers(1, 10**9), st.sampled_from(["en", "ar"]))
def test_digits_with_separators_are_read_back(value: int, language: str) -> None:
    assert only(f"x {value:,} x", language).value == value


@given(st.text(), st.sampled_from(["en", "ar"]))
def test_any_text_gives_ordered_mentions_inside_it(text: str, language: str) -> None:
    mentions = find_numbers(text, language)
    assert mentions == find_numbers(text, language)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
