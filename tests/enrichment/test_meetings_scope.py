"""What is no meeting though people meet, and who takes part once; published on Wednesday 6 March 2024. Our own
sentences."""

from datetime import date

import pytest

from rasid.enrichment.extract.extraction import extract
from rasid.enrichment.languages.careers import is_in_office
from support.articles import meetings, names

NONE = [
    ("en", "Berlin denied a request for German Chancellor Anna Keller to meet Turkish President Orhan Demir."),
    ("en", "The refusal to grant a meeting between Chancellor Anna Keller and President Orhan Demir hurt."),
    ("ar", "عقد مجلس الشؤون الزراعية اجتماعا أمس في قصر الوادي برئاسة وزير الزراعة سامر الخالدي."),
    ("ar", "عقدت لجنة التنمية الاجتماعية بالوادي اجتماعها الأول أمس برئاسة محافظ الوادي سامر الخالدي."),
    ("ar", "اجتمع مجلس الوزراء الكيني أمس في نيروبي."),
    ("ar", "استقبلت كينيا عددا من اللاجئين الأتراك أمس في نيروبي."),
    ("en", "The city council met on Tuesday at the town hall with Police Chief Mark Hale."),
    ("en", "Mayor Mark Hale met with Police Chief Tom Stone and community leaders on Tuesday."),
    ("en", "Turkish President Orhan Demir met with prosecutors on Tuesday in Ankara."),
    ("en", "Turkish President Orhan Demir met first lady Selin Demir at the airport on Tuesday."),
    ("en", "German Chancellor Anna Keller flatly ruled out meeting with Turkish President Orhan Demir on Friday."),
    ("en", "Senator Paula Stone and Senator Mark Hale will meet on Friday in their second debate."),
    ("en", "Turkish President Orhan Demir is meeting with Turkey on Friday."),
    ("en", "A German spokeswoman and a Turkish spokesman met on Friday in Oslo."),
]

MEETINGS = [
    ("ar", "عقدت لجنة السلام العربية اجتماعا أمس في القاهرة برئاسة وزير الخارجية المصري سامر الخالدي."),
    ("ar", "عقد مجلس الأمن الوطني اجتماعا أمس في نيروبي برئاسة الرئيس الكيني عمر كيبتو."),
    ("en", "Mayor Mark Hale met with Kenyan President Amos Kiptoo on Tuesday."),
    ("en", "Treasury Secretary Mark Hale met with the Senate Banking Committee on Tuesday."),
    ("en", "Turkish President Orhan Demir met German Chancellor Anna Keller and her husband on Tuesday."),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_is_no_meeting(language: str, text: str) -> None:
    """Councils under their head, towns, one's family, questioning, contests, what is ruled out."""
    assert meetings(text, language) == []


@pytest.mark.parametrize(("language", "text"), MEETINGS)
def test_is_a_meeting(language: str, text: str) -> None:
    """Councils of several states or about security, a mayor with a president, a committee met by somebody."""
    assert len(meetings(text, language)) == 1


ONCE = [
    (
        "en",
        "Turkish President Orhan Demir met German Chancellor Anna-Lena Keller on Tuesday. "
        "Orhan Demir "
        "said after the talks with Anna Lena Keller that he was content.",
        2,
    ),
    ("en", "Turkish President Orhan Demir, Turkey and German Chancellor Anna Keller met on Tuesday.", 2),
    (
        "en",
        "Turkish President Orhan Demir, spokeswoman Selin Arslan and German Chancellor Anna Keller met on Tuesday.",
        2,
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), ONCE)
def test_takes_part_once(language: str, text: str, expected: int) -> None:
    """A country, an office or another spelling of somebody named is nobody else; a spokeswoman only tells."""
    found = meetings(text, language)
    assert [len(meeting.participants) for meeting in found] == [expected]


def test_leaders_have_terms() -> None:
    """A leader is no official before his first and after his last office; a year alone counts by its middle."""
    assert is_in_office("donald trump", "2019-03-06")
    assert not is_in_office("trump", "2016-05-03")
    assert not is_in_office("donald trump", "2016")
    assert is_in_office("orhan demir", "2016-05-03")


def test_candidates_act_for_nobody() -> None:
    """A candidate's affiliation is open, and meeting donors he meets nobody official."""
    text = "Donald Trump met with donors in New York on Tuesday."
    assert not extract(text, "en", date(2016, 3, 9), "The Daily Record", None).meetings
    text = "Kenyan President Amos Kiptoo met with Donald Trump in New York on Tuesday."
    found = extract(text, "en", date(2016, 3, 9), "The Daily Record", None).meetings
    assert [p.affiliation for m in found for p in m.participants] == ["KE", None]
    assert names(found[0]) == ["Amos Kiptoo", "Donald Trump"]


PRIVATE = [
    ("en", "Anchor Mark Hale left after meeting with the network's president, Paul Stone, on Monday."),
    ("en", "Anchor Mark Hale left after meeting with the president of the company on Monday."),
    ("en", "Mexican lawyers met with Turkish pilots in Ankara on Tuesday."),
    ("en", "If the Turkish president met with the German chancellor, nobody would know."),
    ("ar", "اجتمع رئيس الشركة سامر الخالدي مع المغني نادر العلوان أمس في أوسلو."),
]


@pytest.mark.parametrize(("language", "text"), PRIVATE)
def test_nobody_acts_for_a_state(language: str, text: str) -> None:
    """People of a nation, the head of a company, and what is only supposed."""
    assert meetings(text, language) == []


def test_two_surnames_are_one_person() -> None:
    """Somebody with two surnames is told by both, or in full."""
    text = (
        "Kenyan President Amos Kiptoo Barasa met German Chancellor Anna Keller on Tuesday. Anna Keller "
        "praised her talks "
        "with Kiptoo Barasa."
    )
    assert [names(meeting) for meeting in meetings(text, "en")] == [["Amos Kiptoo Barasa", "Anna Keller"]]


def test_leaders_of_a_trade_are_no_officials() -> None:
    """Labor leaders and an activist meet; with a president they count."""
    assert meetings("Activist Mark Hale met with labor leaders in Oslo on Tuesday.", "en") == []
    assert len(meetings("Kenyan President Amos Kiptoo met with labor leaders in Oslo on Tuesday.", "en")) == 1
