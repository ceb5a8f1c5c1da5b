"""Which reports are of one meeting, and which of several; published on Wednesday 6 March 2024. Our own sentences."""

import pytest

from rasid.enrichment.extract.extraction import extract
from rasid_schemas.extraction import Meeting
from support.articles import WEDNESDAY, meetings, names

ONE = [
    (
        "en",
        "German Chancellor Anna Keller will meet Turkish President Orhan Demir in Oslo on Friday. Aides said "
        "that trade "
        "would come first. Two advisers travel with Anna Keller ahead of her meeting with Orhan Demir.",
    ),
    (
        "en",
        "German Chancellor Anna Keller is expected to meet Turkish President Orhan Demir in Oslo. Prices "
        "could rise when "
        "Anna Keller meets Orhan Demir.",
    ),
    (
        "en",
        "German Chancellor Anna Keller agreed to meet Turkish President Orhan Demir on Friday. On Tuesday Anna Keller "
        "canceled her meeting with Orhan Demir.",
    ),
    (
        "en",
        "German Chancellor Anna Keller received Turkish President Orhan Demir and Kenyan President Amos "
        "Kiptoo on Monday. "
        "Anna Keller met with her two counterparts to talk about grain.",
    ),
    (
        "ar",
        "سيلتقي الرئيس التركي أورهان دمير المستشارة الألمانية آنا كيلر في أوسلو الجمعة. وقال مساعدون إن التجارة أولا. "
        "ووصل مستشاران قبل لقاء أورهان دمير مع آنا كيلر.",
    ),
    (
        "ar",
        "سيجري الرئيس التركي أورهان دمير محادثات مع المستشارة الألمانية آنا كيلر في برلين. وبعد محادثاته مع المستشارة "
        "الألمانية آنا كيلر قال أورهان دمير إنه راض.",
    ),
]

SEVERAL = [
    (
        "en",
        "German Chancellor Anna Keller met Turkish President Orhan Demir in Oslo in 2019. Anna Keller wants "
        "to meet Orhan "
        "Demir again.",
    ),
    (
        "en",
        "German Chancellor Anna Keller met Turkish President Orhan Demir on Tuesday. Anna Keller floated the "
        "possibility "
        "of another meeting with Orhan Demir.",
    ),
    (
        "en",
        "German Chancellor Anna Keller met with leaders of eastern states. Later Anna Keller met with "
        "Turkish President "
        "Orhan Demir.",
    ),
    (
        "en",
        "German Chancellor Anna Keller met with Turkish President Orhan Demir. Anna Keller also met with "
        "Turkish pilots.",
    ),
    (
        "ar",
        "التقى وزير الخارجية التركي أورهان دمير رئيس البرلمان العراقي سامر الخالدي. والتقى أورهان دمير رئيس الوزراء "
        "العراقي نادر العلوان.",
    ),
]


def headed(text: str, language: str) -> tuple[Meeting, ...]:
    """The meetings of a text whose first line is its headline."""
    return extract(text, language, WEDNESDAY, "The Daily Record", text.partition("\n")[0]).meetings


@pytest.mark.parametrize(("language", "text"), ONE)
def test_is_one_meeting(language: str, text: str) -> None:
    """What is said in passing, or of its being planned or called off, is of the meeting told before."""
    assert len(meetings(text, language)) == 1


@pytest.mark.parametrize(("language", "text"), SEVERAL)
def test_are_several_meetings(language: str, text: str) -> None:
    """Another meeting, other people, somebody who only acts for the same state."""
    assert len(meetings(text, language)) == 2


def test_what_lies_ahead_is_planned() -> None:
    """A meeting told in passing is planned where another sentence tells a day to come."""
    found = meetings(
        "Two advisers left Berlin ahead of German Chancellor Anna Keller's meeting with Turkish President Orhan Demir. "
        "Anna Keller will meet Orhan Demir on 9 March.",
        "en",
    )
    assert [(meeting.status, meeting.date) for meeting in found] == [("planned", "2024-03-09")]


def test_each_guest_has_a_meeting_of_his_own_under_one_headline() -> None:
    """A headline may name the guests of several receptions; each is told in turn."""
    found = headed(
        "أمير المنطقة يستقبل السفير الكيني والسفير التركي\nاستقبل أمير منطقة الوادي الأمير سامر بن نادر أمس السفير "
        "الكيني عمر كيبتو.\nواستقبل أمير منطقة الوادي الأمير سامر بن نادر أمس السفير التركي أورهان دمير.",
        "ar",
    )
    assert [len(meeting.participants) for meeting in found] == [2, 2]


def test_a_headline_leaves_the_name_to_the_text() -> None:
    """A headline with an office alone is of the meeting that the text tells with the name."""
    found = headed(
        "Keller meets Turkish leaders in Oslo\nGerman Chancellor Anna Keller met Turkish President Orhan "
        "Demir in Oslo.",
        "en",
    )
    assert len(found) == 1
    assert "Orhan Demir" in names(found[0])


UNCOUNTED = [
    ("en", "Anna Keller said she had countless meetings with Turkish President Orhan Demir and Nora Byrne."),
    ("en", "An aide was familiar with Anna Keller's meetings with Turkish President Orhan Demir."),
    ("en", "Every German chancellor has met with the pope."),
    ("en", "Chancellor Anna Keller has met with Turkish President Orhan Demir multiple times."),
    ("en", "Chancellor Anna Keller talked with Turkish President Orhan Demir on many occasions."),
    ("en", "Chancellor Anna Keller often meets with Turkish President Orhan Demir."),
    ("en", "Most people who met with Turkish President Orhan Demir had given him money."),
    ("ar", "وأشار المستشار إلى لقاءات الرئيس التركي أورهان دمير مع المستشارة الألمانية آنا كيلر."),
]


@pytest.mark.parametrize(("language", "text"), UNCOUNTED)
def test_meetings_that_nobody_counts_are_none(language: str, text: str) -> None:
    """Meetings in the plural, of everybody, or as a habit, without a day or place."""
    assert meetings(text, language) == []


def test_counted_meetings_are_told() -> None:
    """Meetings with a day, or with a number, were held."""
    day = "Chancellor Anna Keller's meetings with Turkish President Orhan Demir in Oslo lasted two days."
    number = "Chancellor Anna Keller had two meetings with Turkish President Orhan Demir."
    assert [len(meetings(text, "en")) for text in (day, number)] == [1, 1]


def test_the_two_are_those_with_the_office() -> None:
    """The two ministers are the ministers who met, not the presidents named since."""
    found = meetings(
        "اجتمع وزير الخارجية التركي أورهان دمير مع وزير الخارجية الكيني عمر كيبتو في أوسلو. وكان الرئيس العراقي سامر "
        "الخالدي زار الرئيس المصري نادر العلوان. وقال متحدث بعد لقاء الوزيرين إن الأجواء جيدة.",
        "ar",
    )
    assert names(found[0]) == ["أورهان دمير", "عمر كيبتو"]


def test_what_is_said_of_it_stays_before_the_next() -> None:
    """A line on the meeting belongs to the one told before, not to one told behind."""
    found = meetings(
        "German Chancellor Anna Keller met Turkish President Orhan Demir. The mood was good. Both "
        "had slept well. "
        "The meeting was held in Oslo. Anna Keller met Kenyan President Amos Kiptoo in Nairobi.",
        "en",
    )
    assert [(meeting.location, len(meeting.evidence)) for meeting in found] == [("Oslo", 2), ("Nairobi", 1)]


def test_a_body_that_may_meet_is_the_one_that_meets() -> None:
    """A body's meeting that is called for and one that is told of are one."""
    found = meetings("NATO may hold a summit in Oslo. Ships are ready. The NATO summit in Oslo is on 9 March.", "en")
    assert [meeting.status for meeting in found] == ["planned"]


def test_an_official_may_be_anybody_but_not_a_president() -> None:
    """What somebody discussed with one official is not what he discussed with another one."""
    found = meetings(
        "Turkish President Orhan Demir telephoned Kenyan President Amos Kiptoo on Friday. Orhan Demir had a "
        "call with an "
        "official before his trip.",
        "en",
    )
    assert names(found[0]) == ["Orhan Demir", "Amos Kiptoo"]


def test_a_series_of_meetings_of_two_who_are_named() -> None:
    """Who met is told, if not how often."""
    assert meetings("وجاء ذلك بعد سلسلة من الاجتماعات بين الرئيس التركي أورهان دمير والرئيس الكيني عمر كيبتو.", "ar")
