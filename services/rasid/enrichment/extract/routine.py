"""Sittings and encounters that are no meetings of officials: councils, town halls, one's family, questioning."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.occasion import Occasion
from rasid.enrichment.languages.lexicon import Lexicon, lexicon
from rasid.enrichment.text.normalise import fold

_ARTICLE = "ال"
_COUNTRY_CODE = 2
_BODIES = frozenset({"UN", "EU"})
_SITS = frozenset({"hold", "held", "convene", "attend", "body", "gather"})
"""The rules by which a council sits, rather than meets somebody."""


def is_routine(occasion: Occasion, language: str) -> bool:
    """Whether those who take part only do what their house does every day."""
    actors, words = occasion.participants, lexicon(language)
    titles = [_words(actor.role or actor.name) for actor in actors]
    return (
        _is_sitting(occasion, words)
        or _is_of_a_town(actors, titles, words)
        or _is_questioning(titles, words)
        or _is_at_home(actors, words)
    )


def _is_sitting(occasion: Occasion, lexicon_: Lexicon) -> bool:
    """A council or committee of one state under its head; one of several states, or about security, counts."""
    actors, council = occasion.participants, occasion.participants[0]
    names = _words(council.name)
    sits = len(actors) == 1 or occasion.rule.rpartition("-")[2] in _SITS
    if not sits or council.key or lexicon_["council"].isdisjoint(names):
        return False
    sides = {actor.affiliation for actor in actors if actor.affiliation}
    at_home = len(sides) < 2 and all(len(side) == _COUNTRY_CODE and side not in _BODIES for side in sides)
    return at_home and all(lexicon_[name].isdisjoint(names) for name in ("security", "of_several_states"))


def _is_of_a_town(actors: tuple[Actor, ...], titles: list[list[str]], lexicon_: Lexicon) -> bool:
    """A mayor, his police chief and community leaders."""
    municipal = lexicon_["municipal"]
    local = [actor for actor, title in zip(actors, titles, strict=True) if not municipal.isdisjoint(title)]
    return bool(local) and all(actor in local or not (actor.official and actor.key) for actor in actors)


def _is_questioning(titles: list[list[str]], lexicon_: Lexicon) -> bool:
    """Whom prosecutors question meets nobody."""
    return any(not lexicon_["questioner"].isdisjoint(title) for title in titles)


def _is_at_home(actors: tuple[Actor, ...], lexicon_: Lexicon) -> bool:
    """A president and the first lady."""
    relatives = [actor for actor in actors if not lexicon_["relative"].isdisjoint(_words(actor.role or ""))]
    return bool(relatives) and len(actors) - len(relatives) < 2 and _share_a_surname(actors)


def _share_a_surname(actors: tuple[Actor, ...]) -> bool:
    surnames = [actor.key.split()[-1] for actor in actors if actor.key]
    return len(set(surnames)) < len(surnames)


def _words(name: str) -> list[str]:
    return [word.removeprefix(_ARTICLE) for word in fold(name).split()]
