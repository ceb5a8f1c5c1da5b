"""What alerts say, in both languages. `[` and `]` stand for the isolates U+2068 and U+2069."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.render.render import AlertText, render
from rasid_schemas.events import Event
from rasid_schemas.extraction import Participant
from support.events import at, meeting, person, quote, troops

MANSOURI = person("هالة المنصوري", "وزيرة الدفاع الأردنية", "JO", "Hala al-Mansouri")
NORDGREN = person("Eva Nordgren", "NATO mission commander", "NATO", "Eva Nordgren")
ZAKI = person("عمر زكي")


def text(*events: Event, rule_applies: bool = True) -> AlertText:
    clusters = ClusterFold()
    last = [clusters.apply(event, at()) for event in events][-1]
    assert last is not None
    return render(last, rule_applies)


def shown(words: str) -> str:
    return words.replace("\u2068", "[").replace("\u2069", "]")


@pytest.mark.parametrize(
    ("event", "title", "summary"),
    [
        pytest.param(
            meeting("a", MANSOURI, NORDGREN, mode="in_person", date="2024-05-20", location="Amman"),
            "Hala al-Mansouri met Eva Nordgren in Amman on 20 May 2024",
            "Participants: Hala al-Mansouri ([وزيرة الدفاع الأردنية]), Eva Nordgren (NATO mission commander)."
            " Mode: in person. Status: held. Place: Amman. Date: 20 May 2024. Reported by 1 article from 1 source.",
            id="met",
        ),
        pytest.param(
            meeting("a", "A Abbas", "B Baker", "C Chen", "D Diaz", mode="phone", status="planned", date="2024-06"),
            "A Abbas to speak by phone with B Baker, C Chen and others in June 2024",
            "Participants: A Abbas, B Baker, C Chen, D Diaz. Mode: by phone. Status: planned. Date: June 2024."
            " Reported by 1 article from 1 source.",
            id="four on the phone",
        ),
        pytest.param(
            meeting("a", "A Abbas", "B Baker", "C Chen", status="cancelled", mode="video", date="2024"),
            "Cancelled: video call of A Abbas with B Baker and C Chen in 2024",
            "Participants: A Abbas, B Baker, C Chen. Mode: by video. Status: cancelled. Date: 2024."
            " Reported by 1 article from 1 source.",
            id="video call cancelled",
        ),
        pytest.param(
            meeting("a", "G9 trade ministers", status="proposed", location="عمّان"),
            "Proposed meeting: G9 trade ministers in [عمّان]",
            "Participants: G9 trade ministers. Status: proposed. Place: [عمّان]. Reported by 1 article from 1 source.",
            id="a body",
        ),
        pytest.param(
            meeting("a"),
            "Meeting: participants not named",
            "Status: held. Reported by 1 article from 1 source.",
            id="nobody",
        ),
        pytest.param(
            meeting("a", MANSOURI, NORDGREN, language="ar", mode="in_person", date="2024-05-20", location="عمّان"),
            "لقاء بين هالة المنصوري و[Eva Nordgren] في عمّان يوم [20 مايو 2024]",
            "المشاركون: هالة المنصوري (وزيرة الدفاع الأردنية)، [Eva Nordgren] ([NATO mission commander])."
            " نوع اللقاء: حضوري. الحالة: عُقد. المكان: عمّان. التاريخ: [20 مايو 2024]. ورد في مقال واحد من مصدر واحد.",
            id="لقاء",
        ),
        pytest.param(
            meeting("a", MANSOURI, ZAKI, "سعد كريم", "علي جابر", language="ar", status="planned", mode="phone"),
            "اتصال هاتفي مرتقب بين هالة المنصوري وعمر زكي وسعد كريم وآخرين",
            "المشاركون: هالة المنصوري (وزيرة الدفاع الأردنية)، عمر زكي، سعد كريم، علي جابر. نوع اللقاء: هاتفي."
            " الحالة: مرتقب. ورد في مقال واحد من مصدر واحد.",
            id="اتصال",
        ),
        pytest.param(
            meeting("a", "وزراء دفاع الحلف", language="ar-SA", status="cancelled", date="2024-06"),
            "إلغاء اجتماع: وزراء دفاع الحلف في [يونيو 2024]",
            "المشاركون: وزراء دفاع الحلف. الحالة: أُلغي. التاريخ: [يونيو 2024]. ورد في مقال واحد من مصدر واحد.",
            id="إلغاء",
        ),
        pytest.param(
            troops("a", "deploy", count=900, force="Danish troops", location="Anbar", date="2024-06-01"),
            "Troop deployment: 900 (Danish troops), Anbar",
            "Force: Danish troops. Troops: 900. Status: announced. Place: Anbar. Date: 1 June 2024."
            " Reported by 1 article from 1 source.",
            id="sent",
        ),
        pytest.param(
            troops("a", "increase", count=4000, count_from=500, count_delta=3500, approximate=True, status="proposed"),
            "Troop increase, proposed: about 3,500 more, from 500 to about 4,000",
            "Troops: about 3,500 more, from 500 to about 4,000. Status: proposed. Reported by 1 article from 1 source.",
            id="more",
        ),
        pytest.param(
            troops("a", "withdraw", count_delta=1200, force_affiliation="US", status="under_way"),
            "Troop withdrawal, under way: 1,200 fewer (US)",
            "Force: US. Troops: 1,200 fewer. Status: under way. Reported by 1 article from 1 source.",
            id="fewer",
        ),
        pytest.param(
            troops("a", "deploy", troops_min=1000, approximate=True, force="القوات الفرنسية"),
            "Troop deployment: at least 1,000 ([القوات الفرنسية])",
            "Force: [القوات الفرنسية]. Troops: at least 1,000. Status: announced. Reported by 1 article from 1 source.",
            id="thousands",
        ),
        pytest.param(
            troops("a", "increase", multiplier=1.5, status="denied"),
            "Troop increase, denied: ×1.5",
            "Troops: ×1.5. Status: denied. Reported by 1 article from 1 source.",
            id="by half",
        ),
        pytest.param(
            troops("a", "increase", count=4000, count_from=500, force="بعثة الحلف", location="العراق", language="ar"),
            "إعلان زيادة القوات: من [500] إلى [4,000] (بعثة الحلف)، العراق",
            "القوة: بعثة الحلف. العدد: من [500] إلى [4,000]. الحالة: أُعلن. المكان: العراق."
            " ورد في مقال واحد من مصدر واحد.",
            id="زيادة",
        ),
        pytest.param(
            troops("a", "decrease", count_min=200, count_max=300, force="قوات إيطالية", language="ar", status="denied"),
            "نفي خفض القوات: [200] إلى [300] (قوات إيطالية)",
            "القوة: قوات إيطالية. العدد: [200] إلى [300]. الحالة: نُفي. ورد في مقال واحد من مصدر واحد.",
            id="خفض",
        ),
        pytest.param(
            troops("a", "strength", count=500, approximate=True, force="KFOR", language="ar", status="current"),
            "عدد القوات: نحو [500] ([KFOR])",
            "القوة: [KFOR]. العدد: نحو [500]. الحالة: قائم. ورد في مقال واحد من مصدر واحد.",
            id="عدد",
        ),
    ],
)
def test_a_title_and_a_summary(event: Event, title: str, summary: str) -> None:
    told = text(event)
    assert (shown(told.title), shown(told.summary)) == (title, summary)


@pytest.mark.parametrize(
    ("articles", "outlets", "closing"),
    [
        (2, 2, "ورد في مقالين من مصدرين."),
        (5, 3, "ورد في [5] مقالات من [3] مصادر."),
        (12, 11, "ورد في [12] مقالًا من [11] مصدرًا."),
        (101, 1, "ورد في [101] مقال من مصدر واحد."),
    ],
)
def test_arabic_counts_agree_with_their_nouns(articles: int, outlets: int, closing: str) -> None:
    reports = [
        meeting(f"{number}", MANSOURI, NORDGREN, source=f"صحيفة {number % outlets}", language="ar", date="2024-05-20")
        for number in range(articles)
    ]
    assert shown(text(*reports).summary).endswith(closing)


def test_the_language_is_that_of_the_first_report() -> None:
    arabic, english = (meeting(each, MANSOURI, NORDGREN, language=each, date="2024-05-20") for each in ("ar", "en"))
    assert text(arabic, english).title.startswith("محادثات بين")
    assert text(english, arabic).title.startswith("Hala al-Mansouri held talks with")


@pytest.mark.parametrize(("words", "start"), [("التقى الوزيران", "محادثات"), ("They met.", "Hala al-Mansouri held")])
def test_a_language_that_is_not_told_is_that_of_the_evidence(words: str, start: str) -> None:
    assert text(meeting("a", MANSOURI, NORDGREN, language=None, evidence=quote(words))).title.startswith(start)


def test_what_the_rule_no_longer_says_is_closed_with_a_sentence() -> None:
    arabic = meeting("a", MANSOURI, ZAKI, language="ar")
    assert text(arabic, rule_applies=False).summary.endswith("لم تعد التقارير تطابق شرط التنبيه.")


def test_a_name_cannot_turn_the_line_or_break_it() -> None:
    told = text(meeting("a", "Evil\u202e\nName\u0007\u2067", "B\u200fob " + "b" * 500, location="\u2028Here"))
    assert told.title == f"Evil Name held talks with Bob {'b' * 115}… in Here"


anything = st.text(min_size=1, max_size=30)
participants = st.lists(st.builds(Participant, name=anything, role=st.none() | anything), max_size=5)


@given(participants, anything, st.sampled_from(["ar", "en", None]))
def test_isolates_are_the_only_control_characters_and_each_is_closed(
    who: list[Participant], where: str, language: str | None
) -> None:
    told = text(meeting("a", *who, location=where, language=language))
    for line in (told.title, told.summary):
        controls = [letter for letter in line if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp")]
        assert controls == ["\u2068", "\u2069"] * (len(controls) // 2)


NUMBERS = ("count", "count_min", "count_max", "count_from", "count_delta", "troops_min", "troops_max")


@given(st.fixed_dictionaries(dict.fromkeys(NUMBERS, st.none() | st.integers(0, 10**7))))
def test_whatever_numbers_are_told_there_is_a_title(told: dict[str, Any]) -> None:
    assert text(troops("a", **told)).title.startswith("Troop deployment")
