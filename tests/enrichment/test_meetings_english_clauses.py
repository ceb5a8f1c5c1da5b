"""Who meets whom, when and where in longer English sentences; the sentences are our own."""

import pytest

from support.articles import meetings, names

TOLD = [
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
