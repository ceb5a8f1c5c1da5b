"""When two reports mean the same participant."""

import pytest

from rasid.alerting.clusters.offices import _OFFICES, office_of
from rasid.alerting.clusters.participants import Likeness, actors_of
from rasid_schemas.extraction import Participant
from support.events import meeting, person

MINISTER = person("Hala al-Mansouri", "Jordanian foreign minister", "JO", "Hala al-Mansouri")
KING = person("عبد الله الثاني", "العاهل الأردني", "JO", "Abdullah al-Thani")


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Iraqi Foreign Minister", "foreign minister"),
        ("وزير الخارجية العراقي", "foreign minister"),
        ("U.S. Secretary of State", "foreign minister"),
        ("وزير الدفاع الأمريكي", "defence minister"),
        ("رئيس مجلس الوزراء العراقي", "prime minister"),
        ("الرئيس الفرنسي", "head of state"),
        ("خادم الحرمين الشريفين الملك", "head of state"),
        ("ولي العهد", "crown prince"),
        ("ولي ولي العهد", None),
        ("deputy foreign minister", None),
        ("former president", None),
        ("president of the football club", None),
        (None, None),
    ],
)
def test_the_office_a_title_gives(title: str | None, office: str | None) -> None:
    assert office_of(title) == office


def test_no_title_of_an_office_is_passed_over() -> None:
    assert all(office_of(title) for titles in _OFFICES.values() for title in titles)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        pytest.param(MINISTER, person("Mansouri"), Likeness.SAME, id="surname"),
        pytest.param(MINISTER, person("هالة المنصوري", latin="Hala al-Mansouri"), Likeness.SAME, id="other script"),
        pytest.param(MINISTER, person("وزيرة الخارجية الأردنية", affiliation="JO"), Likeness.SAME, id="office"),
        pytest.param(MINISTER, person("foreign minister", affiliation="IQ"), Likeness.NONE, id="another's office"),
        pytest.param(MINISTER, person("defence minister", affiliation="JO"), Likeness.NONE, id="another office"),
        pytest.param(MINISTER, person("Jordanian officials", affiliation="JO"), Likeness.SIDE, id="side"),
        pytest.param(MINISTER, person("Omar Zaki", "minister", "JO"), Likeness.NONE, id="two of one side"),
        pytest.param(KING, person("Abdullah II", "King", "JO", "Abdullah II"), Likeness.SAME, id="a king's number"),
        pytest.param(
            person("Salman bin Abdulaziz", "King", "SA"),
            person("Mohammed bin Salman bin Abdulaziz", "minister", "SA"),
            Likeness.NONE,
            id="father and son",
        ),
        pytest.param(
            person("سلمان بن عبد العزيز", "الملك", "SA", "Salman bin Abdulaziz"),
            person("Mohammed bin Salman bin Abdulaziz", "minister", "SA", "Mohammed bin Salman bin Abdulaziz"),
            Likeness.NONE,
            id="father and son in two scripts",
        ),
        pytest.param(
            person("Volodymyr Zelensky", "President", "UA", "Volodymyr Zelensky"),
            person("Volodymyr Zelenskiy", "President", "UA", "Volodymyr Zelenskiy"),
            Likeness.SAME,
            id="spelled otherwise",
        ),
    ],
)
def test_the_same_participant(one: Participant, other: Participant, likeness: Likeness) -> None:
    (ours,), (theirs,) = actors_of(meeting("a", one)), actors_of(meeting("b", other))
    assert ours.likeness(theirs) is theirs.likeness(ours) is likeness


def test_nobody_in_particular_is_left_out() -> None:
    assert actors_of(meeting("a", "the accompanying delegation", "groups", "الوفد المرافق")) == ()
