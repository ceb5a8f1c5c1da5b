"""Arabic summits, and what several people hold with others, in sentences of our own."""

import pytest

from support.articles import meetings, names

TOLD = [
    (
        "وتنطلق أعمال القمة العربية الاستثنائية غدا في الخرطوم.",
        ["القمة العربية الاستثنائية"], "planned", "SD",
    ),
    (
        "غادر الرئيس السنغالي عمر ديالو داكار إلى نواكشوط أمس للمشاركة في قمة السور الأخضر.",
        ["عمر ديالو", "قمة السور الأخضر"], "held", None,
    ),
    (
        "وأكد الوزراء ما اتفق عليه في قمة كامب ديفيد في مايو الماضي.",
        ["قمة كامب ديفيد"], "held", "US",
    ),
    (
        "سيتوجه الرئيس السنغالي عمر ديالو إلى قمة المناخ في مدينة بون مطلع الشهر المقبل.",
        ["قمة المناخ"], "planned", "DE",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "status", "country"), TOLD)
def test_a_summit_convenes_by_itself(text: str, who: list[str], status: str, country: str | None) -> None:
    (meeting,) = meetings(text, "ar")
    assert (names(meeting), meeting.status) == (who, status)
    assert country is None or meeting.country == country


NOT_TOLD = [
    "تسلق الفريق قمة الجبل في نيبال أمس.",
    "وضع الوزير التعليم في قمة أولوياته في العام الماضي.",
    "يستعد الناديان للقمة المرتقبة في الرياض غدا.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_summit_is_told(text: str) -> None:
    assert not meetings(text, "ar")


def test_two_names_of_a_summit_are_one() -> None:
    (meeting,) = meetings("تعقد قمة المناخ غدا في روما.\nوقال المتحدث إن قمة المناخ الدولية ستبحث الوقود غدا.", "ar")
    assert names(meeting) == ["قمة المناخ"]


def test_those_received_meet_somebody_else_too() -> None:
    found = meetings(
        "استقبل أمير قطر الشيخ راشد بن فهد أمس وزراء خارجية الاتحاد الأوروبي، الذين يزورون البلاد، "
        "لحضور اجتماعهم المشترك مع وزير الخارجية الأمريكي هنري مارش.",
        "ar",
    )
    assert [names(meeting) for meeting in found] == [
        ["راشد بن فهد", "وزراء خارجية الاتحاد الأوروبي"],
        ["وزراء خارجية الاتحاد الأوروبي", "هنري مارش"],
    ]


def test_adjectives_of_states_say_whose_the_meeting_is() -> None:
    (meeting,) = meetings("ستعقد قمة تركية - إيطالية - تونسية غدا في روما.", "ar")
    assert [p.affiliation for p in meeting.participants] == ["TR", "IT", "TN"]
    assert not meetings("تتعثر المحادثات التركية الإيطالية منذ أعوام.", "ar")
