"""Models that are kept by the hundred thousand, without what each of them need not have for itself."""

from collections.abc import Iterable
from functools import cache, lru_cache
from sys import intern
from typing import Any, TypeVar, get_origin

from rasid_schemas.base import Contract
from rasid_schemas.extraction import Participant

Model = TypeVar("Model", bound=Contract)

_RECURRING = frozenset((
    "affiliation", "country", "date", "extractor_version", "force", "force_affiliation", "language", "location",
    "name", "name_latin", "plover", "role", "rule", "source",
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
    _share(values, _recurring(type(model)))
    for name in _composed(type(model)):
        value = values[name]
        values[name] = tuple(map(_part, value)) if isinstance(value, tuple) else lean(value)
    return model


def _share(values: dict[str, Any], names: Iterable[str]) -> None:
    for name in names:
        if values[name] is not None:
            values[name] = intern(values[name])


def _part(model: Contract) -> Contract:
    return kept_once(model) if isinstance(model, Participant) else lean(model)


@cache
def _recurring(model: type[Contract]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name in _RECURRING)


@cache
def _composed(model: type[Contract]) -> tuple[str, ...]:
    """The fields that are models, or tuples of them."""
    return tuple(name for name, field in model.model_fields.items() if _is_composed(field.annotation))


def _is_composed(annotation: object) -> bool:
    return get_origin(annotation) is tuple or (isinstance(annotation, type) and issubclass(annotation, Contract))


def assembled(model: type[Model], values: dict[str, Any]) -> Model:
    """A model of parts that other models had, and that are not checked again. All fields are given, and lean."""
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", _fields(model))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


def kept_once(participant: Participant) -> Participant:
    """The one participant that stands for all that are told in the same words."""
    return _kept(tuple(participant.__dict__.items()))


@lru_cache(maxsize=65_536)
def _kept(told: tuple[tuple[str, str | None], ...]) -> Participant:
    values = dict(told)
    _share(values, _recurring(Participant))
    return assembled(Participant, values)


@cache
def _fields(model: type[Contract]) -> set[str]:
    return set(model.model_fields)
