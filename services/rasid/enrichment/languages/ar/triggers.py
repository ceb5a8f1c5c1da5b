"""The Arabic words that tell of a meeting."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rasid.enrichment.languages.ar.words import past_forms, present_forms, words_of

TriggerKind = Literal["meet", "receive", "convene", "discuss", "hold", "phone", "attend", "gather", "noun", "call"]
_VERBS: tuple[TriggerKind, ...] = (
    "meet",
    "receive",
    "convene",
    "discuss",
    "hold",
    "phone",
    "attend",
    "gather",
)
_SUFFIXES = ("", "ه", "ها", "هما", "هم", "ي")
_NOUN_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "ك")
_WORDS_KEPT = 50_000


class Trigger(NamedTuple):
    """A word that tells of a meeting, taken apart."""

    kind: TriggerKind
    clitics: str
    suffix: str
    """The pronoun behind a noun; empty for a verb."""
    definite: bool
    future: bool
    past: bool


@lru_cache(_WORDS_KEPT)
def trigger_of(word: str) -> Trigger | None:
    """The trigger a folded word is, if any."""
    return _verb(word) or _noun(word)


def _verb(word: str) -> Trigger | None:
    for clitics in ("", "و", "ف", "ل", "ول"):
        form = word.removeprefix(clitics)
        if word.startswith(clitics) and form in _verb_forms():
            kind, past = _verb_forms()[form]
            return Trigger(kind, clitics, "", False, future=form.startswith("س") and not past, past=past)
    return None


def _noun(word: str) -> Trigger | None:
    for clitics in _NOUN_CLITICS:
        rest = word[len(clitics) :]
        if word.startswith(clitics):
            for suffix in _SUFFIXES:
                stem = rest.removesuffix(suffix)
                found = _noun_kind(clitics, stem, suffix) if rest.endswith(suffix) else None
                if found is not None:
                    return found
    return None


def _noun_kind(clitics: str, stem: str, suffix: str) -> Trigger | None:
    if clitics[-1:] == "ل" and stem.startswith("ل") and "ال" + stem[1:] in _nouns():
        return Trigger(_nouns()["ال" + stem[1:]], clitics, "", True, False, False)
    kind = _nouns().get(stem)
    if kind is None or (suffix and stem.startswith("ال")):
        return None
    return Trigger(kind, clitics, suffix, stem.startswith("ال") or suffix != "", False, False)


@cache
def _verb_forms() -> dict[str, tuple[TriggerKind, bool]]:
    """Every verb form with its kind and whether it is past."""
    return dict(_forms())


def _forms() -> Iterator[tuple[str, tuple[TriggerKind, bool]]]:
    yield "ودع", ("receive", True)
    for kind in reversed(_VERBS):
        for form in present_forms(words_of(f"{kind}_present")):
            yield form, (kind, False)
        for form in past_forms(words_of(f"{kind}_past")):
            yield form, (kind, True)


@cache
def _nouns() -> dict[str, TriggerKind]:
    nouns: dict[str, TriggerKind] = dict.fromkeys(words_of("meet_noun"), "noun")
    for word in words_of("meet_noun"):
        if word.endswith("ه"):
            nouns[word[:-1] + "ت"] = "noun"
    return nouns | dict.fromkeys(words_of("call_noun"), "call")
