"""How far Arabic titles reach, and whose they are."""

import pytest

from support.articles import read

REACHING = [
    (
        "قال رئيس لجنة القوات المسلحة في مجلس الشيوخ الأمريكي كارل بيترز إن",
        "كارل بيترز",
        "رئيس لجنة القوات المسلحة في مجلس الشيوخ الأمريكي",
        "US",
    ),
    (
        "حضر الحفل رئيس الهيئة الملكية في مدينة ينبع الدكتور علاء صقر",
        "علاء صقر",
        "رئيس الهيئة الملكية في مدينة ينبع",
        None,
    ),
    (
        "زار وزير الخارجية بجمهورية ألمانيا الاتحادية فرانك ماير المدينة",
        "فرانك ماير",
        "وزير الخارجية بجمهورية ألمانيا الاتحادية",
        "DE",
    ),
    (
        "أوضح مدير عام الشؤون العسكرية بوزارة الداخلية اللواء إبراهيم المحرج أن",
        "إبراهيم المحرج",
        "مدير عام الشؤون العسكرية بوزارة الداخلية",
        None,
    ),
    (
        "قال أمين عام مركز الحوار بين أتباع الأديان والثقافات فيصل بن صقر",
        "فيصل بن صقر",
        "أمين عام مركز الحوار بين أتباع الأديان والثقافات",
        None,
    ),
    (
        "وقال رئيس بعثة مجلس التعاون في اليمن السفير سعد العريفي أمس",
        "سعد العريفي",
        "رئيس بعثة مجلس التعاون في اليمن السفير",
        None,
    ),
    ("وصل سفير جمهورية البيرو لدى المملكة إدوارد مارتين", "إدوارد مارتين", "سفير جمهورية البيرو لدى المملكة", "PE"),
    ("وصل محافظ الضالع فضل محمد حسين الجعدي", "فضل محمد حسين الجعدي", "محافظ الضالع", "YE"),
]
OTHERS = [
    ("استقبل أمير المنطقة في مكتبه أمس الدكتور علاء صقر", "علاء صقر", None),
    ("نقل ولي العهد تحيات خادم الحرمين الشريفين الملك فهد بن سعود", "فهد بن سعود", "خادم الحرمين الشريفين الملك"),
    ("التقى قائد الجيش في المعسكر اللواء خالد الحمزي", "خالد الحمزي", "اللواء"),
]


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), REACHING)
def test_titles_reach_up_to_the_name(text: str, name: str, role: str, affiliation: str | None) -> None:
    person = next(actor for view in read(text, "ar").views for actor in view.actors if actor.kind == "person")
    assert (person.name, person.role) == (name, role)
    assert affiliation is None or person.affiliation == affiliation


@pytest.mark.parametrize(("text", "name", "role"), OTHERS)
def test_titles_of_others_are_left_alone(text: str, name: str, role: str | None) -> None:
    persons = [actor for view in read(text, "ar").views for actor in view.actors if actor.kind == "person"]
    assert [(person.name, person.role) for person in persons] == [(name, role)]
