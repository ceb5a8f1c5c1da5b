"""Which Thursday a verb in the present means; published on Wednesday 6 March 2024. The sentences are our own."""

import pytest

from support.articles import meetings

KELLER, DEMIR = "German Chancellor Anna Keller", "Turkish President Orhan Demir"
MOREAU, COUNTERPART = "وزير الدفاع الفرنسي لوسيان مورو", "نظيره العراقي حسن البياتي"

ARABIC = [
    ("يلتقي {M} {C} الخميس.", "planned", "2024-03-07"),
    ("يلتقي {M} الثلاثاء {C} في باريس.", "planned", "2024-03-12"),
    ("يعقد {M} اجتماعا مع {C} الجمعة.", "planned", "2024-03-08"),
    ("يستقبل {M} يوم الاثنين {C}.", "planned", "2024-03-11"),
    ("يبحث {M} مع {C} الأحد في بغداد الوضع في الجنوب.", "planned", "2024-03-10"),
    ("يتوجه {M} إلى بغداد السبت حيث يلتقي {C}.", "planned", "2024-03-09"),
    ("سيلتقي {M} {C} الاثنين.", "planned", "2024-03-11"),
    ("يجتمع {M} مع {C} الأربعاء.", "held", "2024-03-06"),
    ("وصل {M} الاثنين إلى بغداد في زيارة يلتقي خلالها {C}.", "held", "2024-03-04"),
    ("التقى {M} {C} الخميس.", "held", "2024-02-29"),
    ("التقى {M} {C} الخميس الماضي.", "held", "2024-02-29"),
    ("كان {M} يلتقي {C} الخميس.", "held", "2024-02-29"),
]
ENGLISH = [
    ("{K} meets {D} on Thursday.", "planned", "2024-03-07"),
    ("{K} meets {D} in Oslo on Monday.", "planned", "2024-03-11"),
    ("On Monday, {K} meets {D} in Oslo.", "planned", "2024-03-11"),
    ("{K} hosts {D} on Friday.", "planned", "2024-03-08"),
    ("{K} holds talks with {D} on Tuesday in Ankara.", "planned", "2024-03-12"),
    ("{K} and {D} meet on Sunday.", "planned", "2024-03-10"),
    ("{K} will meet {D} on Monday.", "planned", "2024-03-11"),
    ("{K} meets {D} on Wednesday.", "held", "2024-03-06"),
    ("{K} met {D} on Thursday.", "held", "2024-02-29"),
    ("{K} met {D} last Thursday.", "held", "2024-02-29"),
    ("{K} meets {D} in Oslo last Monday.", "held", "2024-03-04"),
    ("{K} meets {D} in Oslo, Thursday, February 29, 2024.", "held", "2024-02-29"),
]


@pytest.mark.parametrize(("text", "status", "day"), ARABIC)
def test_the_day_an_arabic_verb_is_told_with(text: str, status: str, day: str) -> None:
    (meeting,) = meetings(text.format(M=MOREAU, C=COUNTERPART), "ar")
    assert (meeting.status, meeting.date) == (status, day)


@pytest.mark.parametrize(("text", "status", "day"), ENGLISH)
def test_the_day_an_english_verb_is_told_with(text: str, status: str, day: str) -> None:
    (meeting,) = meetings(text.format(K=KELLER, D=DEMIR), "en")
    assert (meeting.status, meeting.date) == (status, day)
