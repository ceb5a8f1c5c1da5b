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

SEVERAL = [
    (
        "نواب رئيس الجمهورية نوري الصقر وإياد علام وأسامة النجدي",
        [
            ("نوري الصقر", "نواب رئيس الجمهورية"),
            ("إياد علام", "نواب رئيس الجمهورية"),
            ("أسامة النجدي", "نواب رئيس الجمهورية"),
        ],
    ),
    (
        "مع وزيري خارجية العراق هشام زيدان وتركيا أحمد أوغلو",
        [("هشام زيدان", "وزيري خارجية العراق"), ("أحمد أوغلو", "وزيري خارجية العراق")],
    ),
    (
        "استقبل عضو هيئة كبار العلماء وعضو اللجنة الدائمة للإفتاء الشيخ صالح بن فوزان",
        [("صالح بن فوزان", "عضو هيئة كبار العلماء وعضو اللجنة الدائمة للإفتاء")],
    ),
    (
        "حضر الأمير فيصل بن سعد أمير منطقة الرياض و الأمير متعب بن فهد وزير الحرس الوطني",
        [("فيصل بن سعد", "أمير منطقة الرياض"), ("متعب بن فهد", "وزير الحرس الوطني")],
    ),
    (
        "التقى المستشار بالديوان الملكي المشرف العام على المركز الدكتور عبدالله الصقر",
        [("عبدالله الصقر", "المستشار بالديوان الملكي المشرف العام على المركز")],
    ),
]
NAMELESS = [
    (
        "ان السفير الأمريكي في كابول ومسؤولا رفيع المستوى بالأمم المتحدة",
        ["السفير الأمريكي في كابول", "مسؤولا رفيع المستوى بالأمم المتحدة"],
    ),
    ("استقبل أمس رئيس وأعضاء هيئة المهندسين", ["رئيس وأعضاء هيئة المهندسين"]),
    ("قال المسؤول الأمريكي إن بلاده ملتزمة", ["المسؤول الأمريكي"]),
]


@pytest.mark.parametrize(("text", "persons"), SEVERAL)
def test_offices_of_several(text: str, persons: list[tuple[str, str]]) -> None:
    actors = [actor for view in read(text, "ar").views for actor in view.actors]
    assert [(actor.name, actor.role) for actor in actors if actor.kind == "person"] == persons


@pytest.mark.parametrize(("text", "names"), NAMELESS)
def test_offices_without_a_name(text: str, names: list[str]) -> None:
    assert [actor.name for view in read(text, "ar").views for actor in view.actors] == names


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), REACHING)
def test_titles_reach_up_to_the_name(text: str, name: str, role: str, affiliation: str | None) -> None:
    person = next(actor for view in read(text, "ar").views for actor in view.actors if actor.kind == "person")
    assert (person.name, person.role) == (name, role)
    assert affiliation is None or person.affiliation == affiliation


@pytest.mark.parametrize(("text", "name", "role"), OTHERS)
def test_titles_of_others_are_left_alone(text: str, name: str, role: str | None) -> None:
    persons = [actor for view in read(text, "ar").views for actor in view.actors if actor.kind == "person"]
    assert [(person.name, person.role) for person in persons] == [(name, role)]
