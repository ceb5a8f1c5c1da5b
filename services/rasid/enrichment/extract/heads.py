"""Whom an article means by "the president" or "the Kenyan leader" without naming an office beside the name."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.languages.heads import Head, heads_in
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.normalise import fold

_OF = (" of ", " for ")


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of state and government of the article's day whom it names."""

    named: tuple[Head, ...] = ()
    home: str | None = None
    """The country that the article tells from."""

    def holder(self, actor: Actor) -> str | None:
        """The folded name of who holds an office; none where the article names nobody who does."""
        if not self.named or actor.kind != "office" or actor.plural or actor.former:
            return None
        words = fold(actor.role or actor.name)
        of_a_house = actor.affiliation is None and any(of in words for of in _OF)  # of the Farmers' Union
        if of_a_house or (actor.role and not lexicon("en")["of_a_party"].isdisjoint(words.split())):
            return None
        office, code = _office(words), actor.affiliation or self.home
        leads = office in lexicon("en")["leads"] and actor.affiliation is not None
        fitting = (h for h in self.named if (leads or h.office == office) and (h.code == code or office == "pope"))
        return next((head.key for head in fitting), None)


def heads_named(keys: Set[str], words: Set[str], published_on: date | None, home: str | None) -> Heads:
    """The heads in office on the day of publication, by full name or by a surname among the article's words."""
    if published_on is None:
        return Heads((), home)
    month = published_on.isoformat()[:7]
    return Heads(tuple(h for h in heads_in(month) if h.key in keys or h.surname in words), home)


def _office(words: str) -> str:
    """An office's words without whose it is."""
    for of in _OF:
        words = words.partition(of)[0]
    return _longest(words, lexicon("en")["head_office"])


def _longest(words: str, offices: Set[str]) -> str:
    """The longest office that the words end with."""
    while words and words not in offices:
        words = words.partition(" ")[2]
    return words
