"""Changes of troops told without a number: which are announcements, and which restate one told before."""

from datetime import date

import pytest

from rasid.enrichment.extract.troops import find_troop_announcements
from rasid.enrichment.text.reading import read_document
from rasid.enrichment.text.sections import classify_lines
from rasid_schemas.extraction import TroopAnnouncement

FRIDAY = date(2019, 3, 15)


def announcements(text: str, language: str) -> tuple[TroopAnnouncement, ...]:
    return find_troop_announcements(read_document(text, language, FRIDAY, None, None))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry announced the withdrawal of some Italian diplomatic staff from Lebanon.",
        "Italian envoys hope for the departure of Lebanese minister Walid Harb from Beirut.",
        "Italian officers want to bolster the Lebanese security forces in Lebanon.",
        "A hasty withdrawal of Italian troops from Lebanon would only help the rebels, the envoy warned.",
        "Italian troops arrived at the scene of the blast in Lebanon.",
    ],
)
def test_what_is_no_change_of_troops(text: str) -> None:
    assert announcements(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The minister announced the withdrawal of the Italian military from Lebanon.", "withdraw"),
        ("Italy will pull its troops out of Lebanon, the minister said.", "withdraw"),
        ("Italy announced a full withdrawal of its troops from Lebanon.", "withdraw"),
        ("Italy decided to bolster its troops in Lebanon.", "increase"),
        ("Italian troops arrived in Lebanon on Friday.", "deploy"),
    ],
)
def test_a_change_of_troops_without_a_number(text: str, action: str) -> None:
    (told,) = announcements(text, "en")
    assert (told.action, told.force_affiliation, told.country) == (action, "IT", "LB")


@pytest.mark.parametrize(
    "text",
    [
        "انسحبت قوات المعارضة من مدينة حلب باتجاه تركيا.",
        "تراجعت القوات الموالية للرئيس المخلوع وانسحبت من مدينة عدن.",
        "قالت الشرطة إن قوات كبيرة نشرت في القدس الشرقية.",
        "دخلت قوات إيطالية مدينة كيدال في مالي بعد معركة.",
        "ليست إيطاليا بحاجة إلى اتفاق جديد لإرسال قوات إلى مالي.",
        "طلب منهم الجنود الإيطاليون المغادرة في مالي.",
        "تحركت القوات الإيطالية بعد أن وصل المسلحون إلى كيدال في مالي.",
        "التقى الوزير سفراء الدول التي أرسلت قوات إلى أفغانستان.",
    ],
)
def test_what_is_no_change_of_troops_in_arabic(text: str) -> None:
    assert announcements(text, "ar") == ()


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("أعلنت إيطاليا سحب قواتها من لبنان.", "withdraw"),
        ("أرسلت إيطاليا قوات إلى لبنان.", "deploy"),
    ],
)
def test_an_arabic_change_of_troops_without_a_number(text: str, action: str) -> None:
    (told,) = announcements(text, "ar")
    assert (told.action, told.force_affiliation, told.country) == (action, "IT", "LB")


def test_foreign_troops_that_leave_are_those_that_are_named() -> None:
    (told,) = announcements(
        "Fighting spread in Mali after the withdrawal of foreign troops from Mali.\n"
        "French troops withdrew from Mali, the governor said.",
        "en",
    )
    assert (told.force, told.force_affiliation, len(told.evidence)) == ("French troops", "FR", 2)


def test_a_withdrawal_that_somebody_doubts_is_the_one_that_is_told() -> None:
    (told,) = announcements(
        "Italian troops will not withdraw from Lebanon, an envoy had said.\n"
        "Italy announced that it will withdraw its troops from Lebanon.",
        "en",
    )
    assert (told.status, len(told.evidence)) == ("announced", 2)


def test_a_withdrawal_ruled_out_stands_alone() -> None:
    (told,) = announcements("Italy will not withdraw its troops from Lebanon, the minister said.", "en")
    assert told.status == "denied"


def test_a_country_before_troop_is_where_others_are() -> None:
    (told,) = announcements(
        "Conte's Lebanon troop withdrawal divides Rome\nItaly announced it will withdraw all its troops from Lebanon.",
        "en",
    )
    assert (told.force_affiliation, told.country) == ("IT", "LB")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("troops report:minister dismisses plan to send soldiers to the border", "boilerplate"),
        ("troops report: minister dismisses plan to send soldiers to the border", "body"),
        ("the report is at http://example.org/troops-on-the-border-of-the-country", "body"),
    ],
)
def test_a_label_without_a_space_is_a_link_to_another_article(line: str, kind: str) -> None:
    lead = "the minister spoke on friday about the troops at the border with the neighbours.\n"
    assert classify_lines(lead + line, 0)[1].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Lebanon is far away.\nItaly is cutting combat forces, but not its offices, an officer said.",
        "تقع مالي في غرب أفريقيا.\nقال الوزير السويدي إنه سيتم تعزيز القوات السويدية.",
    ],
)
def test_what_grows_or_shrinks_nowhere_is_no_news(text: str) -> None:
    assert announcements(text, "ar" if text.startswith("ت") else "en") == ()


def test_the_border_stands_for_the_withdrawal_from_the_country() -> None:
    (told,) = announcements(
        "Italy will withdraw its troops from the Lebanese border, the minister said.\n"
        "The withdrawal of Italian troops from Lebanon came as a surprise.",
        "en",
    )
    assert (told.action, len(told.evidence)) == ("withdraw", 2)
