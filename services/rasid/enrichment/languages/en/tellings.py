"""English meetings told by what was said there: A told B at a meeting, A and B spoke by phone, A briefed B."""

from dataclasses import replace

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.en.clauses import ADJACENT, DETERMINERS, Found, owns_what_follows, proposal_of
from rasid.enrichment.languages.en.subjects import convenes, near_subject, subject_of
from rasid.enrichment.languages.en.words import words_of

_SETTING = frozenset({"at", "in", "during", "over"})
_AROUND = frozenset({"after", "before", "prior", "ahead"})
_BESIDE = frozenset({"with", "alongside"})
_DESCRIBED = 7
"""Tokens before a noun of meeting in which its preposition stands."""
_SPOKEN = 24
"""Tokens from a meeting in which somebody speaks to another one there."""
_ON_THE_PHONE = 8
_BY = frozenset({"by", "over", "on"})
_WITH = frozenset({"with", "to"})
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_PEOPLE = ("person", "office", "group")
_NOUN_TOO = frozenset({"brief", "briefing"})
_BEFORE_PARTICIPLE = frozenset({"after", "before", "while", "by"})
_POSSESSIVE = frozenset({"'", "s", "-"})


def told_during(found: Found) -> Proposal | None:
    """A told B at a meeting, during talks in Oslo A told B: who speaks to whom meets."""
    view = found.view
    setting = _setting(found)
    if setting is None or view.word(found.token + 1) in ("of", "with", "between"):
        return None
    if (posing := _posing(found, setting)) or view.word(setting) in _AROUND:
        return proposal_of(found, "en-told", posing, 0.6) if posing else None
    verb = _teller_before(found, setting) or _teller_behind(found, setting)
    if verb is None:
        return None
    told = _told(replace(found, token=verb))
    return proposal_of(found, "en-told", told, 0.6) if told else None


def spoke_by_phone(found: Found) -> Proposal | None:
    """A and B spoke by phone, A told B over the phone."""
    view = found.view
    by = found.token - 2 if view.word(found.token - 1) == "the" else found.token - 1
    if view.word(by) not in _BY:
        return None
    verb = next((t for t in range(by - 1, max(view.first, by - _ON_THE_PHONE), -1) if _speaks(found, t)), None)
    if verb is None:
        return None
    spoken = replace(found, token=verb)
    told = _told(spoken) if view.word(verb) in words_of("tells") else _spoke(spoken, found.token)
    return proposal_of(spoken, "en-phone", told, 0.85, phone=True, last=found.token + 1) if told else None


def briefed(found: Found) -> Proposal | None:
    """A briefed B, B was briefed by A, A flew there to brief B."""
    before = found.view.word(found.token - 1)
    if before in DETERMINERS:
        return None
    if found.word in _NOUN_TOO and before not in words_of("auxiliary") and before not in _BEFORE_PARTICIPLE:
        return None
    passive = before in _PASSIVE and found.word == "briefed"
    near = [c for c in found.chains()[:1] if c.marker == ("by" if passive else "") and _is_right_behind(found, c)]
    met = [a for c in near for a in c.actors if a.official and not owns_what_follows(found.view, a)]
    doer = [a for a in subject_of(found) if a.official and a.kind in _PEOPLE and a not in met]
    told = proposal_of(found, "en-brief", [*doer, *met], 0.6) if doer and met else None
    return None if told is None or told.status == "proposed" else told


def visited(found: Found) -> Proposal | None:
    """A visited B, A visited with B: one official the other."""
    with_ = found.view.word(found.token + 1) == "with"
    near = [c for c in found.chains()[:1] if c.marker == ("with" if with_ else "") and _is_right_behind(found, c)]
    met = [a for c in near for a in c.actors if a.kind in _PEOPLE and a.official]
    met = [a for a in met if not owns_what_follows(found.view, a) and a.last not in found.view.chart.capitals]
    doer = [a for a in near_subject(found) or () if a.kind in _PEOPLE]
    named = bool(with_ and met and found.word != "visits") or any(actor.kind == "person" for actor in met)
    return proposal_of(found, "en-visit", [*doer, *met], 0.7) if doer and named else None


def _posing(found: Found, setting: int) -> list[Actor]:
    """A poses with B before a meeting: who is in the picture."""
    view = found.view
    before = range(setting - 1, max(view.first, setting - _SPOKEN), -1)
    verb = next((token for token in before if view.word(token) in words_of("poses")), None)
    if verb is None:
        return []
    near = next((c for c in view.chains_between(verb + 1, setting) if c.marker in _BESIDE), None)
    met = [a for a in near.actors if a.official and a.kind in ("person", "office")] if near is not None else []
    doer = [a for a in near_subject(replace(found, token=verb)) or () if a.kind in _PEOPLE and a not in met]
    return [*doer, *met] if doer and met else []


def _setting(found: Found) -> int | None:
    """The token of the preposition that makes a meeting the scene of the sentence: at a private meeting, during
    Friday's talks."""
    for token in range(found.token - 1, max(found.view.first - 1, found.token - _DESCRIBED), -1):
        word = found.view.word(token)
        if word in _SETTING or word in _AROUND:
            return token
        if not (word.isalnum() or word in _POSSESSIVE):
            return None
    return None


def _teller_before(found: Found, setting: int) -> int | None:
    """The verb before it in the same clause: A told B at a meeting, but not A told B that at a meeting."""
    return _teller(found.view, range(setting - 1, max(found.view.first, setting - _SPOKEN), -1))


def _teller_behind(found: Found, setting: int) -> int | None:
    """The verb behind a meeting that opens the sentence or the clause."""
    view = found.view
    if setting > view.first and view.word(setting - 1).isalnum():
        return None
    return _teller(view, range(found.token + 1, min(view.last, found.token + _SPOKEN)))


def _teller(view: View, tokens: range) -> int | None:
    """The first verb of telling, before the clause ends."""
    for token in tokens:
        word = view.word(token)
        if word in words_of("tells"):
            return token
        if word in words_of("clause_stop") or word in words_of("cuts"):
            return None
    return None


def _told(verb: Found) -> list[Actor]:
    """Who tells whom; nobody where one of them is no official or not named."""
    view = verb.view
    near = next(
        (
            c
            for c in view.chains_between(verb.token + 1, view.last)
            if c.first - verb.token <= ADJACENT and not c.marker
        ),
        None,
    )
    if near is None or view.word(verb.token - 1) in _PASSIVE:
        return []
    told = [a for a in near.actors if a.official and a.kind in _PEOPLE and not owns_what_follows(view, a)]
    doer = [a for a in subject_of(verb) if a.kind in ("person", "office") and a not in told]
    return [*doer, *told] if doer and told else []


def _speaks(found: Found, token: int) -> bool:
    """Whether somebody speaks once: spoke, told, will speak, but not speak or speaking every week."""
    word, before = found.view.word(token), found.view.word(token - 1)
    once = word in words_of("speak_verb") or word in words_of("tells")
    return once or (word in words_of("speaks") and before in words_of("auxiliary"))


def _spoke(verb: Found, phone: int) -> list[Actor]:
    """Who spoke on the phone, where no rule for speaking with somebody tells it."""
    behind = [verb.view.word(token) for token in range(verb.token + 1, phone)]
    if not _WITH.isdisjoint(behind):
        return []
    doer = [actor for actor in subject_of(verb) if actor.kind in _PEOPLE]
    near = verb.view.chains_between(phone + 1, min(verb.view.last, phone + _ON_THE_PHONE))
    met = [a for c in near[:1] if c.marker in _WITH for a in c.actors if a.official and a.kind in _PEOPLE]
    return [*doer, *met] if doer and (met or convenes(doer)) else []


def _is_right_behind(found: Found, chain: Chain) -> bool:
    return chain.first - found.token <= ADJACENT
