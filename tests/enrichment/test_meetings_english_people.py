"""Who takes part in an English meeting, and which reports are of one; the sentences are our own."""

import pytest

from support.articles import meetings, names

TOLD = [
    (
        "After a meeting with German Chancellor Anna Keller, Omani President Reza Farahani flew home.",
        ["Anna Keller", "Reza Farahani"],
    ),
    (
        "Sen. Paula Stone, D-Ohio, and Rep. Mark Hale, R-Texas, met with President Kate Archer on Monday.",
        ["Paula Stone", "Mark Hale", "Kate Archer"],
    ),
    (
        "President Kate Archer Kate Ann ArcherArcher opens a school Senators meet with miners MORE met Turkish "
        "President Orhan Demir on Monday.",
        ["Kate Archer", "Orhan Demir"],
    ),
    (
        "White House spokeswoman Nora Anne Nora Jane ByrneFive talks to watch Demir meets nobody MORE Byrne met with "
        "Turkish President Orhan Demir on Monday.",
        ["Nora Anne", "Orhan Demir"],
    ),
]

SEVERAL = [
    (
        "President Kate Archer met with House Speaker Mark Hale on Monday. Mark Hale later spoke after a meeting with "
        "Republican leaders.",
        2,
    ),
    (
        "Turkish President Orhan Demir is willing to meet with Kenya's leaders. Turkish President Orhan Demir is ready to "
        "meet with Kenyan leaders.",
        1,
    ),
    (
        "President Kate Archer and congressional leaders met at the White House on Monday. Kate Archer's meeting with "
        "House Speaker Mark Hale lasted an hour.",
        1,
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_takes_part(text: str, expected: list[str]) -> None:
    """Lists end where the clause does, party tags and link boxes do not cut them."""
    found = meetings(text, "en")
    assert len(found) == 1
    assert sorted(names(found[0])) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_is_one_occasion(text: str, expected: int) -> None:
    """Groups of one state are one only where their words, or an office, say so."""
    assert len(meetings(text, "en")) == expected


def test_evidence_leaves_link_boxes_out() -> None:
    """What a page runs into a sentence is not quoted."""
    text = "President Kate Archer Kate Ann ArcherArcher opens a school MORE met Turkish President Orhan Demir on Monday."
    quotes = [evidence.quote for evidence in meetings(text, "en")[0].evidence]
    assert quotes == ["President Kate Archer", "met Turkish President Orhan Demir on Monday."]
