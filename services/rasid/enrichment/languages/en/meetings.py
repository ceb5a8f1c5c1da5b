"""The English rules that find meetings in a sentence."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import MOST_TRIGGERS, Proposal
from rasid.enrichment.languages.en.again import told_again
from rasid.enrichment.languages.en.apart import told_apart
from rasid.enrichment.languages.en.calls import told_by_call
from rasid.enrichment.languages.en.clauses import (
    ADJACENT,
    DETERMINERS,
    WITH,
    Found,
    clause_end,
    companions,
    is_governed,
    owns_what_follows,
    proposal_of,
)
from rasid.enrichment.languages.en.exchanges import discussed_with, shook_hands, spoke_with
from rasid.enrichment.languages.en.nouns import of_whom, told_by_noun
from rasid.enrichment.languages.en.pronouns import him, is_mutual, met_by_pronoun, with_whom
from rasid.enrichment.languages.en.subjects import convenes, near_subject, subject_of
from rasid.enrichment.languages.en.tellings import briefed, spoke_by_phone, told_during, visited
from rasid.enrichment.languages.en.words import is_function, is_trigger, words_of

_NEAR = 9
_NO_OBJECT = frozenset({"with", "to", "for", "out", "said", ","})
"""What ends the search for the noun that is held."""
_PEOPLE = ("person", "office", "group")
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_ARE = frozenset({"are", "were", "been"})
_RELATIVES = frozenset({"whose", "who", "of", "that", "for", "and", "in", "on"})
_HELPERS = frozenset({"is", "are", "was", "were", "will", "has", "had", "have", "would", "could", "also"})
_BEFORE_PARTICIPLE = frozenset(
    {"after", "before", "while", "of", "by", "from", "without", "since", "when", "and", "start"}
)
_AFTER_MET = frozenset({"in", "at", "with", "and", "behind", "here", "over", "as", "face", "amid", "before", "after"})


def propose(view: View) -> Iterator[Proposal]:
    """The meetings of a sentence.

    What only adds to a meeting told before counts where the sentence tells none of its own.
    """
    found = tuple(_proposals(view))
    yield from tuple(proposal for proposal in found if not proposal.adds) or found


def _proposals(view: View) -> Iterator[Proposal]:
    words, started = view.chart.words, rules()
    behind, triggers = view.first, 0
    for token in range(view.first, view.last):
        if words[token] not in started or token < behind or token in view.covered:
            continue
        triggers += 1
        if triggers > MOST_TRIGGERS:
            return
        found = Found(view, token, clause_end(view, token))
        proposal = next((p for p in (rule(found) for rule in started[words[token]]) if p is not None), None)
        if proposal is not None:
            yield from told_apart(view, proposal)
            behind = max(proposal.last, max((a.last for a in proposal.participants if a.first > token), default=0))


@cache
def rules() -> dict[str, tuple[Callable[[Found], Proposal | None], ...]]:
    """The rules that each word triggers; a sentence without any of the words is not asked for meetings."""
    words = frozenset().union(*(words_of(kind) for kind, _ in _RULES))
    return {word: tuple(rule for kind, rule in _RULES if word in words_of(kind)) for word in words}


@cache
def starters() -> frozenset[str]:
    """The words of which a sentence that tells a meeting has one: what is held has a noun of meeting."""
    holding = {word for word, asked in rules().items() if asked == (_hold,) and not word.startswith("join")}
    return frozenset(rules().keys() - holding)


def _meet(found: Found) -> Proposal | None:
    """A met B, A met with B, A and B met."""
    if found.word == "meeting" and not _is_participle(found):
        return None
    if found.view.word(found.token - 1) in DETERMINERS or found.view.word(found.token - 2) in ("'",):
        return None
    if found.word == "met" and found.view.word(found.token - 1) in _PASSIVE:
        return _hosted_by(found)
    doer = subject_of(found)
    met = _objects(found, found.chains()) or met_by_pronoun(found, doer) or with_whom(found, doer)
    if not met and (not _is_finite(found) or not convenes(doer) or not _stands_alone(found)):
        return None
    return proposal_of(found, "en-meet", [*doer, *met], 0.9 if doer and met else 0.6)


def _is_participle(found: Found) -> bool:
    """Whether "meeting" is what somebody does: after meeting B, is meeting B."""
    before = found.view.word(found.token - 1)
    return not before.isalpha() or before in words_of("auxiliary") or before in _BEFORE_PARTICIPLE


def _is_finite(found: Found) -> bool:
    """Whether those before it meet: ministers met, are meeting, but not after meeting."""
    return found.word != "meeting" or found.view.word(found.token - 1) in _ARE


def _stands_alone(found: Found) -> bool:
    """Whether nothing is met: ministers met in Paris, met last week, but allies met the target."""
    word = found.view.word(found.token + 1)
    if word in DETERMINERS or word == "next":
        return found.view.word(found.token + 2) in words_of("spell") | words_of("weekday")
    return not word.isalpha() or word in words_of("auxiliary") or word in _AFTER_MET or word.endswith("ly")


def _objects(found: Found, chains: tuple[Chain, ...]) -> list[Actor]:
    """Whom one meets: with B, or B directly behind the verb; and what is joined to it."""
    met: list[Actor] = []
    for chain in chains:
        adjacent = chain.first - found.token <= ADJACENT and chain.marker == ""
        if (chain.marker in WITH and not is_governed(found.view, chain)) or (adjacent and not met):
            whole = [a for a in chain.actors if not owns_what_follows(found.view, a)]
            countries = chain.marker in WITH or chain.actors[0].kind == "group"
            met += [a for a in whole if a.kind != "country" or countries]
        elif chain.marker == "" and met and met[-1].kind == "group" and _is_list_of_persons(chain):
            met = [*met[:-1], *chain.actors] if found.view.word(chain.first - 1) == "," else met
        elif chain.marker == "and" and met and not _acts_itself(found.view, chain):
            met += chain.actors
    return met


def _is_list_of_persons(chain: Chain) -> bool:
    return len(chain.actors) > 1 and all(actor.kind == "person" for actor in chain.actors)


def _acts_itself(view: View, chain: Chain) -> bool:
    """Whether a chain is the subject of a clause of its own: ... and B met C."""
    word = view.word(chain.last)
    clause = view.word(chain.first - 2) == "," and word.isalpha() and not is_function(word)
    verb = clause and chain.last not in view.chart.capitals and word not in words_of("auxiliary")
    return verb or is_trigger(word) or word in words_of("clause_stop") or word in _HELPERS


def _host(found: Found) -> Proposal | None:
    """A hosted B, A welcomed B to C."""
    if found.view.word(found.token + 1) in ("the", "a", "an") and not found.chains():
        return None
    before = found.view.word(found.token - 1)
    if before in _PASSIVE:
        return _hosted_by(found)
    plays = found.word == "host" and before in words_of("plays")
    if before == "-" or (found.word == "host" and before not in words_of("auxiliary") and not plays):
        return None
    direct = [c for c in found.chains()[:1] if c.marker == ("to" if plays else "") and _is_next(found, c)]
    doer = subject_of(replace(found, token=found.token - plays))
    titled = any(actor.official for actor in doer) and found.view.word(found.token + 1) not in DETERMINERS
    met = [a for c in direct for a in c.actors if a.official or a.kind == "office" or (a.kind == "person" and titled)]
    met = [actor for actor in met if actor.kind in _PEOPLE and not owns_what_follows(found.view, actor)]
    met = met or [actor for actor in him(found, doer) if actor.official]
    if is_mutual(found, doer):
        return proposal_of(found, "en-meet", doer, 0.8)
    return proposal_of(found, "en-host", [*doer, *met], 0.8) if met and doer else None


def _hosted_by(found: Found) -> Proposal | None:
    """A was received by B."""
    hosts = [a for c in found.chains()[:1] if c.marker == "by" for a in c.actors if a.official]
    guests = [a for a in near_subject(found) or () if a.kind in _PEOPLE]
    return proposal_of(found, "en-host", [*hosts, *guests], 0.8) if hosts and guests else None


def _is_next(found: Found, chain: Chain) -> bool:
    gap = [found.view.word(token) for token in range(found.token + 1, chain.first)]
    return len(gap) < ADJACENT and all(word.isalpha() and word not in _RELATIVES for word in gap)


def _phone(found: Found) -> Proposal | None:
    """A telephoned B, A called his counterpart."""
    direct = [c for c in found.chains()[:1] if c.marker == "" and _is_next(found, c)]
    doer = subject_of(found)
    met = [a for c in direct for a in c.actors if a.kind in ("person", "office")] or him(found, doer)
    behind = direct[0].last if direct else found.token + 2
    if found.word == "called" and not (met and _is_by_phone(found, behind)):
        return None
    return proposal_of(found, "en-phone", [*doer, *met], 0.85, phone=True) if met and doer else None


def _is_by_phone(found: Found, behind: int) -> bool:
    """Whether somebody called is rung up, not named: called B on Monday, called B to say, called B by phone."""
    words = {found.view.word(token) for token in range(found.token, found.end)}
    if not words.isdisjoint(words_of("phone_word") | words_of("counterpart")):
        return True
    first, second = found.view.word(behind), found.view.word(behind + 1)
    if first in ("to", "and"):
        return second in words_of("rings_to")
    return first in words_of("rings_when") or bool({first, second if first == "on" else ""} & words_of("weekday"))


def _hold(found: Found) -> Proposal | None:
    """A held talks with B, A attended a summit in C."""
    noun = _noun_ahead(found)
    if noun is None:
        return None
    doer = subject_of(found)
    end = _before_another(found, noun)
    markers = ("", "by") if found.word == "joined" and found.view.word(found.token - 1) in _PASSIVE else ("",)
    before = [a for c in found.view.chains_between(found.token + 1, noun) if c.marker in markers for a in c.actors]
    chains = found.view.chains_between(noun + 1, end)
    met = (
        [a for c in companions(found.view, chains) for a in c.actors]
        or of_whom(chains, noun)
        or met_by_pronoun(found, doer)
    )
    if found.word.startswith("join"):
        met, before = [*before, *met], []
    if not met and not (doer and (convenes(doer) or any(a.kind in ("body", "group") for a in before))):
        return None
    return proposal_of(found, "en-hold", [*doer, *before, *met], 0.9 if doer and met else 0.6, last=noun + 1)


def _before_another(found: Found, noun: int) -> int:
    """The token of the next noun of meeting that stands before anybody: talks about a summit with B."""
    chains = found.view.chains_between(noun + 1, found.end)
    limit = chains[0].first if chains else found.end
    nouns = (t for t in range(noun + 2, limit) if found.view.word(t) in words_of("meet_noun"))
    return next(nouns, found.end)


def _noun_ahead(found: Found) -> int | None:
    """The noun of meeting that is held or joined, over who holds it too."""
    joined = found.word.startswith("join")
    ends = {actor.first: actor.last for actor in found.view.actors}
    token = found.token + 1
    for _ in range(_NEAR):
        word = found.view.word(token)
        if word in words_of("meet_noun") or (joined and word in words_of("joined_noun")):
            return token
        if (word in _NO_OBJECT and not (joined and word == "for")) or token >= found.end:
            return None
        token = ends.get(token, token + 1)
    return None


_RULES = (
    ("phone_verb", _phone),
    ("meet_with_verb", spoke_with),
    ("speak_verb", spoke_with),
    ("discuss_verb", discussed_with),
    ("hands", shook_hands),
    ("hold_verb", _hold),
    ("host_verb", _host),
    ("call_noun", told_by_call),
    ("meet_verb", _meet),
    ("meet_noun", told_by_noun),
    ("meet_noun", told_during),
    ("phone_noun", spoke_by_phone),
    ("briefs", briefed),
    ("visits", visited),
    ("told_again", told_again),
)
