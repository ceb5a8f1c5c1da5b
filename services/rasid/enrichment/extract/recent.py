"""Whom "the two leaders" means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.normalise import fold

_TWO = 2
_FAR = 4
"""Sentences after which "they" means others."""
_PAIRS = 4
"""Pairs that are remembered."""
_DUALS = ("ان", "ين")
_BESIDE = frozenset({"وزراء", "حكومه", "برلمان", "مجلس", "نواب", "vice", "deputy"})
"""What makes another office of a president's."""
_PEOPLE = ("person", "office", "group")


class NamedLast:
    """The officials named last before a sentence of an article; read up to it when somebody asks, which is seldom."""

    def __init__(self, views: Sequence[View]) -> None:
        self._views = views
        self._read = 0
        self._persons: tuple[Actor, ...] = ()

    def before(self, position: int) -> tuple[Actor, ...]:
        """The two persons named last, in the order of the text. Positions are asked for in order."""
        for view in self._views[self._read : position]:
            persons = [actor for actor in view.actors if actor.official and actor.kind == "person"]
            self._persons = tuple({actor.key: actor for actor in (*self._persons, *persons)}.values())[-_TWO:]
        self._read = max(self._read, position)
        return self._persons


@dataclass(frozen=True, slots=True)
class Recent:
    """Who met in the sentences before."""

    met: tuple[Actor, ...] = ()
    """Those who met last."""
    position: int = -_FAR
    """Where that is told, as a place in the views of the article."""
    pairs: tuple[tuple[Actor, ...], ...] = ()
    """The last pairs of persons who met, the latest first."""

    def with_met(self, proposals: Sequence[Proposal], position: int) -> "Recent":
        """With those who met in one more sentence."""
        met = [p.participants for p in proposals if sum(actor.kind in _PEOPLE for actor in p.participants) >= _TWO]
        if not met:
            return self
        pairs = [two for each in met if len(two := tuple(actor for actor in each if actor.key)) == _TWO]
        return replace(self, met=met[-1], position=position, pairs=(*pairs[::-1], *self.pairs)[:_PAIRS])

    def together(self, near: Sequence[View], position: int) -> tuple[Actor, ...]:
        """Whom "they" means at a place in the views: those who met in the sentences before, or acted as more than one.

        `near` are the last sentences before it, in order.
        """
        for before, view in zip(range(position - 1, position - _FAR, -1), reversed(near), strict=False):
            if before == self.position:
                return self.met
            plural = [c for c in view.chains if c.marker == "" and c.plural and c.actors[0].kind in _PEOPLE]
            if plural:
                return plural[-1].actors
        return ()

    def resolve(
        self, participants: tuple[Actor, ...], language: str, last: Callable[[], tuple[Actor, ...]]
    ) -> tuple[Actor, ...]:
        """The participants, a lone pair replaced by the two persons it stands for; `last` finds the two named last."""
        named = tuple(actor for actor in participants if actor.key)
        others = tuple(actor for actor in participants if actor.key or not _is_a_pair(actor, language))
        if len(others) == len(participants) or len(named) + len(persons := last()) < _TWO:
            return participants
        pair = next(actor for actor in participants if actor not in others)
        return others if len(named) >= _TWO else (*self._two(fold(pair.name), persons), *others)

    def _two(self, words: str, last: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Whom a pair means: two who met and have its office, else the two persons named last."""
        office = _office_of(words)
        return next((two for two in self.pairs if office and all(_has(actor, office) for actor in two)), last)


def _is_a_pair(actor: Actor, language: str) -> bool:
    return fold(actor.name).removeprefix("the ") in lexicon(language)["pair"]


def _office_of(pair: str) -> str:
    """The office of a pair: الرئيسان, two presidents; empty for leaders, men, sides."""
    word = pair.split()[-1].removeprefix("ال").removesuffix("s")
    stem = next((word.removesuffix(dual) for dual in _DUALS if word.endswith(dual)), word)
    return stem if stem in ("رييس", "وزير", "president", "minister") else ""


def _has(actor: Actor, office: str) -> bool:
    words = [word.removeprefix("ال") for word in fold(actor.role or "").split()]
    return office in words and (office in ("وزير", "minister") or _BESIDE.isdisjoint(words))
