"""Whether a place or a day stands in the clause that tells a meeting."""

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.lexicon import lexicon

_LINKS = frozenset({",", ":"})
_AUXILIARIES = 4
"""Tokens behind a relative in which its verb stands: which had been planned."""


def is_cut_off(view: View, proposal: Proposal, first: int, last: int, *, exact: bool = False) -> bool:
    """Whether a clause of its own begins or ends between a trigger and the tokens `[first, last)`, a place or day.

    Before the trigger that is where something else is said to be known, told or done: last week it emerged that A met
    B. Behind it, also what happened before or after: A met B before he left for Oslo on Monday; but not where the day
    is exact.
    """
    words = lexicon(view.chart.document.language)
    if first > proposal.first:
        cuts, told = words["cuts"] | (frozenset() if exact else words["cuts_behind"]), _told(proposal, first)
        between = range(told + 1 if told > proposal.first else _behind_relative(view, told), first)
    else:
        cuts, between = words["cuts"] | words["cuts_before"], range(_behind_relative(view, last - 1), proposal.first)
        cuts -= words["speech"] if _is_setting(view, proposal.first) else frozenset()
    behind = first > proposal.first
    return any(
        (view.word(t) in cuts and not _goes_on(view, t))
        or _is_another_time(view, t)
        or (behind and view.word(t) in words["and"] and view.word(t + 1) in words["goes_on_to"])
        for t in between
    )


def _is_setting(view: View, token: int) -> bool:
    """Whether a meeting is where something is said: told him in a phone call, قال خلال اجتماع."""
    words = lexicon(view.chart.document.language)
    return any(view.word(t) in words["during"] for t in range(token - _AUXILIARIES, token))


def _told(proposal: Proposal, limit: int) -> int:
    """The last token before a place or day that tells of the meeting: behind whom one meets its clause goes on."""
    inside = (actor.last - 1 for actor in proposal.participants if proposal.first < actor.last <= limit)
    return max(inside, default=proposal.first)


def _behind_relative(view: View, token: int) -> int:
    """The token behind a word, or behind the relative or colon that goes on about it: the visit to Oslo, which began
    with."""
    behind = token + 2 if view.word(token + 1) in _LINKS else token + 1
    return behind + 1 if view.word(behind) in lexicon(view.chart.document.language)["relative"] else behind


def _goes_on(view: View, token: int) -> bool:
    """Whether a relative goes on about when and where the meeting is: talks with A, which took place in Oslo."""
    words = lexicon(view.chart.document.language)
    ahead = range(token + 1, token + _AUXILIARIES)
    return view.word(token) in words["relative"] and any(view.word(t) in words["takes_place"] for t in ahead)


def _is_another_time(view: View, token: int) -> bool:
    """Whether something else begins: قبل يومين من زيارة, and his first visit to, and is due."""
    words = lexicon(view.chart.document.language)
    ahead = range(token + 1, token + _AUXILIARIES + 1)
    begins = view.word(token) in words["other_time"] or view.word(token) in words["and"]
    return begins and any(view.word(t) in words["journey"] for t in ahead)


def topic_behind(view: View, trigger: int, limit: int) -> int:
    """The token behind a trigger from which on the sentence tells what the meeting was about."""
    topics = lexicon(view.chart.document.language)["topics"]
    return next((t for t in range(trigger + 1, limit) if view.word(t) in topics), limit)
