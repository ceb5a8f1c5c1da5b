"""Troop announcements as Arabic tells them, read on Thursday, 6 August 2015: names of forces, owners, places, dates."""

from datetime import date

import pytest

from rasid.enrichment.extract.troops import find_troop_announcements
from rasid.enrichment.text.reading import read_document
from rasid_schemas.extraction import TroopAnnouncement

THURSDAY = date(2015, 8, 6)
Expected = dict[str, str | int | float | bool | None]


def announcements(text: str) -> tuple[TroopAnnouncement, ...]:
    return find_troop_announcements(read_document(text, "ar", THURSDAY, None, None))


def check(text: str, expected: Expected) -> None:
    found = announcements(text)
    assert len(found) == 1, found
    assert {field: getattr(found[0], field) for field in expected} == expected


NAMES: list[tuple[str, Expected]] = [
    (
        "ووصل إلى بانغي 400 جندي من قوات الأمم المتحدة.",
        {"force": "قوات الأمم المتحدة", "force_affiliation": "UN", "count": 400},
    ),
    (
        "ويبلغ عدد القوات الأجنبية المنتشرة في مالي نحو 9 آلاف جندي.",
        {"force": "القوات الأجنبية", "force_affiliation": None, "action": "strength", "approximate": True},
    ),
    (
        "ويبلغ عدد القوات التي تقودها فرنسا في مالي أكثر من 3 آلاف جندي.",
        {"force": "القوات التي تقودها فرنسا", "force_affiliation": None, "count": 3000},
    ),
    (
        "وتم نشر 300 من الجنود التابعين لحلف شمال الأطلسي في رومانيا.",
        {"force": "حلف شمال الأطلسي", "force_affiliation": "NATO", "count": 300, "country": "RO"},
    ),
    (
        "وطلب الوزير خفض عدد قوات بلاده في كوسوفو إلى 200 جندي.",
        {"force": "قوات بلاده", "action": "decrease", "count": 200},
    ),
    (
        "أعلنت الدنمارك أمس إرسال 200 جندي إضافي لدعم القوات في إستونيا.",
        {"force": "الدنمارك", "force_affiliation": "DK", "count_delta": 200},
    ),
]
OWNERS: list[tuple[str, Expected]] = [
    ("وكانت لندن قد أرسلت 150 جنديا إلى العراق.", {"force": "لندن", "force_affiliation": "GB"}),
    (
        "وتشكل القوات الألمانية غالبية قوات الحلف الأطلسي هناك، وقرر أوباما إرسال 900 جندي إلى أفغانستان.",
        {"force_affiliation": "US", "count": 900},
    ),
    ("وأمر الرئيس الفرنسي بإرسال 800 جندي إلى تشاد في كانون الثاني.", {"force_affiliation": "FR", "country": "TD"}),
]
PLACES: list[tuple[str, Expected]] = [
    (
        "أرسلت المكسيك 700 جندي إلى ولاية تاباسكوما لحماية السكان.",
        {"location": "ولاية تاباسكوما", "country": "MX", "count": 700},
    ),
    ("وانسحبت القوات الإثيوبية من المدن الصومالية.", {"location": "المدن الصومالية", "country": "SO"}),
    (
        "ونشرت الولايات المتحدة 250 عسكريا في قاعدة كيرشهايم الجوية في ألمانيا.",
        {"location": "قاعدة كيرشهايم الجوية", "country": "DE"},
    ),
    (
        "وصل 600 جندي يمني من السعودية إلى اليمن.",
        {"location": "اليمن", "country": "YE"},
    ),
]
DATES: list[tuple[str, Expected]] = [
    ("قال وزير الدفاع الثلاثاء إن إيطاليا سترسل 400 جندي إلى لبنان.", {"date": None, "force_affiliation": "IT"}),
    ("سترسل فرنسا 500 جندي إلى النيجر بحلول الخريف.", {"date": "2015", "count": 500}),
    ("ستنسحب القوات الأسترالية من العراق بحلول نهاية العام 2017.", {"date": "2017", "status": "announced"}),
    (
        "تنهي بولندا مهمتها القتالية في سبتمبر 2015، وستسحب 300 جندي من أفغانستان بنهاية العام المقبل.",
        {"date": "2016", "count": 300},
    ),
]


NUMBERS: list[tuple[str, Expected]] = [
    (
        "ومن المقرر أن ترسل هولندا تعزيزات قدرها نحو 400 عسكري إلى ليتوانيا.",
        {"action": "increase", "count_delta": 400, "approximate": True, "force": "هولندا"},
    ),
    ("وتعتزم هولندا إرسال قوات إضافية تبلغ 700 جندي إلى ليتوانيا.", {"action": "increase", "count_delta": 700}),
    ("ويشار إلى أن عدد الجنود الأجانب في تشاد يبلغ زهاء 6 آلاف.", {"action": "strength", "count": 6000}),
    (
        "يذكر أن لبريطانيا الآن حوالي الـ 3000 جندي في كينيا.",
        {"force_affiliation": "GB", "country": "KE", "count": 3000},
    ),
    ("وأرسلت فرنسا 2000 جندي إلى مالي.", {"count": 2000, "action": "deploy"}),
    ("وتحتفظ فرنسا بأكثر من 900 جندي في جيبوتي.", {"action": "strength", "count": 900, "status": "current"}),
    ("وطلب القائد إرسال 3500 جندي إضافي على الأقل إلى تشاد.", {"count_delta": 3500, "approximate": True}),
    (
        "وستخفض ألمانيا عدد قواتها في كوسوفو من حجمها الحالي البالغ 1500 جندي إلى 900 جندي.",
        {"action": "decrease", "count_from": 1500, "count": 900},
    ),
    (
        "أمر الرئيس الفرنسي بإرسال ألف جندي إضافيين إلى تشاد ليرتفع عدد الجنود الفرنسيين هناك إلى 4 آلاف.",
        {"action": "increase", "count_delta": 1000, "count": 4000, "count_from": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_of_troops(text: str, expected: Expected) -> None:
    found = [each for each in announcements(text) if each.action == expected.get("action", each.action)]
    assert len(found) == 1, found
    assert {field: getattr(found[0], field) for field in expected} == expected


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_the_name_is_what_the_text_calls_the_force(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), OWNERS)
def test_who_acts_owns_the_troops(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_may_be_told_by_common_nouns(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_a_date_belongs_to_its_clause(text: str, expected: Expected) -> None:
    check(text, expected)


STATUSES: list[tuple[str, str]] = [
    ("إذا انسحبت القوات البريطانية من أفغانستان فستنهار الحكومة.", "proposed"),
    ("وقد أكد براون أنه سيعلن قريبا زيادة القوات البريطانية في أفغانستان.", "announced"),
    ("قد ترسل بولندا قوات إضافية إلى أفغانستان.", "proposed"),
    ("ولم تستبعد كندا إرسال قوات إلى مالي.", "proposed"),
    ("وقالت كندا إنها لن ترسل قوات إلى مالي.", "denied"),
    ("وكانت كندا تعتزم إرسال قوات إلى مالي لكن هذه الخطط لم تنفذ.", "denied"),
    ("ولن تتخذ كندا قرارا بإرسال قوات إلى مالي قبل الانتخابات.", "proposed"),
    ("قبل الانسحاب المقبل للقوات الكندية من أفغانستان.", "announced"),
    ("إن انسحابا تدريجيا للقوات الكندية من أفغانستان قد يبدأ بعد عام.", "proposed"),
    ("وبعد انسحاب القوات الكندية من أفغانستان تولت الشرطة الأمن.", "completed"),
]
NOTHING = (
    "فقدت القوات الفرنسية 90 جنديا في أفغانستان.",
    "هاجم المسلحون معسكرا تتمركز فيه القوات الفرنسية في مالي.",
    "وتحرس المقر قوات فرنسية تزيد على ألف جندي.",
    "وأرسلت فرنسا دبابات إلى مالي لتعزيز القوات الفرنسية هناك.",
)


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_the_nearest_governing_word_tells_the_status(text: str, status: str) -> None:
    check(text, {"status": status})


@pytest.mark.parametrize("text", NOTHING)
def test_losses_presence_and_purposes_are_no_changes(text: str) -> None:
    assert not [found for found in announcements(text) if found.action != "strength"]


def test_obligations_have_their_subject_behind_a_preposition() -> None:
    check("وعلى إيران أن تسحب قواتها من سوريا.", {"force_affiliation": "IR", "country": "SY", "action": "withdraw"})


def test_towns_are_left_before_the_country_is() -> None:
    text = "انسحبت القوات الكندية من المدن الأفغانية. وستنسحب القوات الكندية من أفغانستان بحلول نهاية العام المقبل."
    assert [(found.status, found.location) for found in announcements(text)] == [
        ("completed", "المدن الأفغانية"),
        ("announced", "أفغانستان"),
    ]


def test_a_presence_grows() -> None:
    check(
        "وعززت روسيا وجودها العسكري في أرمينيا.",
        {"action": "increase", "force_affiliation": "RU", "country": "AM", "status": "completed"},
    )


def test_two_announcements_of_a_sentence_have_each_their_part_of_it() -> None:
    found = announcements("وتنشر فرنسا نحو 900 جندي في تشاد، وتساهم بلجيكا بقوات قوامها 250 عنصرا في مالي.")
    assert [announcement.evidence[0].quote for announcement in found] == [
        "وتنشر فرنسا نحو 900 جندي في تشاد",
        "وتساهم بلجيكا بقوات قوامها 250 عنصرا في مالي.",
    ]


def test_two_countries_that_act_are_two_announcements() -> None:
    found = announcements("وأعلنت كل من النيجر وتشاد استعدادهما لإرسال كتيبة إضافية إلى مالي.")
    assert {(each.force, each.force_affiliation, each.country) for each in found} == {
        ("النيجر", "NE", "ML"),
        ("تشاد", "TD", "ML"),
    }


def test_a_president_is_no_force() -> None:
    check("وقرر الرئيس الفرنسي إرسال 300 جندي إلى مالي.", {"force": None, "force_affiliation": "FR"})


def test_until_now_is_not_now() -> None:
    check("يذكر أن هناك 900 جندي فرنسي منتشرين في مالي، قتل منهم خمسة حتى الآن.", {"date": None, "count": 900})


def test_who_withdraws_stands_behind_the_verb() -> None:
    text = "ووصلت قوات إسبانية إلى السعودية. وطالب المجلس بأن ينسحب العراق من الكويت."
    assert ("withdraw", "IQ") in {(each.action, each.force_affiliation) for each in announcements(text)}


def test_a_proposal_without_a_number_is_the_one_announced() -> None:
    text = (
        "وأعربت كينيا عن قلقها بشأن زيادة القوات البريطانية في الصومال. وستعلن لندن إرسال 700 جندي بريطاني إلى الصومال."
    )
    check(text, {"action": "increase", "count_delta": 700, "status": "announced", "country": "SO"})


def test_what_lies_ahead_is_not_done() -> None:
    check("أيد الوزير الهولندي انسحاب القوات الهولندية من مالي في 2017.", {"status": "announced", "date": "2017"})


def test_a_date_behind_another_change_is_its_own() -> None:
    text = "ودعا النائب إلى زيادة القوات النرويجية في مالي، وبدء سحب القوات النرويجية من العراق عام 2017."
    assert [(each.country, each.date) for each in announcements(text)] == [("ML", None), ("IQ", "2017")]


def test_a_union_alone_is_the_one_named_before() -> None:
    text = "وتعمل بعثة من الاتحاد الأفريقي في الصومال. وينشر الاتحاد 6 آلاف جندي في الصومال."
    check(text, {"force_affiliation": "African Union", "count": 6000, "action": "strength"})


STYLES: list[tuple[str, Expected]] = [
    ("غادرت آخر دفعة من القوات الفرنسية مدينة غاو شمالي مالي.", {"action": "withdraw", "location": "مدينة غاو"}),
    ("استقدم الجيش التركي تعزيزات عسكرية إلى الحدود مع سوريا.", {"action": "deploy", "location": "الحدود مع سوريا"}),
    ("وأعلن حلف شمال الأطلسي نشر أربع كتائب في بولندا.", {"action": "deploy", "force_affiliation": "NATO"}),
    ("ويتراوح عدد المستشارين الروس في أرمينيا بين 2000 و3000 مستشار.", {"count_min": 2000, "count_max": 3000}),
    ("وأضاف أن 1500 من مشاة البحرية سيتوجهون إلى أستراليا.", {"count": 1500, "country": "AU", "status": "announced"}),
    ("قررت الحكومة اليابانية تمديد مهمة قواتها في جيبوتي.", {"action": "maintain", "force_affiliation": "JP"}),
    ("ويعمل حوالي 400 مدرب بريطاني في كينيا.", {"action": "strength", "count": 400, "force": "مدرب بريطاني"}),
    ("ودعا الأمين العام للأمم المتحدة إلى إرسال ألفي جندي إضافي إلى تشاد.", {"force": "الأمم المتحدة"}),
    ("ووافق البرلمان الألماني على إرسال 1200 جندي لمحاربة تنظيم داعش.", {"count": 1200, "force_affiliation": "DE"}),
]
GROUPS = (
    "تحاول ميليشيات الحوثي استقدام مزيد من التعزيزات العسكرية إلى شمال عدن.",
    "وقالت مصادر إن 40 عنصرا من الحشد الشعبي في المدينة.",
)


@pytest.mark.parametrize(("text", "expected"), STYLES)
def test_the_style_of_news(text: str, expected: Expected) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", GROUPS)
def test_armed_groups_send_no_troops(text: str) -> None:
    assert announcements(text) == ()


def test_a_number_that_will_be_reached_is_a_total() -> None:
    text = "وسيصل عدد الجنود الكنديين المنتشرين في لاتفيا إلى نحو ألفي جندي."
    check(text, {"action": "increase", "count": 2000, "approximate": True, "status": "announced"})


def test_a_cut_in_the_number_of_troops() -> None:
    text = 'وأعلنت إيطاليا عزمها إجراء "خفض كبير" في عدد قواتها في لبنان.'
    check(text, {"action": "decrease", "force": "إيطاليا", "country": "LB", "status": "announced"})


def test_what_is_announced_for_a_day_is_not_done() -> None:
    text = "وتخشى الحكومة الفوضى بعد انسحاب القوات الكندية من مالي. وستنسحب القوات الكندية من مالي بحلول عام 2017."
    check(text, {"action": "withdraw", "status": "announced", "date": "2017"})


MOVES: list[tuple[str, Expected]] = [
    ("وبدأت طلائع القوات الرواندية بالوصول إلى العاصمة بانغي.", {"action": "deploy", "force_affiliation": "RW"}),
    ("ووصل عدد القوات الروسية في أرمينيا إلى 4 آلاف جندي.", {"action": "strength", "count": 4000}),
    ("الأمم المتحدة تمدد مهمة قوة حفظ السلام في قبرص ستة أشهر", {"action": "maintain", "status": "announced"}),
    ("القوة الأفريقية في الصومال قوامها نحو 5000 جندي معظمهم من أوغندا.", {"action": "strength", "country": "SO"}),
    ("وسيعود 300 جندي كندي من أفغانستان إلى الوطن في سبتمبر المقبل.", {"action": "withdraw", "date": "2015-09"}),
]


@pytest.mark.parametrize(("text", "expected"), MOVES)
def test_who_comes_goes_and_stays(text: str, expected: Expected) -> None:
    check(text, expected)


def test_some_of_those_told_before() -> None:
    text = "سيعود 9000 جندي كندي من أفغانستان عام 2017. وسينسحب ألفان منهم قبل نهاية العام الجاري."
    assert [(each.count, each.date) for each in announcements(text)] == [(9000, "2017"), (2000, "2015")]
