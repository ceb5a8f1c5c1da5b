"""Words of the calendar, folded: months, weekdays, and words that place a day before or after today."""

from functools import cache
from typing import Literal, NamedTuple, TypeVar

from rasid.enrichment.gazetteers.tables import Month, load
from rasid.enrichment.text.normalise import FILLER, fold

Direction = Literal["", "past", "current", "future"]
Unit = Literal["day", "week", "month", "year"]


Meaning = TypeVar("Meaning", Direction, Unit)


class MonthName(NamedTuple):
    """A spelling of a month, word by word."""

    words: tuple[str, ...]
    number: int
    hijri: bool


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word).replace(FILLER, "") for word in words.split("|"))


def _table(rows: dict[Meaning, str]) -> dict[str, Meaning]:
    return {word: meaning for meaning, words in rows.items() for word in _folded(words)}


@cache
def month_names(language: str) -> dict[str, tuple[MonthName, ...]]:
    """The months' spellings by their first word, the longest first."""
    by_first: dict[str, list[MonthName]] = {}
    for month in load(Month):
        for spelling in month.ar_names if language == "ar" else month.en_names:
            words = tuple(fold(spelling).split())
            by_first.setdefault(words[0], []).append(MonthName(words, month.number, month.calendar == "hijri"))
    return {first: tuple(sorted(names, key=lambda n: -len(n.words))) for first, names in by_first.items()}


_ENGLISH_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_ARABIC_DAYS = "الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد"
WEEKDAYS: dict[str, int] = {
    fold(day): i for days in (_ENGLISH_DAYS, _ARABIC_DAYS) for i, day in enumerate(days.split("|"))
} | {fold("الثلثاء"): 1}
DIRECTIONS: dict[str, Direction] = _table(
    {
        "past": "last|past|previous|الماضي|الماضية|المنصرم|المنصرمة|الفائت|الفائتة|الماضيين|الأخير|الأخيرة",
        "current": "this|الحالي|الحالية|الجاري|الجارية|هذا|هذه",
        "future": "next|coming|upcoming|following|المقبل|المقبلة|القادم|القادمة|المقبلين",
    }
)
UNITS: dict[str, Unit] = _table(
    {
        "day": "day|days|يوم|يوما|أيام|اليوم",
        "week": "week|weeks|weekend|أسبوع|أسابيع|الأسبوع|أسبوعا",
        "month": "month|months|شهر|أشهر|شهور|الشهر|شهرا",
        "year": "year|years|spring|summer|autumn|fall|winter|"
        "عام|عاما|أعوام|سنة|سنوات|العام|السنة|الصيف|الشتاء|الربيع|الخريف",
    }
)
SEASONS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(_folded("spring|الربيع"), (3, 5)),
    **dict.fromkeys(_folded("summer|الصيف"), (6, 8)),
    **dict.fromkeys(_folded("autumn|fall|الخريف"), (9, 11)),
    **dict.fromkeys(_folded("winter|الشتاء"), (12, 12)),
}
"""The first and the last month in the year that a season is told by."""
TWO_OF_A_UNIT: dict[str, Unit] = _table({"day": "يومين", "week": "أسبوعين", "month": "شهرين", "year": "عامين|سنتين"})
DAYS_AWAY: dict[str, int] = {
    **dict.fromkeys(_folded("today|tonight|اليوم|الليلة"), 0),
    **dict.fromkeys(_folded("yesterday|أمس|الأمس|البارحة"), -1),
    **dict.fromkeys(_folded("tomorrow|غدا|الغد|غد"), 1),
}
NOT_TODAY_BEFORE = _folded("ذلك|نفس|ذات|طوال|طيلة|حتى يوم|باليوم|مدار")
NOT_TODAY_AFTER = _folded("التالي|الذي|السابق|الثاني|الثالث|الواحد|نفسه|ذاته|الوطني|العالمي|الدولي|الأخير|'s")
_ORDINALS = "الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع"
_TENTHS = ("العاشر", "العشرين", "الثلاثين")
DAY_ORDINALS: dict[str, int] = {
    **{fold(word): i for i, word in enumerate(_ORDINALS.split("|"), start=1)},
    **{fold(word): 10 * i for i, word in enumerate(_TENTHS, start=1)},
    **{
        fold(f"{word} {tens}"): 10 * i + unit
        for i, tens in enumerate(("عشر", "والعشرين", "والثلاثين"), start=1)
        for unit, word in enumerate(_ORDINALS.replace("الأول", "الحادي").split("|"), start=1)
    },
}
YEAR_MARKERS = _folded("عام|سنة|العام|السنة|عامي|لعام|لسنة|year|صيف|خريف|ربيع|شتاء")
BEFORE_YEAR = YEAR_MARKERS | _folded(
    "in|since|by|of|until|till|through|after|before|during|from|early|late|mid|the|summer|spring|fall|autumn|winter|"
    "في|منذ|حتى|بحلول|نهاية|قبل|بعد|خلال|مطلع|بداية|منتصف|أواخر|أوائل|بنهاية|وحتى|أول|آخر|نهايات|to|and|و|بين|circa"
)
END_OF = _folded(
    "end|rest|start|beginning|remainder|بحلول|حلول|نهاية|بنهاية|آخر|أواخر|مطلع|بداية|منتصف|أوائل|ختام|later"
)
FUTURE_WORDS = _folded(
    "will|would|shall|expected|scheduled|due|set|plans|planned|planning|plan|until|upcoming|'ll|سوف|مقرر|المقرر|المزمع|"
    "مقررا|مقررة|المقررة|المتوقع|يتوقع|يعتزم|تعتزم|ينوي|يخطط|تخطط|بحلول|by|arriving"
)
HIJRI_SIGNS = _folded("ه|هـ|هجري|هجرية")
