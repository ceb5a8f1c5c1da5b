"""Who is named, in which office, acting for whom."""

import pytest

from support.articles import read

ARABIC = [
    ("قال وزير الدفاع الأمريكي ماثيو كارتر إن", "ماثيو كارتر", "وزير الدفاع الأمريكي", "US"),
    ("قال عبد الأمير الكناني وزير النقل العراقي إن", "عبد الأمير الكناني", "وزير النقل العراقي", "IQ"),
    ("وصل الفريق أول الركن سالم العبيدي مساء أمس", "سالم العبيدي", "الفريق أول الركن", None),
    ("زار الأمير فهد بن خالد بن تركي آل سعود المدينة", "فهد بن خالد بن تركي آل سعود", "الأمير", None),
    ("وأوضح الأمين العام للأمم المتحدة كارلوس ميندوزا أن", "كارلوس ميندوزا", "الأمين العام للأمم المتحدة", "UN"),
    ("قال سفير مصر لدى المملكة حسام الدين شوقي أمس", "حسام الدين شوقي", "سفير مصر لدى المملكة", "EG"),
    ("ذكر القائد الجديد لبعثة الناتو في ليبيا الجنرال بيترو مارتيني أن", "بيترو مارتيني", None, "NATO"),
    ("قال الرئيس «كيتا» إن بلاده", None, None, None),
    ("التقى ولي العهد قائد الحرس سعود بن نايف", "سعود بن نايف", None, None),
]

ENGLISH = [
    ("Former Irish Foreign Minister Nora Byrne said so.", "Nora Byrne", "Former Irish Foreign Minister", "IE"),
    ("U.S. Secretary of State Harold P. Whitmore said so.", "Harold P. Whitmore", "U.S. Secretary of State", "US"),
    ("Gen. Omar al-Haddad said so.", "Omar al-Haddad", None, None),
    ("South Korean President Park Ji-hoon said so.", "Park Ji-hoon", "South Korean President", "KR"),
    ("The Jordanian prime minister, Samir Qasim, said so.", "Samir Qasim", "Jordanian prime minister", "JO"),
    ("Anna Keller, the German defence minister, said so.", "Anna Keller", "German defence minister", "DE"),
    ("NATO Secretary General Willem de Vries said so.", "Willem de Vries", "NATO Secretary General", "NATO"),
]


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), ARABIC)
def test_arabic_persons(text: str, name: str | None, role: str | None, affiliation: str | None) -> None:
    persons = [actor for view in read(text, "ar").views for actor in view.actors if actor.kind == "person"]
    if name is None:
        return
    assert persons[0].name == name
    assert role is None or persons[0].role == role
    assert persons[0].affiliation == affiliation


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), ENGLISH)
def test_english_persons(text: str, name: str, role: str | None, affiliation: str | None) -> None:
    persons = [actor for view in read(text, "en").views for actor in view.actors if actor.kind == "person"]
    assert persons[0].name == name
    assert role is None or persons[0].role == role
    assert persons[0].affiliation == affiliation


@pytest.mark.parametrize(
    ("text", "language", "name", "affiliation"),
    [
        ("حضر وفد من حلف الناتو أمس", "ar", "وفد من حلف الناتو", "NATO"),
        ("قال عدد من القادة الأمنيين العراقيين ذلك", "ar", "عدد من القادة الأمنيين العراقيين", "IQ"),
        ("Several European Union foreign ministers said so.", "en", "Several European Union foreign ministers", "EU"),
        ("A delegation of Omani officials said so.", "en", "delegation of Omani officials", "OM"),
    ],
)
def test_groups(text: str, language: str, name: str, affiliation: str) -> None:
    (view,) = read(text, language).views
    group = next(actor for actor in view.actors if actor.kind in ("group", "office"))
    assert (group.name, group.affiliation) == (name, affiliation)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("زار الطلاب جامعة الملك عبدالعزيز أمس", "ar"),
        ("تناول كامل الأموال التي جمعت", "ar"),
        ("Grain prices rose in North Dakota on Monday.", "en"),
        ("White House and Supreme Court were closed.", "en"),
    ],
)
def test_no_persons(text: str, language: str) -> None:
    assert not [a for view in read(text, language).views for a in view.actors if a.kind == "person"]


def test_a_surname_stands_for_the_person_named_in_full() -> None:
    article = read("Byrne arrives\nIrish Foreign Minister Nora Byrne arrived. Byrne will leave soon.", "en")
    assert {actor.name for view in article.views for actor in view.actors} == {"Nora Byrne"}


def test_an_office_stands_for_its_only_holder() -> None:
    article = read("وصل رئيس الوزراء الأردني سامر القاسم إلى تونس.\nوقال رئيس الوزراء الأردني إن الزيارة مهمة.", "ar")
    last = article.views[-1].actors[0]
    assert (last.name, last.role) == ("سامر القاسم", "رئيس الوزراء الأردني")
