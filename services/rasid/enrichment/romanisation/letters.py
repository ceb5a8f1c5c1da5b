"""A word in Arabic letters spelled out letter by letter, for names that no table knows.

Most of them are foreign, so long vowels are read as the Arabic press writes foreign ones, and an unwritten vowel is
set where consonants could not be spoken without one: ستولتنبرغ is Stoltenberg.
"""

import re
from itertools import groupby

CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "dh", "ط": "t", "ظ": "dh", "غ": "g", "ف": "f", "ڤ": "v",
    "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ہ": "h", "ھ": "h", "ʦ": "ts",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ڕ": "r", "ڵ": "l", "ں": "n", "ڭ": "ng",
}  # fmt: skip
_SPELLINGS = (
    (r"الله$", "ALLAH"),
    (r"تش", "چ"),
    (r"تس$", "ʦ"),
    (r"^(?:ع|أ|إ|ا)و", "O"),
    (r"^(?:إ|ع)?ي(?=[^اوي])(?<=..)", "I"),
    (r"^إ", "E"),
    (r"^[اأعٱ]", "A"),
    (r"^آ", "A"),
    (r"(?<=[^اوي])ه$", "E"),
    (r"ية$", "IA"),
    (r"[ةى]", "A"),
    (r"^و(?=[اآويی])", "W"),
    (r"^و", "WA"),
    (r"^[يی](?=[اآويی])", "Y"),
    (r"^[يی]", "YA"),
    (r"[اآ][يی](?=[اآ])", "AY"),
    (r"[اآأ][يی]", "AI"),
    (r"[اآأ]و(?=[اآ])", "AW"),
    (r"[اآأ]و", "AU"),
    (r"و(?=[اآأ])", "W"),
    (r"[يی](?=و)", "Y"),
    (r"[يی]{2}", "YI"),
    (r"[يیېێے]", "I"),
    (r"وو", "OU"),
    (r"[وۆۇ]", "O"),
    (r"[اآأإٱە]", "A"),
    (r"(?<=[^A-Z])ع(?=[^A-Z]|$)", "A"),
    (r"(?<=A)ع(?=[^A-Z])", "A"),
    (r"[عءئؤ]", ""),
)  # fmt: skip
"""Rewritten in this order; capitals are letters that stand for vowels, or half-vowels `W` and `Y`."""
_REWRITES = tuple((re.compile(pattern), spelling) for pattern, spelling in _SPELLINGS)
_UNKNOWN = re.compile(r"[\u0620-\u064a\u066e-\u06d5]")
_ARAB_LETTERS = frozenset("حصضطظعقثذة")
"""Letters that the press does not use for foreign names; few foreign names have `ط` or `ق`."""
_ONSET = re.compile("س[تكبمنل]|ش[تنمربل]|[بتدفجكغ]ر|[بفكغج]ل")
"""What a foreign name may begin with, unlike an Arabic word: st, sk, br, fl."""
_LIQUIDS = frozenset("رلنم")
_OBSTRUENTS = frozenset("بتثجحخدذزسشصضطظغفقكچگپڤ")
_LONGEST_CODA = 2
_LONGEST = 40
"""Letters: what is longer is no word, and not worth spoken vowels."""


def spell(word: str) -> str:
    """The word in Latin letters, capitalised; rare Arabic ones are left out, those of other scripts stay."""
    spelled = word
    for pattern, latin in _REWRITES:
        spelled = pattern.sub(latin, spelled)
    vowel = "a" if _ARAB_LETTERS.intersection(word) else "e"
    runs = ["".join(run) for _, run in groupby(spelled, key=CONSONANTS.__contains__)]
    ends = len(runs) - 1
    spoken = len(word) <= _LONGEST
    voiced = [_voiced(run, vowel, place == 0, place == ends) if spoken else run for place, run in enumerate(runs)]
    latin = "".join(CONSONANTS.get(letter, letter.lower()) for run in voiced for letter in run)
    known = _UNKNOWN.sub("", latin)
    return known[:1].upper() + known[1:] or word


def _voiced(run: str, vowel: str, first: bool, last: bool) -> str:
    """A run of consonants with the vowels it cannot be spoken without."""
    if run[0] not in CONSONANTS:
        return run
    if first and len(run) > 1:
        return _opening(run, vowel, last)
    if last:
        return _closing(run, vowel)
    if len(run) > _LONGEST_CODA and _rises(run):
        return run[0] + vowel + _voiced(run[1:], vowel, False, False)
    return run if len(run) <= _LONGEST_CODA + 1 else run[:2] + vowel + _voiced(run[2:], vowel, False, False)


def _opening(run: str, vowel: str, last: bool) -> str:
    cluster = _ONSET.match(run) and (len(run) > _LONGEST_CODA + 1 or (len(run) == _LONGEST_CODA and not last))
    head = 2 if cluster else 1
    rest = run[head:]
    return run[:head] + "a" + (_closing(rest, vowel) if last else rest) if rest else run


def _closing(run: str, vowel: str) -> str:
    if _rises(run):
        return run[0] + vowel + _closing(run[1:], vowel)
    return run if len(run) <= _LONGEST_CODA else run[:2] + vowel + _closing(run[2:], vowel)


def _rises(run: str) -> bool:
    """Whether no syllable can end with its first two: -dr, -bl, -lr."""
    return len(run) > 1 and ((run[0] in _OBSTRUENTS and run[1] in _LIQUIDS) or (run[0] in "لنم" and run[1] == "ر"))
