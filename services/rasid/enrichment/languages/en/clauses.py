"""A word of meeting in its English clause: whose it is, how far it reaches, what becomes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.en.modality import mode_of, status_of
from rasid.enrichment.languages.en.words import is_capitalised, is_function, is_trigger, words_of

WITH = frozenset({"with", "between", "alongside", "including"})
_INCLUDED = frozenset({"included", "includes", "involved", "involves", "involving", "featuring"})
ADJACENT = 3
"""Tokens from a word to an actor right behind it, articles included."""
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "this", "that", "first", "last", "s"})
_STOPS = frozenset({".", ";", ":"})
_OTHER_MEETINGS = frozenset({"met", "meet", "meets", "telephoned", "spoke", "spoken", "talked", "welcomed"})
_REACH = 40


@dataclass(frozen=True)
class Found:
    """A trigger in its sentence."""

    view: View
    token: int
    end: int

    @property
    def word(self) -> str:
        """The trigger, folded."""
        return self.view.word(self.token)

    @property
    def implied(self) -> Actor | None:
        """Whom an earlier sentence made the subject."""
        return self.view.implied

    @cached_property
    def _chains(self) -> tuple[Chain, ...]:
        return _headed(self.view, self.view.chains_between(self.token + 1, self.end))

    def chains(self) -> tuple[Chain, ...]:
        """The chains behind the trigger in its clause."""
        return self._chains


def _headed(view: View, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """Chains without the bodies and countries that only tell whose somebody is: NATO mission commander X."""
    kept: list[Chain] = []
    whose: Chain | None = None
    for chain in chains:
        gap = [view.word(t) for t in range(whose.last, chain.first)] if whose else []
        if whose and chain.marker == "" and len(gap) < ADJACENT and all(_compounds(word) for word in gap):
            chain, whose = Chain(chain.actors, whose.marker), None
        kept += [whose] if whose else []
        alone = len(chain.actors) == 1 and chain.actors[0].kind in ("body", "country")
        whose = chain if alone else None
        kept += [] if alone else [chain]
    return tuple([*kept, whose] if whose else kept)


def _compounds(word: str) -> bool:
    return word.isalpha() and word not in words_of("function") and word not in words_of("auxiliary")


def clause_end(view: View, token: int) -> int:
    """The token behind the clause: before the next relative, subordinate or speech verb."""
    limit, stops, words = min(view.last, token + _REACH), _clause_stops(), view.chart.words
    for ahead in [t for t in range(token + 2, limit) if words[t] in stops]:
        if ahead not in view.covered and view.word(ahead + 1) not in _INCLUDED:
            return ahead
    return limit


@cache
def _clause_stops() -> frozenset[str]:
    return words_of("clause_stop") | words_of("cancelled") | _OTHER_MEETINGS | _STOPS


def companions(view: View, chains: tuple[Chain, ...]) -> Iterator[Chain]:
    """The chains a noun of meeting takes: with B, between A and B, of NATO ministers."""
    open_ = False
    for chain in chains:
        if (chain.marker in WITH and not is_governed(view, chain)) or view.word(chain.first - 1) in _INCLUDED:
            open_ = True
        elif not (chain.marker == "and" and open_):
            continue
        yield chain


def is_governed(view: View, chain: Chain) -> bool:
    """Whether "with" or "between" belongs to another noun: a deal with Iran, drills between A and B."""
    token = chain.first - 1
    while token > view.first and view.word(token) not in WITH:
        token -= 1
    word = view.word(token - 1)
    if word == "," and view.word(token) == "with":
        return True
    if word in words_of("tied_by_with"):
        return True
    plain = word.isalpha() and not is_function(word) and not is_capitalised(view.chart, token - 1)
    if not plain or word in words_of("meets_with") or is_trigger(word):
        return False
    return not is_somebody(chain) or word.endswith(("ing", "ed"))


def owns_what_follows(view: View, actor: Actor) -> bool:
    """Whether not somebody is met, but what is his: to meet Keller's demands."""
    return view.word(actor.last) == "'" and view.word(actor.last + 1) == "s"


def is_somebody(chain: Chain) -> bool:
    """Whether a chain names people rather than a country or body."""
    return chain.actors[0].kind in ("person", "office", "group")


def proposal_of(
    found: Found, rule: str, actors: list[Actor], confidence: float, *, last: int = 0, phone: bool = False
) -> Proposal | None:
    """The proposal of a rule; None where nobody takes part, or the sentence denies it."""
    view = found.view
    status = status_of(view, found.token)
    if status is None or not actors:
        return None
    behind = max(last, found.token + 1)
    return Proposal(
        rule=rule,
        first=found.token,
        last=behind,
        clause=(found.token, min(max(behind, max(actor.last for actor in actors)), view.last)),
        participants=tuple(actors),
        mode="phone" if phone else mode_of(view, found.token, found.end, rule),
        status=status,
        confidence=confidence,
        negotiation=any(view.word(t) in words_of("negotiation") for t in range(found.token, behind)),
        present=view.word(found.token) in words_of("meets_now"),
    )
