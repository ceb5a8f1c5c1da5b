"""The frozen gazetteer files, read once into typed rows.

A file is UTF-8 and tab separated: `# source:` and `# licence:` lines, a header, then one row a line. A column of
several values separates them by `|`. `build.py` writes the files that come from packages.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from sys import intern
from typing import ClassVar, Literal, TypeVar

FOLDER = Path(__file__).parent
PlaceKind = Literal["capital", "city", "province", "region", "water"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: ISO 3166 alpha-2 code, names, nationality words in all their forms."""

    FILE: ClassVar[str] = "countries.tsv"
    code: str
    ar_names: tuple[str, ...]
    ar_adjectives: tuple[str, ...]
    en_names: tuple[str, ...]
    en_adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place. `country` is its ISO 3166 alpha-2 code, empty where it lies in several; `population` in heads or 0."""

    FILE: ClassVar[str] = "places.tsv"
    country: str
    kind: PlaceKind
    population: int
    ar_names: tuple[str, ...]
    en_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international or armed body. `code` is how an event names it as an affiliation."""

    FILE: ClassVar[str] = "organisations.tsv"
    code: str
    ar_names: tuple[str, ...]
    en_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A title of office. `official`: its holder acts for a government, military or intergovernmental body."""

    FILE: ClassVar[str] = "offices.tsv"
    official: bool
    ar_names: tuple[str, ...]
    en_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """A military rank or an honorific that goes before a name."""

    FILE: ClassVar[str] = "ranks.tsv"
    kind: Literal["rank", "honorific"]
    ar_names: tuple[str, ...]
    en_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name. `language` is `ar` or `en`, the script it is written in."""

    FILE: ClassVar[str] = "given_names.tsv"
    language: Literal["ar", "en"]
    name: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the Gregorian or the Hijri calendar, 1 to 12."""

    FILE: ClassVar[str] = "months.tsv"
    calendar: Literal["gregorian", "hijri"]
    number: int
    ar_names: tuple[str, ...]
    en_names: tuple[str, ...]


Row = TypeVar("Row", Country, Place, Organisation, Office, Rank, GivenName, Month)


def _names(value: str) -> tuple[str, ...]:
    return tuple(filter(None, value.split("|")))


_PARSERS: dict[object, Callable[[str], object]] = {tuple[str, ...]: _names, bool: "yes".__eq__, int: int}
"""A cell as the type of its column; what is not listed is text."""


@cache
def load(row: type[Row]) -> tuple[Row, ...]:
    """All rows of the table of `row`, in the file's order. Raises ValueError where a line does not fit the header."""
    parse = {field.name: _PARSERS.get(field.type, intern) for field in fields(row)}
    make: Callable[..., Row] = row
    return tuple(
        make(**{name: parse[name](value) for name, value in record.items()}) for record in read(FOLDER / row.FILE)
    )


def read(path: Path) -> Iterator[dict[str, str]]:
    """The records of a gazetteer file by column, without its comment lines."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(table)
        for values in table:
            yield dict(zip(header, values, strict=True))
