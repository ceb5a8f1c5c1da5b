"""A word of meeting in its Arabic clause: whose it is, how far it reaches, what becomes of it."""

from dataclasses import dataclass
from functools import cached_property

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.ar.groups import is_security_council
from rasid.enrichment.languages.ar.modality import is_present, mode_of, status_of
from rasid.enrichment.languages.ar.triggers import Trigger, trigger_of
from rasid.enrichment.languages.ar.words import (
    clitics_before,
    is_function,
    is_time,
    verb_clitics,
    words_of,
)
from rasid.enrichment.text.normalise import fold

WITH = frozenset({"مع", "ب"})
AND = frozenset({"و"})
SUBJECTS = frozenset({"", "و", "ان", "انه"})
TWO = 2
_REACH = 40
"""How many tokens behind its trigger a meeting may be told."""
_TENSES = frozenset({"لم", "لن", "قد", "سوف"})
_WHO = frozenset({"الذي", "التي", "الذين"})
_SHORT = 3
"""Letters up to which a word that may be a verb is rather a preposition or noun: بين, قبل, عمل."""
_COMPLEMENT = 6
"""How many tokens of an office's complement may stand before its holder's name."""
_BEFORE = 3
"""How many tokens may stand between a subject and its verb."""


@dataclass(frozen=True)
class Found:
    """A trigger in its sentence."""

    view: View
    token: int
    trigger: Trigger
    end: int
    """The token behind its clause."""

    @property
    def implied(self) -> Actor | None:
        """Whom an earlier sentence made the subject."""
        return self.view.implied

    @cached_property
    def _chains(self) -> tuple[Chain, ...]:
        return one_person_each(self.view, self.view.chains_between(self.token + 1, self.end))

    def chains(self) -> tuple[Chain, ...]:
        """The chains behind the trigger in its clause."""
        return self._chains


def one_person_each(view: View, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """The chains, an office and the bare name behind its complement as one person: رئيس الهيئة في ينبع الدكتور A."""
    joined: list[Chain] = []
    for chain in (_entitled(view, _without_honorific(chain)) for chain in chains):
        if joined and _is_the_holder(view, joined[-1], chain):
            joined[-1] = as_holder(joined[-1], chain)
        else:
            joined.append(chain)
    return tuple(joined)


def _without_honorific(chain: Chain) -> Chain:
    """أصحاب السمو والمعالي وزراء الخارجية: those of high rank are whoever is named next."""
    actors: list[Actor] = []
    for actor in chain.actors:
        if actors and _honours(actors[-1], actor):
            actors[-1] = actor._replace(first=actors[-1].first)
        else:
            actors.append(actor)
    return Chain(tuple(actors), chain.marker)


def _honours(group: Actor, named: Actor) -> bool:
    high = group.kind == "group" and group.name.startswith("أصحاب ال")
    return high and named.first - group.last < TWO and named.kind in ("group", "office")


def _entitled(view: View, chain: Chain) -> Chain:
    """نائب المدير العام، اللواء A: a comma between an office and a name with a rank or office parts nobody."""
    if len(chain.actors) == 1 or view.word(chain.actors[0].last) != ",":
        return chain
    office, name = Chain(chain.actors[:1], chain.marker), Chain(chain.actors[1:], "")
    if name.first != office.last + 1:
        return chain
    ranked = view.chart.mark("rank", name.first) is not None and _may_hold(view, office, name)
    return as_holder(office, name) if ranked or _has_two_offices(office, name) else chain


def _has_two_offices(office: Chain, name: Chain) -> bool:
    """مستشار الملك، أمير المنطقة A: without و the second office is the same man's."""
    first, second = office.actors[0], name.actors[0]
    alone = office.marker == "" and first.kind == "office" and not first.plural
    same = None in (first.affiliation, second.affiliation) or first.affiliation == second.affiliation
    return alone and same and second.kind == "person" and second.role is not None and not second.clitics


def _may_hold(view: View, office: Chain, name: Chain) -> bool:
    bare = name.marker == "" and name.actors[0].kind == "person" and view.chart.mark("office", name.first) is None
    return bare and len(office.actors) == 1 and office.actors[0].kind == "office" and not office.actors[0].plural


def _is_the_holder(view: View, office: Chain, name: Chain) -> bool:
    gap = [view.word(t) for t in range(office.last, name.first)]
    parted = any(word == "," or is_time(word) or is_finite(word) for word in gap)
    return _may_hold(view, office, name) and len(gap) <= _COMPLEMENT and not parted


def as_holder(office: Chain, name: Chain) -> Chain:
    """The person named behind an office, with it."""
    title, person = office.actors[0], name.actors[0]
    holder = person._replace(
        first=title.first,
        start=title.start,
        role=person.role if person.role and " " in person.role else title.role,
        affiliation=person.affiliation or title.affiliation,
        official=person.official or title.official,
    )
    return Chain((holder, *name.actors[1:]), office.marker)


_OF_THEIR_OWN = frozenset({"meet", "convene", "receive"})


def clause_end(view: View, token: int) -> int:
    """The token behind the clause: before the next relative, complement or other verb."""
    limit = min(view.last, token + _REACH)
    for ahead in range(token + 1, limit):
        if ahead not in view.covered and (_ends_clause(view, token, ahead) or tells_another(view, token, ahead)):
            return ahead
    return limit


def tells_another(view: View, noun: int, verb: int) -> bool:
    """على هامش القمة اجتمع A مع B: behind a noun the verb tells a meeting of its own."""
    telling = trigger_of(view.word(verb))
    if telling is None or telling.kind not in _OF_THEIR_OWN:
        return False
    told = trigger_of(view.word(noun))
    if told is None or told.kind != "noun":
        return False
    return told.definite or not (verb == noun + 1 or _describes(view, verb))


def _describes(view: View, verb: int) -> bool:
    """اجتماعا لم يعلن عنه مع B: a verb right behind an indefinite noun of meeting says which it is."""
    noun = trigger_of(view.word(verb - 1 - (view.word(verb - 1) in _TENSES)))
    return noun is not None and noun.kind == "noun" and not noun.definite


def _ends_clause(view: View, token: int, ahead: int) -> bool:
    word = view.word(ahead)
    if word in {";", "."}:
        return True
    return _begins_another(word) and ahead != token + 1 and not _describes(view, ahead)


def _begins_another(word: str) -> bool:
    """Whether a clause of its own begins with a word: a relative, a complement, another verb."""
    if word in words_of("clause_stop") or word in words_of("says"):
        return True
    if len(word) <= _SHORT or word.endswith("ه") or verb_clitics(word) is None:
        return False  # وزارة and زاره, قادة and قاده fold to the same letters; the noun is the more frequent
    return not is_function(word) and trigger_of(word) is None


def _behind_relative(found: Found) -> tuple[Chain, ...]:
    """يلتقي A الذي يزور المنطقة، B: the chains behind a clause that only tells more of the subject."""
    view, end = found.view, found.end
    if view.word(end) not in _WHO or len(found.chains()) != 1 or found.chains()[0].last < end - 1:
        return ()
    comma = next((t for t in range(end, min(end + _REACH, view.last)) if view.word(t) == ","), None)
    behind = view.chains_between(comma + 1, comma + 1 + _BEFORE) if comma is not None else ()
    return behind if behind and (not behind[0].marker or behind[0].marker in WITH) else ()


def who_is_told(found: Found) -> list[Chain]:
    """The chains behind the verb, but for a state that is where they met: التقى A وB أثناء زيارتهما كذا."""
    visited = words_of("journey")
    chains = (*_host_and_guest(found), *_behind_relative(found))
    return [c for c in chains if c.actors[0].kind != "country" or found.view.word(c.first - 1) not in visited]


def _host_and_guest(found: Found) -> tuple[Chain, ...]:
    """استقبل المستشار في الديوان المشرف على المركز A السفير B: of three in a row the first two are one."""
    chains = found.chains()
    bare = [chain for chain in chains if chain.marker == ""]
    if len(bare) <= TWO or len(bare[0].actors) > 1 or bare[0].actors[0].kind != "office":
        return chains
    host = as_holder(bare[0], bare[1])
    return tuple(host if chain is bare[1] else chain for chain in chains if chain is not bare[0])


def within_actor(view: View, token: int) -> bool:
    """Whether a token is part of an actor's name or title."""
    return any(actor.first <= token < actor.last and token > actor.first for actor in view.actors)


def is_finite(word: str) -> bool:
    """Whether a word is a verb beyond doubt: short ones are as often nouns or prepositions."""
    return word in words_of("says") or (len(word) > _SHORT and verb_clitics(word) is not None)


def is_convening(actor: Actor) -> bool:
    """A body of states, or officials of one side: قمة الناتو, اجتماع وزراء الخليج."""
    if (actor.kind == "office" and actor.plural) or clitics_before(fold(actor.name), "pair") is not None:
        return True
    if actor.kind == "group" and _is_of_two_sides(fold(actor.name).split()):
        return True
    if actor.kind == "group" and clitics_before(fold(actor.name.split()[0]), "cabinet") is not None:
        return False  # its sittings are routine
    return actor.kind == "body" or (
        actor.kind == "group" and (actor.affiliation is not None or is_security_council(actor.name))
    )


def _is_of_two_sides(words: list[str]) -> bool:
    """وزيرا خارجية A وB, قادة من حركتي A وB, خبراء من البلدين."""
    paired = any(word.startswith("و") for word in words[1:])
    bodies = words[0] in words_of("dual") or not words_of("two_bodies").isdisjoint(words)
    return (paired and bodies) or not words_of("both").isdisjoint(words[1:])


def is_its_own(body: Actor) -> bool:
    """مجلس الشؤون الاقتصادية برئاسة A: a council of one state under its head meets nobody."""
    words = fold(body.name).split()
    return body.kind == "group" and not is_convening(body) and words_of("many_states").isdisjoint(words)


def is_phone(view: View, token: int) -> bool:
    """Whether a call is made by telephone: the word stands behind it."""
    return any(view.word(token + ahead) in words_of("phone_word") for ahead in range(1, 9))


def proposal_of(
    found: Found, rule: str, actors: list[Actor], confidence: float, *, adds: bool = False
) -> Proposal | None:
    """The proposal of a rule; None where nobody takes part, or the sentence denies it."""
    if not actors:
        return None
    view = found.view
    last = max(max(actor.last for actor in actors), found.token + 1)
    status = status_of(view, found.token, found.trigger)
    if status is None:
        return None
    return Proposal(
        rule=rule,
        first=found.token,
        last=found.token + 1,
        clause=(found.token, min(max(last, found.token + 1), view.last)),
        participants=tuple(actors),
        mode=mode_of(view, found.token, last, found.trigger),
        status=status,
        confidence=confidence,
        negotiation=clitics_before(view.word(found.token), "negotiation") is not None,
        adds=adds,
        present=is_present(view, found.token, found.trigger),
    )
