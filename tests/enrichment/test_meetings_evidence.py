"""Which stretch of text states a meeting; the sentences are our own."""

import pytest

from support.articles import meetings

STATED = [
    (
        "en",
        "It has emerged after months of secrecy and of angry denials by both governments that German Chancellor Anna "
        "Keller met Turkish President Orhan Demir in Ankara.",
        ["German Chancellor Anna Keller met Turkish President Orhan Demir in Ankara."],
    ),
    (
        "en",
        "Omani President Reza Farahani said on Sunday that he had met Turkish President Orhan Demir.",
        ["Omani President Reza Farahani said on Sunday that he had met Turkish President Orhan Demir."],
    ),
    (
        "en",
        "German Chancellor Anna Keller met Turkish President Orhan Demir last week, and Irish Senator Nora Byrne met "
        "Omani President Reza Farahani on Monday.",
        [
            "German Chancellor Anna Keller met Turkish President Orhan Demir last week",
            "Irish Senator Nora Byrne met Omani President Reza Farahani on Monday.",
        ],
    ),
    (
        "en",
        "German Chancellor Anna Keller met Turkish President Orhan Demir at the G-20 summit in Rome.",
        ["German Chancellor Anna Keller met Turkish President Orhan Demir at the G-20 summit in Rome."],
    ),
    (
        "ar",
        "التقى وزير الدفاع الفرنسي لوسيان مورو نظيره العراقي حسن البياتي. وتم خلال اللقاء بحث التدريب.",
        ["التقى وزير الدفاع الفرنسي لوسيان مورو نظيره العراقي حسن البياتي.", "وتم خلال اللقاء بحث التدريب."],
    ),
    (
        "ar",
        "التقى وزير الدفاع الفرنسي لوسيان مورو نظيره العراقي حسن البياتي. وينتظر أن يحدد خلال الاجتماع المقبل موعد.",
        ["التقى وزير الدفاع الفرنسي لوسيان مورو نظيره العراقي حسن البياتي."],
    ),
]


@pytest.mark.parametrize(("language", "text", "quotes"), STATED)
def test_the_clause_that_states_a_meeting(language: str, text: str, quotes: list[str]) -> None:
    assert [evidence.quote for meeting in meetings(text, language) for evidence in meeting.evidence] == quotes
