"""Matchers over labels in Alertmanager's syntax: `severity="critical"`, `country=~"IQ|IR"`. Routing and silences.

Regular expressions are of Rust's engine, which pydantic brings along: RE2's syntax, linear time, never backtracking.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic_core import SchemaError, SchemaValidator
from pydantic_core.core_schema import str_schema

Labels = Mapping[str, str]

LONGEST = 4096
"""Characters of a text of matchers."""
EXAMPLE = 'write NAME="VALUE", with =, !=, =~ or !~'

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_WORD = r"[^\s{}!=~,\\\"'`]+"
_MATCHER = re.compile(
    rf"\s*(?P<name>{_QUOTED}|{_WORD})\s*(?P<operator>=~|!=|!~|=)\s*(?P<value>{_QUOTED}|{_WORD})\s*", re.DOTALL
)


class MatcherError(ValueError):
    """A text that is no matcher; says what to write instead."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A label's name, and what its value must be. A label that is not there has the empty value."""

    name: str
    operator: str
    """One of =, !=, =~, !~."""
    value: str
    """A value, or a regular expression that must match the whole of it."""
    _pattern: SchemaValidator | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.operator.endswith("~"):
            object.__setattr__(self, "_pattern", _compiled(self.value))

    def matches(self, labels: Labels) -> bool:
        """Whether the labels are as this matcher wants them."""
        given = labels.get(self.name, "")
        found = given == self.value if self._pattern is None else self._pattern.isinstance_python(given)
        return found is not self.operator.startswith("!")

    def __str__(self) -> str:
        name = self.name if re.fullmatch(_WORD, self.name) else _quoted(self.name)
        return f"{name}{self.operator}{_quoted(self.value)}"


def all_match(matchers: Iterable[Matcher], labels: Labels) -> bool:
    """Whether every matcher matches; without any, everything does."""
    return all(matcher.matches(labels) for matcher in matchers)


def parse_matchers(text: str) -> tuple[Matcher, ...]:
    """Read one or several matchers, separated by commas, with or without braces around them; raises MatcherError.

    Values may do without quotes where they have no space, comma or other sign of the syntax. Escapes are JSON's.
    """
    if len(text) > LONGEST:
        raise MatcherError(f"is longer than {LONGEST} characters: make it several")
    inner = text.strip()
    if inner.startswith("{") != inner.endswith("}"):
        raise MatcherError(f"has only one of its braces: {EXAMPLE}")
    matchers = tuple(_parsed(inner[1:-1] if inner.startswith("{") else inner))
    if not matchers:
        raise MatcherError(f"is empty: {EXAMPLE}")
    return matchers


def _parsed(text: str) -> Iterator[Matcher]:
    position = 0
    while text[position:].strip():
        found = _MATCHER.match(text, position)
        if found is None:
            raise MatcherError(f"cannot be read from {text[position:].strip()[:40]!r} on: {EXAMPLE}")
        yield Matcher(_unquoted(found["name"]), found["operator"], _unquoted(found["value"]))
        position = found.end()
        if position < len(text) and text[position] != ",":
            raise MatcherError(f"has {text[position:][:40]!r} behind a matcher: separate them by commas")
        position += 1


def _unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    try:
        return str(json.loads(text, strict=False))
    except json.JSONDecodeError:
        raise MatcherError(rf"has an escape in {text[:40]} that does not exist: write \\ for a backslash") from None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _compiled(expression: str) -> SchemaValidator:
    _validator(expression)  # by itself: `)(` would be right only between the anchors
    return _validator(f"^(?:{expression})$")


def _validator(expression: str) -> SchemaValidator:
    try:
        return SchemaValidator(str_schema(pattern=expression, regex_engine="rust-regex"))
    except SchemaError as error:
        reason = str(error).splitlines()[-1].strip().removeprefix("error: ").removeprefix("SchemaError: ")
        raise MatcherError(f"{expression[:40]!r} is no regular expression (RE2's syntax): {reason}") from None
