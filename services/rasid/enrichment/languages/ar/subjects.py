"""Who acts in an Arabic clause of meeting: named before the verb, far off, by an honorific, or left out."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.languages.ar.clauses import SUBJECTS, WITH, Found, is_finite
from rasid.enrichment.languages.ar.joints import GENITIVE
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.words import clitics_before, ends_a_name, is_definite, words_of

_WHO = frozenset({"الذي", "التي", "الذين"})
_PARTICLES = frozenset({",", '"', "قد", "-", "سوف", "لم"})
_TENSES = frozenset({"قد", "كان", "كانت", "سوف"})
_OPENINGS = frozenset({"", ",", ":", '"', "."})
_FAR = 16
"""How many tokens a relative clause or a place may put between them."""
_NAMES = 2
_NEXT_TO = 6
_PEOPLE = ("person", "office", "group")
_WHERE = "حيث"
_VISIT = 6
"""How many tokens behind a visit the visitor may be named."""
_BEFORE = 3
"""How many tokens may stand between a subject and its verb."""


def subject_before(found: Found) -> Chain | None:
    """الرئيس فلان يلتقي, مجلس الحلف الذي يضم سفراء سيجتمع: an actor before the verb who is no other verb's."""
    view = found.view
    who = _antecedent(view, found.token)
    if who is not None:
        return who
    before = [c for c in view.chains_between(view.first, found.token) if c.marker in ("", "و", "ان")]
    if not before:
        return None
    described = [c for c in before if _relative_behind(view, c)]
    subject = described[-1] if described else before[-1]
    if _is_in_front(view, subject, found.token):
        return subject
    if found.trigger.clitics == "و" and before[-1].actors[0].kind == "country":
        return None  # يزور A البلاد ويلتقي B
    gap = [view.word(t) for t in range(before[-1].last, found.token)]
    return before[-1] if len(gap) <= _BEFORE and all(word in _PARTICLES for word in gap) else None


def _antecedent(view: View, verb: int) -> Chain | None:
    """قال A، الذي التقى B: whom the relative clause is about, whatever he is in his own."""
    who = verb - 1 - (view.word(verb - 1) in _TENSES)
    if view.word(who) not in _WHO:
        return None
    last = who - (view.word(who - 1) == ",")
    chain = next((c for c in view.chains if c.last == last), None)
    if chain is None or chain.actors[-1].kind not in ("person", "office", "group"):
        return None
    return Chain(chain.actors if view.word(who) == "الذين" else chain.actors[-1:], "")


def _relative_behind(view: View, chain: Chain) -> bool:
    """الرئيس الذي, الرئيس، الذي."""
    return view.word(chain.last + (view.word(chain.last) == ",")) in _WHO


def _is_in_front(view: View, subject: Chain, verb: int) -> bool:
    """Whether a clause begins with the subject, and only a relative clause or no verb at all parts it from its own."""
    begins = subject.marker == "ان" or view.word(subject.first - 1) in _OPENINGS
    verbs = sum(is_finite(view.word(t)) for t in range(subject.last, verb))
    return begins and verb - subject.last <= _FAR and verbs <= _relative_behind(view, subject)


def honoured(view: View, token: int) -> bool:
    """استقبل سموه, مع معاليه: an honorific with a pronoun stands for whoever the article is about."""
    return clitics_before(view.word(token), "his_honour") is not None


def honoured_subject(found: Found) -> list[Actor]:
    """استقبل سموه B: whom the article is about receives."""
    return [found.implied] if found.implied is not None and honoured(found.view, found.token + 1) else []


def honoured_other(found: Found, noun: int) -> list[Actor]:
    """عقد الرئيس اجتماعا مع سموه: whom the article is about is the other."""
    view, implied = found.view, found.implied
    ahead = range(noun + 1, min(noun + _NEXT_TO, found.end))
    met = any(honoured(view, t) and (view.word(t - 1) == "مع" or view.word(t).startswith("ب")) for t in ahead)
    return [implied] if met and implied is not None else []


def unknown_subject(found: Found) -> list[Actor]:
    """يلتقي البرادعي بالمسؤولين: a word behind the verb that no list has, before whom one meets."""
    view, first = found.view, found.token + 1
    last = first
    while last < first + _NAMES and _may_be_a_name(view, last):
        last += 1
    others = [c for c in view.chains_between(last, last + _NEXT_TO) if c.marker in WITH or c.marker == ""]
    if last == first or not others or first in {t for a in view.actors for t in range(a.first, a.last)}:
        return []
    return [actor_of(view.chart, Phrase(first, last).named(first, last))]


def _may_be_a_name(view: View, token: int) -> bool:
    word = view.word(token)
    known = any(a.first <= token < a.last for a in view.actors) or ends_a_name(word) or word in words_of("adverb")
    return not known and is_definite(word) and word.endswith("ي")


def earlier_subject(found: Found) -> list[Actor]:
    """The subject of the sentence so far, else of the sentences before."""
    view = found.view
    before = [c for c in view.chains_between(view.first, found.token) if c.actors[0].kind in _PEOPLE]
    people = [c for c in before if c.marker in SUBJECTS]
    if before and _visits(view, before[-1]) and (not people or view.word(found.token - 1) == _WHERE):
        return list(before[-1].actors)
    if people:
        return list(_who_acted(view, people).actors)
    return [found.implied] if found.implied else []


def _visits(view: View, chain: Chain) -> bool:
    """خلال زيارة لم يعلن عنها لوزير كذا A إلى المدينة: whose visit it is."""
    near = range(max(view.first, chain.first - _VISIT), chain.first)
    return chain.marker in (GENITIVE, "ل") and any(view.word(t) in words_of("journey") for t in near)


def _who_acted(view: View, people: list[Chain]) -> Chain:
    """زار A B ثم التقى C: the first named of a clause, not whom it was done to."""
    subject = people[-1]
    for chain in reversed(people[:-1]):
        between = [view.word(t) for t in range(chain.last, subject.first)]
        if subject.marker != "" or not between or any(is_finite(w) or w in words_of("clause_stop") for w in between):
            break
        subject = chain
    return subject
