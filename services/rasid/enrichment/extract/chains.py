"""Actors of a sentence joined into chains: A, B and C."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.extract.company import in_company
from rasid.enrichment.text.document import Sentence

COMPLEMENT = "of"
"""The marker of an actor that only complements a noun."""


class Chain(NamedTuple):
    """One or more actors joined by commas and conjunctions, and what stands before the first."""

    actors: tuple[Actor, ...]
    marker: str
    """The preposition or proclitic before it (`مع`, `ب`, `with`, `between`); `و` or `and` for a conjunction that joins
    it to no actor; empty for none."""

    @property
    def first(self) -> int:
        """Its first token."""
        return self.actors[0].first

    @property
    def last(self) -> int:
        """The token behind its last."""
        return self.actors[-1].last

    @property
    def plural(self) -> bool:
        """Whether it names more than one who could meet each other."""
        return len(self.actors) > 1 or self.actors[0].plural or self.actors[0].kind == "group"


@dataclass(frozen=True)
class View:
    """A sentence with its actors in chains."""

    chart: Chart
    sentence: Sentence
    first: int
    """The sentence's first token."""
    last: int
    """The token behind the sentence's last."""
    actors: tuple[Actor, ...]
    joints: "Joints"
    before: "Before | None" = None

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The actors in chains; few sentences are asked for them."""
        return chains_of(self.chart, self.actors, self.joints)

    @cached_property
    def covered(self) -> frozenset[int]:
        """The tokens that its actors cover."""
        return frozenset(token for actor in self.actors for token in range(actor.first, actor.last))

    @property
    def implied(self) -> Actor | None:
        """Whom the sentences before made the subject."""
        return self.before.subject if self.before else None

    @property
    def together(self) -> tuple[Actor, ...]:
        """Those who acted together in the sentences before: whom "they" means."""
        return self.before.together if self.before else ()

    def word(self, token: int) -> str:
        """The folded word; empty outside the sentence."""
        return self.chart.words[token] if self.first <= token < self.last else ""

    def chains_between(self, first: int, last: int) -> tuple[Chain, ...]:
        """The chains that begin within the tokens `[first, last)`."""
        return tuple(chain for chain in self.chains if first <= chain.first < last)


def views_with(tokens: Iterable[int], views: Sequence[View]) -> list[int]:
    """The places among some views in order of those that hold one of some tokens in order."""
    firsts = [view.sentence.first_token for view in views]
    places = ((bisect_right(firsts, token) - 1, token) for token in tokens)
    return list(dict.fromkeys(place for place, token in places if place >= 0 and token < views[place].last))


class Before(Protocol):
    """What the sentences before leave to be understood; found when a rule asks for it."""

    @property
    def subject(self) -> Actor | None:
        """Their subject."""

    @property
    def together(self) -> tuple[Actor, ...]:
        """Those who acted together."""


class Joints(Protocol):
    """How a language joins actors."""

    def marker(self, chart: Chart, actor: Actor) -> str:
        """What stands before an actor."""

    def joined(self, chart: Chart, left: Actor, right: Actor) -> bool:
        """Whether two neighbouring actors belong to one chain."""


def chains_of(chart: Chart, actors: Sequence[Actor], joints: Joints) -> tuple[Chain, ...]:
    """Join neighbouring actors of a sentence into chains."""
    groups: list[list[Actor]] = []
    for actor in actors:
        if groups and joints.joined(chart, groups[-1][-1], actor):
            groups[-1].append(actor)
        else:
            groups.append([actor])
    ends = {actor.last for actor in actors}
    language = chart.document.language
    return tuple(Chain(tuple(in_company(group, language)), _marker(chart, group[0], ends, joints)) for group in groups)


def _marker(chart: Chart, actor: Actor, ends: Set[int], joints: Joints) -> str:
    """What stands before a chain; the end of another actor's name governs nothing."""
    marker = joints.marker(chart, actor)
    return "" if marker == COMPLEMENT and actor.first in ends else marker
