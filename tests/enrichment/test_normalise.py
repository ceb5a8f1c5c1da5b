"""Folding keeps every offset and tells spellings of one word apart no longer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.text.normalise import FILLER, fold


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(whitelist_categories=("Lo", "Mn", "Lm", "Ll", "Zs"))))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أميركا", "اميركا"),
        ("وزيرة الخارجية", "وزيره الخارجيه"),
        ("مصطفى", "مصطفي"),
        ("١٥ آذار", "15 اذار"),
        ("«بغداد»", '"بغداد"'),
        ("François Hollande", "francois hollande"),
        ("Zelenskyy’s", "zelenskyy's"),
        ("Riyadh\u00a0talks", "riyadh talks"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == other


@pytest.mark.parametrize(("marked", "plain"), [("محمّد", "محمد"), ("العـــراق", "العراق"), ("مُحَمَّد", "محمد")])
def test_marks_move_to_the_end_of_their_word(marked: str, plain: str) -> None:
    folded = fold(f"قال {marked} ذلك")
    assert folded.split()[1] == plain + FILLER * (len(marked) - len(plain))


@given(st.lists(st.text(alphabet="اب\u064b\u0640\u0301\n.a1_"), max_size=5))
def test_words_fold_as_they_do_alone(words: list[str]) -> None:
    assert fold(" ".join(words)) == " ".join(map(fold, words))
