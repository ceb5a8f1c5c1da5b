"""Names of persons in Arabic letters, in the Latin letters the press writes them with."""

from functools import cache, lru_cache
from pathlib import Path

from rasid.enrichment.gazetteers.tables import read
from rasid.enrichment.romanisation.letters import spell
from rasid.enrichment.romanisation.words import ARTICLE, SERVANT, is_arabic, key_of, words_of

_LONGEST = 3
"""Words of a name that is looked up as one, such as `عبد الرحمن`."""
_SHORTEST_WITH_ARTICLE = 4
"""Letters: in a shorter word the article belongs to the name."""
_PARTICLES = {
    "بن": "bin", "ابن": "bin", "بنت": "bint", "ابو": "Abu", "ابي": "Abi", "ال": "Al", "ذو": "Dhu", "ذي": "Dhi",
    "ولد": "Ould", "الدين": "al-Din", "دي": "de", "دو": "du", "فون": "von", "فان": "van", "دير": "der",
}  # fmt: skip


@lru_cache(maxsize=16_384)
def romanise(name: str) -> str:
    """The name in Latin letters: `أحمد الدليمي` is `Ahmed al-Dulaimi`.

    What has no Arabic letters is returned as it is. Never fails, and says the same of the same name always. Meant
    for persons: the words of an office or a body come out spelled, not translated.
    """
    if not is_arabic(name):
        return name
    words = words_of(name)
    parts: list[str] = []
    start = 0
    while start < len(words):
        length, latin = _longest_known(words[start : start + _LONGEST])
        parts.append(latin)
        start += length
    spelled = " ".join(parts)
    return spelled[:1].upper() + spelled[1:]


def _longest_known(words: tuple[str, ...]) -> tuple[int, str]:
    """How many of the next words are one name, and its spelling."""
    for length in range(len(words), 1, -1):
        known = known_names().get(key_of(words[:length]))
        if known:
            return length, known
    if len(words) > 1 and words[0] == SERVANT and words[1].startswith(ARTICLE):
        return 2, f"Abdul {_bare(words[1].removeprefix(ARTICLE))}"
    return 1, _word(words[0])


def _word(word: str) -> str:
    if not is_arabic(word):
        return word
    key = key_of((word,))
    if key in _PARTICLES:
        return _PARTICLES[key]
    if word.startswith(ARTICLE) and len(word) >= _SHORTEST_WITH_ARTICLE:
        return f"al-{known_names().get(key) or _bare(word.removeprefix(ARTICLE))}"
    return _bare(word)


def _bare(word: str) -> str:
    return known_names().get(key_of((word,))) or spell(word)


@cache
def known_names() -> dict[str, str]:
    """The names of the table, folded, with their Latin spelling."""
    return {row["arabic"]: row["latin"] for row in read(Path(__file__).parent / "names.tsv")}
