"""Names in Arabic letters, written in Latin ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.extract.extraction import extract
from rasid.enrichment.romanisation.letters import spell
from rasid.enrichment.romanisation.romanise import romanise

NAMES = [
    ("أحمد الدليمي", "Ahmed al-Dulaimi"),
    ("مُحَمَّد حُسَين", "Mohammed Hussein"),
    ("عبد الله القحطاني", "Abdullah al-Qahtani"),
    ("عبدالله القحطاني", "Abdullah al-Qahtani"),
    ("عبد الرحمن بن خالد آل سعود", "Abdulrahman bin Khaled Al Saud"),
    ("أبو يوسف الأنصاري", "Abu Youssef al-Ansari"),
    ("هند بنت سعيد", "Hind bint Saeed"),
    ("محمد ولد أحمد", "Mohammed Ould Ahmed"),
    ("مصطفــى كاظم", "Mustafa Kadhim"),
    ("ديفيد ميلر", "David Miller"),
    ("جان-كلود دوبوا", "Jean Claude Dubois"),
    ("نور الدين بشارة", "Nour al-Din Bishara"),
    ("رجب طيب", "Recep Tayyip"),
    ("سيرغي كوزنيتسوف", "Sergei Kuznetsov"),
    ("وانغ جين بينغ", "Wang Jinping"),
    ("John سميث", "John Smith"),
]

SPELLED = [
    ("هولنبرغ", "Holneberg"),
    ("تشاندلر", "Chandeler"),
    ("كرامنيك", "Kramnik"),
    ("باومان", "Bauman"),
    ("فيكتوريا", "Fiktoria"),
    ("يارالله", "Yarallah"),
    ("كاراباتش", "Karabach"),
    ("إسبوزيتو", "Esbozito"),
    ("قطيشان", "Qatishan"),
    ("شتاينهاوزر", "Shtainhauzer"),
    ("بولتس", "Bolts"),
]


@pytest.mark.parametrize(("name", "latin"), NAMES)
def test_names_are_spelled_as_in_the_press(name: str, latin: str) -> None:
    assert romanise(name) == latin


@pytest.mark.parametrize(("word", "latin"), SPELLED)
def test_a_name_no_table_knows_can_be_spoken(word: str, latin: str) -> None:
    assert spell(word) == latin


@pytest.mark.parametrize("name", ["Nadia al-Rawi", "José Ibáñez", "", "Иван Петров", "王毅", "\u0640\u064b"])
def test_without_arabic_letters_nothing_changes(name: str) -> None:
    assert romanise(name) == name


TATWEEL_AND_RARE = "\u0640\u063b\u063c\u063d\u063e\u063f"
ARABIC_LETTERS = st.characters(min_codepoint=0x0622, max_codepoint=0x064A, exclude_characters="ءئؤع" + TATWEEL_AND_RARE)


@given(st.text(ARABIC_LETTERS, min_size=1, max_size=12))
def test_arabic_letters_give_latin_ones(name: str) -> None:
    assert romanise(name).isascii()


@given(st.text(max_size=60))
def test_any_text_has_one_romanisation(text: str) -> None:
    romanise.cache_clear()
    once = romanise(text)
    romanise.cache_clear()
    assert romanise(text) == once


def test_a_word_without_end_is_spelled_as_well() -> None:
    assert romanise("ب" * 5_000) == "B" + "b" * 4_999


def test_persons_of_a_meeting_have_latin_names_and_bodies_have_none() -> None:
    text = "بغداد - التقى وزير الدفاع العراقي سمير الجبوري يوم الأحد وفدا من حلف الناتو في بغداد."
    (meeting,) = extract(text, "ar", None, None, None).meetings
    assert [participant.name_latin for participant in meeting.participants] == ["Samir al-Jubouri", None]
