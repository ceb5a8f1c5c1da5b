"""Models that are kept by the hundred thousand, without what each of them need not have for itself."""

from functools import cache, lru_cache
from sys import intern
from typing import TypeVar

from rasid_schemas.base import Contract
from rasid_schemas.extraction import Participant

Model = TypeVar("Model", bound=Contract)

_RECURRING = frozenset((
    "affiliation", "country", "date", "force", "force_affiliation", "language", "location", "name", "name_latin",
    "plover", "role", "rule", "source",
))  # fmt: skip
"""Fields whose texts many models have in common."""


def lean(model: Model) -> Model:
    """The model itself, which shares with others what it has in common with them. It is equal to what it was.

    Participants and recurring texts are kept once. All fields count as set, so that the set of their names is one
    for all models of a class: it weighs more than most of what they tell.
    """
    object.__setattr__(model, "__pydantic_fields_set__", _fields(type(model)))
    values = model.__dict__
    for name, value in values.items():
        if isinstance(value, str):
            if name in _RECURRING:
                values[name] = intern(value)
        elif isinstance(value, Contract):
            lean(value)
        elif isinstance(value, tuple):
            values[name] = tuple(_kept_once(each) if isinstance(each, Participant) else lean(each) for each in value)
    return model


@lru_cache(maxsize=65_536)
def _kept_once(participant: Participant) -> Participant:
    return lean(participant)


@cache
def _fields(model: type[Contract]) -> set[str]:
    return set(model.model_fields)
