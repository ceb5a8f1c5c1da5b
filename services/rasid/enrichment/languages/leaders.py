"""Persons known to act for a country or body, and the institutions that give a country away."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Leaders:
    """Affiliations by folded name, and by surname where only one affiliation has it."""

    by_name: dict[str, str]
    by_surname: dict[str, str]
    first_words: frozenset[str]
    """With which the names begin."""

    def affiliation(self, key: str) -> str | None:
        """The affiliation of a folded name or surname, if it is a leader's."""
        if " " not in key:
            return self.by_name.get(key) or self.by_surname.get(key)
        first_two = " ".join(key.split()[:2])
        return self.by_name.get(key) or (self.by_name.get(first_two) if not key.isascii() else None)


@cache
def leaders(language: str) -> Leaders:
    """The leaders with their names in `ar` or `en`."""
    by_name = {fold(name): code for code, names in rows("leaders.tsv", language) for name in names}
    surnames: dict[str, set[str]] = {}
    for name, code in by_name.items():
        surnames.setdefault(name.split()[-1], set()).add(code)
    common = lexicon(language)["common_surname"]
    by_surname = {name: min(codes) for name, codes in surnames.items() if len(codes) == 1 and name not in common}
    return Leaders(by_name, by_surname, frozenset(name.split()[0] for name in by_name))


def rows(file: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each code of a file in this folder with its names in `ar` or `en`."""
    lines = files(__package__).joinpath(file).read_text(encoding="utf-8").splitlines()
    table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    for record in table:
        yield record["code"], tuple(name for name in record[f"{language}_names"].split("|") if name)


@cache
def _outlets() -> dict[str, str]:
    lines = files(__package__).joinpath("outlets.tsv").read_text(encoding="utf-8").splitlines()
    table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {fold(name): record["code"] for record in table for name in record["names"].split("|")}


def country_of_outlet(source: str | None) -> str | None:
    """The country whose officials an outlet names without saying so."""
    return _outlets().get(fold(source).strip()) if source else None
