"""Arabic meetings, told in sentences of our own."""

import pytest

from support.articles import meetings, names

TOLD = [
    (
        "التقى وزير الخارجية الأردني سامر القاسم في عمان اليوم نظيره التونسي منصف الجلاصي.",
        ["سامر القاسم", "منصف الجلاصي"], "held", "in_person", "2024-03-06",
    ),
    (
        "استقبل رئيس الوزراء العراقي حسن البياتي أمس وفدا من حلف الناتو برئاسة الجنرال بيترو مارتيني.",
        ["حسن البياتي", "وفدا من حلف الناتو", "بيترو مارتيني"], "held", "in_person", "2024-03-05",
    ),
    (
        "بحث الرئيس الفرنسي لوسيان مورو ونظيره الجزائري كمال بوزيد، خلال اتصال هاتفي الأحد، الأوضاع في الساحل.",
        ["لوسيان مورو", "كمال بوزيد"], "held", "phone", "2024-03-03",
    ),
    (
        "ومن المقرر أن يلتقي رئيس الأركان المصري الفريق هشام عزمي غدا قائد القيادة المركزية الأمريكية.",
        ["هشام عزمي", "قائد القيادة المركزية الأمريكية"], "planned", "in_person", "2024-03-07",
    ),
    (
        "وقال البيان إن اجتماع وزير الدفاع التركي أورهان دمير مع رئيس الوزراء الليبي فرج الورفلي تناول الهجرة.",
        ["أورهان دمير", "فرج الورفلي"], "held", "in_person", None,
    ),
    (
        "عقد وزير الداخلية اللبناني ربيع خوري في بيروت اجتماعا مع السفير الألماني كلاوس فيبر.",
        ["ربيع خوري", "كلاوس فيبر"], "held", "in_person", None,
    ),
    (
        "سيجتمع وزراء خارجية الاتحاد الأوروبي في بوخارست في يونيو المقبل.",
        ["وزراء خارجية الاتحاد الأوروبي"], "planned", "in_person", "2024-06",
    ),
    (
        "ألغى الرئيس السنغالي عمر ديالو لقاء مع نظيره الغاني موسى كيتا في داكار.",
        ["عمر ديالو", "موسى كيتا"], "cancelled", "in_person", None,
    ),
    (
        "تلقى الملك نايف بن راشد اتصالا هاتفيا من الرئيس الإيطالي باولو كونتي.",
        ["نايف بن راشد", "باولو كونتي"], "held", "phone", None,
    ),
]  # fmt: skip

NOT_TOLD = [
    "لم يلتق وزير الخارجية الأردني سامر القاسم نظيره التونسي منصف الجلاصي.",
    "قال وزير الدفاع التركي أورهان دمير في مؤتمر صحفي إن بلاده ملتزمة.",
    "التقى الفريقان في مباراة ودية حضرها رئيس النادي سعيد الراوي.",
    "اجتمع مجلس إدارة الشركة برئاسة المدير التنفيذي خالد العمر.",
    "أكد الرئيس كمال بوزيد أهمية التعاون مع فرنسا وإيطاليا.",
    "شدد الوزير على ضرورة التنسيق مع الأمم المتحدة.",
]


@pytest.mark.parametrize(("text", "participants", "status", "mode", "day"), TOLD)
def test_meetings(text: str, participants: list[str], status: str, mode: str, day: str | None) -> None:
    (meeting,) = meetings(text, "ar")
    assert names(meeting) == participants
    assert (meeting.status, meeting.mode, meeting.date) == (status, mode, day)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_meetings(text: str) -> None:
    assert meetings(text, "ar") == []


def test_offices_and_affiliations() -> None:
    (meeting,) = meetings(TOLD[0][0], "ar")
    host, guest = meeting.participants
    assert (host.role, host.affiliation) == ("وزير الخارجية الأردني", "JO")
    assert (guest.role, guest.affiliation) == ("نظيره التونسي", "TN")


@pytest.mark.parametrize(
    ("text", "location", "country"),
    [
        (TOLD[0][0], "عمان", "JO"),
        ("استقبل الملك نايف بن راشد في قصر الضيافة بجدة الرئيس الإيطالي باولو كونتي.", "قصر الضيافة بجدة", "SA"),
        ("التقى الرئيس الإيطالي باولو كونتي بمدينة بنغازي رئيس الوزراء الليبي فرج الورفلي.", "مدينة بنغازي", "LY"),
    ],
)
def test_places(text: str, location: str, country: str) -> None:
    (meeting,) = meetings(text, "ar")
    assert (meeting.location, meeting.country) == (location, country)


def test_those_who_attended_take_part() -> None:
    (meeting,) = meetings(
        "استقبل الملك نايف بن راشد أمس الرئيس الإيطالي باولو كونتي.\n"
        "وجرى خلال اللقاء بحث العلاقات.\n"
        "حضر الاستقبال الأمير سلطان بن فهد ووزير المالية الدكتور ماجد العلي.",
        "ar",
    )
    assert names(meeting) == ["نايف بن راشد", "باولو كونتي", "سلطان بن فهد", "ماجد العلي"]
    assert len(meeting.evidence) == 2


def test_the_headline_and_the_report_are_one_meeting() -> None:
    (meeting,) = meetings(
        "القاسم يلتقي الجلاصي\nالتقى وزير الخارجية الأردني سامر القاسم أمس وزير الخارجية التونسي منصف الجلاصي.\n"
        "وعقب لقائه مع الجلاصي قال القاسم إن المحادثات كانت مثمرة.",
        "ar",
    )
    assert meeting.date == "2024-03-05"
    assert len(meeting.evidence) >= 2


def test_meetings_told_apart_are_two() -> None:
    found = meetings(
        "التقى وزير الخارجية الأردني سامر القاسم أمس وزير الخارجية التونسي منصف الجلاصي.\n"
        "كما التقى القاسم الرئيس الفرنسي لوسيان مورو في باريس.",
        "ar",
    )
    assert [names(meeting) for meeting in found] == [["سامر القاسم", "منصف الجلاصي"], ["سامر القاسم", "لوسيان مورو"]]


def test_the_two_presidents_are_those_named_last() -> None:
    (meeting,) = meetings(
        "وصل الرئيس الفرنسي لوسيان مورو إلى الجزائر وكان في مقدمة مستقبليه الرئيس الجزائري كمال بوزيد.\n"
        "واجتمع الرئيسان في القصر الرئاسي مساء أمس.",
        "ar",
    )
    assert names(meeting) == ["لوسيان مورو", "كمال بوزيد"]


def test_the_delegation_that_came_along_acts_for_its_head() -> None:
    (meeting,) = meetings(
        "استقبل رئيس الوزراء العراقي حسن البياتي أمس وزير الدفاع التركي أورهان دمير والوفد المرافق له.", "ar"
    )
    assert [(p.name, p.affiliation) for p in meeting.participants][1:] == [
        ("أورهان دمير", "TR"),
        ("الوفد المرافق", "TR"),
    ]
