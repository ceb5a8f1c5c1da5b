"""Meetings told without a place, settled where those who meet were told to be."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.occasion import Occasion
from rasid.enrichment.extract.scenes import Scene, scenes_of
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.document import Document, Sentence

_NEAR = 2
"""Sentences for which a journey is still where its traveller is."""
_AT_A_HOST = 5
"""The same where the place is in the country of somebody else who takes part."""

_AT_A_GATHERING = 10
"""The same for what is held beside a gathering: the furthest of them."""

AffiliationOf = Callable[[Actor], str | None]


def placed(
    document: Document, views: Sequence[View], occasions: Sequence[Occasion], affiliation: AffiliationOf
) -> Sequence[Occasion]:
    """The occasions, those without a place settled where people were told to be."""
    if all(occasion.location for occasion in occasions):
        return occasions
    scenes = scenes_of(views)
    return [_settled(document, occasion, scenes, affiliation) for occasion in occasions]


def _settled(document: Document, occasion: Occasion, scenes: Sequence[Scene], affiliation: AffiliationOf) -> Occasion:
    """The occasion at the place that its traveller, or the gathering it is beside, was told to be at."""
    if occasion.location or occasion.mode in ("phone", "video") or occasion.status == "proposed":
        return occasion
    sentences = [bisect_right(document.sentences, start, key=_start) - 1 for start, _ in occasion.spans]
    fits = _is_beside if _is_told_beside(document, sentences) else _is_where_one_is
    fitting = [scene for scene in _near(scenes, sentences) if fits(occasion, scene, sentences, affiliation)]
    if not fitting:
        return occasion
    nearest = min(fitting, key=lambda scene: (_distance(scene, sentences), -scene.sentence))
    within = (scene for scene in fitting if scene.town and scene.country == nearest.country)
    scene = nearest if nearest.town else next(within, nearest)
    return occasion._replace(location=scene.name, country=scene.country, town=scene.town, mode="in_person")


def _is_told_beside(document: Document, sentences: Sequence[int]) -> bool:
    """Whether the meeting is on the sidelines of something."""
    told = (document.sentences[position] for position in sentences)
    words = {word for s in told for word in document.tokens.words[s.first_token : s.last_token]}
    return not words.isdisjoint(lexicon(document.language)["beside"])


def _start(sentence: Sentence) -> int:
    return sentence.start


def _near(scenes: Sequence[Scene], sentences: Sequence[int]) -> list[Scene]:
    """The scenes near some sentences, in order: an occasion is at no other, and a long text has many."""
    inside: set[int] = set()
    for position in sentences:
        first = bisect_left(scenes, position - _AT_A_GATHERING, key=_sentence)
        inside.update(range(first, bisect_right(scenes, position + _AT_A_GATHERING, key=_sentence)))
    return [scenes[i] for i in sorted(inside)]


def _sentence(scene: Scene) -> int:
    return scene.sentence


def _distance(scene: Scene, sentences: Sequence[int]) -> int:
    return min(abs(position - scene.sentence) for position in sentences)


def _is_beside(occasion: Occasion, scene: Scene, sentences: Sequence[int], affiliation: AffiliationOf) -> bool:
    return not scene.movers and _distance(scene, sentences) <= _AT_A_GATHERING


def _is_where_one_is(occasion: Occasion, scene: Scene, sentences: Sequence[int], affiliation: AffiliationOf) -> bool:
    """Whether one of those who meet came to a place, and another one's country it is, or the meeting is told next."""
    if scene.to_come and occasion.status == "held":
        return False
    travellers = [a for a in occasion.participants if any(_is_one(a, mover) for mover in scene.movers)]
    hosts = [a for a in occasion.participants if a not in travellers]
    if not travellers or not hosts:
        return False
    after = [position - scene.sentence for position in sentences]
    if scene.country is not None and any(affiliation(host) == scene.country for host in hosts):
        return any(-_NEAR <= distance <= _AT_A_HOST for distance in after)
    at_home = any(affiliation(traveller) == scene.country for traveller in travellers)
    held = occasion.mode == "in_person" and occasion.status == "held"
    return held and not at_home and 0 in after


def _is_one(actor: Actor, mover: Actor) -> bool:
    return actor.key == mover.key if actor.key and mover.key else actor.name == mover.name
