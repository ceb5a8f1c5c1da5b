"""What countries and organisations are called in the reader's language."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from rasid.alerting.render.writing import Language

_TABLE = Path(__file__).with_name("affiliations.tsv")


class Names(NamedTuple):
    """What one is called."""

    ar: str
    en: str


@cache
def affiliation_names() -> dict[str, Names]:
    """The names by the contract's codes: `IQ`, `NATO`."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: Names(arabic, english) for code, arabic, english in rows}


def affiliation_name(code: str | None, language: Language) -> str:
    """The name in a language; the code itself where there is none, empty where there is no code."""
    names = affiliation_names().get(code or "")
    if names is None:
        return code or ""
    return names.ar if language == "ar" else names.en
