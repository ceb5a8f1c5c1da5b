"""For whom those act who are named together with others."""

from collections.abc import Iterable, Iterator, Set

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.normalise import fold

_COUNTRY_CODE = 2


def in_company(actors: Iterable[Actor], language: str) -> Iterator[Actor]:
    """The actors of a chain, each official whose words give no affiliation with that of the one before.

    استقبل وزير الخارجية المصري A ورئيس المخابرات العامة B: both are guests.
    """
    before: Actor | None = None
    for actor in actors:
        known = actor.affiliation is not None or leaders(language).affiliation(actor.key) is not None
        if before is not None and not known and _may_act_for_a_state(actor, language):
            actor = actor._replace(affiliation=before.affiliation)
        has_state = actor.affiliation is not None and len(actor.affiliation) == _COUNTRY_CODE
        before = actor if has_state and actor.kind in ("person", "office") and not actor.former else None
        yield actor


def _may_act_for_a_state(actor: Actor, language: str) -> bool:
    if actor.kind not in ("person", "office") or actor.plural or actor.former:
        return False
    words = set(fold(actor.role or actor.name).split())
    acts = actor.official or (actor.role is not None and serves_the_state(words, language))
    return acts and lexicon(language)["monarch"].isdisjoint(words)


def serves_the_state(words: Set[str], language: str) -> bool:
    """مدير التعليم, مدير عام الجوازات: folded words of a title that is no office of state, but in its service."""
    bodies = lexicon(language)["state_body"]
    return any(not bodies.isdisjoint(_stems(word)) for word in words)


def _stems(word: str) -> tuple[str, ...]:
    """A word without its article, and without the letter before it: وزارة of بوزارة, جوازات of للجوازات."""
    bare = word[1:] if word.startswith(("و", "ب", "ل")) else word
    return word, word.removeprefix("ال"), bare, bare.removeprefix("ال"), bare.removeprefix("ل")
