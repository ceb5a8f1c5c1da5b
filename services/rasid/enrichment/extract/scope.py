"""Which occasions are meetings at all: of somebody who acts for a state, with somebody else."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.occasion import Occasion
from rasid.enrichment.extract.routine import is_routine
from rasid.enrichment.languages.careers import is_in_office
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.normalise import fold

MIN_CONFIDENCE = 0.5
_LETTERS = 4
"""Letters from which a word may say what an office is about."""
_ARTICLE = "ال"


def is_in_scope(occasion: Occasion, language: str) -> bool:
    """Somebody acts for a state, an army or a body of states, and is not alone unless a body convenes."""
    actors = occasion.participants
    if not actors or is_routine(occasion, language):
        return False
    if not any(_acts(actor, occasion.date) for actor in actors) or occasion.confidence < MIN_CONFIDENCE:
        return False
    if occasion.negotiation and _is_open(occasion):
        return False
    if len(actors) > 1:
        return not all(_is_anybody(actor) for actor in actors) and not _is_internal(actors, language)
    if occasion.rule == "ar-abroad":
        return occasion.location is not None
    if occasion.rule == "en-visit":
        return bool(occasion.date or occasion.location)
    return actors[0].kind == "body" or ((actors[0].plural or actors[0].kind == "group") and not _is_anybody(actors[0]))


def _acts(actor: Actor, day: str | None) -> bool:
    """Whether somebody is an official, and was one on the day of the meeting."""
    if actor.kind == "group" and _are_people(fold(actor.name).split()):
        return False
    return actor.official and (actor.kind != "person" or is_in_office(actor.key, day)) and not _is_private(actor)


def _are_people(words: list[str]) -> bool:
    """Turkish lawyers, business leaders: a nation or a trade makes nobody an official."""
    return words[-1] in lexicon("en")["people"] or not lexicon("en")["of_a_trade"].isdisjoint(words)


def _is_private(actor: Actor) -> bool:
    """The president of a company, a club, a newspaper."""
    words = [word.removeprefix(_ARTICLE) for word in fold(actor.role or actor.name).split()]
    return any(not lexicon(language)["private_house"].isdisjoint(words) for language in ("ar", "en"))


def is_told(occasion: Occasion) -> bool:
    """Whether a report says something of its own: of meetings that nobody counts when or where, of the meeting told
    before that or who; of what is refused nothing."""
    if occasion.manner == "never":
        return False
    if occasion.adds or occasion.manner == "any":
        return bool(occasion.date or occasion.location or (occasion.adds and occasion.participants))
    return True


def _is_open(occasion: Occasion) -> bool:
    """Negotiations of states without a round, place or day are a state of affairs, no meeting."""
    if occasion.rule == "en-hold" and occasion.status == "held" and occasion.participants[0].kind == "person":
        return all(actor.kind in ("country", "body") for actor in occasion.participants[1:])
    persons = sum(actor.kind == "person" for actor in occasion.participants)
    told = occasion.date or occasion.location
    offered = occasion.status == "proposed" and not occasion.location
    return persons < len(occasion.participants) and (offered or not told)


def _is_anybody(actor: Actor) -> bool:
    """A group whose words say neither whose it is nor what it leads: officials, members."""
    return actor.kind == "group" and actor.affiliation is None and " " not in actor.name


def _is_internal(actors: tuple[Actor, ...], language: str) -> bool:
    """The education minister and his directors of education: one house; an army's and security's meetings count."""
    head, others = actors[0], actors[1:]
    about = _subjects(head.role or "", language)
    if not about or about & lexicon(language)["security"]:
        return False
    return all(other.kind == "group" and about & _subjects(other.name, language) for other in others)


def _subjects(words: str, language: str) -> set[str]:
    """What an office or group is about, without the words for its kind."""
    bare = {word.removeprefix(_ARTICLE) for word in fold(words).split()}
    return {word for word in bare if len(word) >= _LETTERS} - lexicon(language)["kind_of_office"]
