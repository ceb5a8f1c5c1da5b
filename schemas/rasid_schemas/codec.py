"""Bytes to models and back. What cannot be read raises a ContentError that names the field and the fix."""

from typing import TypeVar

import orjson
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rasid_schemas.articles import RawArticle
from rasid_schemas.base import Contract
from rasid_schemas.ninjs import NinjsItem

Model = TypeVar("Model", bound=BaseModel)

DEFAULT_MAX_BODY_BYTES = 512 * 1024


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
    return model.model_dump_json().encode()


def decode(model: type[Model], value: bytes) -> Model:
    """Read a value of a known model; raises ContentError."""
    return _validate(model, _json_object(value))


def decode_article(value: bytes, max_body_bytes: int = DEFAULT_MAX_BODY_BYTES) -> RawArticle | None:
    """Read a raw article in either form; None for a ninjs item without text. Raises ContentError."""
    fields = _json_object(value)
    if NinjsItem.describes(fields):
        article = _validate(NinjsItem, fields).to_raw_article()
    else:
        article = _validate(RawArticle, fields)
    if article is not None:
        _check_body(article.body, max_body_bytes)
    return article


def _check_body(body: str, max_body_bytes: int) -> None:
    if not body.strip():
        raise ContentError("empty-body", "is empty; give the article's text", "body")
    size = len(body.encode())
    if size > max_body_bytes:
        raise ContentError(
            "body-too-large",
            f"is {size:,} bytes, the limit is {max_body_bytes:,}; shorten it or raise RASID_MAX_BODY_BYTES",
            "body",
        )


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
    field = ".".join(str(part) for part in problem["loc"])
    if field == "body" and code == "empty-field":
        code, fix = "empty-body", "is empty; give the article's text"
    if code == "wrong-type":
        fix = f"{fix}, not {_json_type(problem['input'])}"
    return ContentError(code, fix, field or None)
