"""Arabic telephone calls, told in sentences of our own."""

import pytest

from support.articles import meetings, names

TOLD = [
    ("أجرى الرئيس الفرنسي لوسيان مورو اتصالا هاتفيا بنظيره الجزائري كمال بوزيد.", ["لوسيان مورو", "كمال بوزيد"]),
    ("تلقى أمير الكويت فهد الصباح اتصالا هاتفيا من الرئيس التركي أورهان دمير.", ["فهد الصباح", "أورهان دمير"]),
    (
        "بحث وزير الخارجية الأردني سمير قاسم في اتصال هاتفي مع نظيرته الألمانية آنا كيلر الأوضاع في غزة.",
        ["سمير قاسم", "آنا كيلر"],
    ),
    ("هاتف رئيس الوزراء العراقي سامر الجبوري الرئيس المصري حسن الشافعي.", ["سامر الجبوري", "حسن الشافعي"]),
]
NOT_TOLD = ["لم يتلق الرئيس اتصالا من أحد، قال المتحدث باسمه.", "اتصل المواطن بالدفاع المدني هاتفيا بعد الحريق."]


@pytest.mark.parametrize(("text", "who"), TOLD)
def test_calls(text: str, who: list[str]) -> None:
    [call] = meetings(text, "ar")
    assert (names(call), call.mode, call.status) == (who, "phone", "held")


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_calls(text: str) -> None:
    assert meetings(text, "ar") == []
