"""The Arabic rules for nouns of meeting: اجتماع, لقاء, مباحثات, قمة, اتصال هاتفي."""

from itertools import takewhile

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.ar.abroad import talks_abroad
from rasid.enrichment.languages.ar.calling_off import was_planned
from rasid.enrichment.languages.ar.clauses import (
    AND,
    SUBJECTS,
    TWO,
    Found,
    clause_end,
    is_convening,
    is_its_own,
    is_phone,
    proposal_of,
    tells_another,
    within_actor,
)
from rasid.enrichment.languages.ar.companions import companions, gathered, gathering_verb
from rasid.enrichment.languages.ar.joints import GENITIVE
from rasid.enrichment.languages.ar.modality import TOWARDS
from rasid.enrichment.languages.ar.subjects import earlier_subject, honoured, honoured_other, honoured_subject
from rasid.enrichment.languages.ar.summits import attending, told_by_states, told_by_summit
from rasid.enrichment.languages.ar.theirs import is_theirs, told_of_them
from rasid.enrichment.languages.ar.triggers import trigger_of
from rasid.enrichment.languages.ar.words import clitics_before, is_time, words_of

_WHO = frozenset({"الذي", "التي"})
_BETWEEN_HIM = frozenset({"بينه", "بينها"})
_NEAR = 4
_PRONOUNS = ("ه", "ها")
_TRANSITIVE = frozenset({"استقبال", "لقاء", "مقابله"})
_JOURNEY = 8
"""Tokens before a meeting, without those of actors, within which stands the journey to it."""
_RELATIVE = 6
"""Tokens behind a noun within which a relative clause tells who held it."""


def told_by_noun(found: Found) -> Proposal | None:
    """اجتماع A مع B, لقائه B, مباحثات بين A وB, قمة الناتو, الاجتماع الذي عقده A."""
    view = found.view
    if found.trigger.kind == "call" and not is_phone(view, found.token):
        return None
    if view.word(found.token - 1) == "في" and view.word(found.token).startswith("استقبال"):
        return None  # كان في استقباله: whoever waits at the airport
    if _is_an_interview(found):
        return None
    if view.word(found.token).endswith("جلسه") and view.word(found.token + 1) not in words_of("talks_word"):
        return None
    theirs = told_of_them(found) if is_theirs(found) else None
    if theirs is not None or found.trigger.suffix in ("هما", "هم"):
        return theirs
    told = (
        _between_him(found) or _held_by(found) or _told_around(found) or told_by_states(found) or told_by_summit(found)
    )
    return None if told is None or _is_an_interview_by(found, told) else _with_its_summit(found, told)


def _with_its_summit(found: Found, told: Proposal) -> Proposal:
    """القمة العربية برئاسة A: who presides is not alone there."""
    who = told.participants[0]
    alone = len(told.participants) == 1 and who.kind in ("person", "office") and not who.plural
    summit = told_by_summit(found) if alone else None
    return told if summit is None else told._replace(participants=(*told.participants, *summit.participants))


def _between_him(found: Found) -> Proposal | None:
    """لقاء بينه وبين B, لقاء بينه وB: of somebody told before with B."""
    view, chains = found.view, found.chains()
    behind = [c for c in chains if _BETWEEN_HIM.intersection((view.word(c.first - 1), view.word(c.first - 2)))]
    if not behind:
        return None
    others = [behind[0], *takewhile(lambda c: c.marker in AND, chains[chains.index(behind[0]) + 1 :])]
    doer = doer_of_noun(found, others[0])
    met = [actor for chain in others for actor in chain.actors]
    return proposal_of(found, "ar-talks", [*doer, *met], 0.8) if doer else None


def _is_an_interview(found: Found) -> bool:
    """في مقابلة مع صحيفة كذا, في لقاء تلفزيوني."""
    ahead = range(found.token + 1, found.token + _NEAR)
    return any(clitics_before(found.view.word(t), "interview") is not None for t in ahead)


def _is_an_interview_by(found: Found, told: Proposal) -> bool:
    """المقابلة التي أجراها الكاتب فلان مع الرئيس."""
    return "مقابل" in found.view.word(found.token) and any(a.key and not a.official for a in told.participants)


def _told_around(found: Found) -> Proposal | None:
    owner, others = _sides(found)
    doer = list(owner.actors) if owner else []
    met = [actor for chain in others for actor in chain.actors]
    with_them = _has_pronoun(found) or (others and _travels_to_meet(found, others[0]))
    if met and not doer and (with_them or (len(met) < TWO and not _are_all(found, others[0]))):
        doer = honoured_subject(found) or doer_of_noun(found, others[0])
        doer = [a for a in doer if not _is_only_presided(others) or a.kind in ("group", "body")]
    if not met and owner and _is_called(found, owner):
        doer, met = earlier_subject(found), doer
    met += honoured_other(found, found.token)
    doer = [*_head(found), *doer]
    if doer and is_its_own(doer[0]) and (not others or _is_only_presided(others)):
        return None
    if not met and (guest := doer if owner else _told_before(found)) and talks_abroad(found, found.token, guest):
        return proposal_of(found, "ar-abroad", guest, 0.55)
    if not met and not (len(doer) > 1 or (owner and is_convening(owner.actors[0]))):
        return None
    if not met and doer[0].kind == "body":
        doer = _members(found, doer[0]) or doer
    joining = [] if met or len(doer) > 1 else attending(found)
    rule = "ar-join" if joining else _rule(found, doer, met)
    return proposal_of(found, rule, [*joining, *doer, *met], 0.8 if doer and met else 0.55)


def _is_only_presided(others: list[Chain]) -> bool:
    """اجتماعها برئاسة A: a body's own, under whoever presides."""
    return bool(others) and all(chain.marker in words_of("presided") for chain in others)


def _are_all(found: Found, others: Chain) -> bool:
    """لقاء بين A, القمة العربية برئاسة A: nobody else need be looked for."""
    summit = clitics_before(found.view.word(found.token), "summit") is not None
    return others.marker == "بين" or (summit and others.marker in words_of("presided"))


def _told_before(found: Found) -> list[Actor]:
    """أكد A بعد محادثات في موسكو, قال A إن مباحثاته في موسكو: who held them."""
    passing = found.view.word(found.token - 1) in words_of("in_passing")
    return earlier_subject(found)[:1] if passing or found.trigger.suffix in _PRONOUNS else []


def _travels_to_meet(found: Found, other: Chain) -> bool:
    """قدم A إلى المدينة للقاء B وC."""
    view, to_meet = found.view, found.trigger.clitics[-1:] == "ل" and other.marker in ("", "مع", "ب")
    before = [t for t in range(view.first, found.token) if t not in view.covered][-_JOURNEY:] if to_meet else ()
    return any(clitics_before(view.word(t), "travel") is not None for t in before)


def _is_called(found: Found, owner: Chain) -> bool:
    """دعا A إلى اجتماع لكبار الوزراء: who calls them meets them."""
    return owner.marker == "ل" and owner.actors[0].official and found.view.word(found.token - 1) == TOWARDS


def _rule(found: Found, doer: list[Actor], met: list[Actor]) -> str:
    if found.trigger.kind == "call":
        return "ar-call"
    return "ar-talks" if met or len(doer) > 1 else "ar-body"


def _has_pronoun(found: Found) -> bool:
    """لقائه, لقاء جمعه: somebody named before takes part."""
    verb = gathering_verb(found)
    pronoun = found.trigger.suffix in _PRONOUNS or honoured(found.view, found.token + 1)
    return pronoun or (verb is not None and found.view.word(verb).endswith("ه"))


def _sides(found: Found) -> tuple[Chain | None, list[Chain]]:
    """Whose the meeting is, and with whom; behind a pronoun, a preposition or a call the one named is the other."""
    brought_together = gathered(found)
    if brought_together:
        return None, brought_together
    chains = found.chains()
    owner = _owner(found, chains)
    others = [*_guests(found, chains, owner), *companions(chains, found.token, found.view)]
    if others or owner is None:
        return owner, others or _joined_to_pronoun(found, chains)
    if _has_pronoun(found) or found.trigger.clitics[-1:] == "ل" or found.trigger.kind == "call":
        return None, [owner]
    return owner, []


def _guests(found: Found, chains: tuple[Chain, ...], owner: Chain | None) -> list[Chain]:
    """استقبال A في مكتبه B: behind whose reception it is stands the guest."""
    stem = found.view.word(found.token).removeprefix(found.trigger.clitics)
    if owner is None or stem not in _TRANSITIVE:
        return []
    return [chain for chain in chains[1:] if chain.marker == ""][:1]


def _head(found: Found) -> list[Actor]:
    """الاجتماع الشهري للقيادات الذي ترأسه A: the relative clause names who held or attended it."""
    view, verb = found.view, found.end + 1
    if view.word(found.end) not in _WHO or not found.chains() or not _has_the_noun_as_object(view.word(verb)):
        return []
    behind = view.chains_between(verb + 1, clause_end(view, verb))[:1]
    return [actor for chain in behind if chain.marker == "" for actor in chain.actors]


def _joined_to_pronoun(found: Found, chains: tuple[Chain, ...]) -> list[Chain]:
    """لقائه ونظيره, استقباله في مكتبه السفير: behind a pronoun و is with, and a person far off is the other."""
    first = chains[:1] if _has_pronoun(found) else ()
    return [c for c in first if c.marker in ("", "ل") or (c.marker == "و" and c.first == found.token + 1)]


def _held_by(found: Found) -> Proposal | None:
    """الاجتماع الذي عقده A مع B, محادثات أجراها A مع B."""
    view = found.view
    ahead = range(found.token + 1, min(found.token + _RELATIVE, view.last))
    verb = next((t for t in ahead if _has_the_noun_as_object(view.word(t)) or _happens(view, t, found.token)), None)
    if verb is None or view.chains_between(found.token + 1, verb):
        return None
    end = clause_end(view, verb)
    chains = view.chains_between(verb + 1, end)
    others = [*companions(chains, verb, view), *_attended(view, verb + 1, end)]
    held = _has_the_noun_as_object(view.word(verb))
    doer = next((c for c in chains[:1] if held and c.marker in ("", "ب") and c not in others), None)
    met = [actor for chain in others for actor in chain.actors]
    together = others and (len(met) > 1 or not (held or was_planned(view, verb)))
    doers = list(doer.actors) if doer else (doer_of_noun(found, others[0]) if others and not together else [])
    if not met and not (len(doers) > 1 or (doers and is_convening(doers[0]))):
        return None
    told = proposal_of(found, "ar-held", [*doers, *met], 0.85 if doers and met else 0.6)
    return told._replace(negotiation=False) if told is not None and held else told  # a round of them, if held


def _attended(view: View, first: int, last: int) -> tuple[Chain, ...]:
    """الاجتماع الذي عقده A وحضره B: who attended it."""
    triggers = ((t, trigger_of(view.word(t))) for t in range(first, last + 1) if view.word(t).endswith(_PRONOUNS))
    verb = next((t for t, trigger in triggers if trigger is not None and trigger.kind == "attend"), None)
    behind = view.chains_between(verb + 1, clause_end(view, verb)) if verb is not None else ()
    return tuple(chain for chain in behind[:1] if chain.marker == "")


def _happens(view: View, token: int, noun: int) -> bool:
    """الذي جرى بين A وB, اجتماع مطول جرى بين A وB: the meeting is the subject of its relative clause."""
    return view.word(token) in words_of("happens") and (view.word(token - 1) in _WHO or token - noun <= TWO)


def is_held_by_another(view: View, noun: int) -> bool:
    """شهدت المدينة مشاورات أجراها A مع B: the relative clause tells who held it."""
    return any(_has_the_noun_as_object(view.word(t)) for t in range(noun + 1, noun + _NEAR + 1))


def _has_the_noun_as_object(word: str) -> bool:
    """عقده, أجرتها, حضره: a verb of holding whose object is the meeting named before."""
    trigger = trigger_of(word)
    return trigger is not None and trigger.kind in ("hold", "attend") and word.endswith(_PRONOUNS)


def _members(found: Found, body: Actor) -> list[Actor]:
    """The leaders or ministers of a body that the sentence names as taking part in its meeting."""
    return [a for a in found.view.actors if a.affiliation == body.affiliation and (a.plural or a.kind == "group")][:1]


def _owner(found: Found, chains: tuple[Chain, ...]) -> Chain | None:
    """اجتماع A: the chain that follows the noun at once."""
    first = chains[0] if chains else None
    between = range(found.token + 1, first.first) if first else range(0)
    gap = [t for t in between if not is_time(found.view.word(t)) and not honoured(found.view, t)]
    return first if first is not None and first.marker in _owns(found) and len(gap) <= 1 else None


def _owns(found: Found) -> tuple[str, ...]:
    """A noun with the article has no genitive: عقب الاستقبال أوضح الوزير."""
    return ("ل",) if found.trigger.definite and not found.trigger.suffix else ("", "ل")


def _is_met(view: View, chain: Chain) -> bool:
    """قبيل لقائه B توجه للقاء C: B is whom the one acting meets first."""
    noun = trigger_of(view.word(chain.first - 1))
    return noun is not None and noun.suffix in _PRONOUNS


def doer_of_noun(found: Found, met: Chain) -> list[Actor]:
    """Who held the meeting: the subject of the sentence, else of those before."""
    view = found.view
    markers = (*SUBJECTS, GENITIVE) if found.trigger.clitics == "و" and found.trigger.suffix else SUBJECTS
    before = [c for c in view.chains_between(view.first, found.token) if c.marker in markers and not _is_met(view, c)]
    people = [c for c in before if c.actors[0].kind in ("person", "office", "group")]
    state = before[-1:] if found.trigger.suffix == "ها" and before and before[-1].actors[0].kind == "country" else []
    if people or state:
        return list((state or people)[-1].actors)
    of = [c for c in view.chains_between(view.first, found.token) if c.marker == GENITIVE and c.actors[0].key]
    if of:
        return list(of[-1].actors[:1])
    limit = next((t for t in range(met.last, view.last) if tells_another(view, found.token, t)), view.last)
    behind = [c for c in view.chains_between(met.last, limit) if c.marker == "" and c.actors[0].kind == "person"]
    if behind:
        return list(behind[0].actors[:1])
    named = [c for c in view.chains_between(view.first, found.token) if c.marker != GENITIVE and c.actors[0].key]
    return list(named[-1].actors[:1]) if named else ([found.implied] if found.implied else [])


def noun_ahead(found: Found) -> int | None:
    """The meeting that is held, in the verb's clause."""
    for token in range(found.token + 1, found.end):
        trigger = trigger_of(found.view.word(token))
        if trigger is not None and trigger.kind in ("noun", "call") and not within_actor(found.view, token):
            return token if trigger.kind == "noun" or is_phone(found.view, token) else None
    return None
