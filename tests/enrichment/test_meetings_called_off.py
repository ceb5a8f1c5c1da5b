"""Which meetings were called off, and what else may be; published on Wednesday 6 March 2024. Our own sentences."""

import pytest

from support.articles import meetings

KELLER, DEMIR = "German Chancellor Anna Keller", "Turkish President Orhan Demir"
MOREAU, COUNTERPART = "وزير الدفاع الفرنسي لوسيان مورو", "نظيره العراقي حسن البياتي"
BAYATI = "وزير الدفاع العراقي حسن البياتي"

ENGLISH_CALLED_OFF = [
    "The meeting between {K} and {D}, scheduled for Thursday, was called off.",
    "A meeting between {K} and {D} that was set for Friday has been called off, aides said.",
    "{K} cancels her talks with {D}.",
    "{K} has called off a planned meeting with {D}.",
    "{K} called her meeting with {D} off.",
    "{K} abruptly cancelled her visit to Ankara, where she was to meet {D}.",
    "{K} cancelled a trip to Ankara for talks with {D}.",
    "{K} had already cancelled a planned one-on-one summit with {D}.",
    "Talks between {K} and {D} have been postponed indefinitely.",
    "Talks between {K} and {D} were put off until next month.",
    "Talks between {K} and {D} in Oslo, which were due to begin on Monday, have been delayed.",
    "{D} pulled out of a meeting with {K}.",
    "The summit between {K} and {D} will not take place.",
    "The summit between {K} and {D} did not take place.",
    "The planned meeting between {K} and {D} is off.",
    "The meeting between {K} and {D} fell through.",
    "A phone call between {K} and {D} was cancelled.",
    "{K} was due to meet {D} on Thursday but the meeting was called off.",
    "{K} was to have met {D}, but the visit was put off.",
    "{K} was to meet {D} on Friday, but the Turkish side cancelled at the last minute.",
    "{K} was expected to hold talks with {D} on Friday before the trip was cancelled.",
    "The cancellation of the meeting between {K} and {D} came as a surprise.",
    "Officials announced the postponement of talks between {K} and {D}.",
    "{K} broke off her visit, cancelling a meeting with {D}.",
]
ENGLISH_SOMETHING_ELSE = [
    ("{K} cancelled the agreement at the meeting with {D}.", "held"),
    ("The unions called off the strike after {K} met {D} in Oslo.", "held"),
    ("Unions called off the strike after a meeting between {K} and {D}.", "held"),
    ("The meeting between {K} and {D}, postponed last month, was held on Sunday.", "held"),
    ("At talks with {D}, {K} said that the arms deal had been cancelled.", "held"),
    ("Talks between {K} and {D} were held after sanctions were postponed.", "held"),
    ("{K} met {D} in Oslo after a summit of NATO defence ministers was cancelled.", "held"),
    ("{K}, who cancelled an exercise last week, met {D} in Oslo.", "held"),
    ("The meeting between {K} and {D} was delayed for an hour, but was held in Oslo.", "held"),
    ("{K} has cancelled the arms deal and will meet {D} on Friday.", "planned"),
    ("The postponed meeting between {K} and {D} will be held on Friday.", "planned"),
    ("{K} was to meet {D} in Oslo, but the strike there was called off.", "planned"),
    ("Despite calls to cancel it, the meeting between {K} and {D} will go ahead on Friday.", "planned"),
    ("{K} considered calling off the meeting with {D}.", "planned"),
    ("{K} threatened to cancel the meeting with {D} on Friday.", "planned"),
    ("{K} will not cancel her meeting with {D} on Friday.", "planned"),
]
ARABIC_CALLED_OFF = [
    "ألغى {M} لقاءه مع {C}.",
    "ألغى {M} اللقاء الذي كان مقررا مع {C}.",
    "ألغى {M} لقاء كان مقررا مع {C} في بغداد الخميس.",
    "يلغي {M} زيارته إلى بغداد ولقاءه مع {C}.",
    "أعلنت الرئاسة تأجيل الاجتماع بين {M} و{B}.",
    "تم إلغاء الاجتماع المقرر بين {M} و{B}.",
    "إرجاء المباحثات بين {M} و{B} إلى الشهر المقبل.",
    "أُلغي اللقاء الذي كان مقررا بين {M} و{B}.",
    "الاجتماع بين {M} و{B} تم تأجيله.",
    "الاجتماع الذي كان مقررا بين {M} و{B} أُلغي.",
    "اللقاء بين {M} و{B} تأجل إلى أجل غير مسمى.",
    "قالت الرئاسة إن الاجتماع بين {M} و{B} أرجئ إلى الأسبوع المقبل.",
    "تأجلت القمة بين {M} و{B}.",
    "يؤجل {M} اجتماعه مع {C}.",
    "أجلت أنقرة لقاء {M} مع {C}.",
    "لم يعقد الاجتماع الذي كان مقررا بين {M} و{B}.",
    "كان من المقرر أن يلتقي {M} {C} لكن اللقاء ألغي.",
    "كان من المقرر أن يجتمع {M} مع {C} الخميس إلا أن الاجتماع تأجل.",
    "تم تأجيل زيارة الوزير إذ كان من المفترض أن يلتقي {M} {C}.",
]
ARABIC_SOMETHING_ELSE = [
    ("ألغى {M} الاتفاق خلال لقائه مع {C}.", "held"),
    ("ألغت النقابات الإضراب بعد اجتماع {M} مع {C}.", "held"),
    ("بعد إلغاء الحظر التقى {M} {C}.", "held"),
    ("الاجتماع بين {M} و{B} الذي تأجل الشهر الماضي عقد يوم الأحد.", "held"),
    ("بحث {M} مع {C} إلغاء العقوبات.", "held"),
    ("أكد {M} خلال اجتماعه مع {C} تأجيل التمرين.", "held"),
    ("التقى {M} {C} بعد تأجيل القمة العربية.", "held"),
    ("التقى {M} {C} من أجل بحث الأزمة.", "held"),
    ("التقى {M} {C} وأجل زيارته إلى بغداد.", "held"),
    ("علق {M} على لقائه مع {C} بالقول إنه كان مثمرا.", "held"),
    ("هدد {M} بإلغاء اجتماعه مع {C} الخميس.", "planned"),
    ("نفى المتحدث إلغاء لقاء {M} مع {C}.", "planned"),
]


@pytest.mark.parametrize("text", ENGLISH_CALLED_OFF)
def test_an_english_meeting_that_was_called_off(text: str) -> None:
    (meeting,) = meetings(text.format(K=KELLER, D=DEMIR), "en")
    assert meeting.status == "cancelled"


@pytest.mark.parametrize(("text", "status"), ENGLISH_SOMETHING_ELSE)
def test_an_english_meeting_beside_something_called_off(text: str, status: str) -> None:
    (meeting,) = meetings(text.format(K=KELLER, D=DEMIR), "en")
    assert meeting.status == status


@pytest.mark.parametrize("text", ARABIC_CALLED_OFF)
def test_an_arabic_meeting_that_was_called_off(text: str) -> None:
    (meeting,) = meetings(text.format(M=MOREAU, C=COUNTERPART, B=BAYATI), "ar")
    assert meeting.status == "cancelled"


@pytest.mark.parametrize(("text", "status"), ARABIC_SOMETHING_ELSE)
def test_an_arabic_meeting_beside_something_called_off(text: str, status: str) -> None:
    (meeting,) = meetings(text.format(M=MOREAU, C=COUNTERPART, B=BAYATI), "ar")
    assert meeting.status == status


def test_a_meeting_called_off_keeps_the_day_it_was_set_for() -> None:
    (meeting,) = meetings(f"The meeting between {KELLER} and {DEMIR}, scheduled for Thursday, was called off.", "en")
    assert meeting.date == "2024-03-07"
    (meeting,) = meetings(f"ألغي اللقاء الذي كان مقررا الخميس بين {MOREAU} و{BAYATI}.", "ar")
    assert meeting.date == "2024-03-07"
