"""The words of troop announcements: heads of forces, triggers with their forms, cues of status."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast, get_args

from rasid.enrichment.text.normalise import fold
from rasid_schemas.extraction import TroopAction

TriggerForm = Literal["noun", "past", "present", "future", "base", "ing"]

HEAD_KINDS = ("person", "numbered", "body", "unit")
_CONJUNCTIONS = ("", "و", "ف")
_NOUN_FRONTS = ("", "ب", "ل", "ك", "ال", "بال", "كال", "لل")
_NOUN_ENDINGS = ("", "ها", "هم", "ه", "هما", "نا")
_PAST_ENDINGS = ("", "ت", "وا", "ا", "نا", "تا", "ها", "ته", "تها")
_PRESENT_ENDINGS = ("", "ون", "وا", "ان", "ها", "هم", "ين")
_NONE: frozenset[str] = frozenset()
_LEAVING = ("going", "leaving", "withdrawal")
_OUT_OF = ("out",)
"""A trigger in `will be out of Iraq`."""


class Trigger(NamedTuple):
    """A word that tells a change of troops."""

    action: TroopAction
    form: TriggerForm


@dataclass(frozen=True, slots=True)
class TroopWords:
    """Word classes and triggers of one language, folded. A class the language lacks is empty."""

    language: str
    classes: dict[str, frozenset[str]]
    triggers: dict[str, tuple[Trigger, ...]]
    heads: frozenset[str]
    """Every word that can name a force."""
    cues: frozenset[str]
    """Every word with which a sentence may tell of troops: heads, triggers, split verbs."""
    going_on: frozenset[str]
    """Those of them that may tell of a force which neither the sentence nor the one before it names."""

    def is_adverb(self, word: str) -> bool:
        """Whether an English word tells how something is done: recently, but not Italy."""
        return word.endswith("ly") and word not in self["no_adverb"]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes.get(name, _NONE)

    def any_of(self, *names: str) -> frozenset[str]:
        """The words of several classes, put together once."""
        return _any_of(self.language, names)


@cache
def _any_of(language: str, names: tuple[str, ...]) -> frozenset[str]:
    words = troop_words(language)
    return frozenset().union(*(words[name] for name in names))


@cache
def troop_words(language: str) -> TroopWords:
    """The words of `ar` or `en`; Arabic ones with every clitic and ending they may carry."""
    classes: dict[str, set[str]] = {}
    triggers: dict[str, list[Trigger]] = {}
    for name, words in _lines(language):
        action, _, form = name.partition(".")
        if form in get_args(TriggerForm):
            for word in words:
                for spelled, trigger in _forms(word, cast("TroopAction", action), form, language):
                    triggers.setdefault(spelled, []).append(trigger)
        else:
            exact = name.startswith("=") or language == "en"
            spellings = words if exact else (spelled for word in words for spelled in _with_clitics(word))
            classes.setdefault(name.removeprefix("="), set()).update(spellings)
    kept_once: dict[tuple[Trigger, ...], tuple[Trigger, ...]] = {}  # so many spellings, so few triggers
    heads = frozenset().union(*(classes.get(kind, ()) for kind in HEAD_KINDS))
    split = frozenset(classes.get("split", ())).union(_OUT_OF)
    staying = frozenset(
        word for word, found in triggers.items() if any(trigger.action == "maintain" for trigger in found)
    )
    return TroopWords(
        language,
        {name: frozenset(words) for name, words in classes.items()},
        {word: kept_once.setdefault(each := tuple(dict.fromkeys(found)), each) for word, found in triggers.items()},
        heads,
        heads.union(triggers, split),
        staying.intersection(classes.get("intransitive", ())).union(*(classes.get(kind, ()) for kind in _LEAVING)),
    )


def _lines(language: str) -> Iterator[tuple[str, list[str]]]:
    text = files(__package__).joinpath("troop_lexicon", f"{language}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, words = line.split("\t")
            yield name, [fold(word) for word in words.split("|")]


def _with_clitics(word: str) -> Iterator[str]:
    """An Arabic word with conjunction, preposition and article."""
    for conjunction in _CONJUNCTIONS:
        for front in _NOUN_FRONTS if not word.startswith("ال") else ("", "ب", "ل"):
            yield conjunction + front + word


def _forms(stem: str, action: TroopAction, form: str, language: str) -> Iterator[tuple[str, Trigger]]:
    """Every spelling of a trigger. A present with س is a future."""
    if language == "en":
        yield stem, Trigger(action, cast("TriggerForm", form))
        return
    for conjunction in _CONJUNCTIONS:
        if form == "noun":
            stems = {stem, stem[:-1] + "ت"} if stem.endswith("ه") else {stem}
            for front in _NOUN_FRONTS:
                for inner in stems:
                    for ending in _NOUN_ENDINGS:
                        yield conjunction + front + inner + ending, Trigger(action, "noun")
        elif form == "past":
            yield from ((conjunction + stem + ending, Trigger(action, "past")) for ending in _PAST_ENDINGS)
        else:
            yield from _presents(conjunction, stem, action)


def _presents(conjunction: str, stem: str, action: TroopAction) -> Iterator[tuple[str, Trigger]]:
    for person in "يتن":
        for ending in _PRESENT_ENDINGS:
            yield conjunction + person + stem + ending, Trigger(action, "present")
            yield conjunction + "ل" + person + stem + ending, Trigger(action, "present")
            yield conjunction + "س" + person + stem + ending, Trigger(action, "future")
