"""The words of a name in Arabic letters."""

import re
import unicodedata

from rasid.enrichment.text.normalise import FILLER, fold

ARTICLE = "ال"
SERVANT = "عبد"
"""Begins names such as عبد الله, written as one word or two."""
_WORD = re.compile(r"[^\W_]+")
_ARABIC_LETTER = re.compile(r"[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]")
_SHORTEST_JOINED = 7


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without vowel signs and punctuation; `عبدالله` is two, as `عبد الله` is."""
    letters = unicodedata.normalize("NFKC", name).replace(FILLER, "")
    unmarked = "".join(letter for letter in letters if not unicodedata.category(letter).startswith(("M", "Cf")))
    return tuple(part for word in _WORD.findall(unmarked) for part in _apart(word))


def key_of(words: tuple[str, ...]) -> str:
    """What a name is looked up by: hamza seats, ta marbuta and alif maqsura make no difference."""
    return fold(" ".join(words)).replace(FILLER, "")


def is_arabic(text: str) -> bool:
    """Whether there are Arabic letters in it."""
    return _ARABIC_LETTER.search(text) is not None


def _apart(word: str) -> tuple[str, ...]:
    joined = word.startswith(SERVANT + ARTICLE) and len(word) >= _SHORTEST_JOINED
    return (SERVANT, word[len(SERVANT) :]) if joined else (word,)
