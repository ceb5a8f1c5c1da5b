"""Fingerprints: what copies of one text are known by."""

from base64 import urlsafe_b64decode

import pytest

from rasid.enrichment.text.fingerprint import fingerprint
from rasid.enrichment.text.reading import read_document

AGENCY = (
    "The foreign minister of Norland arrived in the capital on Tuesday for talks with his counterpart on trade, "
    "fishing rights and the reopening of the northern crossing. Officials said that both sides would sign a paper "
    "on the return of fishing boats, which had been held in port since spring, and that a second round would follow."
)
OTHER = (
    "Farmers in the south have begun to bring in the olives two weeks early after a dry summer. The union expects a "
    "third less oil than last year, and prices at the mills have gone up by half since August, the paper writes."
)


def of(text: str, language: str = "en", headline: str | None = None) -> str | None:
    full = f"{headline}\n{text}" if headline else text
    return fingerprint(full, read_document(full, language, None, None, headline).sections)


def in_common(one: str | None, other: str | None) -> float:
    ones, others = (urlsafe_b64decode((told or "").split(":")[2] + "==") for told in (one, other))
    assert len(ones) == len(others) == 128
    return sum(map(int.__eq__, ones, others)) / 128


def test_the_same_text_has_the_same_fingerprint() -> None:
    assert of(AGENCY) == of(AGENCY) is not None


def test_it_tells_how_many_runs_of_words_there_are() -> None:
    assert (of(AGENCY) or "").split(":")[1] == str(len(AGENCY.replace(",", "").split()) - 2)


def test_a_headline_of_ones_own_makes_no_difference() -> None:
    assert of(AGENCY, headline="Minister comes for talks") == of(AGENCY)


def test_vowel_signs_make_no_difference() -> None:
    plain = "وصل وزير الخارجية إلى العاصمة يوم الثلاثاء لإجراء محادثات مع نظيره حول التجارة وحقوق الصيد وفتح المعبر."
    assert of(plain.replace("وزير", "وَزير"), "ar") == of(plain, "ar") is not None


@pytest.mark.parametrize("sign", [" -", ";", " (", "…", " —", "'", "\t"])
def test_signs_make_no_difference(sign: str) -> None:
    """Some of them are no ASCII, and such a text is read another way."""
    assert of(AGENCY.replace(",", sign)) == of(AGENCY)


def test_a_word_changed_leaves_most_in_common() -> None:
    assert in_common(of(AGENCY), of(AGENCY.replace("Tuesday", "Wednesday"))) > 0.8


def test_another_text_has_next_to_nothing_in_common() -> None:
    assert in_common(of(AGENCY), of(OTHER)) < 0.1


def test_a_caption_has_none() -> None:
    assert of("The two ministers shake hands.") is None
