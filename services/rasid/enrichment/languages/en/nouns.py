"""The English rules for nouns of meeting: meeting, talks, summit, phone call."""

from dataclasses import replace

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.en.clauses import (
    ADJACENT,
    DETERMINERS,
    WITH,
    Found,
    companions,
    is_somebody,
    owns_what_follows,
    proposal_of,
)
from rasid.enrichment.languages.en.subjects import antecedent, convenes, subject_of
from rasid.enrichment.languages.en.words import is_trigger, words_of

_ADJUNCT = frozenset({"after", "before", "during", "following", "in", "at", "ahead", "of", "for"})
_DURING = frozenset({"during", "at", "after", "before"})
_TOLD_WITHIN = 12
"""Tokens behind a noun of meeting in which its place and day are told."""
_FOR = frozenset({"for", "attend"})
_FIRST = frozenset({"first", "first-ever", "ever", "second", "third", "last"})
_IS = frozenset({"is", "was", "are", "were", "be"})
_IN = frozenset({"in", "at"})
_TRAVELLED = 10
"""Tokens before a meeting in which somebody may travel to it."""
_OWNED = 8
"""Tokens from whose something is to his meeting: the president's position at his summit."""
_DESCRIBED = 5
"""Tokens before a noun of meeting in which its determiner stands."""
_RELATIVES = frozenset({"that", "which"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_BEING = frozenset({"is", "was", "isn't", "wasn't", "would", "wouldn't", "will", "won't", "are", "were"})
_TAKES_PLACE = frozenset({"take", "happen", "occur"})
"""Behind "will not" they tell of a meeting that was called off."""
_NOT = frozenset({"not", "n't", "never", "unlikely"})
_ONE = frozenset({"a", "an", "his", "her"})
_WHICH = frozenset({"last", "this", "next"})
_THERE = frozenset({"in", "at", "during", "after"})
_TWO = 2
_SETTING = frozenset({"at", "of", "from", "during", "in", "before", "after"})


def told_by_noun(found: Found) -> Proposal | None:
    """talks between A and B, A's meeting with B, NATO summit, a meeting of ministers."""
    view, chains = found.view, found.chains()
    if _is_talked_of(found, chains):
        return None
    before = _whose(found)
    met = [a for c in companions(view, chains) for a in c.actors if not owns_what_follows(view, a)]
    of = of_whom(chains, found.token)
    among = any(c.marker == "between" for c in chains) and convenes(met)
    before = [*before, *_arranged_by(found)]
    if met and not before and not among and (len(met) < 2 or _is_of_the_subject(found, chains)):
        before = [actor for actor in doer_of_noun(found) if actor not in met]
    elif not met and not of and _is_with_the_one_before(found, before):
        before = [actor for actor in doer_of_noun(found) if actor not in before][:1] + before
    if of and not met and not before and view.word(_opening(found)) in _DURING:
        before = doer_of_noun(found)
    together = [] if met or before or of else _together_there(found)
    if together:
        return proposal_of(found, "en-talks", together, 0.6)
    participants = [*before, *met, *of]
    if _is_only_compared(found, participants):
        return None
    if not met and (visit := _told_by_visit(found, participants)) is not None:
        return visit
    if not met and not convenes([*before, *of]):
        return None
    if not met and (not _is_particular(view, found) or _is_setting(found, participants)):
        return None
    return proposal_of(found, "en-talks", participants, 0.8 if before and met else 0.6)


def _together_there(found: Found) -> list[Actor]:
    """In a meeting in Oslo on Monday, A and B agreed: two officials who act in the clause that it opens."""
    view, near = found.view, range(found.token - 1, found.token - _DESCRIBED, -1)
    setting = next((token for token in near if view.word(token) in _THERE), None)
    if setting is None or view.word(setting - 1).isalnum():
        return []
    behind = next((c for c in view.chains_between(found.token, view.last) if view.word(c.first - 1) == ","), None)
    if behind is None or len(behind.actors) < _TWO or behind.first - found.token > _TOLD_WITHIN:
        return []
    official = all(actor.official and actor.kind in ("person", "office") for actor in behind.actors)
    return list(behind.actors) if official else []


def _told_by_visit(found: Found, others: list[Actor]) -> Proposal | None:
    """A is in Paris for talks, A flew to Oslo for the NATO summit: whoever travels to a meeting takes part in it."""
    view = found.view
    first = _for_which(found)
    if view.word(first) not in _FOR or found.word not in words_of("visited_noun"):
        return None
    verb = next((t for t in range(first - 1, max(view.first, first - _TRAVELLED), -1) if _travels(view, t)), None)
    doer = [actor for actor in subject_of(replace(found, token=verb)) if actor.official] if verb else []
    if not doer:
        return None
    told = proposal_of(found, "en-visit", [*doer, *(a for a in others if a not in doer)], 0.6)
    to_come = told is not None and verb is not None and view.word(verb - 1) in words_of("future")
    return told._replace(status="planned") if told is not None and to_come and told.status == "held" else told


def _travels(view: View, token: int) -> bool:
    """flew to, is in."""
    word = view.word(token)
    return word in words_of("travels") or (word in _IS and view.word(token + 1) in _IN)


def _is_only_compared(found: Found, actors: list[Actor]) -> bool:
    """the first meeting between a Kenyan and an Omani president: what one told before is the first of."""
    ordinal = not _FIRST.isdisjoint(_before_noun(found))
    return ordinal and bool(actors) and all(actor.kind in ("office", "group") for actor in actors)


def _for_which(found: Found) -> int:
    """The token before a noun of meeting and what describes it, with or without a determiner."""
    token = found.token - 1
    while token > found.view.first and found.token - token < _DESCRIBED and found.view.word(token) not in _FOR:
        token -= 1
    return token


def _opening(found: Found) -> int:
    """The token before the determiner of the noun and what describes it."""
    token = found.token - 1
    while token > found.view.first and found.token - token < _DESCRIBED and found.view.word(token) not in DETERMINERS:
        token -= 1
    return token - 1


def _is_of_the_subject(found: Found, chains: tuple[Chain, ...]) -> bool:
    """after a meeting with A and B: whoever does something then was there too."""
    with_ = any(chain.marker == "with" for chain in chains[:1])
    before = [found.view.word(t) for t in range(found.token - 4, found.token)]
    if with_ and _is_travelled_for(found):
        return True
    return with_ and not _ADJUNCT.isdisjoint(before) and not _ONE.isdisjoint(before)


def _is_travelled_for(found: Found) -> bool:
    """flew to Oslo for talks with A and B."""
    first = _for_which(found)
    travels = (_travels(found.view, t) for t in range(first - 1, max(found.view.first, first - _TRAVELLED), -1))
    return found.view.word(first) == "for" and any(travels)


def _is_with_the_one_before(found: Found, before: list[Actor]) -> bool:
    """after Keller meeting, before Demir talks: a name right before the noun says with whom."""
    lone = len(before) == 1 and before[0].kind == "person" and before[0].last == found.token
    return lone and found.view.word(before[0].first - 1) in _ADJUNCT


def _whose(found: Found) -> list[Actor]:
    """Trump's meeting, his meeting, their meeting, the NATO summit: whose it is."""
    owner = next((word for word in _before_noun(found) if word in _POSSESSIVES), "")
    if owner == "their":
        return _they(found)
    if not owner:
        return owners_of(found)
    named = found.view.chains_between(found.view.first, found.token)
    if named and found.token - named[-1].last <= _OWNED and found.view.word(named[-1].last) == "'":
        return list(named[-1].actors)
    return (antecedent(found) if named else _behind(found)) or antecedent(found)


def _behind(found: Found) -> list[Actor]:
    """After his meeting with B, A spoke: who acts in the clause behind."""
    behind = found.view.chains_between(found.token, found.view.last)
    return next(([c.actors[0]] for c in behind if c.marker == "" and is_somebody(c)), [])


def _arranged_by(found: Found) -> list[Actor]:
    """the meeting Archer had with B, the dinner that Archer hosted: who stands in a relative behind the noun."""
    view = found.view
    first = found.token + 1 + (view.word(found.token + 1) in _RELATIVES)
    chain = next((c for c in view.chains_between(first, first + ADJACENT) if c.marker == ""), None)
    if chain is None or any(view.word(t) in words_of("function") - DETERMINERS for t in range(first, chain.first)):
        return []
    behind = [view.word(t) for t in range(chain.last, chain.last + ADJACENT)]
    return list(chain.actors) if any(word in words_of("arranges") for word in behind) else []


def _before_noun(found: Found) -> list[str]:
    """The words before a noun of meeting from its determiner on, the nearest first."""
    first = _opening(found) + 1
    return [found.view.word(token) for token in range(found.token - 1, first - 1, -1)]


def _is_talked_of(found: Found, chains: tuple[Chain, ...]) -> bool:
    """Whether a meeting is only spoken about: to discuss the meeting with B, a meeting with B is not enough."""
    if found.view.word(_opening(found)) in words_of("talks_of"):
        return True
    last = chains[0].last if chains and chains[0].marker in WITH else found.token + 1
    return _denies(found.view, last) or _denies(found.view, found.token + 1)


def _denies(view: View, token: int) -> bool:
    """isn't, is not, would not be."""
    if view.word(token) not in _BEING or view.word(token + 2) in _TAKES_PLACE:
        return False
    return view.word(token + 1) in _NOT or view.word(token).endswith("n't")


def _they(found: Found) -> list[Actor]:
    """their meeting: of the two who were named last."""
    before = found.view.chains_between(found.view.first, found.token)
    people = list({a.key or a.name: a for c in before for a in c.actors if a.kind in ("person", "office")}.values())
    return people[-2:] if len(people) > 1 else list(found.view.together)


def of_whom(chains: tuple[Chain, ...], noun: int) -> list[Actor]:
    """a meeting of NATO defence ministers."""
    return [a for c in chains[:1] if c.marker in ("of", "by", "for") and c.first - noun <= ADJACENT for a in c.actors]


def owners_of(found: Found) -> list[Actor]:
    """Trump's meeting, the NATO summit, the Trump-Kim summit, Friday's White House meeting: whose it is."""
    view = found.view
    near = [c for c in view.chains if c.last <= found.token and found.token - c.last <= 4]
    if not near:
        return []
    gap = [view.word(t) for t in range(near[-1].last, found.token)]
    own = "'" in gap[:1] or not gap or (len(gap) <= 2 and not any(_separates(word) for word in gap))
    kinds = ("person", "office", "group", "body", "country")
    return [a for a in near[-1].actors if a.kind in kinds] if own else []


def _separates(word: str) -> bool:
    return not word.isalpha() or word in words_of("function") or word in words_of("hold_verb")


def _is_particular(view: View, found: Found) -> bool:
    """A body's meeting is told of, not any meeting: it has a determiner, a place or a day."""
    return found.word in words_of("convening_noun") and any(
        view.word(t) in ("in", "at", "on")
        or view.word(t) in words_of("weekday")
        or (view.word(t) in _WHICH and view.word(t + 1) in words_of("spell"))
        for t in range(found.token + 1, min(found.end, found.token + _TOLD_WITHIN))
    )


def _is_setting(found: Found, actors: list[Actor]) -> bool:
    """Whether a body's meeting only says where another one was: he met B at the G20 summit."""
    view = found.view
    whose = next((c for c in reversed(view.chains) if c.last <= found.token), None)
    if whose is None or whose.marker not in _SETTING or any(actor.kind != "body" for actor in actors):
        return False
    return any(is_trigger(view.word(token)) for token in range(view.first, whose.first))


def doer_of_noun(found: Found) -> list[Actor]:
    """Who held the meeting: the subject of the sentence before it, else behind, else of the sentences before."""
    view = found.view
    before = [c for c in view.chains_between(view.first, found.token) if c.marker in ("", "and") and is_somebody(c)]
    if before:
        return list(before[-1].actors)
    behind = [c for c in view.chains_between(found.token, view.last) if c.marker == "" and is_somebody(c)]
    if behind and not any(_is_relative(view, t) for t in range(found.token + 2, behind[0].first)):
        return list(behind[0].actors[:1])
    return [found.implied] if found.implied else []


def _is_relative(view: View, token: int) -> bool:
    """A report that blamed B: what goes on about another noun."""
    before = view.word(token - 1)
    return view.word(token) in _RELATIVES and before.isalpha() and before not in words_of("function")
