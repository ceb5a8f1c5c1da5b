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
        persons = [actor for actor in view.actors if actor.kind == "person" and actor.official]
        if not persons:
            return self
        named = {actor.key: actor for actor in (*self.persons, *persons)}
        return Recent(tuple(named.values())[-_TWO:])

    def resolve(self, participants: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
        """The participants, a lone pair replaced by the two persons it stands for."""
        named = tuple(actor for actor in participants if actor.key)
        others = tuple(actor for actor in participants if actor.key or not _is_a_pair(actor, language))
        if len(others) == len(participants) or len(named) + len(self.persons) < _TWO:
            return participants
        return others if len(named) >= _TWO else (*self.persons, *others)


def _is_a_pair(actor: Actor, language: str) -> bool:
    return fold(actor.name).removeprefix("the ") in lexicon(language)["pair"]
