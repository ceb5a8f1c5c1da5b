"""Pronouns in the place of whom one meets: A met him, A called her, B, with whom A met, A and B greeted each other."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import View
from rasid.enrichment.languages.en.clauses import WITH, Found
from rasid.enrichment.languages.en.subjects import convenes, near_subject
from rasid.enrichment.languages.en.words import is_function, words_of

_NEAR = 9
_NAMING = frozenset({"as", "what", "which"})
_CALLING = 4
"""Tokens before a pronoun in which a word may make of calling somebody naming: a bore, as she called him."""
_PRONOUNS = frozenset({"him", "her"})


def met_by_pronoun(found: Found, doer: list[Actor]) -> list[Actor]:
    """A meeting with him: the subject of the sentences before, or the one named before in this."""
    words = [found.view.word(token) for token in range(found.token + 1, min(found.token + _NEAR, found.end))]
    first = found.token + 1
    if found.word not in words_of("meet_verb") or words[:1] == ["with"] or (words[:1] and words[0] not in _PRONOUNS):
        first = next((found.token + 2 + at for at, word in enumerate(words) if word == "with"), found.end)
    if found.view.word(first) not in _PRONOUNS or _is_possessive(found.view, first):
        return []
    before = [c.actors[0] for c in found.view.chains_between(found.view.first, found.token)]
    people = [a for a in before if a.kind == "person" and a not in doer] or ([found.implied] if found.implied else [])
    return [person for person in people[:1] if person not in doer]


def him(found: Found, doer: list[Actor]) -> list[Actor]:
    """A hosted him, A called her: who was named last before, and is not A."""
    view, token = found.view, found.token + 1
    if view.word(token) not in _PRONOUNS or _is_possessive(view, token) or not near_subject(found):
        return []
    if any(view.word(before) in _NAMING for before in range(token - _CALLING, token)):
        return []
    before = [c.actors[0] for c in view.chains_between(view.first, found.token)]
    people = [a for a in before if a.kind in ("person", "office") and a not in doer]
    return people[-1:] or [a for a in (found.implied,) if a is not None and a not in doer]


def with_whom(found: Found, doer: list[Actor]) -> list[Actor]:
    """B, with whom A met; B, whom A met."""
    view = found.view
    whom = next(
        (t for t in range(found.token - 1, max(view.first, found.token - _NEAR), -1) if view.word(t) == "whom"), 0
    )
    last = whom - 1 - (view.word(whom - 1) in WITH)
    before = (
        next((c for c in view.chains_between(view.first, whom) if last - c.last in (0, -1)), None) if whom else None
    )
    return [a for a in before.actors if a not in doer] if before is not None else []


def _is_possessive(view: View, token: int) -> bool:
    """Whether her is whose somebody is: with her rival."""
    behind = view.word(token + 1)
    noun = behind.isalpha() and not is_function(behind) and behind not in words_of("auxiliary")
    return noun and view.word(token) == "her"


def is_mutual(found: Found, doer: list[Actor]) -> bool:
    """A and B greeted each other."""
    each_other = (found.view.word(found.token + 1), found.view.word(found.token + 2)) == ("each", "other")
    return each_other and convenes(doer) and all(actor.official for actor in doer)
