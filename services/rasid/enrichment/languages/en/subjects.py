"""Who acts in an English clause: its subject, whom a pronoun means, whom a relative tells of."""

from itertools import islice

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.languages.en.clauses import DETERMINERS, Found, is_somebody
from rasid.enrichment.languages.en.words import words_of

_SKIPPED = frozenset({",", "who", '"', "-"})
_HE = frozenset({"he", "she", "him", "her"})
_THEY = frozenset({"they", "two", "both", "pair", "duo", "trio", "three"})
"""Words that stand alone for those who acted together before."""
_RELATIVES = frozenset({"who", "which"})
_WHERE = frozenset({"in", "at"})
_TOWARDS = frozenset({"to", "from", "into", "for"})
_LOOK_BACK = 14
_PREDICATE = 6
_BEING = frozenset({"is", "was", "be", "been", "become", "becomes", "became"})


def subject_of(found: Found) -> list[Actor]:
    """Who does it: the actors before the verb, over auxiliaries, adverbs and days; a pronoun is the subject before."""
    near = near_subject(found)
    return first_subject(found) if near is None else near


def near_subject(found: Found) -> list[Actor] | None:
    """Who does it, where nothing but auxiliaries, adverbs and days stands before the verb."""
    view = found.view
    ends = {chain.last: chain for chain in view.chains if chain.last <= found.token}
    token = found.token
    for _ in range(_LOOK_BACK):
        if token in ends:
            chain = ends[token]
            if chain.marker == "and" and view.word(chain.first - 2) in _HE:
                return [*antecedent(found), *chain.actors]
            if (meant := _predicated(view, chain)) is not None:
                return list(meant.actors)
            place = chain.marker in _TOWARDS and chain.actors[-1].kind == "country"
            return None if place or chain.marker in _WHERE else list(chain.actors)
        word = view.word(token - 1)
        if word in _HE:
            return antecedent(found)
        if word in _THEY:
            return they(found, word)
        if word == "i" and not any(view.word(t) == '"' for t in range(view.first, view.last)):
            return []
        if token <= view.first or not _is_skipped(word):
            break
        token -= 1
    return None


def _is_skipped(word: str) -> bool:
    """Whether a word may stand between a subject and its verb: auxiliaries, adverbs, days."""
    return word in words_of("auxiliary") or word in _SKIPPED or word.isdigit() or word.endswith("ly")


def _predicated(view: View, chain: Chain) -> Chain | None:
    """Of whom an office or a group is only said: Kate Archer will be the first Irish leader to meet B."""
    if chain.actors[0].kind == "person":
        return None
    before = view.chains_between(view.first, chain.first)
    gap = [view.word(token) for token in range(before[-1].last, chain.first)] if before else []
    return before[-1] if len(gap) <= _PREDICATE and not _BEING.isdisjoint(gap) and before[-1].marker == "" else None


def antecedent(found: Found) -> list[Actor]:
    """Whom he or she means: the first one of the sentence, else the subject of the sentences before."""
    view = found.view
    before = view.chains_between(view.first, found.token)
    people = (
        c.actors[0]
        for c in before
        if (c.marker == "" or view.word(c.last) == "'") and c.actors[0].kind in ("person", "office")
    )
    return list(islice(people, 1)) or ([found.implied] if found.implied else [])


def they(found: Found, word: str = "they") -> list[Actor]:
    """Whom they means: the last ones of the sentence who are more than one, or the two named last, else those of the
    sentences before."""
    before = found.view.chains_between(found.view.first, found.token)
    named = {a.key or a.name: a for c in before for a in c.actors if a.kind in ("person", "office")}
    people = [c for c in before if c.plural and is_somebody(c)]
    acting = [c for c in people if c.marker == ""] or people
    two = list(named.values())[-2:] if len(named) > 1 else []
    if word == "they" and acting:
        return list(acting[-1].actors)
    return two or list(acting[-1].actors if acting else found.view.together)


def first_subject(found: Found) -> list[Actor]:
    """The subject of the nearest clause that has one of its own, else the sentence's first actor without a preposition,
    else the subject of the sentences before."""
    view = found.view
    before = view.chains_between(view.first, found.token)
    for token in range(found.token - 1, view.first, -1):
        if view.word(token) in words_of("clause_stop"):
            if view.word(token + 1) in _HE:
                return antecedent(found)
            nearest = _subject_at(view, token, before)
            if nearest is not None:
                return list(nearest.actors)
            if view.word(token) == "who":
                return _described(before, token)
    acting = (c for c in before if c.marker == "" and c.actors[0].kind != "country")
    first = next((c for c in acting if view.word(c.last) != "'"), None)
    if first is not None:
        return list(first.actors)
    pronoun = any(view.word(token) in _HE for token in range(view.first, found.token))
    return [found.implied] if found.implied and (pronoun or not before) else []


def _described(chains: tuple[Chain, ...], who: int) -> list[Actor]:
    """Whom a relative tells of, over an apposition: Kate Archer, the mayor of the port, who met B."""
    near = [c for c in chains if c.last <= who and who - c.last <= _LOOK_BACK and is_somebody(c)]
    return list(near[-1].actors) if near else []


def _subject_at(view: View, stop: int, chains: tuple[Chain, ...]) -> Chain | None:
    """Who acts in the clause that a word begins: whom it stands behind for a relative, who stands right behind it for
    a conjunction."""
    ahead = stop + 2 if view.word(stop + 1) in DETERMINERS else stop + 1
    own = next((c for c in chains if c.first in (stop + 1, ahead) and is_somebody(c)), None)
    if own is not None or view.word(stop) not in _RELATIVES:
        return own
    behind = stop - 1 if view.word(stop - 1) == "," else stop
    return next((c for c in chains if c.last == behind), None)


def convenes(actors: list[Actor]) -> bool:
    """Whether those who act can meet among themselves."""
    return len(actors) > 1 or any(a.plural or a.kind in ("group", "body") for a in actors)
