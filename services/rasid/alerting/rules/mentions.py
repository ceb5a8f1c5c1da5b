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
    return has_phrase(text, _phrases(phrases) if isinstance(phrases, str) else map(_remembered, phrases))


def has_phrase(text: str, phrases: Iterable[str]) -> bool:
    """The same, of phrases that are `folded`."""
    within = _remembered(text) if isinstance(text, str) and len(text) <= LONGEST_REMEMBERED else _spaced(text)
    return any(phrase and phrase in within for phrase in phrases)


def folded(phrases: Iterable[str]) -> tuple[str, ...]:
    """Phrases as they are looked for: folded, a space before, between and behind their words."""
    return tuple(map(_spaced, phrases))


def words_in(text: str) -> list[str]:
    """The folded words of a text, by which a phrase begins that is in it."""
    return _remembered(text).split() if len(text) <= LONGEST_REMEMBERED else _spaced(text).split()


def joined(phrases: Iterable[str]) -> str:
    """Phrases as one text, which `mentions` takes apart once: handing a long list over takes longer than looking."""
    return SEPARATOR.join(phrases)


@lru_cache(maxsize=4096)
def _phrases(text: str) -> tuple[str, ...]:
    return tuple(_spaced(phrase) for phrase in text.split(SEPARATOR))


@lru_cache(maxsize=65_536)
def _remembered(text: str) -> str:
    return _spaced(text)


def _spaced(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError("mentions() looks for texts in a text")
    words = folded_words(text)
    return f" {' '.join(words)} " if words else ""
