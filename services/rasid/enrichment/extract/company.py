"""For whom those act who are named together with others."""

from collections.abc import Iterable, Iterator

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
    if actor.kind not in ("person", "office") or not actor.official or actor.plural or actor.former:
        return False
    return lexicon(language)["monarch"].isdisjoint(fold(actor.role or actor.name).split())
