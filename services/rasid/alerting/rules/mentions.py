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
    within = _remembered(text) if isinstance(text, str) and len(text) <= LONGEST_REMEMBERED else _spaced(text)
    looked_for = _phrases(phrases) if isinstance(phrases, str) else map(_remembered, phrases)
    return any(phrase and phrase in within for phrase in looked_for)


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
