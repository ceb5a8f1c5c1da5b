"""Words that are names, and words of running text that are none."""

from functools import cache
from importlib.resources import files

from rasid.enrichment.gazetteers.tables import GivenName, load
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.romanisation.romanise import known_names
from rasid.enrichment.text.normalise import fold

_CLITICS = ("و", "ف", "ب", "ل", "ك")
_SHORTEST_STEM = 4
"""Letters from which a word without its clitic is looked up."""


@cache
def common_words() -> frozenset[str]:
    """Folded words that running text uses and names do not."""
    lines = files(__package__).joinpath("common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def given_names() -> frozenset[str]:
    """The folded given names."""
    listed = {fold(given.name) for given in load(GivenName) if given.language == "ar"}
    return frozenset(listed | lexicon("ar")["given_name"])


def is_name_word(word: str) -> bool:
    """Whether a folded word is in the table of names and seldom anything else."""
    return word in known_names() and word not in common_words()


def is_common(word: str) -> bool:
    """Whether a word, or what a clitic stands before in it, is one that names seldom have."""
    if word in common_words() or word in known_names():
        return word in common_words()
    if len(word) <= _SHORTEST_STEM:
        return False
    stems = (
        word[1:] if word.startswith(_CLITICS) else "",
        word[:-1] if word[-1] == "ا" and not word.startswith("ال") else "",
    )
    return not common_words().isdisjoint(stems)
