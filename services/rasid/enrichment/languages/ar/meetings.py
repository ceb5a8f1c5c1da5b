"""The Arabic rules that find meetings in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import MOST_TRIGGERS, Proposal
from rasid.enrichment.languages.ar.joints import GENITIVE
from rasid.enrichment.languages.ar.modality import mode_of, status_of
from rasid.enrichment.languages.ar.triggers import Trigger, trigger_of
from rasid.enrichment.languages.ar.words import clitics_before, verb_clitics, words_of

_WITH = frozenset({"مع", "ب"})
_AND = frozenset({"و"})
_SUBJECTS = frozenset({"", "و", "ان", "انه"})
_NEAR_NOUN = 14
_TWO = 2
_NEXT_TO = 3
_REACH = 40
"""How many tokens behind its trigger a meeting may be told."""
_BEFORE = 3
"""How many tokens may stand between a subject and its verb."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A trigger in its sentence."""

    view: View
    token: int
    trigger: Trigger
    end: int
    """The token behind its clause."""
    implied: Actor | None
    """Whom an earlier sentence made the subject."""

    def chains(self) -> tuple[Chain, ...]:
        """The chains behind the trigger in its clause."""
        return self.view.chains_between(self.token + 1, self.end)


def propose(view: View, implied: Actor | None) -> Iterator[Proposal]:
    """The meetings of a sentence. `implied` is the subject of the sentences before."""
    behind, triggers = view.first, 0
    if any(view.word(token) in words_of("elsewhere") for token in range(view.first, view.last)):
        return
    for token in range(view.first, view.last):
        trigger = trigger_of(view.word(token))
        if trigger is None or token < behind or _within_actor(view, token):
            continue
        triggers += 1
        if triggers > MOST_TRIGGERS:
            return
        found = _Found(view, token, trigger, clause_end(view, token), implied)
        proposal = _RULES[trigger.kind](found)
        if proposal is not None:
            yield proposal
            behind = max(token + 1, max((a.last for a in proposal.participants if a.first > token), default=0))


def clause_end(view: View, token: int) -> int:
    """The token behind the clause: before the next relative, complement or other verb."""
    inside = {t for chain in view.chains for actor in chain.actors for t in range(actor.first, actor.last)}
    limit = min(view.last, token + _REACH)
    for ahead in range(token + 1, limit):
        if ahead not in inside and _ends_clause(view.word(ahead), ahead == token + 1):
            return ahead
    return limit


def _ends_clause(word: str, adjacent: bool) -> bool:
    if word in {";", "."} or (word in words_of("clause_stop") and not adjacent):
        return True
    return len(word) > 3 and not adjacent and verb_clitics(word) is not None and trigger_of(word) is None


def _within_actor(view: View, token: int) -> bool:
    return any(actor.first <= token < actor.last and token > actor.first for actor in view.actors)


def _meet(found: _Found) -> Proposal | None:
    """التقى A B, استقبل A B, قابل A B."""
    subject = _subject_before(found)
    object_: list[Actor] = []
    doer: list[Actor] = list(subject.actors) if subject else []
    for chain in found.chains():
        if chain.marker in _WITH or (chain.marker == "" and doer and not object_):
            object_ += chain.actors
        elif chain.marker == "" and not doer:
            doer += chain.actors
        elif chain.marker in _AND and (object_ or doer):
            (object_ or doer).extend(chain.actors)
        elif chain.marker in words_of("taking_part"):
            object_ += chain.actors
    if not object_ and len(doer) == 1 and _may_be_implied(found, doer[0]):
        doer, object_ = [found.implied] if found.implied else [], doer
    if object_ and not doer:
        doer = _earlier_subject(found)
    rule = "ar-receive" if found.trigger.kind == "receive" else "ar-meet"
    return _proposal(found, rule, [*doer, *object_], 0.9 if doer and object_ else 0.6)


def _may_be_implied(found: _Found, actor: Actor) -> bool:
    """كما التقى B: the only actor behind the verb is the object where somebody else is being told of."""
    return found.implied is not None and found.implied.key != actor.key and found.trigger.clitics == "و"


def _convene(found: _Found) -> Proposal | None:
    """اجتمع A مع B, اجتمع وزراء كذا."""
    subject = _subject_before(found) if found.trigger.clitics[-1:] != "ل" else None
    doer: list[Actor] = list(subject.actors) if subject else []
    others: list[Actor] = []
    for chain in found.chains():
        if chain.marker in _WITH or chain.marker in words_of("taking_part"):
            others += chain.actors
        elif chain.marker == "" and not doer:
            doer += chain.actors
        elif chain.marker in _AND and (others or doer):
            (others or doer).extend(chain.actors)
    if others and not doer:
        doer = _earlier_subject(found)
    if not others and not _convenes(doer, found):
        return None
    if found.trigger.kind == "discuss" and all(a.kind in ("country", "body") for a in others):
        others = others if doer and doer[0].kind in ("country", "body") else []
        if not others and len(doer) < _TWO:
            return None
    rule = {"convene": "ar-convene", "discuss": "ar-discuss", "phone": "ar-phone"}[found.trigger.kind]
    return _proposal(found, rule, [*doer, *others], 0.85 if others else 0.6)


def _earlier_subject(found: _Found) -> list[Actor]:
    """The subject of the sentence so far, else of the sentences before."""
    before = found.view.chains_between(found.view.first, found.token)
    people = [c for c in before if c.marker in _SUBJECTS and c.actors[0].kind in ("person", "office", "group")]
    if people:
        return list(people[-1].actors)
    return [found.implied] if found.implied else []


def _convenes(doer: list[Actor], found: _Found) -> bool:
    """Whether those who act can meet among themselves."""
    if len(doer) > 1:
        return True
    return found.trigger.kind == "convene" and len(doer) == 1 and _is_convening(doer[0])


def _hold(found: _Found) -> Proposal | None:
    """عقد A اجتماعا مع B, تلقى A اتصالا هاتفيا من B."""
    noun = _noun_ahead(found)
    if noun is None:
        return None
    subject = _subject_before(found)
    between = found.view.chains_between(found.token + 1, noun)
    doer = list(subject.actors) if subject else [a for c in between[:2] if c.marker in ("", "و") for a in c.actors]
    chains = found.view.chains_between(noun + 1, found.end)
    others = [a for c in _companions(chains, noun, found.view) for a in c.actors]
    if others and not doer:
        doer = _earlier_subject(found)
    if not others and not (doer and _convenes_at(doer)):
        return None
    return _proposal(found, "ar-hold", [*doer, *others], 0.9 if doer and others else 0.65)


def _convenes_at(doer: list[Actor]) -> bool:
    return len(doer) > 1 or _is_convening(doer[0])


def _noun_ahead(found: _Found) -> int | None:
    """The meeting that is held, in the verb's clause."""
    for token in range(found.token + 1, found.end):
        trigger = trigger_of(found.view.word(token))
        if trigger is not None and trigger.kind in ("noun", "call") and not _within_actor(found.view, token):
            return token if trigger.kind == "noun" or _is_phone(found.view, token) else None
    return None


def _companions(chains: tuple[Chain, ...], noun: int, view: View) -> Iterator[Chain]:
    """The chains that a noun of meeting takes: مع B, بين A وB, بحضور C, من B of a call."""
    open_ = False
    for chain in chains:
        if _accompanies(chain, noun, view):
            open_ = True
        elif not (chain.marker in _AND and open_):
            continue
        yield chain


def _accompanies(chain: Chain, noun: int, view: View) -> bool:
    distance = chain.first - noun
    if chain.marker == "مع" or (chain.marker == "من" and _is_phone(view, noun)):
        return distance <= _NEAR_NOUN
    if chain.marker == "ب" and trigger_of(view.word(noun)) is not None and view.word(noun).endswith(("ه", "ها")):
        return distance <= _NEAR_NOUN
    return (
        chain.marker == "بين"
        or chain.marker in words_of("taking_part")
        or (chain.marker == "ب" and distance <= _NEXT_TO)
    )


def _noun(found: _Found) -> Proposal | None:
    """اجتماع A مع B, لقائه B, مباحثات بين A وB, قمة الناتو."""
    trigger, view = found.trigger, found.view
    if found.trigger.kind == "call" and not _is_phone(view, found.token):
        return None
    if view.word(found.token).endswith("جلسه") and view.word(found.token + 1) not in words_of("talks_word"):
        return None
    if trigger.suffix in ("هما", "هم"):
        return _theirs(found)
    chains = found.chains() or tuple(_gathered(found))
    owner = _owner(found, chains)
    others = list(_companions(chains, found.token, view)) or _gathered(found)
    if not others and owner is not None and trigger.suffix in ("ه", "ها"):
        others, owner = [owner], None
    if trigger.kind == "call" and owner is not None and not others:
        others, owner = [owner], None
    doer = list(owner.actors) if owner else []
    met = [actor for chain in others for actor in chain.actors]
    if met and not doer and len(met) < _TWO and others[0].marker != "بين":
        doer = _doer_of_noun(found, others[0])
    if not met and not (owner and _is_convening(owner.actors[0])):
        return None
    if not met and doer[0].kind == "body":
        doer = _members(found, doer[0]) or doer
    confidence = 0.8 if doer and met else 0.55
    return _proposal(found, "ar-call" if trigger.kind == "call" else "ar-talks", [*doer, *met], confidence)


def _theirs(found: _Found) -> Proposal | None:
    """محادثاتهما: of the two who were named last, or else of those of the meeting told before."""
    before = found.view.chains_between(found.view.first, found.token)
    people = list({a.key: a for c in before for a in c.actors if a.kind == "person"}.values())
    if len(people) > 1:
        return _proposal(found, "ar-talks", people[-2:], 0.75)
    return None


def _members(found: _Found, body: Actor) -> list[Actor]:
    """The leaders or ministers of a body that the sentence names as taking part in its meeting."""
    return [a for a in found.view.actors if a.affiliation == body.affiliation and (a.plural or a.kind == "group")][:1]


def _owner(found: _Found, chains: tuple[Chain, ...]) -> Chain | None:
    """اجتماع A: the chain that follows the noun at once."""
    first = chains[0] if chains else None
    if first is None or first.marker not in ("", "ل") or first.first - found.token > 2:
        return None
    return first


def _is_convening(actor: Actor) -> bool:
    """A body of states, or officials of one side: قمة الناتو, اجتماع وزراء الخليج."""
    if actor.kind == "office" and actor.plural:
        return True
    return actor.kind == "body" or (actor.kind == "group" and actor.affiliation is not None)


def _gathered(found: _Found) -> list[Chain]:
    """اللقاء الذي جمع A بB."""
    ahead = found.token + 1
    for token in range(ahead, min(ahead + 5, found.view.last)):
        trigger = trigger_of(found.view.word(token))
        if trigger is not None and trigger.kind == "gather":
            return list(found.view.chains_between(token + 1, clause_end(found.view, token)))[:3]
    return []


def _doer_of_noun(found: _Found, met: Chain) -> list[Actor]:
    """Who held the meeting: the subject of the sentence, else of those before."""
    view = found.view
    before = [c for c in view.chains_between(view.first, found.token) if c.marker in _SUBJECTS]
    people = [c for c in before if c.actors[0].kind in ("person", "office", "group")]
    if people:
        return list(people[-1].actors)
    of = [c for c in view.chains_between(view.first, found.token) if c.marker == GENITIVE and c.actors[0].key]
    if of:
        return list(of[-1].actors[:1])
    behind = [c for c in view.chains_between(met.last, view.last) if c.marker == "" and c.actors[0].kind == "person"]
    return list(behind[0].actors[:1]) if behind else ([found.implied] if found.implied else [])


def _attend(found: _Found) -> Proposal | None:
    """حضر الاجتماع A وB: they took part in the meeting just told."""
    noun = trigger_of(found.view.word(found.token + 1))
    if found.trigger.clitics not in ("", "و") or not (noun and noun.kind == "noun" and noun.definite):
        return None
    people = [a for a in found.view.actors if a.first > found.token and a.kind != "country"]
    return _proposal(found, "ar-attend", people, 0.5, adds=True) if people else None


def _nothing(found: _Found) -> Proposal | None:
    return None


_RULES = {
    "meet": _meet,
    "receive": _meet,
    "convene": _convene,
    "discuss": _convene,
    "phone": _convene,
    "hold": _hold,
    "attend": _attend,
    "gather": _nothing,
    "noun": _noun,
    "call": _noun,
}


def _subject_before(found: _Found) -> Chain | None:
    """الرئيس فلان يلتقي: an actor just before the verb."""
    view = found.view
    near = [c for c in view.chains_between(view.first, found.token) if 0 <= found.token - c.last <= _BEFORE]
    gap = [view.word(t) for t in range(near[-1].last, found.token)] if near else []
    fits = near and near[-1].marker in ("", "و", "ان") and all(w in {",", '"', "قد", "-", "سوف", "لم"} for w in gap)
    return near[-1] if fits else None


def _is_phone(view: View, token: int) -> bool:
    return any(view.word(token + ahead) in words_of("phone_word") for ahead in range(1, 9))


def _proposal(
    found: _Found, rule: str, actors: list[Actor], confidence: float, *, adds: bool = False
) -> Proposal | None:
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
    )
