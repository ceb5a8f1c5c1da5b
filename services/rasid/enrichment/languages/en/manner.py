"""How an English sentence tells of a meeting: as one told before, as another one, or as any."""

from itertools import pairwise

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Manner, Proposal
from rasid.enrichment.languages.en.words import is_capitalised, words_of

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "my", "our", "s"})
_WHEN = frozenset({"after", "before", "when", "while", "as", "until", "since", "during", "once"})
_TIMES = frozenset({"times", "occasions"})
_BEFORE_NOUN = 5
_BEFORE_VERB = 8
_SUBJECT = 7
_REFUSED = 5
_CONTEST = 10
_REFUSALS = frozenset(
    {("ruled", "out"), ("rule", "out"), ("rules", "out"), ("ruling", "out"), ("instead", "of"), ("rather", "than"),
     ("opposed", "to"), ("objected", "to"), ("backed", "out"), ("short", "of")}
)  # fmt: skip
_TURNS = 4
"""Tokens between who and its verb: who have recently met."""


def manner_of(view: View, proposal: Proposal) -> Manner:
    """How the meeting is told."""
    noun = proposal.rule != "en-meet" and _is_noun(view.word(proposal.last - 1))
    if _is_never(view, proposal):
        return "never"
    if _is_any(view, proposal, noun):
        return "any"
    if _is_another(view, proposal, noun):
        return "another"
    known = _is_definite(view, proposal.last - 1) if noun else _is_subordinate(view, proposal.first)
    return "known" if known or proposal.adds else "new"


def _is_never(view: View, proposal: Proposal) -> bool:
    """To rule out meeting him, instead of a meeting with him; the teams, the candidates in a debate meet."""
    at = proposal.last - 1
    before = [view.word(token) for token in range(at - _REFUSED, at)]
    refused = any(pair in _REFUSALS for pair in pairwise(before)) and words_of("negation").isdisjoint(before)
    clause = range(proposal.first - 2, max(proposal.clause[1], proposal.first + _CONTEST))
    return refused or not words_of("contest").isdisjoint(map(view.word, clause))


def _is_noun(word: str) -> bool:
    return word in words_of("meet_noun") or word in words_of("call_noun")


def _is_any(view: View, proposal: Proposal, noun: bool) -> bool:
    """Meetings that nobody counts, every president who met the pope, those who met him, what is done regularly."""
    if noun:
        if _is_background(view, proposal):
            return True
        several = view.word(proposal.last - 1) in words_of("several_noun")
        if not several or _is_counted(view, proposal.last - 1):
            return False
        return view.word(proposal.last - 2) in words_of("uncounted") or not _are_held(proposal)
    around = range(proposal.first - 3, proposal.first + 3)
    if any(view.word(token) in words_of("habitual") for token in around):
        return True
    if _is_uncounted(view, proposal):
        return True
    if any(view.word(token) == "if" for token in range(proposal.first - _SUBJECT, proposal.first)):
        return True
    return _is_everybody(view, proposal) or _is_of_those_who(view, proposal.first)


def _is_uncounted(view: View, proposal: Proposal) -> bool:
    """Met Keller several times, on many occasions."""
    behind = range(proposal.clause[1], proposal.clause[1] + _TURNS)
    return any(view.word(t) in _TIMES and view.word(t - 1) in words_of("uncounted") for t in behind)


def _is_background(view: View, proposal: Proposal) -> bool:
    """Weeks of talks, stalled talks with Keller, negotiations between A and B that broke down: how matters stand."""
    noun = proposal.last - 1
    if view.word(noun) not in words_of("negotiation"):
        return False
    before = (view.word(token) for token in range(max(view.first, noun - _BEFORE_NOUN), noun))
    behind = (view.word(token) for token in range(proposal.clause[1], min(view.last, proposal.clause[1] + _TURNS)))
    long = any(word in words_of("long_talks") for word in before)
    return long or any(word in words_of("fails") for word in behind) or view.word(noun) in words_of("bargaining")


def _is_counted(view: View, noun: int) -> bool:
    """Two meetings, at least three calls."""
    before = [view.word(token) for token in range(noun - _BEFORE_NOUN, noun)]
    return any(word in words_of("count") or word.isdigit() for word in before)


def _are_held(proposal: Proposal) -> bool:
    """Keller held meetings with Demir: one person or the other was met, if not how often."""
    return proposal.rule == "en-hold" and len({actor.key for actor in proposal.participants if actor.key}) > 1


def _is_everybody(view: View, proposal: Proposal) -> bool:
    first = min((actor.first for actor in proposal.participants), default=proposal.first)
    return any(view.word(token) in words_of("every") for token in range(max(first - 2, view.first), first + 1))


def _is_of_those_who(view: View, verb: int) -> bool:
    """85 of 154 people who met him: whoever stands before "who" is nobody by name."""
    for token in range(verb - 1, verb - _TURNS, -1):
        if view.word(token) == "who":
            before = view.word(token - 1)
            if view.word(token - 2) == "among":
                return False
            return before in words_of("anybody") and not is_capitalised(view.chart, token - 1)
    return False


def _is_another(view: View, proposal: Proposal, noun: bool) -> bool:
    at = proposal.last - 1 if noun else proposal.first
    if noun:
        return any(view.word(token) in words_of("another") for token in range(at - 2, at))
    around = [view.word(token) for token in range(at - 3, at + 5)]
    return "again" in around or "previously" in around


def _is_definite(view: View, noun: int) -> bool:
    """The meeting, his long-awaited meeting, Monday's meeting."""
    for token in range(noun - 1, noun - _BEFORE_NOUN, -1):
        word = view.word(token)
        if word in _DEFINITE:
            return True
        if not word.isalpha() and word not in ("-", "'"):
            return False
    return False


def _is_subordinate(view: View, verb: int) -> bool:
    """When he meets Keller, after meeting Keller: said in passing, of what is told elsewhere."""
    for token in range(verb - 1, max(view.first, verb - _BEFORE_VERB) - 1, -1):
        word = view.word(token)
        if word in _WHEN:
            return True
        if word in (",", ";", ":", "that", "who"):
            return False
    return False
