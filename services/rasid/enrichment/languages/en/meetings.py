"""The English rules that find meetings in a sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import MOST_TRIGGERS, Proposal
from rasid.enrichment.languages.en.modality import mode_of, status_of
from rasid.enrichment.languages.en.words import is_capitalised, words_of

_STOPS = frozenset({".", ";", ":"})
_OTHER_MEETINGS = frozenset({"met", "meet", "meets", "hosted", "telephoned", "spoke", "talked", "welcomed"})
_WITH = frozenset({"with", "between", "alongside", "including"})
_REACH = 40
_LOOK_BACK = 14
_ADJACENT = 3
_SPOKEN_TO = 7


@dataclass(frozen=True, slots=True)
class _Found:
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
        return self.view.chains_between(self.token + 1, self.end)


def propose(view: View, implied: Actor | None) -> Iterator[Proposal]:
    """The meetings of a sentence. `implied` is the subject of the sentences before."""
    behind, triggers = view.first, 0
    inside = {t for actor in view.actors for t in range(actor.first, actor.last)}
    for token in range(view.first, view.last):
        if token < behind or token in inside:
            continue
        rules = _rules_of(view.chart.tokens[token].word)
        if not rules:
            continue
        triggers += 1
        if triggers > MOST_TRIGGERS:
            return
        found = _Found(view, token, clause_end(view, token, inside), implied)
        proposal = next((p for p in (rule(found) for rule in rules) if p is not None), None)
        if proposal is not None:
            yield proposal
            behind = max(proposal.last, max((a.last for a in proposal.participants if a.first > token), default=0))


@lru_cache(50_000)
def _rules_of(word: str) -> tuple[Callable[[_Found], Proposal | None], ...]:
    """The rules that a word triggers."""
    return tuple(rule for kind, rule in _RULES if word in words_of(kind))


def clause_end(view: View, token: int, inside: set[int]) -> int:
    """The token behind the clause: before the next relative, subordinate or speech verb."""
    limit = min(view.last, token + _REACH)
    for ahead in range(token + 2, limit):
        word = view.word(ahead)
        if ahead not in inside and (word in words_of("clause_stop") or word in _OTHER_MEETINGS or word in _STOPS):
            return ahead
    return limit


def _meet(found: _Found) -> Proposal | None:
    """A met B, A met with B, A and B met."""
    if found.view.word(found.token - 1) in _DETERMINERS or found.view.word(found.token - 2) in ("'",):
        return None
    doer = _subject(found)
    met = _objects(found, found.chains())
    if not met and (found.word == "meeting" or not _convenes(doer) or not _stands_alone(found)):
        return None
    return _proposal(found, "en-meet", [*doer, *met], 0.9 if doer and met else 0.6)


_HELPERS = frozenset({"is", "are", "was", "were", "will", "has", "had", "have", "would", "could", "also"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "this", "that", "first", "last", "s"})


def _stands_alone(found: _Found) -> bool:
    """Whether nothing is met: ministers met in Paris, but allies met the target."""
    word = found.view.word(found.token + 1)
    if word in _DETERMINERS:
        return False
    return not word.isalpha() or word in words_of("auxiliary") or word in _AFTER_MET or word.endswith("ly")


_AFTER_MET = frozenset({"in", "at", "with", "and", "behind", "here", "over", "as", "face", "amid", "before", "after"})


def _objects(found: _Found, chains: tuple[Chain, ...]) -> list[Actor]:
    """Whom one meets: with B, or B directly behind the verb; and what is joined to it."""
    met: list[Actor] = []
    for chain in chains:
        adjacent = chain.first - found.token <= _ADJACENT and chain.marker == ""
        if (chain.marker in _WITH and not _is_governed(found.view, chain)) or (adjacent and not met):
            met += [a for a in chain.actors if a.kind != "country" or chain.marker in _WITH]
        elif chain.marker == "" and met and met[-1].kind == "group" and chain.actors[0].kind == "person":
            met = [*met[:-1], *chain.actors] if found.view.word(chain.first - 1) == "," else met
        elif chain.marker == "and" and met and not _acts_itself(found.view, chain):
            met += chain.actors
    return met


def _acts_itself(view: View, chain: Chain) -> bool:
    """Whether a chain is the subject of a clause of its own: ... and B met C."""
    word = view.word(chain.last)
    return bool(_rules_of(word)) or word in words_of("clause_stop") or word in _HELPERS


def _meet_with(found: _Found) -> Proposal | None:
    """A sat down with B, A conferred with B, A spoke with B, A talked to B."""
    ahead = [found.view.word(t) for t in range(found.token + 1, found.token + 5)]
    if "with" not in ahead and not (found.word in words_of("speak_verb") and ahead[:1] == ["to"]):
        return None
    accepted = (*_WITH, "to")
    near = [c for c in found.chains()[:1] if c.marker in accepted and c.first - found.token <= _SPOKEN_TO]
    met = [a for c in near for a in c.actors if a.kind in ("person", "office") and a.official]
    doer = [a for a in _subject(found) if a.official]
    return _proposal(found, "en-speak", [*doer, *met], 0.65) if met and doer else None


def _host(found: _Found) -> Proposal | None:
    """A hosted B, A welcomed B to C."""
    if found.view.word(found.token + 1) in ("the", "a", "an") and not found.chains():
        return None
    direct = [c for c in found.chains()[:1] if c.marker == "" and _is_next(found, c)]
    met = [a for c in direct for a in c.actors if a.kind in ("office", "group") or (a.kind == "person" and a.official)]
    doer = _subject(found)
    return _proposal(found, "en-host", [*doer, *met], 0.8) if met and doer else None


def _is_next(found: _Found, chain: Chain) -> bool:
    gap = [found.view.word(token) for token in range(found.token + 1, chain.first)]
    return len(gap) < _ADJACENT and all(word.isalpha() for word in gap)


def _phone(found: _Found) -> Proposal | None:
    """A telephoned B."""
    if found.word == "called" and "phone" not in [found.view.word(t) for t in range(found.token, found.end)]:
        return None
    met = [a for c in found.chains()[:1] if c.marker == "" for a in c.actors if a.kind in ("person", "office")]
    doer = _subject(found)
    return _proposal(found, "en-phone", [*doer, *met], 0.85) if met and doer else None


def _hold(found: _Found) -> Proposal | None:
    """A held talks with B, A attended a summit in C."""
    noun = _noun_ahead(found)
    if noun is None:
        return None
    doer = _subject(found)
    end = found.end
    before = [a for c in found.view.chains_between(found.token + 1, noun) if c.marker == "" for a in c.actors]
    chains = found.view.chains_between(noun + 1, end)
    met = [a for c in _companions(found.view, chains) for a in c.actors] or _of(chains, noun)
    if not met and not (doer and (_convenes(doer) or any(a.kind in ("body", "group") for a in before))):
        return None
    return _proposal(found, "en-hold", [*doer, *before, *met], 0.9 if doer and met else 0.6, last=noun + 1)


def _noun_ahead(found: _Found) -> int | None:
    for token in range(found.token + 1, min(found.end, found.token + 9)):
        word = found.view.word(token)
        if word in words_of("meet_noun"):
            return token
        if word in ("with", "to", "said", ","):
            return None
    return None


def _companions(view: View, chains: tuple[Chain, ...]) -> Iterator[Chain]:
    """The chains a noun of meeting takes: with B, between A and B, of NATO ministers."""
    open_ = False
    for chain in chains:
        if chain.marker in _WITH and not _is_governed(view, chain):
            open_ = True
        elif not (chain.marker == "and" and open_):
            continue
        yield chain


def _is_governed(view: View, chain: Chain) -> bool:
    """Whether "with" or "between" belongs to another noun: a deal with Iran, drills between A and B."""
    token = chain.first - 1
    while token > view.first and view.word(token) not in _WITH:
        token -= 1
    word = view.word(token - 1)
    plain = word.isalpha() and not words_of("function") & {word} and not is_capitalised(view.chart, token - 1)
    return plain and word not in words_of("meets_with") and not _rules_of(word)


def _noun(found: _Found) -> Proposal | None:
    """talks between A and B, A's meeting with B, NATO summit, a meeting of ministers."""
    view = found.view
    before = _owners(found)
    if view.word(found.token - 1) == "their" or view.word(found.token - 2) == "their":
        before = _they(found)
    chains = found.chains()
    met = [a for c in _companions(view, chains) for a in c.actors]
    of = _of(chains, found.token)
    if met and len(met) + len(before) < 2:
        before = before or _doer_of_noun(found)
    participants = [*before, *met, *of]
    if not met and not _convenes([*before, *of]):
        return None
    if not met and not _is_particular(view, found):
        return None
    return _proposal(found, "en-talks", participants, 0.8 if before and met else 0.6)


def _they(found: _Found) -> list[Actor]:
    """their meeting: of the two who were named last."""
    before = found.view.chains_between(found.view.first, found.token)
    people = list({a.key or a.name: a for c in before for a in c.actors if a.kind in ("person", "office")}.values())
    return people[-2:] if len(people) > 1 else []


def _of(chains: tuple[Chain, ...], noun: int) -> list[Actor]:
    """a meeting of NATO defence ministers."""
    return [a for c in chains[:1] if c.marker in ("of", "by", "for") and c.first - noun <= _ADJACENT for a in c.actors]


def _owners(found: _Found) -> list[Actor]:
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


def _is_particular(view: View, found: _Found) -> bool:
    """A body's meeting is told of, not any meeting: it has a determiner, a place or a day."""
    return found.word in words_of("convening_noun") and any(
        view.word(t) in ("in", "at", "on", *words_of("weekday"))
        for t in range(found.token + 1, min(found.end, found.token + 8))
    )


def _call(found: _Found) -> Proposal | None:
    """a phone call with B, a call between A and B."""
    near = [found.view.word(t) for t in range(found.token - 2, found.token + 2)]
    if not any(word in words_of("phone_word") for word in near) and not (
        found.word in ("call", "calls") and found.view.word(found.token + 1) == "with"
    ):
        return None
    owners = _owners(found)
    chains = found.chains()
    met = [
        a
        for c in chains[:2]
        if c.marker in _WITH or c.marker in ("to", "from")
        for a in c.actors
        if a.kind != "country"
    ]
    doer = owners or _doer_of_noun(found)
    if not met:
        doer = _callers(found)
    return _proposal(found, "en-call", [*doer, *met], 0.85, phone=True) if len(doer) + len(met) > 1 else None


def _callers(found: _Found) -> list[Actor]:
    """A told B in a phone call: the last two named, one of them the subject."""
    before = found.view.chains_between(found.view.first, found.token)
    people = [a for c in before if c.marker in ("", "to", "and") for a in c.actors if a.kind in ("person", "office")]
    distinct = list({a.key or a.name: a for a in people}.values())
    return distinct[-2:] if found.view.word(found.token - 3) in ("in", "during", "by", "over") else []


def _doer_of_noun(found: _Found) -> list[Actor]:
    """Who held the meeting: the subject of the sentence before it, else behind, else of the sentences before."""
    view = found.view
    before = [c for c in view.chains_between(view.first, found.token) if c.marker in ("", "and") and _is_somebody(c)]
    if before:
        return list(before[-1].actors)
    behind = [c for c in view.chains_between(found.token, view.last) if c.marker == "" and _is_somebody(c)]
    if behind:
        return list(behind[0].actors[:1])
    return [found.implied] if found.implied else []


def _is_somebody(chain: Chain) -> bool:
    return chain.actors[0].kind in ("person", "office", "group")


def _subject(found: _Found) -> list[Actor]:
    """Who does it: the actors before the verb, over auxiliaries, adverbs and days; a pronoun is the subject before."""
    view = found.view
    ends = {chain.last: chain for chain in view.chains if chain.last <= found.token}
    token = found.token
    for _ in range(_LOOK_BACK):
        if token in ends:
            chain = ends[token]
            return list(chain.actors) if chain.marker not in ("in", "at") else _first_subject(found)
        word = view.word(token - 1)
        if word in ("he", "she", "him", "her"):
            return [found.implied] if found.implied else _first_subject(found)
        if token <= view.first or not (word in words_of("auxiliary") or word in {",", "who"} or word.isdigit()):
            break
        token -= 1
    return _first_subject(found)


def _first_subject(found: _Found) -> list[Actor]:
    """The sentence's first actor without a preposition, where no nearer one is the verb's."""
    before = found.view.chains_between(found.view.first, found.token)
    first = next((c for c in before if c.marker == "" and c.actors[0].kind != "country"), None)
    if first is not None:
        return list(first.actors)
    return [found.implied] if found.implied and not before else []


def _convenes(actors: list[Actor]) -> bool:
    return len(actors) > 1 or any(a.plural or a.kind in ("group", "body") for a in actors)


_RULES = (
    ("phone_verb", _phone),
    ("meet_with_verb", _meet_with),
    ("speak_verb", _meet_with),
    ("hold_verb", _hold),
    ("host_verb", _host),
    ("call_noun", _call),
    ("meet_verb", _meet),
    ("meet_noun", _noun),
)


def _proposal(
    found: _Found, rule: str, actors: list[Actor], confidence: float, *, last: int = 0, phone: bool = False
) -> Proposal | None:
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
