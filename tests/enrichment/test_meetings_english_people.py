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
        "Several pastors met with Kenyan President James Otieno in Nairobi on Monday.",
        ["Several pastors", "James Otieno"],
    ),
    (
        "Kenyan President James Otieno met with his respective coalition partners and their hosts on Monday.",
        ["James Otieno", "respective coalition partners"],
    ),
    (
        "President Kate Archer and dozens of world leaders gathered in Nairobi on Sunday.",
        ["Kate Archer", "dozens of world leaders"],
    ),
    (
        "Turkish Foreign Minister Orhan Demir will attend a meeting of the NATO alliance's 28 foreign ministers.",
        ["Orhan Demir", "NATO alliance's 28 foreign ministers"],
    ),
    (
        "Kenyan lawmakers left for Egypt, where they will meet with Omani President Reza Farahani on Friday.",
        ["Kenyan lawmakers", "Reza Farahani"],
    ),
    (
        "Kenyan President James Otieno told this to CNN's Paul Stone after his summit with Omani President Reza "
        "Farahani in Muscat.",
        ["James Otieno", "Reza Farahani"],
    ),
    (
        "A meeting of Omani Foreign Minister Reza Farahani with Kenyan President James Otieno was held in Nairobi.",
        ["Reza Farahani", "James Otieno"],
    ),
    (
        "German Chancellor Anna Keller held talks on the grain harvest with Kenyan President James Otieno today.",
        ["Anna Keller", "James Otieno"],
    ),
    (
        "Envoys praised a phone call Monday between Kenyan President James Otieno and Omani President Reza Farahani "
        "about the dialogue between farmers and herders.",
        ["James Otieno", "Reza Farahani"],
    ),
    (
        "Mayor Paul Stone, a friend of the miners, who met with Kenyan President James Otieno on Monday, left.",
        ["Paul Stone", "James Otieno"],
    ),
    (
        "In Mombasa President James Otieno met with Ohio Governor Paul Stone and the head of Oman's bank, Ali Barwani.",
        ["James Otieno", "Paul Stone", "Ali Barwani"],
    ),
    (
        "On Friday President Kate Archer and Democratic leaders Nora Byrne (D-CA), Mark Hale (D-NY) and Paul Stone met "
        "at the White House.",
        ["Kate Archer", "Nora Byrne", "Mark Hale", "Paul Stone"],
    ),
    (
        "The harvest was late. On Sunday Kenyan President James Otieno met Acme president Paul Stone in the old town.",
        ["James Otieno", "Paul Stone"],
    ),
    (
        "White House adviser Nora Anne Nora Jane ByrneFive talks to watch Demir meets nobody MORE Byrne met with "
        "Turkish President Orhan Demir on Monday.",
        ["Nora Anne", "Orhan Demir"],
    ),
]

SEVERAL = [
    (
        "Anna Keller has met with Polish Prime Minister Adam Nowak and spoken by phone with Turkish President Orhan "
        "Demir.",
        2,
    ),
    (
        "President Kate Archer met with House Speaker Mark Hale on Monday. Mark Hale later spoke after a meeting with "
        "Republican leaders.",
        2,
    ),
    (
        "Turkish President Orhan Demir is willing to meet with Kenya's leaders. Orhan Demir is ready to "
        "meet with Kenyan leaders.",
        1,
    ),
    (
        "German Chancellor Anna Keller met Turkish President Orhan Demir in Ankara on Monday. The two will meet again "
        "in Berlin in April.",
        2,
    ),
    ("Treasury Secretary Nora Byrne hosted a call with the president's Working Group on Grain on Monday.", 0),
    ("There were exchanges between former Archer staffers and Stone aides. Kate Archer and Paul Stone left.", 0),
    ("A meeting with Omani President Reza Farahani isn't reason enough for President Kate Archer.", 0),
    ("Farmers discussed the meeting with President Kate Archer on Monday.", 0),
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


AFFILIATIONS = [
    ("Kenyan President James Otieno met Acme president Paul Stone, who left at once.", ["KE", None]),
    ("Kenyan President James Otieno met Juma Barwani, the head of Oman's grain fund.", ["KE", "OM"]),
    ("Kenyan President James Otieno met Paul Stone, president of the League of Pilots.", ["KE", None]),
    ("Kenyan President James Otieno met IAEA head Nora Byrne and the mayor of Muscat.", ["KE", "IAEA", "OM"]),
]


@pytest.mark.parametrize(("text", "expected"), AFFILIATIONS)
def test_acts_for(text: str, expected: list[str | None]) -> None:
    """The head of a house of the state acts for it, that of a company for nobody."""
    assert [participant.affiliation for participant in meetings(text, "en")[0].participants] == expected


def test_a_plural_of_people_at_the_end() -> None:
    """A text may end in any word."""
    assert not meetings("Nobody told the president who the others will be but farmers", "en")


def test_evidence_leaves_link_boxes_out() -> None:
    """What a page runs into a sentence is not quoted."""
    text = "President Kate Archer Kate Ann ArcherArcher opens a school MORE met Omani envoys on Monday."
    quotes = [evidence.quote for evidence in meetings(text, "en")[0].evidence]
    assert quotes == ["President Kate Archer", "met Omani envoys on Monday."]


GROUPS = [
    ("Senators came to the White House. President Kate Archer met with local officials on Monday.", "US"),
    ("Senators came to the White House. President Kate Archer met with foreign officials on Monday.", None),
    ("Senators came to the White House. President Kate Archer met with grocers on Monday.", None),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups_at_home(text: str, expected: str | None) -> None:
    """The authorities' people need no country, others do."""
    assert meetings(text, "en")[0].participants[1].affiliation == expected


def test_an_office_in_title_case_that_is_no_title_is_read_to_its_end() -> None:
    assert meetings("The Odd Story Of Sultans And Kenyan Presidents", "en") == []
