"""Those who take part, each of them once."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.likeness import same_office
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.normalise import fold


def once(actors: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
    """The actors in their order, without those whom another one of them stands for.

    A spokesman tells of a meeting and does not take part.
    """
    distinct = tuple({_spelling(actor): actor for actor in reversed(actors)}.values())[::-1]
    speakers = [actor for actor in distinct if _is_spokesman(actor, language)]
    named = [actor for actor in distinct if actor.key]
    return tuple(
        actor
        for actor in distinct
        if actor not in speakers and not any(_stands_for(person, actor, language) for person in named)
    )


def _spelling(actor: Actor) -> str:
    """Kim Jong-un is Kim Jong Un."""
    return (actor.key or actor.name).replace("-", " ")


def _is_spokesman(actor: Actor, language: str) -> bool:
    words = fold(actor.role or actor.name).split()
    return actor.kind != "country" and not lexicon(language)["spokesman"].isdisjoint(words)


def _stands_for(person: Actor, actor: Actor, language: str) -> bool:
    """Whether a named person is all that is told of a country, an office or a counterpart."""
    if actor.key or actor.affiliation is None or actor.affiliation != person.affiliation:
        return False
    if actor.kind == "country":
        return True
    if actor.kind == "office":
        return not actor.plural and person.role is not None and same_office(actor.role or actor.name, person.role)
    words = fold(actor.name).split()
    return actor.kind == "group" and not lexicon(language)["counterpart"].isdisjoint(words)
