"""Models that are kept by the hundred thousand, without what each of them need not have for itself."""

from functools import cache, lru_cache
from sys import intern
from typing import Any, NamedTuple, TypeVar, get_origin

from rasid_schemas.base import Contract
from rasid_schemas.extraction import Participant

Model = TypeVar("Model", bound=Contract)

_set = object.__setattr__  # the models are frozen

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
    shape = _shape(type(model))
    if model.__pydantic_fields_set__ is not shape.fields:
        object.__setattr__(model, "__pydantic_fields_set__", shape.fields)
        _make_lean(model.__dict__, shape)
    return model


def lean_part(model: type[Model], told: Contract) -> Model:
    """What a model tells in those fields that another kind has as well, lean. All of its fields are among these."""
    shape = _shape(model)
    fields = told.__dict__
    values = {name: fields[name] for name in shape.names}
    _make_lean(values, shape)
    return _assembled(model, values, shape.fields)


def _make_lean(values: dict[str, Any], shape: "_Shape") -> None:
    for name in shape.recurring:
        if values[name] is not None:
            values[name] = intern(values[name])
    for name in shape.composed:
        value = values[name]
        values[name] = tuple([_part(each) for each in value]) if isinstance(value, tuple) else lean(value)


def _part(model: Contract) -> Contract:
    return kept_once(model) if isinstance(model, Participant) else lean(model)


class _Shape(NamedTuple):
    """What there is to know of a kind of model."""

    names: tuple[str, ...]
    fields: set[str]
    """The same; one set for all models."""
    recurring: tuple[str, ...]
    composed: tuple[str, ...]
    """The fields that are models, or tuples of them."""


@cache
def _shape(model: type[Contract]) -> _Shape:
    fields = model.model_fields
    recurring = tuple(name for name in fields if name in _RECURRING)
    composed = tuple(name for name, field in fields.items() if _is_composed(field.annotation))
    return _Shape(tuple(fields), set(fields), recurring, composed)


def _is_composed(annotation: object) -> bool:
    return get_origin(annotation) is tuple or (isinstance(annotation, type) and issubclass(annotation, Contract))


def assembled(model: type[Model], values: dict[str, Any]) -> Model:
    """A model of parts that other models had, and that are not checked again. All fields are given, and lean."""
    return _assembled(model, values, _shape(model).fields)


def _assembled(model: type[Model], values: dict[str, Any], fields: set[str]) -> Model:
    made = model.__new__(model)
    _set(made, "__dict__", values)
    _set(made, "__pydantic_fields_set__", fields)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


def kept_once(participant: Participant) -> Participant:
    """The one participant that stands for all that are told in the same words."""
    told = participant.__dict__
    return _kept(told["name"], told["role"], told["affiliation"], told["name_latin"])


@lru_cache(maxsize=65_536)
def _kept(name: str, role: str | None, affiliation: str | None, name_latin: str | None) -> Participant:
    values = {"name": name, "role": role, "affiliation": affiliation, "name_latin": name_latin}
    shape = _shape(Participant)
    _make_lean(values, shape)
    return _assembled(Participant, values, shape.fields)
