"""English troop announcements by the kind of verb: giving, needing, parts of forces, ground troops. 6 August 2015."""

from datetime import date

import pytest

from rasid.enrichment.extract.troops import find_troop_announcements
from rasid.enrichment.text.reading import read_document
from rasid_schemas.extraction import TroopAnnouncement

THURSDAY = date(2015, 8, 6)


def announcements(text: str) -> tuple[TroopAnnouncement, ...]:
    return find_troop_announcements(read_document(text, "en", THURSDAY, None, None))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Madrid is considering more Spanish troops for Mali.", ("increase", "proposed")),
        ("He opposed Spanish ground troops in Mali.", ("deploy", "denied")),
        ("The king ordered Spanish troops to Mali.", ("deploy", "announced")),
        ("Madrid announced that Spanish forces in Mali will be halved.", ("decrease", "announced")),
        ("Spanish forces will be out of Mali by May.", ("withdraw", "announced")),
        ("The camp burned down. Spanish forces in Mali, since they arrived, have dug wells.", ("deploy", "completed")),
        ("Madrid withdrew 80 percent of its forces from Mali.", ("decrease", "completed")),
    ],
)
def test_verbs_without_a_number(text: str, told: tuple[str, str]) -> None:
    [found] = announcements(text)
    assert (found.action, found.status, found.force_affiliation, found.country) == (*told, "ES", "ML")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some 400 Spanish soldiers left for Mali.", ("deploy", "completed")),
        ("Some 400 Spanish soldiers are leaving for the border with Mali.", ("deploy", "under_way")),
        ("Some 400 Spanish soldiers left Mali for good.", ("withdraw", "completed")),
        ("Madrid pledged 400 Spanish soldiers for the mission in Mali.", ("deploy", "announced")),
        ("Madrid has offered 400 Spanish soldiers for the mission in Mali.", ("deploy", "proposed")),
    ],
)
def test_those_who_set_out_or_are_given(text: str, told: tuple[str, str]) -> None:
    [found] = announcements(text)
    assert (found.action, found.status, found.count) == (*told, 400)


def test_needed_troops_are_proposed() -> None:
    [found] = announcements("As many as 4,000 more Spanish ground troops could be needed to train forces in Mali.")
    assert (found.action, found.status, found.count_delta) == ("increase", "proposed", 4000)


@pytest.mark.parametrize(
    ("text", "multiplier"),
    [
        ("Half of the 900 Spanish soldiers in Mali would leave by the end of next year.", 0.5),
        ("Madrid might pull some of the 900 Spanish soldiers from Mali.", None),
    ],
)
def test_a_part_of_a_number_is_what_was_before(text: str, multiplier: float | None) -> None:
    [found] = announcements(text)
    assert (found.action, found.count_from, found.count, found.multiplier) == ("decrease", 900, None, multiplier)


@pytest.mark.parametrize("whole", ["the 900", "its 900", "some 900"])
def test_so_many_of_a_number_are_those_who_leave(whole: str) -> None:
    [found] = announcements(f"Madrid will withdraw 200 of {whole} Spanish soldiers from Mali.")
    assert (found.action, found.count, found.count_from) == ("withdraw", 200, 900)


@pytest.mark.parametrize("owners", ["Spanish and allied", "Spanish and coalition", "NATO and Spanish", "U.S. and NATO"])
def test_troops_of_several_are_one_force(owners: str) -> None:
    [found] = announcements(f"The accord calls for a withdrawal of {owners} troops from Mali.")
    assert (found.action, found.status, found.force) == ("withdraw", "proposed", f"{owners} troops")


def test_a_country_joined_to_troops_does_not_own_them() -> None:
    [found] = announcements("A deal was signed by Chad and Spanish troops left Mali.")
    assert found.force == "Spanish troops"


@pytest.mark.parametrize("verb", ["are", "are still", "are now"])
def test_troops_that_are_somewhere_are_a_strength(verb: str) -> None:
    [found] = announcements(f"About 900 Spanish soldiers {verb} in Mali.")
    assert (found.action, found.count, found.location) == ("strength", 900, "Mali")


@pytest.mark.parametrize(
    "text",
    [
        "The accord would leave Spanish forces in charge of parts of Mali.",
        "It is unclear whether Spanish troops will be needed in Mali.",
        "He thanked Spanish troops in Mali.",
        "Madrid announced Spanish soldiers would train in Mali with drones.",
        "Shelling kept up around Gao, a town in Mali that hundreds of Spanish troops defend.",
        "The widow asked for the remains of 55 Spanish soldiers from Mali.",
    ],
)
def test_what_is_no_announcement(text: str) -> None:
    assert announcements(text) == ()


def test_ground_troops_nobody_will_send_need_no_place() -> None:
    text = "Fighting in Mali goes on. Madrid stressed that it is not sending Spanish ground troops."
    [found] = announcements(text)
    assert (found.action, found.status, found.country) == ("deploy", "denied", "ML")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The king has resisted calls to send Spanish ground troops to Mali.", "denied"),
        ("Madrid is making an effort to withdraw Spanish troops from Mali.", "proposed"),
        ("The draft would allow Spanish troops to leave Mali.", "proposed"),
        ("Officials met to develop plans to send Spanish troops to Mali.", "proposed"),
        ("The departure of Spanish troops from Mali this week left a gap.", "completed"),
    ],
)
def test_efforts_calls_and_drafts(text: str, status: str) -> None:
    [found] = announcements(text)
    assert (found.status, found.country) == (status, "ML")


def test_those_now_there_whom_somebody_will_bring_home_are_told_twice() -> None:
    found = announcements("He promised to bring home the 1,400 Spanish troops currently stationed in Mali.")
    assert [(one.action, one.count, one.status) for one in found] == [
        ("strength", 1400, "current"),
        ("withdraw", 1400, "announced"),
    ]


def test_who_is_the_object_of_another_deed_sends_nobody() -> None:
    [found] = announcements("After the killing of an Iranian general, Obama sent 300 soldiers to Kuwait.")
    assert found.force_affiliation == "US"


@pytest.mark.parametrize(
    "text",
    [
        "Spanish troops patrol Gao in Mali. There is increasing alarm over threats to hundreds of them.",
        "Diplomats hope to reduce tensions near Spanish troops in Mali.",
    ],
)
def test_what_else_grows_or_shrinks(text: str) -> None:
    assert announcements(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Spanish troops patrol Mali. North Korea threatens to pull out of a U.S. summit.",
        "Spanish troops patrol Mali. The company is withdrawing from Paris altogether.",
        "Rescuers evacuated 44 sailors from two tankers off Oman.",
        "Two dozen foreign policy advisers were sent to Iowa.",
        "Spanish-backed forces entered Mali in 2014.",
    ],
)
def test_who_else_moves(text: str) -> None:
    assert announcements(text) == ()


def test_a_country_behind_a_direction_is_a_place() -> None:
    text = "Spain, which heads a mission in northern Mali, has about 850 soldiers at a base near Gao."
    [found] = announcements(text)
    assert (found.action, found.count, found.force_affiliation) == ("strength", 850, "ES")


def test_their_withdrawal_is_of_those_just_named() -> None:
    found = announcements("Madrid authorized 3,000 troops for Mali, but also ordered their withdrawal after a year.")
    assert [(one.action, one.count) for one in found] == [("deploy", 3000), ("withdraw", None)]


def test_the_guard_in_two_towns_is_two_deployments() -> None:
    found = announcements(
        "The National Guard was deployed in Larkfield. The state sent more than 4,000 National Guard troops to Oakton."
    )
    assert [(one.count, one.location) for one in found] == [(None, "Larkfield"), (4000, "Oakton")]


def test_a_change_that_begins_with_a_number_is_not_the_one_that_led_to_it() -> None:
    found = announcements(
        "The state sent 4,000 National Guard troops to Oakton and said it would increase them to 11,000."
    )
    assert [(one.action, one.count) for one in found] == [("deploy", 4000), ("increase", 11000)]


def test_a_region_is_not_the_region() -> None:
    text = "Turkey protested. Syria burns. U.S. forces are in Syria. Plans to withdraw U.S. troops upset a region."
    [found] = announcements(text)
    assert (found.action, found.country) == ("withdraw", "SY")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "About 150 Greek soldiers from the 12th Brigade Combat Team based in Padua, Italy, are arriving in Latvia.",
            ("deploy", 150, "GR", "LV"),
        ),
        (
            "Up to 3,200 Greek soldiers from various units around the country will be going to Haiti.",
            ("deploy", 3200, "GR", "HT"),
        ),
        (
            "The king defended plans to withdraw the small contingent of Greek troops from Mali.",
            ("withdraw", None, "GR", "ML"),
        ),
    ],
)
def test_forces_told_at_length(text: str, told: tuple[str, int | None, str, str]) -> None:
    [found] = announcements(text)
    assert (found.action, found.count, found.force_affiliation, found.country) == told


def test_in_order_to_decides_nothing() -> None:
    assert announcements("In order for Athens to maintain Greek troops in Mali, roads must be built.") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Athens has no intention of sending Greek ground troops to Mali.", ("deploy", "denied", "GR", "ML")),
        ("Mexico is agreeing to deploy its national guard troops in Haiti.", ("deploy", "announced", "MX", "HT")),
    ],
)
def test_who_sends_whom(text: str, told: tuple[str, str, str, str]) -> None:
    [found] = announcements(text)
    assert (found.action, found.status, found.force_affiliation, found.country) == told


@pytest.mark.parametrize(
    "text",
    [
        "The president vowed to keep Greek combat troops out of Mali.",
        "The guide recalled what he told the Malian soldiers in Libya.",
        "Greek soldiers watched. The deal would allow the Kurds to pull back from Syria.",
    ],
)
def test_who_stays_out(text: str) -> None:
    assert announcements(text) == ()


def test_a_border_is_named_without_the_verb_before_it() -> None:
    [found] = announcements("The governor deployed National Guard troops to help guard the northern border.")
    assert found.location == "the northern border"
