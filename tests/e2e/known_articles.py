"""Articles with one event each that is like no other, so that a lost or a second one is seen."""

from collections.abc import Iterator
from itertools import product

import orjson

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnrst" for vowel in "aeiou"]


def known_articles(count: int) -> Iterator[tuple[str, bytes]]:
    """Uri and value of articles, each telling of a meeting of two people named in no other."""
    surnames = (f"{a}{b}{c}r".title() for a, b, c in product(_SYLLABLES, repeat=3))
    for index, minister, envoy in zip(range(count), surnames, surnames, strict=False):
        uri = f"urn:known:{index}"
        body = f"Defence Minister Paul {minister} met Foreign Minister Amal {envoy} in Amman on Monday, officials said."
        article = {"uri": uri, "body": body, "published_at": "2026-09-21", "source": "Wire", "language": "en"}
        yield uri, orjson.dumps(article)
