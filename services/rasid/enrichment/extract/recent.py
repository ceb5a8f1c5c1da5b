"""Whom "the two leaders" means."""

from dataclasses import dataclass

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import View
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.normalise import fold

_TWO = 2


@dataclass(frozen=True, slots=True)
class Recent:
    """The two persons named last, in the order of the text."""

    persons: tuple[Actor, ...] = ()

    def after(self, view: View) -> "Recent":
        """With the persons of one more sentence."""
        named = {
            actor.key: actor for actor in (*self.persons, *view.actors) if actor.kind == "person" and actor.official
        }
        return Recent(tuple(named.values())[-_TWO:])

    def resolve(self, participants: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
        """The participants, a lone pair replaced by the two persons it stands for."""
        if len(participants) != 1 or participants[0].key or len(self.persons) < _TWO:
            return participants
        words = fold(participants[0].name).removeprefix("the ")
        return self.persons if words in lexicon(language)["pair"] else participants
