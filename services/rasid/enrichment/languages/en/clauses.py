"""A word of meeting in its English clause: whose it is, how far it reaches, what becomes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.en.modality import mode_of, status_of
from rasid.enrichment.languages.en.words import is_capitalised, is_trigger, words_of

WITH = frozenset({"with", "between", "alongside", "including"})
ADJACENT = 3
"""Tokens from a word to an actor right behind it, articles included."""
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "this", "that", "first", "last", "s"})
_STOPS = frozenset({".", ";", ":"})
_OTHER_MEETINGS = frozenset({"met", "meet", "meets", "telephoned", "spoke", "talked", "welcomed"})
_SKIPPED = frozenset({",", "who", '"', "-"})
_HE = frozenset({"he", "she", "him", "her"})
_RELATIVES = frozenset({"who", "which"})
_REACH = 40
_LOOK_BACK = 14


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger in its sentence."""

    view: View
    token: int
    end: int
    implied: Actor | None

    @property
    def word(self) -> str:
        """The trigger, folded."""
        return self.view.word(self.token)

    def chains(self) -> tuple[Chain, ...]:
        """The chains behind the trigger in its clause."""
        return _headed(self.view, self.view.chains_between(self.token + 1, self.end))


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


def clause_end(view: View, token: int, inside: set[int]) -> int:
    """The token behind the clause: before the next relative, subordinate or speech verb."""
    limit = min(view.last, token + _REACH)
    for ahead in range(token + 2, limit):
        word = view.word(ahead)
        if ahead not in inside and (word in words_of("clause_stop") or word in _OTHER_MEETINGS or word in _STOPS):
            return ahead
    return limit


def companions(view: View, chains: tuple[Chain, ...]) -> Iterator[Chain]:
    """The chains a noun of meeting takes: with B, between A and B, of NATO ministers."""
    open_ = False
    for chain in chains:
        if chain.marker in WITH and not is_governed(view, chain):
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
    plain = word.isalpha() and not words_of("function") & {word} and not is_capitalised(view.chart, token - 1)
    return plain and word not in words_of("meets_with") and not is_trigger(word)


def subject_of(found: Found) -> list[Actor]:
    """Who does it: the actors before the verb, over auxiliaries, adverbs and days; a pronoun is the subject before."""
    view = found.view
    ends = {chain.last: chain for chain in view.chains if chain.last <= found.token}
    token = found.token
    for _ in range(_LOOK_BACK):
        if token in ends:
            chain = ends[token]
            if chain.marker == "and" and view.word(chain.first - 2) in _HE:
                return [*_antecedent(found), *chain.actors]
            return list(chain.actors) if chain.marker not in ("in", "at") else first_subject(found)
        word = view.word(token - 1)
        if word in _HE:
            return _antecedent(found)
        if token <= view.first or not (word in words_of("auxiliary") or word in _SKIPPED or word.isdigit()):
            break
        token -= 1
    return first_subject(found)


def _antecedent(found: Found) -> list[Actor]:
    """Whom he or she means: the first one of the sentence, else the subject of the sentences before."""
    view = found.view
    before = view.chains_between(view.first, found.token)
    people = (
        c.actors[0]
        for c in before
        if (c.marker == "" or view.word(c.last) == "'") and c.actors[0].kind in ("person", "office")
    )
    return list(islice(people, 1)) or ([found.implied] if found.implied else [])


def first_subject(found: Found) -> list[Actor]:
    """The subject of the nearest clause that has one of its own, else the sentence's first actor without a preposition,
    else the subject of the sentences before."""
    view = found.view
    before = view.chains_between(view.first, found.token)
    for token in range(found.token - 1, view.first, -1):
        if view.word(token) in words_of("clause_stop"):
            nearest = _subject_at(view, token, before)
            if nearest is not None:
                return list(nearest.actors)
    first = next((c for c in before if c.marker == "" and c.actors[0].kind != "country"), None)
    if first is not None:
        return list(first.actors)
    pronoun = any(view.word(token) in _HE for token in range(view.first, found.token))
    return [found.implied] if found.implied and (pronoun or not before) else []


def _subject_at(view: View, stop: int, chains: tuple[Chain, ...]) -> Chain | None:
    """Who acts in the clause that a word begins: whom it stands behind for a relative, who stands right behind it for
    a conjunction."""
    if view.word(stop) in _RELATIVES:
        behind = stop - 1 if view.word(stop - 1) == "," else stop
        return next((c for c in chains if c.last == behind), None)
    ahead = stop + 2 if view.word(stop + 1) in DETERMINERS else stop + 1
    return next((c for c in chains if c.first in (stop + 1, ahead) and is_somebody(c)), None)


def is_somebody(chain: Chain) -> bool:
    """Whether a chain names people rather than a country or body."""
    return chain.actors[0].kind in ("person", "office", "group")


def convenes(actors: list[Actor]) -> bool:
    """Whether those who act can meet among themselves."""
    return len(actors) > 1 or any(a.plural or a.kind in ("group", "body") for a in actors)


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
    )
