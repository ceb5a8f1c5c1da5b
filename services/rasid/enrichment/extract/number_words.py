"""What a word says of a number, in Arabic and English, folded; Arabic words with every clitic they may carry."""

from functools import cache
from typing import Literal, NamedTuple

from rasid.enrichment.text.normalise import fold

Role = Literal["small", "hundred", "scale", "dual", "vague", "half"]
"""`small` adds (three, forty, ثلاثمئة), `hundred` and `scale` multiply what stands before, `dual` is two thousand or,
behind a number, a thousand (ألفا), `vague` counts nothing (thousands), `half` is a part of the scale behind it."""


class NumberWord(NamedTuple):
    """A word's part in a number. `joined`: written together with `and` (وثلاثين)."""

    role: Role
    value: int
    joined: bool = False
    clitics: str = ""
    plural: bool = False
    """A scale that counts nothing where no number stands before it: `آلاف`."""


_EN_SMALL = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
_EN_TEENS = "seventeen|eighteen|nineteen"
_EN_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_EN_SCALES = {"thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12, "k": 1000, "m": 10**6}
_EN_VAGUE = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6}

_AR_UNITS = {
    1: "واحد واحدة",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني",
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثماني ثمانية",
    9: "تسع تسعة",
    10: "عشر عشرة",
}
_AR_TENS = {2: "عشر", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
_AR_HUNDREDS = {2: "", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع"}
_AR_SCALES = {1000: "ألف", 10**6: "مليون مليونا", 10**9: "مليار مليارا بليون"}
_AR_PLURAL_SCALES = {1000: "آلاف الآف ألاف ألوف", 10**6: "ملايين", 10**9: "مليارات"}
_AR_VAGUE = {20: "عشرات", 200: "مئات مئآت"}
_AR_PREFIXES = [
    conjunction + preposition + article
    for conjunction in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك")
    for article in ("", "ال")
] + ["لل", "ولل"]
_NOT_NUMBERS = {fold(word) for word in ("لست", "فست", "ولست", "الست", "كست", "بست")}


@cache
def number_words(language: str) -> dict[str, NumberWord]:
    """The number words of `ar` or `en` by their folded spelling."""
    return _arabic() if language == "ar" else _english()


def _english() -> dict[str, NumberWord]:
    words = {word: NumberWord("small", value) for value, word in enumerate(f"{_EN_SMALL}|{_EN_TEENS}".split("|"))}
    words |= {word: NumberWord("small", 20 + 10 * i) for i, word in enumerate(_EN_TENS.split("|"))}
    words |= {word: NumberWord("scale", value) for word, value in _EN_SCALES.items()}
    words |= {word: NumberWord("vague", value) for word, value in _EN_VAGUE.items()}
    return words | {"hundred": NumberWord("hundred", 100), "half": NumberWord("half", 2)}


def _arabic() -> dict[str, NumberWord]:
    plain: dict[str, NumberWord] = {}
    for value, spellings in _AR_UNITS.items():
        plain |= dict.fromkeys(spellings.split(), NumberWord("small", value))
    for digit, stem in _AR_TENS.items():
        plain |= dict.fromkeys((stem + "ون", stem + "ين"), NumberWord("small", 10 * digit))
    for digit, stems in _AR_HUNDREDS.items():
        hundreds = [stem + hundred for stem in stems.split() for hundred in ("مئة", "مائة", "ماية", "مية")]
        plain |= dict.fromkeys(hundreds, NumberWord("small", 100 * digit))
    two_hundred = [stem + ending for stem in ("مئت", "مائت", "مايت") for ending in ("ا", "ان", "ين", "ي")]
    plain |= dict.fromkeys(two_hundred, NumberWord("small", 200))
    plain |= dict.fromkeys(("مئة", "مائة", "ماية"), NumberWord("hundred", 100))
    for value, spellings in _AR_VAGUE.items():
        plain |= dict.fromkeys(spellings.split(), NumberWord("vague", value))
    for value, spellings in _AR_SCALES.items():
        plain |= dict.fromkeys(spellings.split(), NumberWord("scale", value))
    for value, spellings in _AR_PLURAL_SCALES.items():
        plain |= dict.fromkeys(spellings.split(), NumberWord("scale", value, plural=True))
    plain |= dict.fromkeys(("ألفا", "ألفان", "ألفين", "ألفي"), NumberWord("dual", 1000))
    plain |= dict.fromkeys(("مليونان", "مليونين", "مليوني"), NumberWord("dual", 10**6))
    plain |= {"نصف": NumberWord("half", 2), "ربع": NumberWord("half", 4)}
    return {word: entry for word, entry in _with_clitics(plain).items() if word not in _NOT_NUMBERS}


def _with_clitics(plain: dict[str, NumberWord]) -> dict[str, NumberWord]:
    words: dict[str, NumberWord] = {}
    for prefix in _AR_PREFIXES:
        for word, entry in plain.items():
            joined = prefix.startswith("و")
            words.setdefault(prefix + fold(word), entry._replace(joined=joined, clitics=prefix))
    return words
