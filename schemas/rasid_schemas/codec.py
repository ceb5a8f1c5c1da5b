"""Bytes to models and back. What cannot be read raises a ContentError that names the field and the fix."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

import orjson
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, to_json

from rasid_schemas.articles import RawArticle
from rasid_schemas.base import Contract
from rasid_schemas.limits import DEFAULT_LIMITS, Excess, Limits, article_excess, message_excess
from rasid_schemas.ninjs import NinjsItem

Model = TypeVar("Model", bound=BaseModel)

LONGEST_NAME = 80
"""Code points of a key that an error names."""


class ContentError(Exception):
    """A message that no retry will mend.

    `code` is stable, for programs; `field` is a dotted path into the value, or None; `message` is for people.
    """

    def __init__(self, code: str, message: str, field: str | None = None) -> None:
        self.code = code
        self.field = field
        self.message = message
        super().__init__(f"{field}: {message}" if field else message)


def encode(model: Contract) -> bytes:
    """The value as it goes on a topic: UTF-8 JSON, fields in the order of the model."""
    return to_json(model)


def encode_around(model: Contract, field: str, value: bytes) -> bytes:
    """The same, where the value of one field, neither the first nor the last, is encoded already."""
    around = _around(type(model), field)
    before, behind = to_json(model, include=around.before), to_json(model, include=around.behind)
    return b'%b,"%b":%b,%b' % (before[:-1], field.encode(), value, behind[1:])


class _Around(NamedTuple):
    """The fields before and behind another."""

    before: set[str]
    behind: set[str]


@cache
def _around(model: type[Contract], field: str) -> _Around:
    names = tuple(model.model_fields)
    place = names.index(field)
    return _Around(set(names[:place]), set(names[place + 1 :]))


def decode(model: type[Model], value: bytes) -> Model:
    """Read a value of a known model; raises ContentError."""
    return _validate(model, _json_object(value))


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article that is not to be used any more: its uri."""

    uri: str


def decode_article(value: bytes, limits: Limits = DEFAULT_LIMITS) -> RawArticle | None:
    """Read a raw article in either form; None for a ninjs item without text, or withdrawn. Raises ContentError."""
    raw = decode_raw(value, limits)
    return None if isinstance(raw, Withdrawal) else raw


def decode_raw(value: bytes, limits: Limits = DEFAULT_LIMITS) -> RawArticle | Withdrawal | None:
    """Read a raw article in either form, or its withdrawal: a ninjs item that is canceled or withheld.

    None for a ninjs item without text. Raises ContentError.
    """
    refuse(message_excess(value, limits))
    fields = _json_object(value)
    if NinjsItem.describes(fields):
        item = _validate(NinjsItem, fields)
        if item.is_withdrawn:
            return Withdrawal(item.uri)
        article = item.to_raw_article()
    else:
        article = _validate(RawArticle, fields)
    if article is not None:
        if not article.body.strip():
            raise ContentError("empty-body", "is empty; give the article's text", "body")
        refuse(article_excess(article, limits))
    return article


def refuse(excess: Excess | None) -> None:
    """Raise a ContentError for what is too large, where something is."""
    if excess is not None:
        raise ContentError(excess.code, excess.message, excess.field and _shown(excess.field))


def _shown(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _json_object(value: bytes) -> dict[str, object]:
    try:
        fields = orjson.loads(value)
    except orjson.JSONDecodeError as error:
        raise _not_json(value, error) from None
    if not isinstance(fields, dict):
        raise ContentError("not-an-object", f"is a JSON {_json_type(fields)}; give a JSON object with uri and body")
    return fields


def _not_json(value: bytes, error: orjson.JSONDecodeError) -> ContentError:
    try:
        value.decode()
    except UnicodeDecodeError as invalid:
        return ContentError("not-utf8", f"is not UTF-8 at byte {invalid.start}; encode the JSON as UTF-8")
    if "depth limit" in error.msg:
        return ContentError("too-deep", "has objects or arrays more than 1,024 deep; give one JSON object")
    return ContentError("not-json", f"is not JSON ({error.msg} at character {error.pos}); give one JSON object")


def _json_type(value: object) -> str:
    names: dict[type, str] = {list: "array", str: "string", int: "number", float: "number", bool: "boolean"}
    return names.get(type(value), "null")


_FIXES = {
    "missing": ("missing-field", "is required; add it"),
    "string_type": ("wrong-type", "must be a string"),
    "string_too_short": ("empty-field", "must not be empty"),
    "dict_type": ("wrong-type", "must be an object of strings"),
    "tuple_type": ("wrong-type", "must be an array"),
    "model_type": ("wrong-type", "must be an object"),
}


def _validate(model: type[Model], fields: dict[str, object]) -> Model:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise _content_error(error.errors(include_url=False)[0]) from None


def _content_error(problem: ErrorDetails) -> ContentError:
    code, fix = _FIXES.get(problem["type"], ("invalid-field", problem["msg"]))
    field = _shown(".".join(str(part) for part in problem["loc"]))
    if field == "body" and code == "empty-field":
        code, fix = "empty-body", "is empty; give the article's text"
    if problem["type"] == "string_too_long":
        size, limit = len(problem["input"]), problem["ctx"]["max_length"]
        code, fix = "field-too-large", f"is {size:,} characters, the limit is {limit:,}; shorten it"
    if code == "wrong-type":
        fix = f"{fix}, not {_json_type(problem['input'])}"
    return ContentError(code, fix, field or None)
