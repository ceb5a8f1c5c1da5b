"""Names in Latin letters compared by ear: where one of two comes by way of Arabic."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rasid.alerting.clusters.sounds import same_sound, sounds_of

Words = tuple[str, ...]

TELLING_WORDS = 3
"""So many words from the start are a name of their own."""

_SERVANT = re.compile(r"abd(?:[aeou]l?)?")
_SERVANT_ARTICLE = re.compile(r"^abd(?:[aeou]l|[aeou](?=rr|ss|zz|tt|dd|nn))(?=.)")
_FAITH = re.compile(r"(?:[aeou](?:l|d(?=d)))?d(?:in|ine|een)$")
"""Of Noureddine and Nour al-Din."""
_OPENERS = frozenset(("le", "la", "de", "di", "du", "mc", "mac"))
_CLOSERS = frozenset((
    "din", "deen", "dine", "eldin", "eldeen", "aldin", "aldeen", "eddin", "eddine", "uddin", "allah", "ullah", "oglu",
    "oghlu", "ogly", "oglo",
))  # fmt: skip
_KINSHIP = {
    **dict.fromkeys(("ben", "ibn"), "bin"),
    **dict.fromkeys(("abou", "abo", "abi", "bou", "bu", "aboul", "abul"), "abu"),
}
_SONS = frozenset(("bin", "ben", "ibn", "بن", "ابن"))
_ASSIMILATED = frozenset(("ad", "an", "ar", "as", "ash", "at", "az", "ed", "ul"))
"""Articles before d, n, r, s, t, z."""
_UNSURE = dict.fromkeys(map(ord, "dfghklstw"))
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def spoken(words: Words) -> Words:
    """The words of a name as they are told apart by ear: `abd al-latif` and `abdellatif` are one word."""
    joined: list[str] = []
    for word in (*(_KINSHIP.get(word, word) for word in words[:-1]), *words[-1:]):
        if joined and (word in _CLOSERS or _SERVANT.fullmatch(joined[-1]) or joined[-1] in _OPENERS):
            joined[-1] += word
        elif word not in _ASSIMILATED:
            joined.append(word)
    return tuple(_FAITH.sub("din", _SERVANT_ARTICLE.sub("abd", word)) for word in joined) or words


def same_spoken(one: Words, other: Words) -> bool:
    """Whether two names sound as if they can be the same: the rule of `same_words`, by ear."""
    if not one or not other:
        return False
    shorter, longer = sorted((spoken(one), spoken(other)), key=len)
    if len(shorter) >= TELLING_WORDS and all(map(same_sound, shorter, longer)):
        return True
    if is_ancestry(shorter) and not same_sound(shorter[0], longer[0]):
        return False
    rest = iter(longer)
    return same_sound(shorter[-1], longer[-1]) and all(any(same_sound(word, each) for each in rest) for word in shorter)


def is_ancestry(words: Words) -> bool:
    """Whether a name is told with the father's, as `Salman bin Abdulaziz` is: it is not that of a son of both."""
    return not _SONS.isdisjoint(words[1:])


def spoken_handles(words: Words) -> Iterator[str]:
    """What names are looked up by: of two that sound the same at least one is equal."""
    for name in dict.fromkeys((words, spoken(words))):
        yield from _handles(name)


def _handles(words: Words) -> Iterator[str]:
    if words:
        yield from dict.fromkeys(sound.consonants for sound in sounds_of(words[-1]))
    if len(words) >= TELLING_WORDS:
        yield " ".join(map(_firm, words[:TELLING_WORDS]))


@lru_cache(maxsize=65_536)
def _firm(word: str) -> str:
    """The consonants that are the same in all that a word can sound like."""
    return _REPEATED.sub(r"\1", sounds_of(word)[0].consonants.translate(_UNSURE))
