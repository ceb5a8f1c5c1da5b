"""Whether somebody known as a leader held an office on a day; the tables of leaders do not say when."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.normalise import fold

_MONTH = 7
_YEAR = 4
_COLUMNS = (("en", 2), ("ar", 3))
_MIDDLE = "-06"
"""A year without a month is taken by its middle."""


def is_in_office(key: str, day: str | None) -> bool:
    """Whether a person, by folded name or surname, may have been in office on an ISO day, month or year."""
    terms = _terms().get(key)
    if terms is None or day is None:
        return True
    month = day[:_MONTH] if len(day) > _YEAR else day + _MIDDLE
    return any(first <= month <= last for first, last in terms)


@cache
def _terms() -> dict[str, tuple[tuple[str, str], ...]]:
    """The terms of each name, and of each surname that means one of those named here."""
    text = files(__package__).joinpath("careers.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    terms: dict[str, list[tuple[str, str]]] = {}
    for cells in lines[1:]:
        for language, column in _COLUMNS:
            for key in _keys(cells[column], language):
                terms.setdefault(key, []).append((cells[0], cells[1]))
    return {key: tuple(found) for key, found in terms.items()}


def _keys(names: str, language: str) -> Iterator[str]:
    """The folded names, and the surname where it means nobody but leaders of one state."""
    keys = [fold(name) for name in names.split("|") if name]
    surnames = [key.split()[-1] for key in keys]
    yield from dict.fromkeys((*keys, *(name for name in surnames if name in leaders(language).by_surname)))
