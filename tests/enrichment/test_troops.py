"""Troop announcements of one sentence, read on Thursday, 6 August 2015: what changes, by how many, whose, where."""

from datetime import date

import pytest

from rasid.enrichment.extract.troops import find_troop_announcements
from rasid.enrichment.text.reading import read_document
from rasid_schemas.extraction import TroopAnnouncement

THURSDAY = date(2015, 8, 6)
Expected = dict[str, str | int | float | bool | None]


def announcements(text: str, language: str) -> tuple[TroopAnnouncement, ...]:
    return find_troop_announcements(read_document(text, language, THURSDAY, None, None))


ENGLISH: list[tuple[str, Expected]] = [
    (
        "France will deploy 600 additional soldiers to the Sahel, bringing the force to 5,100.",
        {"action": "increase", "count_delta": 600, "count": 5100, "status": "announced", "location": "Sahel"},
    ),
    (
        "Officials said on Tuesday that Italy would withdraw 200 troops from Lebanon by the end of the year.",
        {"action": "withdraw", "count": 200, "force_affiliation": "IT", "country": "LB", "date": "2015"},
    ),
    (
        "Canada is considering sending up to 250 military trainers to Ukraine.",
        {"action": "deploy", "count": 250, "approximate": True, "status": "proposed", "troops_max": 250},
    ),
    (
        "Berlin refused to send combat troops to Mali.",
        {"action": "deploy", "status": "denied", "force_affiliation": "DE", "country": "ML", "count": None},
    ),
    (
        "Around 1,200 Polish soldiers are stationed in Kosovo.",
        {"action": "strength", "count": 1200, "status": "current", "force": "Polish soldiers", "country": "XK"},
    ),
    (
        "The Netherlands has cut its contingent in Afghanistan from 2,000 to 400.",
        {"action": "decrease", "count_from": 2000, "count": 400, "status": "completed", "force_affiliation": "NL"},
    ),
    (
        "Australia will double the number of its troops in Iraq to 600.",
        {"action": "increase", "count": 600, "multiplier": 2.0, "force_affiliation": "AU", "country": "IQ"},
    ),
    (
        "Some 1,500 Danish soldiers will arrive in Latvia in the coming days, the ministry announced on Monday.",
        {"action": "deploy", "count": 1500, "status": "announced", "force_affiliation": "DK", "country": "LV"},
    ),
    (
        "Ethiopia pulled 3,000 soldiers out of Somalia last month.",
        {"action": "withdraw", "count": 3000, "status": "completed", "date": "2015-07"},
    ),
    (
        "The peacekeeping force will be increased by 3,500 to 15,000 troops, the Security Council decided.",
        {"action": "increase", "count": 15000, "count_delta": 3500},
    ),
    (
        "Japan will keep 350 soldiers in South Sudan until March.",
        {"action": "maintain", "count": 350, "country": "SS", "date": "2016-03"},
    ),
    (
        "Turkey began withdrawing its forces from northern Iraq on Saturday.",
        {"action": "withdraw", "status": "under_way", "location": "northern Iraq", "date": "2015-08-01"},
    ),
    (
        "The Pentagon plans to reduce U.S. forces in Germany by 9,500.",
        {"action": "decrease", "count_delta": 9500, "force": "U.S. forces", "country": "DE"},
    ),
    (
        "Thousands of Russian troops have massed near the Ukrainian border.",
        {"action": "deploy", "count": None, "approximate": True, "troops_min": 2000, "country": "UA"},
    ),
    (
        "The governor activated 800 members of the National Guard.",
        {"action": "deploy", "count": 800, "force_affiliation": "US"},
    ),
    (
        "South Korea's 320 troops will leave Lebanon in July.",
        {"action": "withdraw", "count": 320, "force_affiliation": "KR", "country": "LB"},
    ),
    (
        "Iran denied that it had sent troops to Syria.",
        {"action": "deploy", "status": "denied", "force_affiliation": "IR", "country": "SY"},
    ),
    (
        "NATO will send 4,000 soldiers to the eastern border.",
        {"action": "deploy", "force_affiliation": "NATO", "location": "the eastern border", "country": None},
    ),
    (
        "America's 2,500 soldiers in Norway will be joined by others.",
        {"action": "strength", "count": 2500, "force_affiliation": "US", "country": "NO"},
    ),
    (
        "The president ordered 2,200 troops to New Orleans after the storm.",
        {"action": "deploy", "count": 2200, "status": "announced", "country": "US"},
    ),
    (
        "Britain could send between 500 and 800 paratroopers to Estonia.",
        {"action": "deploy", "count_min": 500, "count_max": 800, "count": None, "status": "proposed"},
    ),
    (
        "Turkey has about 30,000 troops stationed in Cyprus.",
        {"action": "strength", "count": 30000, "approximate": True, "country": "CY", "force": "Turkey"},
    ),
    (
        "President Biden halted the planned withdrawal of 12,000 U.S. troops from Germany.",
        {"action": "withdraw", "count": 12000, "status": "denied", "country": "DE"},
    ),
    (
        "Burundi threatened to pull its 5,400 soldiers out of the African Union force in Somalia.",
        {"action": "withdraw", "count": 5400, "status": "proposed", "force_affiliation": "BI", "country": "SO"},
    ),
    (
        "The UN Security Council voted to cut the number of peacekeepers in Haiti from 5,000 to 2,370.",
        {"action": "decrease", "count_from": 5000, "count": 2370, "force_affiliation": "UN", "country": "HT"},
    ),
    (
        "More than 200 Italian soldiers serving in Lebanon returned home this week.",
        {"action": "withdraw", "count": 200, "force_affiliation": "IT", "approximate": True, "country": "LB"},
    ),
    (
        "Mexico deployed thousands of National Guard members to its southern border with Guatemala.",
        {"action": "deploy", "force_affiliation": "MX", "troops_min": 2000},
    ),
]
ARABIC: list[tuple[str, Expected]] = [
    (
        "أعلنت فرنسا أنها سترسل 600 جندي إضافي إلى منطقة الساحل ليرتفع عدد قواتها هناك إلى 5100 جندي.",
        {"action": "increase", "count_delta": 600, "count": 5100, "status": "announced", "force": "فرنسا"},
    ),
    (
        "قالت وزارة الدفاع الإيطالية إن إيطاليا ستسحب مئتي جندي من لبنان بحلول نهاية العام.",
        {"action": "withdraw", "count": 200, "force_affiliation": "IT", "country": "LB", "date": "2015"},
    ),
    (
        "تدرس كندا إرسال ما يصل إلى 250 مدربا عسكريا إلى أوكرانيا.",
        {"action": "deploy", "count": 250, "approximate": True, "status": "proposed", "troops_max": 250},
    ),
    (
        "رفضت ألمانيا إرسال قوات قتالية إلى مالي.",
        {"action": "deploy", "status": "denied", "force_affiliation": "DE", "country": "ML"},
    ),
    (
        "ينتشر نحو 1200 جندي بولندي في كوسوفو.",
        {"action": "strength", "count": 1200, "status": "current", "force": "جندي بولندي", "country": "XK"},
    ),
    (
        "خفضت هولندا عدد جنودها في أفغانستان من ألفين إلى 400 جندي.",
        {"action": "decrease", "count_from": 2000, "count": 400, "status": "completed"},
    ),
    (
        "تعتزم أستراليا مضاعفة عدد قواتها في العراق إلى 600 جندي.",
        {"action": "increase", "count": 600, "multiplier": 2.0, "force_affiliation": "AU"},
    ),
    (
        "سحبت إثيوبيا ثلاثة آلاف جندي من الصومال الشهر الماضي.",
        {"action": "withdraw", "count": 3000, "status": "completed", "date": "2015-07"},
    ),
    (
        "قرر مجلس الأمن زيادة قوة حفظ السلام في مالي بـ3500 جندي.",
        {"action": "increase", "count_delta": 3500, "force_affiliation": "UN", "country": "ML"},
    ),
    (
        "ستبقي اليابان على 350 جنديا في جنوب السودان حتى مارس المقبل.",
        {"action": "maintain", "count": 350, "country": "SS", "date": "2016-03"},
    ),
    (
        "بدأت تركيا سحب قواتها من شمال العراق السبت.",
        {"action": "withdraw", "status": "under_way", "location": "شمال العراق", "date": "2015-08-01"},
    ),
    (
        "تخطط واشنطن لخفض قواتها في ألمانيا بمقدار 9500 جندي.",
        {"action": "decrease", "count_delta": 9500, "force_affiliation": "US", "country": "DE"},
    ),
    (
        "حشدت روسيا آلاف الجنود قرب الحدود الأوكرانية.",
        {"action": "deploy", "approximate": True, "troops_min": 2000, "country": "UA"},
    ),
    (
        "وصل 150 مستشارا عسكريا أمريكيا إلى نيامي.",
        {"action": "deploy", "count": 150, "force_affiliation": "US", "country": "NE", "status": "completed"},
    ),
    (
        "سيرتفع عدد القوات البريطانية في إستونيا من 800 إلى 1600 جندي.",
        {"action": "increase", "count_from": 800, "count": 1600, "force": "القوات البريطانية"},
    ),
    (
        "نفت إيران إرسال قوات إلى سوريا.",
        {"action": "deploy", "status": "denied", "force_affiliation": "IR", "country": "SY"},
    ),
    (
        "علق الرئيس سحب 12 ألف جندي أمريكي من ألمانيا.",
        {"action": "withdraw", "count": 12000, "status": "denied", "country": "DE"},
    ),
    (
        "لا يزال نحو 7 آلاف جندي أميركي في أفغانستان.",
        {"action": "strength", "count": 7000, "approximate": True, "country": "AF", "force_affiliation": "US"},
    ),
    (
        "دخلت قوات تركية قوامها 500 جندي إلى شمال سوريا.",
        {"action": "deploy", "count": 500, "force": "قوات تركية", "location": "شمال سوريا"},
    ),
    (
        "وافق مجلس الأمن على نشر 12 ألف جندي من قوات حفظ السلام في مالي.",
        {"action": "deploy", "count": 12000, "status": "announced", "force_affiliation": "UN", "country": "ML"},
    ),
    (
        "أنهت القوات السويدية انسحابها من مالي.",
        {"action": "withdraw", "status": "completed", "force_affiliation": "SE", "country": "ML"},
    ),
    (
        "قد ترسل زيمبابوي قوات خاصة إلى موزمبيق.",
        {"action": "deploy", "status": "proposed", "force_affiliation": "ZW", "country": "MZ"},
    ),
    (
        "تراجع الرئيس عن قرار سحب القوات الأمريكية من سوريا.",
        {"action": "withdraw", "status": "denied", "country": "SY"},
    ),
]
NO_ANNOUNCEMENTS = [
    ("en", "Some 40 soldiers were killed in an ambush in Mali."),
    ("en", "Officials say 120 soldiers have died in the war, along with 45 soldiers from Britain."),
    ("en", "The army recruited 5,000 soldiers this year."),
    ("en", "Police deployed 300 officers around the stadium."),
    ("en", "The rebels sent 500 fighters to the front in Yemen."),
    ("en", "The company will cut 2,000 jobs in France and send managers to Germany."),
    ("en", "The US withdrawal from the Paris climate agreement worried Berlin."),
    ("ar", "قتل 40 جنديا في كمين في مالي."),
    ("ar", "نشرت الصحيفة مقالا عن تعزيز الوحدة الوطنية في لبنان."),
    ("ar", "سلمت الشركة 1511 وحدة سكنية في دبي هذا العام."),
    ("ar", "أرسلت جماعة الحوثي 500 مقاتل إلى الجبهة."),
    ("ar", "انسحبت إيران من الاتفاق النووي."),
]


@pytest.mark.parametrize(("text", "expected"), [*ENGLISH])
def test_english(text: str, expected: Expected) -> None:
    (found,) = announcements(text, "en")
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(("text", "expected"), [*ARABIC])
def test_arabic(text: str, expected: Expected) -> None:
    (found,) = announcements(text, "ar")
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(("language", "text"), NO_ANNOUNCEMENTS)
def test_what_is_no_announcement(language: str, text: str) -> None:
    assert announcements(text, language) == ()
