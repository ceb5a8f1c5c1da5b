"""The Arabic words that tell of a meeting."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
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
_ARTICLE = "ال"


class Trigger(NamedTuple):
    """A word that tells of a meeting, taken apart."""

    kind: TriggerKind
    clitics: str
    suffix: str
    """The pronoun behind a noun; empty for a verb."""
    definite: bool
    future: bool
    past: bool


def trigger_of(word: str) -> Trigger | None:
    """The trigger a folded word is, if any."""
    return triggers().get(word)


@cache
def starters() -> frozenset[str]:
    """The words of which a sentence that tells a meeting has one: what is held or gathers people has a noun of
    meeting."""
    return frozenset(word for word, trigger in triggers().items() if trigger.kind not in ("hold", "gather"))


def found_in(words: Sequence[str], first: int) -> list[tuple[int, Trigger]]:
    """The triggers among the words of the tokens from `first` on, each with its token."""
    known = triggers()
    return [(token, known[word]) for token, word in enumerate(words, first) if word in known]


@cache
def triggers() -> dict[str, Trigger]:
    """Every spelling of every trigger, with its clitics and pronouns."""
    found: dict[str, Trigger] = {}
    kept_once: dict[Trigger, Trigger] = {}  # so many spellings, so few triggers
    for word, trigger in chain(_verbs(), _spelled_nouns()):
        found.setdefault(word, kept_once.setdefault(trigger, trigger))
    return found


def _verbs() -> Iterator[tuple[str, Trigger]]:
    for clitics in ("", "و", "ف", "ل", "ول"):
        for form, (kind, past) in _verb_forms().items():
            future = form.startswith("س") and not past
            yield clitics + form, Trigger(kind, clitics, "", False, future=future, past=past)


def _spelled_nouns() -> Iterator[tuple[str, Trigger]]:
    for clitics in _NOUN_CLITICS:
        for suffix in _SUFFIXES:
            if clitics[-1:] == "ل":
                for stem, kind in _definite_nouns():
                    yield f"{clitics}ل{stem}{suffix}", Trigger(kind, clitics, "", True, False, False)
            for noun, kind in _nouns().items():
                definite = noun.startswith(_ARTICLE)
                if not (suffix and definite):
                    trigger = Trigger(kind, clitics, suffix, definite or suffix != "", False, False)
                    yield clitics + noun + suffix, trigger


def _definite_nouns() -> Iterator[tuple[str, TriggerKind]]:
    """What follows the article, which is doubled behind a ل."""
    return ((noun[len(_ARTICLE) :], kind) for noun, kind in _nouns().items() if noun.startswith(_ARTICLE))


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
