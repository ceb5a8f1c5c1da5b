"""The persons, places and organisations that an article names."""

from collections.abc import Iterator

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.article import Article
from rasid.enrichment.text.document import Hit
from rasid_schemas.extraction import Mention, MentionKind

_KINDS: dict[str, MentionKind] = {"place": "place", "country": "place", "organisation": "organisation"}
_COUNTRY_CODE = 2


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """Every mention in headline and body, in the order of the text; a person goes before a place of the same words."""
    persons = [_person(actor) for view in article.views for actor in view.actors if actor.kind == "person"]
    named = {offset for person in persons for offset in (person.start, person.end - 1)}
    others = (_other(article, hit) for hit in _hits(article) if not {hit.start, hit.end - 1} & named)
    return tuple(sorted((*persons, *others), key=_position))


def _person(actor: Actor) -> Mention:
    country = actor.affiliation if actor.affiliation and len(actor.affiliation) == _COUNTRY_CODE else None
    return _mention(actor.name_start, actor.name_end, "person", actor.name, country)


def _hits(article: Article) -> Iterator[Hit]:
    """The hits of headline and body; of two that share a letter the longer."""
    behind = 0
    spans = [(view.sentence.start, view.sentence.end) for view in article.views]
    hits = (hit for start, end in spans for hit in article.document.hits_in(start, end) if hit.kind in _KINDS)
    for hit in sorted(hits, key=_longest_first):
        if hit.start >= behind:
            behind = hit.end
            yield hit


def _other(article: Article, hit: Hit) -> Mention:
    kind = _KINDS[hit.kind]
    name = article.document.written(hit)
    return _mention(hit.start, hit.end, kind, name, hit.code if kind == "place" else None)


def _mention(start: int, end: int, kind: MentionKind, name: str, country: str | None) -> Mention:
    """Without validation: an article has more than fifty, each of a span of its own tokens."""
    return Mention.model_construct(start=start, end=end, kind=kind, name=name, country=country)


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _position(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end
