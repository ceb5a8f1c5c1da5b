"""The English rules for calls: a phone call with B, A took a call from B."""

from dataclasses import replace

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.en.clauses import WITH, Found, is_governed, owns_what_follows, proposal_of
from rasid.enrichment.languages.en.nouns import doer_of_noun, owners_of
from rasid.enrichment.languages.en.subjects import convenes, subject_of
from rasid.enrichment.languages.en.words import words_of

_DESCRIBED = 5
"""Tokens before a call in which the verb stands that holds it."""
_CALLED = WITH | {"to", "from"}


def told_by_call(found: Found) -> Proposal | None:
    """a phone call with B, a call between A and B."""
    view = found.view
    if view.word(found.token - 1) == "conference" and view.word(found.token + 2) in words_of("press"):
        return None
    around = [view.word(t) for t in range(found.token - 2, found.token + 2)]
    if not any(word in words_of("phone_word") for word in around) and not (
        found.word in ("call", "calls") and (view.word(found.token + 1) == "with" or _holding(found) is not None)
    ):
        return None
    owners = owners_of(found)
    chains = found.chains()
    near = [c for c in chains[:2] if c.marker in _CALLED and not (c.marker in WITH and is_governed(view, c))]
    met = [a for c in near for a in c.actors if a.kind != "country" and not owns_what_follows(view, a)]
    between = any(c.marker == "between" for c in near) and len(met) > 1
    doer = [] if between else owners or doer_of_noun(found)
    if not met:
        doer = _callers(found) or _holders(found)
    return proposal_of(found, "en-call", [*doer, *met], 0.85, phone=True) if len(doer) + len(met) > 1 else None


def _callers(found: Found) -> list[Actor]:
    """A told B in a phone call: the last two named, one of them the subject."""
    before = found.view.chains_between(found.view.first, found.token)
    people = [a for c in before if c.marker in ("", "to", "and") for a in c.actors if a.kind in ("person", "office")]
    distinct = list({a.key or a.name: a for a in people}.values())
    return distinct[-2:] if found.view.word(found.token - 3) in ("in", "during", "by", "over", "with") else []


def _holders(found: Found) -> list[Actor]:
    """The two leaders had a phone call: those who hold it are more than one."""
    verb = _holding(found)
    doer = subject_of(replace(found, token=verb)) if verb is not None else []
    return doer if convenes(doer) else []


def _holding(found: Found) -> int | None:
    """The token of the verb of which a call is the object."""
    tokens = range(found.token - 1, max(found.view.first, found.token - _DESCRIBED), -1)
    answered = found.word == "call" and found.view.word(found.token + 1) in ("from", "to")
    holding = words_of("holds_call") | (words_of("answers_call") if answered else frozenset())
    return next((t for t in tokens if found.view.word(t) in holding), None)
