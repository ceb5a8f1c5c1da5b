"""English words: their classes, and what capitals tell."""

from functools import lru_cache

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.lexicon import lexicon

_CROWD = 0.85
"""Share of capitalised words, small ones aside, above which capitals tell nothing: a headline."""
_SMALL = 3
_WORDS_KEPT = 50_000
TRIGGERS = (
    "phone_verb", "meet_with_verb", "speak_verb", "hold_verb", "host_verb", "call_noun", "meet_verb", "meet_noun",
)  # fmt: skip
"""The word classes a rule may start from."""


def words_of(name: str) -> frozenset[str]:
    """A class of the English lexicon, folded."""
    return lexicon("en")[name]


@lru_cache(_WORDS_KEPT)
def is_function(word: str) -> bool:
    """Whether a word only holds others together."""
    return word in words_of("function")


@lru_cache(_WORDS_KEPT)
def begins_an_actor(word: str) -> bool:
    """Whether an actor may begin with a word that is neither a name nor a title."""
    return any(word in words_of(kind) for kind in ("group", "modifier", "former", "counterpart"))


@lru_cache(_WORDS_KEPT)
def is_trigger(word: str) -> bool:
    """Whether a word may tell of a meeting."""
    return any(word in words_of(kind) for kind in TRIGGERS)


def is_capitalised(chart: Chart, token: int) -> bool:
    """Whether a word begins with a capital letter."""
    word = chart.words[token]
    return word.isalpha() and chart.document.text[chart.tokens[token].start].isupper()


def in_title_case(chart: Chart, first: int, last: int) -> bool:
    """Whether the words of a range are capitalised as in a headline."""
    words = [
        token
        for token in range(first, last)
        if len(chart.words[token]) > _SMALL and chart.words[token].isalpha() and not is_function(chart.words[token])
    ]
    capitals = sum(is_capitalised(chart, token) for token in words)
    return len(words) > 3 and capitals > _CROWD * len(words)
