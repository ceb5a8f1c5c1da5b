"""The function that Rasid adds to CEL: looking for words without writing a regular expression."""

from collections.abc import Iterable
from functools import lru_cache

from rasid.alerting.clusters.names import folded_words

SEPARATOR = "\x1e"
LONGEST_REMEMBERED = 500
"""Code points of a text whose words are kept for the next rule that asks."""


def mentions(text: str, phrases: list[str] | str) -> bool:
    """Whether a text has one of the phrases in it, as whole words.

    Letter case, accents, Arabic vowel signs and hamza seats make no difference; the Arabic article does. Raises
    TypeError where an argument is no text.
    """
    return looked_for(tuple(phrases.split(SEPARATOR) if isinstance(phrases, str) else phrases)).are_in(text)


class Phrases:
    """Phrases that are looked for, by their first words: of hundreds hardly one begins with a word of the text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in filter(None, map(_spaced, phrases)):
            self._by_first.setdefault(phrase.split()[0], []).append(phrase)

    @property
    def first_words(self) -> frozenset[str]:
        """Of which one is in each text that has one of the phrases in it."""
        return frozenset(self._by_first)

    def are_in(self, text: str) -> bool:
        """Whether one of them is in a text; raises TypeError where it is none."""
        within = _within(text)
        words = within.split()
        if self._by_first.keys().isdisjoint(words):
            return False
        return any(phrase in within for word in words for phrase in self._by_first.get(word, ()))


@lru_cache(maxsize=4096)
def looked_for(phrases: tuple[str, ...]) -> Phrases:
    """Phrases, made ready once."""
    return Phrases(phrases)


def words_in(text: str) -> list[str]:
    """The folded words of a text."""
    return _within(text).split()


def joined(phrases: Iterable[str]) -> str:
    """Phrases as one text, which `mentions` takes apart once: handing a long list over takes longer than looking."""
    return SEPARATOR.join(phrases)


def _within(text: str) -> str:
    return _remembered(text) if isinstance(text, str) and len(text) <= LONGEST_REMEMBERED else _spaced(text)


@lru_cache(maxsize=65_536)
def _remembered(text: str) -> str:
    return _spaced(text)


def _spaced(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError("mentions() looks for texts in a text")
    words = folded_words(text)
    return f" {' '.join(words)} " if words else ""
