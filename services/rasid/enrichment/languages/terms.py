"""The gazetteers as terms for the scanner, each spelling with what it stands for."""

from collections.abc import Iterator

from rasid.enrichment.gazetteers.tables import Country, GivenName, Office, Organisation, Place, Rank, load
from rasid.enrichment.languages.leaders import rows
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.document import HitKind
from rasid.enrichment.text.normalise import fold
from rasid.enrichment.text.scanner import Term

OFFICIAL = "official"
"""The code of an office whose holder acts for a government, a military or a body of states."""


def gazetteer_terms(language: str) -> Iterator[Term]:
    """Every spelling of every entry in `ar` or `en`."""
    arabic = language == "ar"
    for country in load(Country):
        yield from _terms("country", country.code, country.ar_names if arabic else country.en_names)
        adjectives = country.ar_adjectives if arabic else country.en_adjectives
        yield from _terms("nationality", country.code, adjectives)
    for place in load(Place):
        yield from _terms("place", place.country or None, place.ar_names if arabic else place.en_names)
    for body in load(Organisation):
        yield from _terms("organisation", body.code, body.ar_names if arabic else body.en_names)
    yield from (Term(body, "organisation", "NATO", body) for body in sorted(lexicon(language)["nato"]))
    for office in load(Office):
        yield from _terms(
            "office", OFFICIAL if office.official else None, office.ar_names if arabic else office.en_names
        )
    for rank in load(Rank):
        yield from _terms("rank", rank.kind, rank.ar_names if arabic else rank.en_names)
    yield from (Term(office, "office", OFFICIAL, office) for office in sorted(lexicon(language)["office"]))
    yield from (Term(office, "office", None, office) for office in sorted(lexicon(language)["office_private"]))
    yield from (Term(office, "office", None, office) for office in sorted(lexicon(language).get("office_of")))
    yield from (Term(honorific, "rank", "honorific", honorific) for honorific in sorted(lexicon(language)["honorific"]))
    for code, names in rows("institutions.tsv", language):
        yield from _terms("institution", code, names)
    for given in load(GivenName):
        if given.language == language:
            yield from _terms("given_name", None, (given.name,))
    yield from (Term(given, "given_name", None, given) for given in sorted(lexicon(language)["given_name"]))


def _terms(kind: HitKind, code: str | None, spellings: tuple[str, ...]) -> Iterator[Term]:
    name = fold(spellings[0]) if spellings else ""
    return (Term(spelling, kind, code, name) for spelling in spellings)
