"""For whom an actor acts where its own words do not say."""

from collections import Counter
from dataclasses import dataclass

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.document import Document


@dataclass(frozen=True, slots=True)
class Affiliations:
    """What an article tells of its home country."""

    document: Document
    home: str | None
    """ISO 3166 alpha-2 of the country whose institutions it names most, without need to say whose they are."""

    def affiliation(self, actor: Actor) -> str | None:
        """ISO 3166 alpha-2 or organisation; null for former officials and private persons."""
        if actor.former:
            return None
        return actor.affiliation or self._known(actor) or self._institution(actor) or self._home(actor)

    def _known(self, actor: Actor) -> str | None:
        return leaders(self.document.language).affiliation(actor.key) if actor.key else None

    def _institution(self, actor: Actor) -> str | None:
        inside = self.document.hits_in(actor.start, actor.end)
        return next((hit.code for hit in inside if hit.kind == "institution"), None)

    def _home(self, actor: Actor) -> str | None:
        return self.home if actor.official and actor.kind in ("person", "office", "group") else None


def affiliations_of(document: Document) -> Affiliations:
    """Weigh the institutions that an article names."""
    codes = Counter(hit.code for hit in document.hits if hit.kind == "institution" and hit.code)
    return Affiliations(document, codes.most_common(1)[0][0] if codes else None)
