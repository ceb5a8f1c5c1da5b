"""Troop announcements of whole articles: restatements are one record, and what is said once holds for all."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.enrichment.extract.troop_bounds import Numbers, troop_bounds
from rasid.enrichment.extract.troops import MOST_CANDIDATES, find_troop_announcements
from rasid.enrichment.text.reading import read_document
from rasid_schemas.extraction import MAX_EVIDENCE_LENGTH, TroopAnnouncement

FRIDAY = date(2019, 3, 15)
MISSION = """Alliance to enlarge its training mission in Moldavia
CHISINAU - Spain has about 300 soldiers in Georgia, officials said on Friday.
The alliance decided to raise the number of trainers in Georgia from 300 to 900, three times as many as now.
The increase in the number of trainers will be completed next year, the officers said.
Comments
Ana - they should send 50,000 soldiers to Georgia and be done with it!
"""
BATTALION = """السويد ترسل كتيبة إلى مالي
قررت السويد إرسال 400 جندي إلى مالي، حسبما أعلنت وزارة الدفاع في ستوكهولم اليوم الجمعة.
وقال وزير الدفاع إن الجنود الأربعمئة سيصلون قبل نهاية العام.
ويوجد حاليا في مالي نحو 11 ألف جندي من قوات الأمم المتحدة.
التعليقات
سالم - يجب أن يرسلوا 20 ألف جندي إلى مالي فورا
"""


def announcements(text: str, language: str) -> tuple[TroopAnnouncement, ...]:
    return find_troop_announcements(read_document(text, language, FRIDAY, None, None))


def test_a_strength_and_its_growth_are_two_records_and_readers_tell_nothing() -> None:
    strength, growth = announcements(MISSION, "en")
    assert (strength.action, strength.count, strength.status) == ("strength", 300, "current")
    assert (growth.action, growth.count_from, growth.count, growth.multiplier) == ("increase", 300, 900, 3)
    assert growth.country == "GE"


def test_an_arabic_decision_and_the_strength_told_beside_it() -> None:
    decision, strength = announcements(BATTALION, "ar")
    assert (decision.action, decision.count, decision.force_affiliation) == ("deploy", 400, "SE")
    assert (strength.action, strength.count, strength.force_affiliation) == ("strength", 11000, "UN")
    assert strength.date == "2019-03-15"
    assert {decision.country, strength.country} == {"ML"}


def test_the_same_force_in_two_places_is_two_strengths() -> None:
    found = announcements("Britain has roughly 400 troops in Iraq and another 100 in Kuwait.", "en")
    assert [(a.action, a.count, a.country) for a in found] == [("strength", 400, "IQ"), ("strength", 100, "KW")]


def test_a_strength_that_is_cut_to_a_target_is_what_was_before() -> None:
    text = "France has 3,000 soldiers in Chad. The 3,000 soldiers in Chad will be cut to 1,200 by 2020."
    found = announcements(text, "en")
    assert {(a.action, a.count, a.count_from) for a in found} == {("strength", 3000, None), ("decrease", 1200, 3000)}


def test_how_strong_the_withdrawing_force_is_counts_for_both() -> None:
    found = announcements("تعتزم السويد سحب قواتها البالغ عددها 260 جنديا من مالي.", "ar")
    assert {(a.action, a.count) for a in found} == {("strength", 260), ("withdraw", 260)}


def test_a_withdrawal_of_the_force_just_named_needs_no_second_naming() -> None:
    text = "French forces fought in Mali for eight years.\nThey will withdraw from the country by 2020."
    (found,) = announcements(text, "en")
    assert (found.action, found.force_affiliation, found.country, found.date) == ("withdraw", "FR", "ML", "2020")


def test_a_text_that_is_a_list_gives_a_bounded_number_of_records() -> None:
    text = "".join(f"France sent {number} troops to Mali. " for number in range(100, 1000))
    assert len(announcements(text, "en")) == MOST_CANDIDATES


def test_evidence_of_an_endless_sentence_stays_short() -> None:
    (found,) = announcements("France sent 500 troops to Mali " + "and so on " * 2000, "en")
    assert all(len(span.quote) <= MAX_EVIDENCE_LENGTH for span in found.evidence)


def test_the_dead_lend_no_name_to_a_force() -> None:
    text = "A mine killed two Spanish sailors last year. Madrid will withdraw 300 soldiers from Georgia."
    [leave] = find_troop_announcements(read_document(text, "en", FRIDAY, None, None))
    assert leave.force == "Madrid"


@pytest.mark.parametrize(
    ("numbers", "bounds"),
    [
        (Numbers(count=500), (500, 500)),
        (Numbers(count=500, hedge="about", approximate=True), (450, 550)),
        (Numbers(count=500, approximate=True), (450, 550)),
        (Numbers(count=500, hedge="at_least", approximate=True), (500, None)),
        (Numbers(count=500, hedge="at_most", approximate=True), (None, 500)),
        (Numbers(count_min=600, count_max=800), (600, 800)),
        (Numbers(count_from=500, multiplier=8), (4000, 4000)),
        (Numbers(count=4000, count_from=500, multiplier=8), (4000, 4000)),
        (Numbers(count_delta=300), (300, 300)),
        (Numbers(least=2000, approximate=True), (2000, None)),
        (Numbers(), (None, None)),
    ],
)
def test_the_bounds_on_the_troops_concerned(numbers: Numbers, bounds: tuple[int | None, int | None]) -> None:
    assert troop_bounds(numbers) == bounds


@given(
    st.lists(st.sampled_from([*MISSION.splitlines(), *BATTALION.splitlines(), "", "\u0640", "٥٠٠ جندي"]), max_size=9),
    st.text(max_size=40),
    st.sampled_from(["en", "ar"]),
)
@settings(max_examples=60)
def test_evidence_quotes_the_text_and_nothing_depends_on_chance(lines: list[str], noise: str, language: str) -> None:
    text = "\n".join([*lines, noise])
    found = announcements(text, language)
    assert found == announcements(text, language)
    for announcement in found:
        assert 0 < announcement.confidence <= 1
        for span in announcement.evidence:
            assert text[span.start : span.end] == span.quote
            assert len(span.quote) <= MAX_EVIDENCE_LENGTH
        assert all(a.start <= b.start for a, b in pairwise(announcement.evidence))
