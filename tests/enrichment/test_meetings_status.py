"""What becomes of a meeting; published on Wednesday 6 March 2024. The sentences are our own."""

import pytest

from support.articles import meetings

BECAME = [
    ("en", "Envoys encouraged Chancellor Anna Keller to meet Turkish President Orhan Demir in Oslo.", "proposed"),
    (
        "en",
        "The talks between German Chancellor Anna Keller and Turkish President Orhan Demir, due in Oslo this month, "
        "drew crowds.",
        "planned",
    ),
    ("en", "German Chancellor Anna Keller, as planned, had spoken with Turkish President Orhan Demir.", "held"),
    ("en", "The envoys want German Chancellor Anna Keller to meet Turkish President Orhan Demir.", "proposed"),
    ("en", "A request for German Chancellor Anna Keller to meet with Turkish President Orhan Demir came.", "proposed"),
    (
        "en",
        "German Chancellor Anna Keller was en route to Oslo for a meeting with Turkish President Orhan Demir.",
        "planned",
    ),
    (
        "en",
        "German Chancellor Anna Keller's summit with President Orhan Demir on Monday would be a turning point. She "
        "met Orhan Demir on Monday in Oslo.",
        "held",
    ),
    ("en", "German Chancellor Anna Keller will raise it when she meets Turkish President Orhan Demir.", "planned"),
    ("en", "German Chancellor Anna Keller is meeting Turkish President Orhan Demir on Friday.", "planned"),
    ("en", "German Chancellor Anna Keller is meeting Turkish President Orhan Demir.", "held"),
    (
        "en",
        "Ahead of German Chancellor Anna Keller's first talks with Turkish President Orhan Demir, aides were nervous.",
        "planned",
    ),
    (
        "en",
        "German Chancellor Anna Keller was to meet Turkish President Orhan Demir, but the Turkish side cancelled.",
        "cancelled",
    ),
    ("en", "German Chancellor Anna Keller was invited to meet Turkish President Orhan Demir.", "proposed"),
    (
        "en",
        "German Chancellor Anna Keller hoped to end the row in a meeting with Turkish President Orhan Demir.",
        "held",
    ),
    ("en", "German Chancellor Anna Keller may have met Turkish President Orhan Demir in Oslo on Monday.", "held"),
    ("en", "Papers tell of the May 10 meeting between Chancellor Anna Keller and President Orhan Demir.", "held"),
    ("en", "German Chancellor Anna Keller visited Ankara to meet Turkish President Orhan Demir.", "held"),
    (
        "en",
        "German Chancellor Anna Keller rushed to Ankara a day after the fire to meet Turkish President Orhan Demir.",
        "held",
    ),
    (
        "en",
        "More will be said as German Chancellor Anna Keller meets Turkish President Orhan Demir later this week.",
        "planned",
    ),
    (
        "ar",
        "وكان وزير الدفاع الفرنسي لوسيان مورو قد وصل من بيروت وأجرى محادثات مع نظيره العراقي حسن البياتي.",
        "held",
    ),
    (
        "ar",
        "وأبدى رغبته في القمة التي جمعت وزير الدفاع الفرنسي لوسيان مورو مع نظيره العراقي حسن البياتي.",
        "held",
    ),
    ("ar", "قد يلتقي وزير الدفاع الفرنسي لوسيان مورو نظيره العراقي حسن البياتي.", "proposed"),
    (
        "en",
        "The summit between German Chancellor Anna Keller and Turkish President Orhan Demir is expected next month.",
        "planned",
    ),
    ("en", "In June 2022 German Chancellor Anna Keller travelled to meet Turkish President Orhan Demir.", "held"),
    ("en", "German Chancellor Anna Keller agreed to meet Turkish President Orhan Demir.", "planned"),
]


@pytest.mark.parametrize(("language", "text", "status"), BECAME)
def test_what_becomes_of_a_meeting(language: str, text: str, status: str) -> None:
    (meeting,) = meetings(text, language)
    assert meeting.status == status


def test_a_day_without_a_year_that_is_near_is_to_come() -> None:
    (meeting,) = meetings(
        "The March 27 summit of German Chancellor Anna Keller with Turkish President Orhan Demir draws near.", "en"
    )
    assert (meeting.date, meeting.status) == ("2024-03-27", "planned")
