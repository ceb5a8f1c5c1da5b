"""What countries and organisations are called in the reader's language."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rasid.alerting.render.writing import Language

_HAMZA = str.maketrans("أإآ", "ااا")
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


@lru_cache(maxsize=4_096)
def names_affiliation(text: str, code: str | None) -> bool:
    """Whether a text says itself which country or organisation it is of: `U.S. senators`, `South Korean officials`."""
    names = affiliation_names().get(code or "")
    if names is None or not text:
        return code is not None and code in text
    folded = _folded(text)
    cores = [_folded(name).removeprefix("ال") for name in names]
    return code in text.replace(".", "").split() or any(core in folded or folded in core for core in cores)


@lru_cache(maxsize=4_096)
def is_affiliation(text: str, code: str | None) -> bool:
    """Whether a text is nothing but the name of a country or organisation, in either language."""
    folded = _folded(text).removeprefix("the ")
    names = affiliation_names().get(code or "", ())
    return text.replace(".", "") == code or any(folded == _folded(name) for name in names)


def _folded(text: str) -> str:
    return text.casefold().translate(_HAMZA)
