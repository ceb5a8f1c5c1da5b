"""English words: their classes, and what capitals tell."""

from collections.abc import Set
from functools import cache

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.lexicon import lexicon

_SMALL = 2
_TIES = frozenset({"the", "a", "an", "-"})
_BEARERS = ("ers", "ors", "ists", "ants", "ees", "ians", "men", "women", "ives")
_OPENING = ("group", "modifier", "former", "counterpart", "quantity")
_IN_GROUPS = ("modifier", "group", "quantity")
_IN_TITLES = ("modifier", "former", "counterpart")
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
"""What may stand before a title or place and is no part of it."""
TRIGGERS = (
    "phone_verb", "meet_with_verb", "speak_verb", "hold_verb", "host_verb", "call_noun", "meet_verb", "meet_noun",
    "discuss_verb", "hands",
)  # fmt: skip
"""The word classes a rule may start from."""


@cache
def words_of(name: str) -> frozenset[str]:
    """A class of the English lexicon, folded."""
    return lexicon("en")[name]


@cache
def _words_of_any(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(words_of, names))


def is_function(word: str) -> bool:
    """Whether a word only holds others together."""
    return word in words_of("function")


@cache
def openers() -> frozenset[str]:
    """The words that an actor may begin with, people aside, and that are neither names nor titles."""
    return frozenset().union(*map(words_of, _OPENING))


@cache
def describers() -> frozenset[str]:
    """Those of them with which an actor begins only in front of another that belongs to it: former, senior."""
    said = words_of("group") | words_of("counterpart") | words_of("quantity")
    return frozenset(word for word in (words_of("modifier") | words_of("former")) - said if not is_people(word))


def people_among(words: Set[str]) -> frozenset[str]:
    """Those of some words that are the plural of a noun for people."""
    ending_so = {word for word in words if word.endswith(_BEARERS)}
    return (words_of("people") & words) | (ending_so - words_of("no_people"))


def is_people(word: str) -> bool:
    """Whether a word is the plural of a noun for people: farmers, tenants, Kenyans."""
    return word in words_of("people") or (word.endswith(_BEARERS) and word not in words_of("no_people"))


def belongs_to_a_group(word: str) -> bool:
    """Whether a word that no gazetteer has may stand in front of those who meet as a group, or name them."""
    return word in _words_of_any(_IN_GROUPS) or word in _TIES or is_people(word)


@cache
def name_ties() -> frozenset[str]:
    """What may follow the first word of a name without a capital: van, bin, a hyphen."""
    return words_of("name_particle") | {"-"}


def belongs_to_a_title(word: str) -> bool:
    """Whether a word that no gazetteer has may stand in a title."""
    return word in _words_of_any(_IN_TITLES) or word in _TIES


def is_trigger(word: str) -> bool:
    """Whether a word may tell of a meeting."""
    return word in _words_of_any(TRIGGERS)


def takes_a_capital(word: str) -> bool:
    """Whether a word has a capital in a headline."""
    return len(word) > _SMALL and word.isalpha() and not is_function(word)


def is_capitalised(chart: Chart, token: int) -> bool:
    """Whether a word begins with a capital letter."""
    return token in chart.capitals
