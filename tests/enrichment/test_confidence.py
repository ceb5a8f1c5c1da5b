"""How sure an event is: named points, and what they add up to."""

import pytest

from rasid.enrichment.extract.confidence import MIN_CONFIDENCE, confidence, points, rated
from rasid_schemas.extraction import Evidence, Meeting, Participant, TroopAnnouncement

SENTENCE = "The Jordanian foreign minister met his Egyptian counterpart in Amman on Sunday, his office said."
EVIDENCE = (Evidence(start=0, end=len(SENTENCE), quote=SENTENCE),)
MINISTER = Participant(name="Amal Haddad", role="foreign minister", affiliation="JO")
GUEST = Participant(name="Omar Salim", role="Egyptian foreign minister", affiliation="EG")
SOMEBODY = Participant(name="Kamal")


def meeting(*participants: Participant, **fields: object) -> Meeting:
    known: dict[str, object] = {
        "participants": participants,
        "evidence": EVIDENCE,
        "confidence": 0.5,
        "rule": "en-meet",
    }
    return Meeting.model_validate(known | fields)


def troops(**fields: object) -> TroopAnnouncement:
    known: dict[str, object] = {"action": "deploy", "status": "announced", "rule": "deploy.number"}
    return TroopAnnouncement.model_validate(known | {"evidence": EVIDENCE, "confidence": 0.5} | fields)


def sure(event: Meeting | TroopAnnouncement) -> float:
    return confidence(points(event))


def test_a_meeting_told_with_day_place_and_both_sides_is_surer_than_one_of_somebody() -> None:
    told = meeting(MINISTER, GUEST, date="2026-11-22", location="Amman", country="JO")
    alluded = meeting(MINISTER, SOMEBODY)
    assert sure(told) >= 0.8 > MIN_CONFIDENCE > sure(meeting(SOMEBODY, rule="en-talks"))
    assert sure(told) > sure(alluded)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (meeting(MINISTER, GUEST, mode="phone"), meeting(MINISTER, GUEST)),
        (meeting(MINISTER, GUEST, date="2026-11-22"), meeting(MINISTER, GUEST)),
        (troops(count=600), troops()),
        (
            troops(count=600, force_affiliation="FR", country="ML"),
            troops(count=600, force_affiliation="FR", country="FR"),
        ),
        (troops(count=600), troops(count=60_000)),
        (
            troops(force="National Guard", force_affiliation="US", country="US"),
            troops(force_affiliation="US", country="US"),
        ),
    ],
)
def test_what_speaks_for_an_event(surer: Meeting | TroopAnnouncement, less_sure: Meeting | TroopAnnouncement) -> None:
    assert sure(surer) > sure(less_sure)


def test_every_point_has_a_reason_and_they_add_up() -> None:
    counted = points(troops(count=600, approximate=True))
    assert [point.reason for point in counted] == ["found by a rule", "says how many", "hedges the number"]
    assert confidence(counted) == sum(point.worth for point in counted) / 100


def test_nothing_is_certain() -> None:
    everything = meeting(
        MINISTER,
        GUEST,
        SOMEBODY,
        date="2026-11-22",
        location="Amman",
        country="JO",
        mode="phone",
        evidence=EVIDENCE * 2,
    )
    assert sure(everything) <= 0.98


def test_what_is_more_often_wrong_than_right_is_left_out() -> None:
    kept, dropped = meeting(MINISTER, GUEST), meeting(SOMEBODY, rule="en-talks")
    assert [event.participants for event in rated([kept, dropped])] == [kept.participants]
