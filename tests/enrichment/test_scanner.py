"""One pass finds every gazetteer entry, clitics and all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.text.document import Hit
from rasid.enrichment.text.normalise import fold
from rasid.enrichment.text.scanner import Scanner, Term

ARABIC = Scanner(
    [
        Term("العراق", "country", "IQ", "العراق"),
        Term("عراقي", "nationality", "IQ", "عراقي"),
        Term("بغداد", "place", "IQ", "بغداد"),
        Term("وزير", "office", "official", "وزير"),
        Term("وزير الدفاع", "office", "official", "وزير الدفاع"),
        Term("لحج", "place", "YE", "لحج"),
        Term("لاوس", "country", "LA", "لاوس"),
        Term("كلاوس", "given_name", None, "كلاوس"),
    ],
    "ar",
)
ENGLISH = Scanner(
    [
        Term("Iraq", "country", "IQ", "iraq"),
        Term("UN", "organisation", "UN", "un"),
        Term("defense minister", "office", "official", "defense minister"),
        Term("Will", "given_name", None, "will"),
    ],
    "en",
)


def scan(scanner: Scanner, text: str) -> list[Hit]:
    return list(scanner.scan(text, fold(text)))


@pytest.mark.parametrize(
    ("word", "kind", "clitics", "start"),
    [
        ("العراق", "country", "", 0),
        ("والعراق", "country", "و", 1),
        ("بالعراق", "country", "ب", 1),
        ("للعراق", "country", "ل", 2),
        ("وللعراق", "country", "ول", 3),
        ("العراقي", "nationality", "", 0),
        ("لبغداد", "place", "ل", 1),
        ("وبغداد", "place", "و", 1),
        ("بوزير", "office", "ب", 1),
    ],
)
def test_clitics_are_told_apart_from_the_word(word: str, kind: str, clitics: str, start: int) -> None:
    (hit,) = scan(ARABIC, word)
    assert (hit.kind, hit.clitics, hit.start, hit.end) == (kind, clitics, start, len(word))


def test_a_given_name_is_no_country_behind_a_clitic() -> None:
    assert [hit.kind for hit in scan(ARABIC, "وكلاوس")] == ["given_name"]
    assert [hit.kind for hit in scan(ARABIC, "في لاوس")] == ["country"]


@pytest.mark.parametrize("word", ["عراقة", "وزيرستان", "تبغداد", "للحج", "عراق"])
def test_parts_of_other_words_are_no_hits(word: str) -> None:
    assert not [hit for hit in scan(ARABIC, word) if hit.kind in ("country", "place", "office")]


def test_the_longest_entry_of_a_kind_wins() -> None:
    (hit,) = scan(ARABIC, "التقى وزير الدفاع ضيفه")
    assert hit.name == "وزير الدفاع"


def test_vowel_signs_and_tatweel_hide_nothing() -> None:
    text = "في العـــرَاق اليوم"
    (hit,) = scan(ARABIC, text)
    assert text[hit.start : hit.end] == "العـــرَاق"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Will Iraq's defense minister meet the UN?", ["will", "iraq", "defense minister", "un"]),
        ("it will not; Kim Jong Un said iraqis", []),
    ],
)
def test_english_names_need_their_capitals(text: str, names: list[str]) -> None:
    assert [hit.name for hit in scan(ENGLISH, text)] == names


@given(st.text(alphabet="العراقوبغدل َـ \n", max_size=60))
def test_hits_lie_within_the_text(text: str) -> None:
    for hit in scan(ARABIC, text):
        assert 0 <= hit.start < hit.end <= len(text)
