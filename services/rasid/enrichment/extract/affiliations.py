"""For whom an actor acts where its own words do not say."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.company import serves_the_state
from rasid.enrichment.languages.careers import is_in_office
from rasid.enrichment.languages.leaders import country_of_outlet, leaders
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.document import Document
from rasid.enrichment.text.normalise import fold

_AGAIN = 3
_SHARE = 0.5


@dataclass(frozen=True)
class Affiliations:
    """What an article tells of its home country."""

    document: Document
    home: str | None
    """ISO 3166 alpha-2 of the country whose institutions it names most, without need to say whose they are."""
    about: str | None = None
    """The country of its dateline, that it is about, or of its outlet, where it names no institutions."""

    def affiliation(self, actor: Actor) -> str | None:
        """ISO 3166 alpha-2 or organisation; null for former officials and private persons."""
        if actor.former:
            return None
        return actor.affiliation or self._known(actor) or self._institution(actor) or self._home(actor)

    def _known(self, actor: Actor) -> str | None:
        """The side of a leader who is in office on the article's day."""
        if not actor.key or not is_in_office(actor.key, self.document.day):
            return None
        return leaders(self.document.language).affiliation(actor.key)

    def _institution(self, actor: Actor) -> str | None:
        inside = self.document.hits_in(actor.start, actor.end)
        return next((hit.code for hit in inside if hit.kind == "institution"), None)

    def _home(self, actor: Actor) -> str | None:
        """The home country's officials need no country; its groups do in English, and monarchs everywhere."""
        words = set(fold(actor.role or actor.name).replace("-", " ").split())
        known = lexicon(self.document.language)
        if not known["monarch"].isdisjoint(words) or not known["counterpart"].isdisjoint(words):
            return None
        if not actor.official:
            serves = actor.role is not None and serves_the_state(words, self.document.language)
            return self.home or self.about if serves else None
        if actor.kind == "office" and words & lexicon(self.document.language).get("posted"):
            return None
        if actor.kind in ("person", "office"):
            return self.home or (None if actor.plural else self.about)
        return self.home if actor.kind == "group" and self._is_at_home(words) else None

    @cached_property
    def _named_most(self) -> str | None:
        return _country_named_most(self.document)

    def _is_at_home(self, words: set[str]) -> bool:
        """Whether a group needs no country: in English the army's and the authorities' people do not."""
        if self.document.language == "ar":
            return self.home in (country_of_outlet(self.document.source), self._named_most)
        known = lexicon("en")
        return len(words) > 1 and bool(words & known["of_the_state"]) and not words & known["of_others"]

    def beside(self, actor: Actor, host: Actor) -> str | None:
        """For whom somebody acts who takes part beside a host: his commanders, the delegation that came with him."""
        words = fold(actor.name).split()
        known = lexicon(self.document.language)
        own = actor.kind in ("group", "office") and not known["own_group"].isdisjoint(words)
        own = own and known["monarch"].isdisjoint(words)
        return self.affiliation(host) if own and actor.affiliation is None else self.affiliation(actor)


def affiliations_of(document: Document) -> Affiliations:
    """Weigh the institutions that an article names; where it names none, its dateline and the countries it names."""
    codes = Counter(hit.code for hit in document.hits if hit.kind == "institution" and hit.code)
    home = codes.most_common(1)[0][0] if codes else None
    if home is not None:
        return Affiliations(document, home)
    about = _country_of_dateline(document) or _country_named_most(document) or country_of_outlet(document.source)
    return Affiliations(document, None, about)


def _country_of_dateline(document: Document) -> str | None:
    return document.dateline.code if document.dateline is not None else None


def _country_named_most(document: Document) -> str | None:
    """The country that an article is about: named again and again, and more than all others together."""
    codes = Counter(hit.code for hit in document.hits if hit.kind in ("country", "nationality") and hit.code)
    code, times = codes.most_common(1)[0] if codes else (None, 0)
    return code if times >= _AGAIN and times > _SHARE * codes.total() else None
