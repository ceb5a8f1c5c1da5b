"""Meetings whose place another sentence tells: where people have arrived, which summit they are at. Our own texts."""

import pytest

from support.articles import meetings

SETTLED = [
    (
        "en",
        "German Chancellor Anna Keller landed in Ankara on Monday. She later met Turkish President Orhan Demir.",
        ("Ankara", "TR"),
    ),
    (
        "en",
        "German Chancellor Anna Keller warned rebels during a visit to Ankara. Turkish President Orhan Demir, who met "
        "with Keller, thanked her.",
        ("Ankara", "TR"),
    ),
    (
        "en",
        "German Chancellor Anna Keller arrived at a climate summit in Oslo. On the sidelines, Keller met with Turkish "
        "President Orhan Demir.",
        ("Oslo", "NO"),
    ),
    (
        "en",
        "German Chancellor Anna Keller will visit Ankara in May. In Berlin critics wait. German Chancellor Anna Keller "
        "has met Turkish President Orhan Demir.",
        (None, None),
    ),
    (
        "en",
        "German Chancellor Anna Keller landed in Ankara. Later Keller telephoned Turkish President Orhan Demir.",
        (None, None),
    ),
    (
        "en",
        "Irish Senator Nora Byrne landed in Ankara. German Chancellor Anna Keller met Polish Premier Adam Nowak.",
        (None, None),
    ),
    (
        "ar",
        "وصل وزير الدفاع الفرنسي لوسيان مورو إلى بغداد في زيارة قصيرة. ومن المقرر أن يلتقي مورو رئيس الوزراء العراقي "
        "حسن البياتي.",
        ("بغداد", "IQ"),
    ),
    (
        "ar",
        "يزور وزير الدفاع الفرنسي لوسيان مورو بغداد. والتقى مورو رئيس الوزراء العراقي حسن البياتي.",
        ("بغداد", "IQ"),
    ),
]


@pytest.mark.parametrize(("language", "text", "place"), SETTLED)
def test_a_meeting_is_where_its_people_are(language: str, text: str, place: tuple[str | None, str | None]) -> None:
    (meeting,) = meetings(text, language)
    assert (meeting.location, meeting.country) == place


def test_what_is_told_with_likewise_is_on_the_same_day_and_at_the_same_place() -> None:
    first, second = meetings(
        "استقبل وزير الدفاع الفرنسي لوسيان مورو في باريس أمس رئيس الوزراء العراقي حسن البياتي.\n"
        "كما استقبل وزير الدفاع الفرنسي لوسيان مورو الرئيس الإيطالي باولو كونتي.",
        "ar",
    )
    assert (second.location, second.date) == (first.location, first.date) == ("باريس", "2024-03-05")


def test_without_likewise_another_meeting_has_its_own_day() -> None:
    _, second = meetings(
        "استقبل وزير الدفاع الفرنسي لوسيان مورو في باريس أمس رئيس الوزراء العراقي حسن البياتي.\n"
        "وتفقد بعدها معرضا. استقبل وزير الدفاع الفرنسي لوسيان مورو الرئيس الإيطالي باولو كونتي.",
        "ar",
    )
    assert (second.location, second.date) == (None, None)
