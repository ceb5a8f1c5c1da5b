"""Persons known to act for a country or body, and the institutions that give a country away."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rasid.enrichment.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Leaders:
    """Affiliations by folded name, and by surname where only one affiliation has it."""

    by_name: dict[str, str]
    by_surname: dict[str, str]

    def affiliation(self, key: str) -> str | None:
        """The affiliation of a folded name or surname, if it is a leader's."""
        return self.by_name.get(key) or (self.by_surname.get(key) if " " not in key else None)


@cache
def leaders(language: str) -> Leaders:
    """The leaders with their names in `ar` or `en`."""
    by_name = {fold(name): code for code, names in rows("leaders.tsv", language) for name in names}
    surnames: dict[str, set[str]] = {}
    for name, code in by_name.items():
        surnames.setdefault(name.split()[-1], set()).add(code)
    return Leaders(by_name, {name: min(codes) for name, codes in surnames.items() if len(codes) == 1})


def rows(file: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each code of a file in this folder with its names in `ar` or `en`."""
    lines = files(__package__).joinpath(file).read_text(encoding="utf-8").splitlines()
    table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    for record in table:
        yield record["code"], tuple(name for name in record[f"{language}_names"].split("|") if name)
