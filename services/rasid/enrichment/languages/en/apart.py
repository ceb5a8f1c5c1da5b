"""Meetings that one English verb tells apart: A met B on Monday and C on Tuesday, B in Oslo and C in Bergen."""

from itertools import pairwise

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.en.words import is_capitalised, words_of

_SETTING_BEHIND = 4
"""Tokens behind somebody in which his day or place stands."""
_IN = frozenset({"in", "at"})
_PERIODS = frozenset({"tomorrow", "today", "yesterday", "week", "month"})


def told_apart(view: View, proposal: Proposal) -> tuple[Proposal, ...]:
    """The meetings of a proposal, each with those who were met on a day or at a place of their own."""
    met = sorted((a for a in proposal.participants if a.first > proposal.first), key=lambda actor: actor.first)
    cut = next((right for left, right in pairwise(met) if _are_apart(view, left, right)), None)
    if proposal.rule != "en-meet" or cut is None:
        return (proposal,)
    joint = cut.first - 1
    while joint > proposal.first and view.word(joint) != "and":
        joint -= 1
    doer = tuple(a for a in proposal.participants if a not in met)
    first = proposal._replace(
        participants=(*doer, *(a for a in met if a.first < joint)),
        clause=(proposal.clause[0], joint),
    )
    second = proposal._replace(
        participants=(*doer, *(a for a in met if a.first > joint)),
        first=joint,
        last=joint + 1,
        clause=(joint, proposal.clause[1]),
    )
    return first, *told_apart(view, second)


def _are_apart(view: View, left: Actor, right: Actor) -> bool:
    """Whether each of two has a day, or each a place, behind the name."""
    joint = next((t for t in range(left.last, right.first) if view.word(t) == "and"), None)
    if joint is None:
        return False
    mine, other = range(left.last, joint), range(right.last, min(view.last, right.last + _SETTING_BEHIND))
    return any(any(told(view, t) for t in mine) and any(told(view, t) for t in other) for told in (_is_day, _is_place))


def _is_day(view: View, token: int) -> bool:
    return view.word(token) in words_of("weekday") or view.word(token) in _PERIODS


def _is_place(view: View, token: int) -> bool:
    return view.word(token) in _IN and is_capitalised(view.chart, token + 1)
