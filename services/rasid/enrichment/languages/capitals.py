"""Capitals, which stand for their governments: talks between Kyiv and Warsaw."""

from functools import cache

from rasid.enrichment.gazetteers.tables import Place, load
from rasid.enrichment.text.normalise import fold

_LARGE = 300_000
"""Inhabitants; smaller capitals share their names with persons."""


@cache
def capitals(language: str) -> frozenset[str]:
    """The capitals, folded as hits name them."""
    known = (place for place in load(Place) if place.kind == "capital")
    rows = (place for place in known if place.population == 0 or place.population >= _LARGE)
    return frozenset(fold(names[0]) for row in rows if (names := row.ar_names if language == "ar" else row.en_names))
