"""The word classes of a language: what its rules call a preposition, a group of people, a word for meeting.

`lexicon.tsv` in the language's folder has a class and its words on each line; a class may take several lines.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rasid.enrichment.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes by name, folded."""

    classes: dict[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]

    def get(self, name: str) -> frozenset[str]:
        """The words of a class that not every language has."""
        return self.classes.get(name, frozenset())


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of `ar` or `en`."""
    lines = files(__package__).joinpath(language, "lexicon.tsv").read_text(encoding="utf-8").splitlines()
    classes: dict[str, set[str]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            name, words = line.split("\t")
            classes.setdefault(name, set()).update(fold(word) for word in words.split("|"))
    return Lexicon({name: frozenset(words) for name, words in classes.items()})
