"""English words: their classes, and what capitals tell."""

from functools import cache, lru_cache

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.lexicon import lexicon

_SMALL = 2
_WORDS_KEPT = 50_000
_TIES = frozenset({"the", "a", "an", "-"})
_BEARERS = ("ers", "ors", "ists", "ants", "ees", "ians", "men", "women", "ives")
_OPENING = ("group", "modifier", "former", "counterpart", "quantity")
TRIGGERS = (
    "phone_verb", "meet_with_verb", "speak_verb", "hold_verb", "host_verb", "call_noun", "meet_verb", "meet_noun",
)  # fmt: skip
"""The word classes a rule may start from."""


@cache
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
    return is_people(word) or any(word in words_of(kind) for kind in _OPENING)


@lru_cache(_WORDS_KEPT)
def only_describes(word: str) -> bool:
    """Whether a word may begin an actor only in front of another that belongs to it: former, senior."""
    said = any(word in words_of(kind) for kind in ("group", "counterpart", "quantity"))
    return (word in words_of("modifier") or word in words_of("former")) and not said and not is_people(word)


@lru_cache(_WORDS_KEPT)
def is_people(word: str) -> bool:
    """Whether a word is the plural of a noun for people: farmers, tenants, Kenyans."""
    return word in words_of("people") or (word.endswith(_BEARERS) and word not in words_of("no_people"))


@lru_cache(_WORDS_KEPT)
def belongs_to_a_group(word: str) -> bool:
    """Whether a word that no gazetteer has may stand in front of those who meet as a group, or name them."""
    return word in _TIES or is_people(word) or any(word in words_of(kind) for kind in ("modifier", "group", "quantity"))


@lru_cache(_WORDS_KEPT)
def ties_a_name(word: str) -> bool:
    """Whether a word without a capital may follow the first word of a name: van, bin, a hyphen."""
    return word == "-" or word in words_of("name_particle")


@lru_cache(_WORDS_KEPT)
def belongs_to_a_title(word: str) -> bool:
    """Whether a word that no gazetteer has may stand in a title."""
    return word in _TIES or any(word in words_of(kind) for kind in ("modifier", "former", "counterpart"))


@lru_cache(_WORDS_KEPT)
def is_trigger(word: str) -> bool:
    """Whether a word may tell of a meeting."""
    return any(word in words_of(kind) for kind in TRIGGERS)


@lru_cache(_WORDS_KEPT)
def takes_a_capital(word: str) -> bool:
    """Whether a word has a capital in a headline."""
    return len(word) > _SMALL and word.isalpha() and not is_function(word)


def is_capitalised(chart: Chart, token: int) -> bool:
    """Whether a word begins with a capital letter."""
    return token in chart.capitals
