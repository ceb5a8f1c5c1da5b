"""English meetings, told in sentences of our own."""

import pytest

from support.articles import meetings, names

TOLD = [
    (
        "Jordanian Foreign Minister Samir Qasim met with Tunisian President Moncef Jlassi in Amman on Monday.",
        ["Samir Qasim", "Moncef Jlassi"], "held", "in_person", "2024-03-04",
    ),
    (
        "French President Lucien Moreau will meet Algerian Prime Minister Kamal Bouzid next week.",
        ["Lucien Moreau", "Kamal Bouzid"], "planned", "in_person", "2024-03",
    ),
    (
        "German Chancellor Anna Keller spoke by phone with Turkish President Orhan Demir on Sunday.",
        ["Anna Keller", "Orhan Demir"], "held", "phone", "2024-03-03",
    ),
    (
        "Talks between Irish Foreign Minister Nora Byrne and Polish Defence Minister Adam Nowak opened in Warsaw.",
        ["Nora Byrne", "Adam Nowak"], "held", "in_person", None,
    ),
    (
        "Italian Prime Minister Paolo Conti hosted Libyan leader Faraj Warfalli at his residence.",
        ["Paolo Conti", "Faraj Warfalli"], "held", "in_person", None,
    ),
    (
        "NATO defence ministers will meet in Brussels on Thursday.",
        ["NATO defence ministers"], "planned", "in_person", "2024-03-07",
    ),
    (
        "Kenyan President James Otieno canceled a meeting with Ethiopian Prime Minister Dawit Bekele.",
        ["James Otieno", "Dawit Bekele"], "cancelled", "in_person", None,
    ),
    (
        "Spanish Foreign Minister Elena Ruiz said after her meeting with Moroccan King Youssef that trade would grow.",
        ["Elena Ruiz", "Youssef"], "held", "in_person", None,
    ),
    (
        "Turkish President Orhan Demir thanked his Omani counterpart, Reza Farahani, in a phone call.",
        ["Orhan Demir", "Reza Farahani"], "held", "phone", None,
    ),
    (
        "Jordanian King Youssef spoke by telephone on Wednesday with French President Lucien Moreau.",
        ["Youssef", "Lucien Moreau"], "held", "phone", "2024-03-06",
    ),
    (
        "Lucien Moreau, the French president, met German Chancellor Anna Keller in Berlin on Friday.",
        ["Lucien Moreau", "Anna Keller"], "held", "in_person", "2024-03-01",
    ),
    (
        "The EU's chief negotiator, Michel Blanc, met Irish Foreign Minister Nora Byrne.",
        ["Michel Blanc", "Nora Byrne"], "held", "in_person", None,
    ),
    (
        "U.S. special envoy David Cole sat down with his Libyan counterpart, Faraj Warfalli, in Tripoli.",
        ["David Cole", "Faraj Warfalli"], "held", "in_person", None,
    ),
    (
        "Irish Foreign Minister Nora Byrne called her Turkish counterpart, Orhan Demir, on Tuesday.",
        ["Nora Byrne", "Orhan Demir"], "held", "phone", "2024-03-05",
    ),
    (
        "Iraqi Prime Minister Samir Qasim received NATO mission commander General Carlo Ricci in Baghdad.",
        ["Samir Qasim", "Carlo Ricci"], "held", "in_person", None,
    ),
    (
        "General Carlo Ricci was received by Iraqi Prime Minister Samir Qasim in Baghdad.",
        ["Samir Qasim", "Carlo Ricci"], "held", "in_person", None,
    ),
    (
        "The palace said Moroccan King Youssef would host Spanish Foreign Minister Elena Ruiz next week.",
        ["Youssef", "Elena Ruiz"], "planned", "in_person", "2024-03",
    ),
    (
        "A meeting between Kenyan President James Otieno and Polish President Jan Nowak was postponed.",
        ["James Otieno", "Jan Nowak"], "cancelled", "in_person", None,
    ),
    (
        "NATO defence ministers gathered in Brussels on Tuesday.",
        ["NATO defence ministers"], "held", "in_person", "2024-03-05",
    ),
]  # fmt: skip

NOT_TOLD = [
    "French President Lucien Moreau did not meet with Algerian Prime Minister Kamal Bouzid.",
    "Irish Foreign Minister Nora Byrne told a news conference that trade would grow.",
    "Kenya's fishing deal with Oman was discussed in the press.",
    "Only four NATO allies have met the target.",
    "Officials held talks.",
    "The coach met the players before the match.",
    "Weeks of negotiations with China have brought nothing.",
]


@pytest.mark.parametrize(("text", "participants", "status", "mode", "day"), TOLD)
def test_meetings(text: str, participants: list[str], status: str, mode: str, day: str | None) -> None:
    (meeting,) = meetings(text, "en")
    assert names(meeting) == participants
    assert (meeting.status, meeting.mode, meeting.date) == (status, mode, day)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_meetings(text: str) -> None:
    assert meetings(text, "en") == []


def test_latin_names_are_their_own_transliteration() -> None:
    (meeting,) = meetings(TOLD[0][0], "en")
    assert [p.name_latin for p in meeting.participants] == ["Samir Qasim", "Moncef Jlassi"]


@pytest.mark.parametrize(
    ("text", "location", "country"),
    [
        (TOLD[0][0], "Amman", "JO"),
        ("President Kate Archer met with Polish Prime Minister Adam Nowak at the White House.", "White House", "US"),
    ],
)
def test_places(text: str, location: str, country: str) -> None:
    (meeting,) = meetings(text, "en")
    assert (meeting.location, meeting.country) == (location, country)


def test_repeated_reports_are_one_meeting() -> None:
    (meeting,) = meetings(
        "Qasim meets Jlassi\n"
        "Jordanian Foreign Minister Samir Qasim met with Tunisian President Moncef Jlassi on Monday.\n"
        "After his meeting with Jlassi, Qasim flew home.",
        "en",
    )
    assert meeting.date == "2024-03-04"
    assert len(meeting.evidence) >= 2


def test_clauses_of_one_sentence_can_tell_two_meetings() -> None:
    found = meetings(
        "German Chancellor Anna Keller met with President Kate Archer last week, and Polish Prime Minister Adam Nowak "
        "met with Archer on Monday.",
        "en",
    )
    assert [names(meeting) for meeting in found] == [["Anna Keller", "Kate Archer"], ["Adam Nowak", "Kate Archer"]]


def test_readers_comments_tell_nothing() -> None:
    text = (
        "Grain prices rise\nGrain prices rose again on Monday, traders in three ports said, and may rise once more.\n"
        "Comments\nGerman Chancellor Anna Keller met with Turkish President Orhan Demir, I swear!"
    )
    assert meetings(text, "en") == []


def test_the_two_leaders_are_those_named_last() -> None:
    (meeting,) = meetings(
        "German Chancellor Anna Keller flew to Ankara to see Turkish President Orhan Demir.\n"
        "The two leaders met for two hours on Monday.",
        "en",
    )
    assert names(meeting) == ["Anna Keller", "Orhan Demir"]
    assert meeting.date == "2024-03-04"
