"""Who was head of a state, a government or a body of states, and when."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rasid.enrichment.text.normalise import fold


class Head(NamedTuple):
    """A term of office."""

    office: str
    """Folded, without the country: president, prime minister."""
    code: str
    """ISO 3166 alpha-2 or organisation."""
    key: str
    """The name, folded."""
    first: str
    """The month in which the term began, as YYYY-MM."""
    last: str
    """The month in which it ended."""
    surname: str
    """The last word of the name, folded."""


@cache
def heads() -> tuple[Head, ...]:
    """Every term, with English names; the first of a country that fits a month is who leads it."""
    text = files(__package__).joinpath("heads.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        Head(office, code, fold(name), first, last, fold(name).split()[-1])
        for office, code, name, first, last in lines[1:]
    )


@cache
def heads_in(month: str) -> tuple[Head, ...]:
    """Those who were in office in a month."""
    return tuple(head for head in heads() if head.first <= month <= head.last)
