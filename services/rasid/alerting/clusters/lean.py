"""Models that are kept by the hundred thousand, without what each of them need not have for itself."""

from functools import cache, lru_cache
from sys import intern
from typing import Any, TypeVar

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
    fields = _fields(type(model))
    if model.__pydantic_fields_set__ is fields:
        return model
    object.__setattr__(model, "__pydantic_fields_set__", fields)
    values = model.__dict__
    for name, value in values.items():
        if isinstance(value, str):
            if name in _RECURRING:
                values[name] = intern(value)
        elif isinstance(value, Contract):
            lean(value)
        elif isinstance(value, tuple):
            values[name] = tuple(kept_once(each) if isinstance(each, Participant) else lean(each) for each in value)
    return model


def assembled(model: type[Model], values: dict[str, Any]) -> Model:
    """A model of parts that other models had, and that are not checked again. All fields are given, and lean."""
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", _fields(model))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


@lru_cache(maxsize=65_536)
def kept_once(participant: Participant) -> Participant:
    """The one participant that stands for all that are told in the same words."""
    return lean(participant)


@cache
def _fields(model: type[Contract]) -> set[str]:
    return set(model.model_fields)
