"""Writing what an article tells into a line of one language, without mixing up lines or directions."""

import re
from functools import lru_cache
from typing import Literal
from unicodedata import category

Language = Literal["ar", "en"]

LONGEST_VALUE = 120
"""Code points of one name, role or place."""
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT_BLOCKS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"[{_RIGHT_TO_LEFT_BLOCKS}]")
_LEFT_TO_RIGHT = re.compile(rf"[^\W\d_{_RIGHT_TO_LEFT_BLOCKS}]")


def one_line(told: str | None) -> str:
    """A text without line breaks, control and format characters, each run of spaces one space.

    Format characters, which join or turn what stands beside them, become nothing; everything else that is not to be
    seen becomes a space.
    """
    text = told or ""
    if not text.isprintable():
        text = "".join(_visible(letter) for letter in text)
    return " ".join(text.split())


def _visible(letter: str) -> str:
    kind = category(letter)
    return "" if kind == "Cf" else " " if kind[0] in "CZ" else letter


def shortened(text: str, longest: int) -> str:
    """A text of at most so many code points, cut between words where one begins in its second half."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    at_word = cut if text[longest - 1].isspace() else cut.rpartition(" ")[0]
    kept = (at_word if len(at_word) > longest // 2 else cut).rstrip(" ،,;؛")
    still_open = kept.count(_ISOLATE) - kept.count(_END_ISOLATE)
    return f"{kept}…" if still_open <= 0 else f"{kept[: longest - 1 - still_open]}…{_END_ISOLATE * still_open}"


def value(told: str | None, language: Language, longest: int = LONGEST_VALUE) -> str:
    """A value from an article: one line of bounded length, between isolates where it runs against the language."""
    recurs = told is None or len(told) <= LONGEST_VALUE
    return (_known_value if recurs else _value)(told, language, longest)


def _value(told: str | None, language: Language, longest: int) -> str:
    short = shortened(one_line(told), longest)
    return f"{_ISOLATE}{short}{_END_ISOLATE}" if _runs_against(short, language) else short


@lru_cache(maxsize=4_096)
def _known_value(told: str | None, language: Language, longest: int) -> str:
    """Names, roles and places, which come again in headline and sentence, and with the next alert."""
    return _value(told, language, longest)


def is_right_to_left(text: str) -> bool:
    """Whether it has a letter of a script that is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def _runs_against(text: str, language: Language) -> bool:
    if language == "en":
        return is_right_to_left(text)
    return _LEFT_TO_RIGHT.search(text) is not None


def capitalised(text: str) -> str:
    """A text with a capital at its start."""
    return text[:1].upper() + text[1:]
