"""English verbs of meeting, calling and hosting, and who acts; the sentences are our own."""

import pytest

from support.articles import meetings, names

TOLD = [
    ("Trump called Merkel on Friday.", ["Trump", "Merkel"], "phone"),
    (
        "Chief of Staff Paul Stone called Secretary of State Nora Byrne Friday to tell her the news.",
        ["Paul Stone", "Nora Byrne"],
        "phone",
    ),
    (
        "President Kate Archer hosted a lunch at the White House that included Rep. Mark Hale.",
        ["Kate Archer", "Mark Hale"],
        "in_person",
    ),
    (
        "President Kate Archer was met on the tarmac by Gov. Paul Stone on Monday.",
        ["Paul Stone", "Kate Archer"],
        "in_person",
    ),
    (
        "On Monday, President Kate Archer will become the first US head of state to meet Emperor Naruhito.",
        ["Kate Archer", "Naruhito"],
        "in_person",
    ),
    (
        "The first meeting President Kate Archer had with Omani President Reza Farahani was in Muscat.",
        ["Kate Archer", "Reza Farahani"],
        "in_person",
    ),
    (
        "The Group of Eight meeting that President Kate Archer hosted last month at Camp David was short.",
        ["Group of Eight", "Kate Archer"],
        "in_person",
    ),
    (
        "The Putin-Kim Jong Un summit is expected to take place next month in Singapore.",
        ["Putin", "Kim Jong Un"],
        "in_person",
    ),
    (
        "Omani President Reza Farahani is in Nairobi. Kenyan President James Otieno will meet him there on Thursday.",
        ["James Otieno", "Reza Farahani"],
        "in_person",
    ),
    (
        "Kenyan President James Otieno arrived in Muscat on Friday for a summit of Arab League leaders.",
        ["James Otieno", "Arab League leaders"],
        "in_person",
    ),
    ("Kenyan President James Otieno is in Muscat for talks on grain.", ["James Otieno"], "in_person"),
    (
        "Kenyan President James Otieno was expected to join Omani Trade Minister Reza Farahani and Irish Foreign "
        "Minister Nora Byrne in high-level talks on Friday.",
        ["James Otieno", "Reza Farahani", "Nora Byrne"],
        "in_person",
    ),
    (
        "Kenyan President James Otieno held a reception with more than a dozen harbour pilots in Mombasa on Monday.",
        ["James Otieno", "more than a dozen harbour pilots"],
        "in_person",
    ),
    ("President Kate Archer met with The Harbour Gazette on Monday.", ["Kate Archer", "Harbour Gazette"], "in_person"),
    (
        "President Kate Archer hosted singer Nora Byrne at the White House on Monday.",
        ["Kate Archer", "Nora Byrne"],
        "in_person",
    ),
    (
        "German Chancellor Anna Keller golfed with Kenyan President James Otieno in Mombasa.",
        ["Anna Keller", "James Otieno"],
        "in_person",
    ),
    (
        "Mr. Keller told a Senate committee about grain, but it was found that he had actually met Omani President "
        "Reza Farahani in Muscat.",
        ["Keller", "Reza Farahani"],
        "in_person",
    ),
    (
        "Kenyan President James Otieno shakes hands with Omani President Reza Farahani as they meet in Muscat.",
        ["James Otieno", "Reza Farahani"],
        "in_person",
    ),
    (
        "The Irish want Kenyan President James Otieno to be firm with Omani President Reza Farahani when the two meet "
        "in Oslo on Monday.",
        ["James Otieno", "Reza Farahani"],
        "in_person",
    ),
    (
        "Omani President Reza Farahani discussed grain with Canadian Foreign Minister Paul Stone on Friday.",
        ["Reza Farahani", "Paul Stone"],
        "unspecified",
    ),
    (
        "Kenyan President James Otieno and Omani President Reza Farahani held a half-hour phone discussion on Friday.",
        ["James Otieno", "Reza Farahani"],
        "phone",
    ),
]

UNTOLD = [
    "President Kate Archer called Secretary of State Paul Stone a friend of the farmers.",
    "President Kate Archer was met by cheers and boos in Ohio on Monday.",
    "It was a long day of talks, with Irish envoys unsure whether Omani President Reza Farahani agreed.",
    "Trump Jr. met with a Kenyan singer in Nairobi on Monday.",
    "Paul Stone, a radio host whose show President Kate Archer likes, spoke on Monday.",
    "Chat show host Paul Stone said so, and President Kate Archer heard it on Monday.",
    "Protests were met on Monday with a harsh answer by Omani President Reza Farahani.",
    "It would be the first meeting between a sitting U.S. president and an Omani sultan.",
    "An Irish adviser spoke on a conference call with reporters about Omani President Reza Farahani.",
    "Omani President Reza Farahani discussed his relationship with Canadian Foreign Minister Paul Stone.",
    "I phoned President Kate Archer over the weekend, as the governor knew.",
    "President Kate Archer received a warm welcome from Ohio on Monday.",
    "President Kate Archer left for a film in Oslo on Monday.",
]


@pytest.mark.parametrize(("text", "expected", "mode"), TOLD)
def test_told(text: str, expected: list[str], mode: str) -> None:
    """Each verb with those who take part."""
    found = meetings(text, "en")
    assert [names(meeting) for meeting in found] == [expected]
    assert found[0].mode == mode


@pytest.mark.parametrize("text", UNTOLD)
def test_untold(text: str) -> None:
    """Names, cheers and hosts of shows are no meetings."""
    assert meetings(text, "en") == []
