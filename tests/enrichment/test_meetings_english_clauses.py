"""Who meets whom, when and where in longer English sentences; the sentences are our own."""

import pytest

from support.articles import meetings, names

TOLD = [
    (
        "Turkish President Orhan Demir met with three senators, Paula Stone, Mark Hale and Tom Reed, on Monday.",
        ["Orhan Demir", "Paula Stone", "Mark Hale", "Tom Reed"],
    ),
    (
        "Turkish President Orhan Demir held talks with two Kenyan envoys — Amos Kiptoo and Juma Otieno.",
        ["Orhan Demir", "Amos Kiptoo", "Juma Otieno"],
    ),
    (
        "German Chancellor Anna Keller left. A German envoy, who was once foreign minister of Turkey, sang. She met "
        "Polish Prime Minister Adam Nowak.",
        ["Anna Keller", "Adam Nowak"],
    ),
    (
        "President Kate Archer is still at sea, and Anna Keller has arrived. She met Turkish President Orhan Demir.",
        ["Anna Keller", "Orhan Demir"],
    ),
    ("Turkish President Orhan Demir met Kenyan fisheries minister Amos Kiptoo.", ["Orhan Demir", "Amos Kiptoo"]),
    (
        "President Kate Archer met with Sen. Paula Stone (R-Ga.) and Sen. Mark Hale (D-Calif.) on Monday.",
        ["Kate Archer", "Paula Stone", "Mark Hale"],
    ),
    (
        "German Chancellor Anna Keller and Polish Prime Minister Adam Nowak emerged from Tuesday's meeting.",
        ["Anna Keller", "Adam Nowak"],
    ),
    (
        "President Kate Archer met a Kenyan delegation that accused the government of hiding ships.",
        ["Kate Archer", "Kenyan delegation"],
    ),
    (
        "Kenyan spokesman James Otieno said that German Chancellor Anna Keller met Turkish President Orhan Demir.",
        ["Anna Keller", "Orhan Demir"],
    ),
    (
        "Anna Keller, the German chancellor, accompanied by Defence Minister Jens Vogt, met Turkish President Orhan "
        "Demir in Ankara.",
        ["Anna Keller", "Jens Vogt", "Orhan Demir"],
    ),
    (
        "German Chancellor Anna Keller flew to Ankara, where she met Turkish President Orhan Demir.",
        ["Anna Keller", "Orhan Demir"],
    ),
    (
        "Irish Foreign Minister Nora Byrne arrived in Warsaw. She praised the harvest and on Friday will meet with "
        "Polish Defence Minister Adam Nowak.",
        ["Nora Byrne", "Adam Nowak"],
    ),
    (
        "Omani President Reza Farahani waited. President Kate Archer came late. The president then met with Polish "
        "Prime Minister Adam Nowak.",
        ["Kate Archer", "Adam Nowak"],
    ),
    (
        "Polish Prime Minister Adam Nowak met with nine retired miners in Gdansk.",
        ["Adam Nowak", "nine retired miners"],
    ),
    (
        "Talks between Kenyan and Omani officials opened in Nairobi on Monday.",
        ["Kenyan officials", "Omani officials"],
    ),
    (
        "Turkish President Orhan Demir met chief Hamas negotiator Reza Farahani in Ankara.",
        ["Orhan Demir", "Reza Farahani"],
    ),
    (
        "President Kate Archer met Sen. Paula Stone (D-Ohio) at the White House.",
        ["Kate Archer", "Paula Stone"],
    ),
    (
        "President Jan Nowak of Poland and President Orhan Demir of Turkey met in Warsaw.",
        ["Jan Nowak", "Orhan Demir"],
    ),
    (
        "Turkish President Orhan Demir landed. He and German Chancellor Anna Keller held a meeting in Ankara.",
        ["Orhan Demir", "Anna Keller"],
    ),
    (
        "Irish Foreign Minister Nora Byrne spoke after a meeting with Kenyan President James Otieno and Omani envoys.",
        ["Nora Byrne", "James Otieno", "Omani envoys"],
    ),
    (
        "Sen. Paula Stone (D-Ohio) met with President Kate Archer on Monday.",
        ["Paula Stone", "Kate Archer"],
    ),
    (
        "Irish harbour officials met with Omani diplomats in Dublin.",
        ["Irish harbour officials", "Omani diplomats"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), TOLD)
def test_who_meets_whom(text: str, participants: list[str]) -> None:
    (meeting,) = meetings(text, "en")
    assert names(meeting) == participants


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nora Byrne, the Irish foreign minister, met President Orhan Demir before the 2022 election.", None),
        ("Irish Foreign Minister Nora Byrne met Turkish President Orhan Demir in 2022.", "2022"),
        ("The palace said on Monday that King Youssef will meet Irish Foreign Minister Nora Byrne.", None),
        ("The palace said on Monday that King Youssef met Irish Foreign Minister Nora Byrne on Sunday.", "2024-03-03"),
    ],
)
def test_days_of_other_things_are_not_the_meeting_s(text: str, day: str | None) -> None:
    (meeting,) = meetings(text, "en")
    assert meeting.date == day


def test_a_summit_that_another_meeting_is_held_at_only_says_where() -> None:
    (meeting,) = meetings(
        "Turkish President Orhan Demir met German Chancellor Anna Keller in Italy at the G20 summit in Rome.", "en"
    )
    assert names(meeting) == ["Orhan Demir", "Anna Keller"]
    assert (meeting.location, meeting.country) == ("Rome", "IT")


@pytest.mark.parametrize(
    "text",
    [
        "French threats of tariffs would be met with a firm answer, German Chancellor Anna Keller said on Monday.",
        "President Kate Archer held a conference call with reporters on Monday.",
        "President Kate Archer failed to meet Sen. Paula Stone's demands on Monday.",
        "President Kate Archer is ready to meet German Chancellor Anna Keller's terms.",
    ],
)
def test_no_meetings(text: str) -> None:
    assert meetings(text, "en") == []


@pytest.mark.parametrize(
    ("text", "affiliations"),
    [
        ("President Kate Archer met Sen. Paula Stone (D-Ohio) at the White House.", ["US", "US"]),
        ("President Jan Nowak of Poland and President Orhan Demir of Turkey met in Warsaw.", ["PL", "TR"]),
        ("Turkish President Orhan Demir met chief Hamas negotiator Reza Farahani in Ankara.", ["TR", "Hamas"]),
    ],
)
def test_for_whom_they_act(text: str, affiliations: list[str]) -> None:
    (meeting,) = meetings(text, "en")
    assert [p.affiliation for p in meeting.participants] == affiliations


def test_what_is_said_of_the_meeting_later_belongs_to_it() -> None:
    (meeting,) = meetings(
        "Irish Foreign Minister Nora Byrne met with Polish Defence Minister Adam Nowak.\n"
        "The meeting in Warsaw was held on Monday.\n"
        "Omani envoy Reza Farahani also attended the talks.",
        "en",
    )
    assert (meeting.location, meeting.country, meeting.date) == ("Warsaw", "PL", "2024-03-04")
    assert names(meeting) == ["Nora Byrne", "Adam Nowak", "Reza Farahani"]
    assert len(meeting.evidence) == 3


@pytest.mark.parametrize(
    "later",
    [
        "Omani envoy Reza Farahani did not attend the talks.",
        "The meeting surprised farmers, who marched in Lisbon on Sunday.",
        "The minister's meeting room was painted on Sunday.",
    ],
)
def test_other_news_adds_nothing(later: str) -> None:
    (meeting,) = meetings(
        f"Irish Foreign Minister Nora Byrne met with Polish Defence Minister Adam Nowak.\n{later}", "en"
    )
    assert (meeting.location, meeting.date, len(meeting.evidence)) == (None, None, 1)


def test_a_president_is_not_his_wife() -> None:
    (meeting,) = meetings(
        "President Trump waved. First lady Melania Trump smiled. Later Trump met German Chancellor Anna Keller.", "en"
    )
    assert names(meeting) == ["Trump", "Anna Keller"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Turkish President Orhan Demir flew to Warsaw to meet Polish Prime Minister Adam Nowak.", "held"),
        ("Turkish President Orhan Demir will fly to Warsaw to meet Polish Prime Minister Adam Nowak.", "planned"),
        ("Turkish President Orhan Demir voiced his readiness to meet Polish Prime Minister Adam Nowak.", "proposed"),
    ],
)
def test_what_becomes_of_it(text: str, status: str) -> None:
    (meeting,) = meetings(text, "en")
    assert meeting.status == status


def test_groups_told_apart_in_one_sentence_are_met_apart() -> None:
    found = meetings(
        "President Kate Archer met with Irish officials in Dublin on Monday and met with Kenyan officials on Tuesday.",
        "en",
    )
    assert [meeting.date for meeting in found] == ["2024-03-04", "2024-03-05"]


def test_a_region_is_in_no_country_of_a_host() -> None:
    (meeting,) = meetings(
        "Turkish President Orhan Demir met Polish Prime Minister Adam Nowak at Lakeside Gardens on Monday.", "en"
    )
    assert (meeting.location, meeting.country) == ("Lakeside Gardens", None)
