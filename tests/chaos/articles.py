"""Articles whose events are known beforehand, so that a lost one is missed and a second one seen.

Four in five tell of a meeting that no other article tells of. Every fifth shares its meeting with up to two others,
in other words and from other outlets, a third of the load apart: so a cluster gets its reports before and after
whatever happens meanwhile, and its alert is raised once and then updated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import orjson

_CONSONANTS = "bdfgjklmnrstwz"
_VOWELS = "aeio"
_NAMES = len(_CONSONANTS) ** len(_VOWELS)
_SHARED = 5
"""One article in so many shares its meeting."""
_TELLINGS = (
    ("First Wire", "Defence Minister {minister} met Foreign Minister {envoy} in Amman on Monday, officials said."),
    ("Second Post", "Foreign Minister {envoy} held talks with Defence Minister {minister} in Amman on Monday."),
    (
        "Third Agency",
        "A spokesman said on Monday that Defence Minister {minister} met Foreign Minister {envoy} in Amman.",
    ),
)
_POISON = (b"{not json", b"[]", b'{"uri": "urn:x"}', b'{"uri": "urn:x", "body": " "}', b"\xff\xfe\x00", b"")
_FILLER = "Nothing else of note was said that day, and nobody asked. "


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """A message for the raw topic, and the number of the meeting that it tells of; none where it tells of none."""

    key: str
    value: bytes
    story: int | None = None
    is_refused: bool = False
    """Whether it belongs into the dead letters."""


def known_articles(count: int) -> Iterator[KnownArticle]:
    """That many articles, with one meeting each."""
    shift = _SHARED * ceil(count / len(_TELLINGS) / _SHARED)
    for index in range(count):
        is_shared = index % _SHARED == 0
        story, telling = (index % shift, index // shift) if is_shared else (index, 0)
        source, words = _TELLINGS[telling]
        body = words.format(minister=f"Paul {_surname(story)}", envoy=f"Amal {_surname(story * 17 + 5)}")
        yield _article(f"urn:known:{index}", body, source, story)


def poison(count: int) -> Iterator[KnownArticle]:
    """Messages that are no articles, of every kind in turn, each with a key of its own."""
    for index in range(count):
        yield KnownArticle(f"urn:poison:{index}", _POISON[index % len(_POISON)], is_refused=True)


def too_large(count: int, size: int) -> Iterator[KnownArticle]:
    """Articles without an event whose enriched form is larger than `size` bytes."""
    for index in range(count):
        body = _FILLER * (size // len(_FILLER) + 1)
        article = _article(f"urn:large:{index}", body, "First Wire")
        yield KnownArticle(article.key, article.value, is_refused=True)


def mixed_in(articles: list[KnownArticle], others: Iterator[KnownArticle], every: int) -> list[KnownArticle]:
    """The articles with one of the others after every so many of them, as long as there are any."""
    mixed = []
    for index, article in enumerate(articles, start=1):
        mixed.append(article)
        if index % every == 0 and (other := next(others, None)):
            mixed.append(other)
    return mixed


def _article(uri: str, body: str, source: str, story: int | None = None) -> KnownArticle:
    fields = {"uri": uri, "body": body, "published_at": "2024-05-20", "source": source, "language": "en"}
    return KnownArticle(uri, orjson.dumps(fields), story)


def _surname(number: int) -> str:
    """A surname like no other among the first 38,416: no two have the same consonants."""
    number %= _NAMES
    syllables = []
    for vowel in _VOWELS:
        number, digit = divmod(number, len(_CONSONANTS))
        syllables.append(_CONSONANTS[digit] + vowel)
    return "".join(syllables).title()
