"""English meetings told by what was said there, by phone, in a briefing, on a visit; the sentences are our own."""

import pytest

from support.articles import meetings, names

TOLD = [
    (
        "In a meeting in Oslo on Monday, Turkish President Orhan Demir and Chancellor Anna Keller agreed on fish.",
        ["Orhan Demir", "Anna Keller"],
        "in_person",
    ),
    (
        "During talks in Oslo, Turkish President Orhan Demir and German Chancellor Anna Keller agreed on fish.",
        ["Orhan Demir", "Anna Keller"],
        "in_person",
    ),
    (
        "Turkish President Orhan Demir took a call from Chancellor Anna Keller.",
        ["Orhan Demir", "Anna Keller"],
        "phone",
    ),
    ("Turkish President Orhan Demir placed a call to Chancellor Anna Keller.", ["Orhan Demir", "Anna Keller"], "phone"),
    (
        "Irish Foreign Minister Nora Byrne met the leaders of Germany and France in Oslo.",
        ["Nora Byrne", "leaders of Germany", "France"],
        "in_person",
    ),
    (
        "President Kate Archer told Senate Republicans at a lunch in the Oak Room last week that she would sign.",
        ["Kate Archer", "Senate Republicans"],
        "in_person",
    ),
    (
        "During farm talks in Nairobi, Omani Foreign Minister Reza Farahani told Kenyan President James Otieno no.",
        ["Reza Farahani", "James Otieno"],
        "in_person",
    ),
    (
        "President Kate Archer and Prime Minister James Otieno spoke by phone on Monday.",
        ["Kate Archer", "James Otieno"],
        "phone",
    ),
    (
        "President Kate Archer told Kenyan President James Otieno over the phone that aid would come.",
        ["Kate Archer", "James Otieno"],
        "phone",
    ),
    (
        "President Kate Archer and Kenyan President James Otieno had a phone call on Monday.",
        ["Kate Archer", "James Otieno"],
        "phone",
    ),
    (
        "Pentagon officials briefed Sen. Mark Hale on the raid on Tuesday.",
        ["Pentagon officials", "Mark Hale"],
        "in_person",
    ),
    (
        "Sen. Mark Hale was briefed by Defense Secretary Paul Stone on Tuesday.",
        ["Mark Hale", "Paul Stone"],
        "in_person",
    ),
    (
        "Kenyan President James Otieno visited President Kate Archer at the White House on Friday.",
        ["James Otieno", "Kate Archer"],
        "in_person",
    ),
    (
        "President Kate Archer is to sit down with Kenyan President James Otieno on Friday.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    ("NATO ministers met last week in Oslo.", ["NATO ministers"], "in_person"),
    ("NATO ministers are meeting in Oslo.", ["NATO ministers"], "in_person"),
    (
        "President Reza Farahani held talks with the army chief and Interior Minister James Otieno.",
        ["Reza Farahani", "army chief", "James Otieno"],
        "in_person",
    ),
    (
        "President Kate Archer is ahead of a summit with the Kenyan dictator James Otieno in Oslo.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "President Kate Archer spoke during a trip to Kenya to meet Prime Minister James Otieno.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "Kenyan President James Otieno, with whom President Kate Archer met in Oslo, was glad.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "President Kate Archer played host to the Kenyan leader, James Otieno, at her farm.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "President Kate Archer and Kenyan President James Otieno sat down in Oslo on Monday.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "President Kate Archer and Kenyan President James Otieno shared a dinner in Oslo on Monday.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "President Kate Archer and Kenyan President James Otieno discussed grain prices.",
        ["Kate Archer", "James Otieno"],
        "unspecified",
    ),
    (
        "Kenyan envoy James Otieno poses with President Kate Archer after a meeting at the White House.",
        ["James Otieno", "Kate Archer"],
        "in_person",
    ),
    (
        "President Kate Archer and Kenyan President James Otieno greeted each other in Oslo on Friday.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "Prime Minister James Otieno was glad. President Kate Archer called him on Monday to congratulate him.",
        ["Kate Archer", "James Otieno"],
        "phone",
    ),
    (
        "President Kate Archer scolded Prime Minister James Otieno hours before he hosted her for dinner.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "Gov. Paul Stone was among those who met with President Kate Archer on Sunday.",
        ["Paul Stone", "Kate Archer"],
        "in_person",
    ),
    (
        "Kenyan President James Otieno lobbied President Kate Archer over a dinner in Oslo.",
        ["James Otieno", "Kate Archer"],
        "in_person",
    ),
    (
        "President Kate Archer flew to Nairobi for talks with President James Otieno and Gen. Omar Wafula.",
        ["Kate Archer", "James Otieno", "Omar Wafula"],
        "in_person",
    ),
    (
        "President Kate Archer visited with Kenyan leaders in Nairobi on Friday.",
        ["Kate Archer", "Kenyan leaders"],
        "in_person",
    ),
    (
        "When President Kate Archer and Kenyan President James Otieno meet next Friday, grain will be on the table.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "Defense Secretary Paul Stone flew to Muscat to brief Omani President Reza Farahani on the raid.",
        ["Paul Stone", "Reza Farahani"],
        "in_person",
    ),
    (
        "President Kate Archer was joined by Kenyan President James Otieno for talks in Oslo.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
    (
        "President Kate Archer joined Kenyan President James Otieno for dinner in Oslo.",
        ["Kate Archer", "James Otieno"],
        "in_person",
    ),
]
STATUS = [
    ("Talks between Kenya and Oman resume Friday in Oslo.", "planned"),
    ("President Kate Archer has pulled out of a summit with Kenyan President James Otieno in Oslo.", "cancelled"),
    ("Prime Minister Theresa May is meeting Kenyan President James Otieno.", "held"),
    ("President Kate Archer has a call scheduled with Kenyan President James Otieno.", "planned"),
    ("Kenyan President James Otieno will arrive in Oslo on Friday for a summit.", "planned"),
]
UNTOLD = [
    "Before the meeting, President Kate Archer and Kenyan President James Otieno waited.",
    "At a meeting in Oslo the crowd heard of gold, and Kenyan President James Otieno left.",
    "Kenyan President James Otieno made a call to arms.",
    "President Kate Archer told reporters at a meeting in Oslo that she would sign.",
    "Sen. Mark Hale told Defense Secretary Paul Stone that at a lunch in Oslo the wine was bad.",
    "Analysts briefed on the matter said Defense Secretary Paul Stone would leave.",
    "After the morning briefing President Kate Archer left the town.",
    "Once a week Sen. Mark Hale and Gov. Paul Stone speak over the phone.",
    "Sen. Mark Hale visited the Archer White House 22 times.",
    "Sen. Mark Hale would sit for an interview with Special Counsel Paul Stone.",
    "NATO ministers met the target.",
    "Sen. Mark Hale was tired. Before the briefing, Gov. Paul Stone left.",
    "Gen. Paul Stone visited Naval Space Command in Ohio.",
    "President Kate Archer is no fan of Sen. Mark Hale, the bore, as she called him earlier this year.",
    "Sen. Mark Hale said President Kate Archer was moved by the crowd that lined the street to greet her.",
    "Sen. Mark Hale and Gov. Paul Stone sat on the bench.",
    "The bill came after months of talks with Kenyan President James Otieno.",
    "After negotiations between Sen. Mark Hale and President Kate Archer broke down, markets fell.",
    "We have put a great team together for our talks with Kenya, President Kate Archer said.",
]


@pytest.mark.parametrize(("text", "expected", "mode"), TOLD)
def test_told(text: str, expected: list[str], mode: str) -> None:
    """Who speaks, and by which means."""
    (meeting,) = meetings(text, "en")
    assert sorted(names(meeting)) == sorted(expected)
    assert meeting.mode == mode


@pytest.mark.parametrize("text", UNTOLD)
def test_untold(text: str) -> None:
    """Talk to others, briefings for nobody, talks without end."""
    assert meetings(text, "en") == []


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str) -> None:
    """What is left, what a name only looks like, what is on the calendar."""
    assert [meeting.status for meeting in meetings(text, "en")] == [status]


def test_told_apart() -> None:
    """Each with a day or a place of its own is an occasion; a list is one."""
    days = meetings("President Kate Archer met Sen. Mark Hale on Monday and Gov. Paul Stone on Tuesday.", "en")
    assert [names(meeting) for meeting in days] == [["Kate Archer", "Mark Hale"], ["Kate Archer", "Paul Stone"]]
    assert days[0].date != days[1].date
    text = "President Kate Archer met Kenyan President James Otieno in Nairobi and Sultan Reza Farahani in Muscat."
    places = meetings(text, "en")
    assert [meeting.location for meeting in places] == ["Nairobi", "Muscat"]
    assert len(meetings("President Kate Archer met Sen. Mark Hale and Gov. Paul Stone on Tuesday.", "en")) == 1
