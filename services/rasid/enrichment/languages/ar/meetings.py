"""The Arabic rules that find meetings in a sentence."""

from collections.abc import Iterable, Iterator

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import MOST_TRIGGERS, Proposal
from rasid.enrichment.languages.ar.abroad import is_with_a_state, talks_abroad
from rasid.enrichment.languages.ar.again import told_again
from rasid.enrichment.languages.ar.attendance import heads_a_delegation, told_by_attendance, told_by_delegation
from rasid.enrichment.languages.ar.clauses import (
    AND,
    SUBJECTS,
    TWO,
    WITH,
    Found,
    clause_end,
    is_convening,
    is_its_own,
    proposal_of,
    who_is_told,
    within_actor,
)
from rasid.enrichment.languages.ar.companions import companions, gathered_behind
from rasid.enrichment.languages.ar.modality import TOWARDS
from rasid.enrichment.languages.ar.nouns import is_held_by_another, noun_ahead, told_by_noun
from rasid.enrichment.languages.ar.subjects import (
    earlier_subject,
    honoured_other,
    honoured_subject,
    subject_before,
    unknown_subject,
)
from rasid.enrichment.languages.ar.triggers import Trigger, found_in, trigger_of
from rasid.enrichment.languages.ar.words import clitics_before, spelled, words_of

_BEFORE, _BEHIND = 12, 4
_AND_THEN = frozenset({"كما", "ثم", "حيث", "انه", "انها", "بانه", "بانها", "انهما", "انهم", "بانهم", "بعدما"})
_WITH_THEM = frozenset({"معه", "معها", "معهما", "معهم", "معهن"})
_DURING_IT = frozenset({"خلالها", "خلاله", "فيها", "فيه", "بها", "اثناءها"})
"""Behind the verb they lead back to the visit, whose subject is the verb's."""


def propose(view: View) -> Iterator[Proposal]:
    """The meetings of a sentence with a trigger.

    What only goes on about a meeting told before counts where the sentence tells none of its own.
    """
    words = view.chart.words[view.first : view.last]
    triggers = found_in(words, view.first)
    found = tuple(_proposals(view, triggers)) if words_of("elsewhere").isdisjoint(words) else ()
    again = None if found else told_again(view, triggers)
    yield from found if again is None else (again,)


def _proposals(view: View, triggers: Iterable[tuple[int, Trigger]]) -> Iterator[Proposal]:
    behind, asked = view.first, 0
    for token, trigger in triggers:
        if token < behind or within_actor(view, token):
            continue
        asked += 1
        if asked > MOST_TRIGGERS:
            return
        found = Found(view, token, trigger, clause_end(view, token))
        proposal = _RULES[trigger.kind](found)
        if proposal is not None and not _is_elsewhere(found, proposal):
            yield proposal
            behind = max(token + 1, max((a.last for a in proposal.participants if a.first > token), default=0))


def _is_elsewhere(found: Found, proposal: Proposal) -> bool:
    """Whether those who meet are a club's or a municipality's: its word stands among them or near."""
    view = found.view
    here = [a for a in proposal.participants if view.first <= a.first < view.last]
    first = max(view.first, min((proposal.first, *(a.first for a in here))) - _BEFORE)
    last = max((proposal.last, *(a.last for a in here)))
    near = range(first, max(last, min(last + _BEHIND, found.end)))
    return not spelled("elsewhere_near").keys().isdisjoint(map(view.word, near))


def _meet(found: Found) -> Proposal | None:
    """التقى A B, استقبل A B, قابل A B."""
    if _receives_no_guest(found) or _is_able(found) or (found.trigger.kind == "receive" and _hosts_a_meeting(found)):
        return None
    subject = subject_before(found)
    object_: list[Actor] = []
    doer: list[Actor] = honoured_subject(found) or (list(subject.actors) if subject else unknown_subject(found))
    for chain in who_is_told(found):
        if chain.marker in WITH or (chain.marker == "" and doer and not object_):
            object_ += chain.actors
        elif chain.marker == "" and not doer and not (object_ and _goes_on(found)):
            doer += chain.actors
        elif chain.marker in AND and (object_ or doer):
            (object_ or doer).extend(chain.actors)
        elif chain.marker in words_of("taking_part"):
            object_ += chain.actors
    alone = doer and not subject and any(doer == list(chain.actors) for chain in found.chains())
    if not object_ and alone and _goes_on(found):
        doer, object_ = [a for a in earlier_subject(found) if a not in doer and a.key != doer[0].key], doer
    if object_ and not doer:
        doer = earlier_subject(found)
    if subject and not object_ and found.view.word(found.token - 1) in words_of("relative"):
        return None  # القادة الذين يلتقون: any of them
    rule = f"ar-{found.trigger.kind}"
    return proposal_of(found, rule, [*doer, *object_], 0.9 if doer and object_ else 0.6)


def _receives_no_guest(found: Found) -> bool:
    """استقبل جثمان الشهيد, استقبل المهنئين: a reception of condolence or award, a thing, the public."""
    return any(found.view.word(t) in words_of("no_guest") for t in range(found.token + 1, found.end))


def _is_able(found: Found) -> bool:
    """قابل للتكرار, تلتقي المصالح: no meeting."""
    following = found.view.word(found.token + 1)
    able = found.view.word(found.token).startswith("قابل") and following.startswith("ل")
    return able or following in words_of("meets_in_view")


def _hosts_a_meeting(found: Found) -> bool:
    """استضافت مسقط محادثات بين A وB: the noun tells who met."""
    noun = noun_ahead(found) if clitics_before(found.view.word(found.token), "hosts") is not None else None
    return noun is not None and not any(c.marker == "" for c in found.view.chains_between(found.token + 2, noun))


def _goes_on(found: Found) -> bool:
    """وصل A والتقى B, كما التقى B, أنه التقى B: where it goes on about somebody, whoever is named is the object."""
    if found.trigger.clitics == "و" or found.view.word(found.token - 1) in _AND_THEN:
        return True
    before, since = found.view.word(found.token - 1), found.view.word(found.token - 2)
    return found.view.word(found.token + 1) in _DURING_IT or (before == "ان" and since in words_of("in_passing"))


def _convene(found: Found) -> Proposal | None:
    """اجتمع A مع B, اجتمع وزراء كذا."""
    if _exchanges_greetings(found) or _discusses_it(found) or _discusses_with_them(found):
        return None
    subject = subject_before(found) if found.trigger.clitics[-1:] != "ل" else None
    doer: list[Actor] = honoured_subject(found) or (list(subject.actors) if subject else [])
    others: list[Actor] = []
    for chain in found.chains():
        joined = bool(doer) and chain.marker == "و" and chain.first == found.token + 1  # A يبحث وB
        if (
            joined
            or chain.marker in WITH
            or chain.marker in words_of("taking_part")
            or _is_discussed_with(found, chain)
        ):
            others += chain.actors
        elif chain.marker == "" and not doer:
            doer += chain.actors
        elif chain.marker in AND and (others or (doer and found.trigger.kind != "discuss")):
            (others or doer).extend(chain.actors)
    if others and not doer:
        doer = earlier_subject(found)
    if not others and not _convenes(doer, found):
        return None
    if found.trigger.kind == "discuss" and all(a.kind in ("country", "body") for a in others):
        others = others if doer and doer[0].kind in ("country", "body") else []
        if not others and len(doer) < TWO:
            return None
    rule = f"ar-{found.trigger.kind}"
    return proposal_of(found, rule, [*doer, *others], 0.85 if others else 0.6)


def _discusses_it(found: Found) -> bool:
    """الأمور التي بحثها A لدى لقائه B: the paper is discussed, the meeting is told behind."""
    return found.trigger.kind == "discuss" and found.view.word(found.token).endswith(("ها", "هما"))


def _discusses_with_them(found: Found) -> bool:
    """استقبل A كلا من B وC وبحث معهم: what those do who have met already."""
    return found.trigger.kind == "discuss" and found.view.word(found.token + 1) in _WITH_THEM


def _exchanges_greetings(found: Found) -> bool:
    """تبادل الجميع التهاني: only views and talk are exchanged in a meeting."""
    view = found.view
    said = any(view.word(t) in words_of("exchanged") for t in range(found.token + 1, found.end))
    return "تبادل" in view.word(found.token) and not said


def _is_discussed_with(found: Found, chain: Chain) -> bool:
    """يبحث التعاون مع الوزير: he is whom one talks with, where a state would be whom one cooperates with."""
    people = chain.actors[0].kind in ("person", "office", "group")
    return found.trigger.kind == "discuss" and people and found.view.word(chain.first - 1) == "مع"


def _telephone(found: Found) -> Proposal | None:
    """اتصل A بB, هاتف A B."""
    called = _convene(found) or (_meet(found) if found.chains() else None)
    return called if called is not None and len(called.participants) > 1 else None


def _gather(found: Found) -> Proposal | None:
    """جمعت القمة A وB, ضم الاجتماع A وB."""
    noun = trigger_of(found.view.word(found.token + 1))
    if noun is None or noun.kind != "noun" or not noun.definite:
        return None
    people = [actor for chain in gathered_behind(found.view, found.token + 1) for actor in chain.actors]
    told_before = clitics_before(found.view.word(found.token + 1), "summit") is None
    return proposal_of(found, "ar-gather", people, 0.8, adds=told_before) if len(people) > 1 else None


def _attend(found: Found) -> Proposal | None:
    """حضر الاجتماع A وB of the meeting just told; شارك A في اجتماع B, حضر A اجتماع B of another."""
    added = told_by_attendance(found)
    if added is not None:
        return added
    noun = noun_ahead(found)
    if noun is None:
        return None
    between = found.view.chains_between(found.token + 1, noun)
    if found.view.word(noun - 1) not in ("في", "فعاليات", "اعمال") and all(chain.last != noun for chain in between):
        return None
    subject = subject_before(found)
    doer = list(subject.actors) if subject else [a for c in between[:2] if c.marker in SUBJECTS for a in c.actors]
    chains = found.view.chains_between(noun + 1, found.end)
    met = [a for c in chains[:1] if c.marker in ("", "بين", "مع") and c.first - noun <= TWO for a in c.actors]
    return proposal_of(found, "ar-join", [*doer, *met], 0.8) if doer and met else None


def _convenes(doer: list[Actor], found: Found) -> bool:
    """Whether those who act can meet among themselves."""
    if len(doer) > 1:
        return True
    return found.trigger.kind == "convene" and len(doer) == 1 and is_convening(doer[0])


def _hold(found: Found) -> Proposal | None:
    """عقد A اجتماعا مع B, تلقى A اتصالا هاتفيا من B."""
    noun = noun_ahead(found)
    if noun is None or is_held_by_another(found.view, noun):
        return None
    if heads_a_delegation(found, noun):
        return told_by_delegation(found, noun)
    others = _held_with(found, noun)
    doer = _holders(found, noun)
    if not others and talks_abroad(found, noun, doer):
        return proposal_of(found, "ar-abroad", doer, 0.6)
    if others and not doer:
        doer = earlier_subject(found)
    if not doer and clitics_before(found.view.word(noun), "summit") is not None:
        return None  # the noun tells which
    if not (doer and _convenes_at(doer)) and (not others or _is_only_presided(found, noun, doer)):
        return None
    told = proposal_of(found, "ar-hold", [*doer, *others], 0.9 if doer and others else 0.65)
    return told._replace(negotiation=is_with_a_state(found, noun, others)) if told is not None else None


def _is_only_presided(found: Found, noun: int, doer: list[Actor]) -> bool:
    """عقد المجلس اجتماعا برئاسة A: nobody else is there."""
    chains = companions(found.view.chains_between(noun + 1, found.end), noun, found.view)
    return bool(doer) and is_its_own(doer[0]) and all(chain.marker in words_of("presided") for chain in chains)


def _held_with(found: Found, noun: int) -> list[Actor]:
    """The others, who may be told before the noun: عقد مع B جلسة."""
    view = found.view
    before = [c for c in view.chains_between(found.token + 1, noun) if c.marker == "مع"]
    chains = (*before, *companions(view.chains_between(noun + 1, found.end), noun, view))
    if view.word(found.token - 1) == TOWARDS and any(chain.marker == "بين" for chain in chains):
        return []  # who calls for a meeting between others: the noun tells of theirs
    return [*(actor for chain in chains for actor in chain.actors), *honoured_other(found, noun)]


def _holders(found: Found, noun: int) -> list[Actor]:
    subject = subject_before(found)
    between = found.view.chains_between(found.token + 1, noun)
    behind = [actor for chain in between[:2] if chain.marker in ("", "و") for actor in chain.actors]
    return honoured_subject(found) or (list(subject.actors) if subject else behind)


def _convenes_at(doer: list[Actor]) -> bool:
    return len(doer) > 1 or is_convening(doer[0])


_RULES = {
    "meet": _meet,
    "receive": _meet,
    "convene": _convene,
    "discuss": _convene,
    "phone": _telephone,
    "hold": _hold,
    "attend": _attend,
    "gather": _gather,
    "noun": told_by_noun,
    "call": told_by_noun,
}
