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
