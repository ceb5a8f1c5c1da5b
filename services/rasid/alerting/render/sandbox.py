"""What a rule's template may do: Jinja2's sandbox, with less in it.

Nothing in it can run long, grow large, or give another text the next time.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateAssertionError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rasid.alerting.problems import suggestion
from rasid.alerting.render.tongues import TONGUES
from rasid.alerting.render.writing import value
from rasid_schemas.base import Contract
from rasid_schemas.extraction import Meeting, TroopAnnouncement

DEEPEST_LOOP = 2
_FILTERS = frozenset(
    {"abs", "attr", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items"}
    | {"join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse"}
    | {"round", "select", "selectattr", "sort", "string", "sum", "title", "trim", "truncate", "unique", "upper"}
)
_TEXT_METHODS = frozenset({"startswith", "endswith", "lower", "upper", "strip", "split", "capitalize", "title"})
_EVENT_FIELDS = {**Meeting.model_fields, **TroopAnnouncement.model_fields}
_FORBIDDEN = (nodes.Macro, nodes.CallBlock, nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block)


class Written(str):
    """A text of ours, with the line breaks and isolates that belong into it."""

    __slots__ = ()


class Unknown(StrictUndefined):
    """What does not exist: any use of it is an error that names what there is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if owner is None:
            return f"what is not told has no {name}"
        if self._undefined_hint or not isinstance(owner, Contract | Mapping):
            return self._undefined_hint or f"there is no {name} here"
        known = list(_fields(owner)) if isinstance(owner, Contract) else list(owner)
        fix = suggestion(name, map(str, known)) if known else "there are none"
        return f"{_told(owner)} has no {name}: {fix}"


class Sandbox(ImmutableSandboxedEnvironment):
    """Plain text, fields of the contract by name; null prints nothing, what does not exist is an error."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=Unknown, autoescape=False, finalize=_finalized, trim_blocks=True, lstrip_blocks=True)
        self.globals.clear()
        self.filters = {name: each for name, each in self.filters.items() if name in _FILTERS}
        self.filters.update(date=_date, country=_country, number=_number)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  # Jinja2's signature
        """A field, key, or one of the few methods that texts have here."""
        if isinstance(obj, Contract):
            return self._field(obj, attribute)
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, str) and attribute not in _TEXT_METHODS:
            return self.undefined(f"a text has no {attribute} here", name=attribute, exc=SecurityError)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401  # Jinja2's signature
        """The same in brackets; elements of lists by number."""
        return self.getattr(obj, argument) if isinstance(argument, str) else super().getitem(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Arithmetic, of which no text and nothing endless can be made."""
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f"{operator} is for two numbers" if operator != "**" else "** is not allowed")
        return super().call_binop(context, operator, left, right)

    def _field(self, obj: Contract, name: str) -> Any:  # noqa: ANN401  # whatever the field holds
        if name in type(obj).model_fields:
            return getattr(obj, name)
        if isinstance(obj, Meeting | TroopAnnouncement) and name in _EVENT_FIELDS:  # of the other type
            return () if name == "participants" else None
        return self.undefined(obj=obj, name=name)


def refuse_what_is_endless(parsed: nodes.Template) -> None:
    """Raises TemplateAssertionError at what could run long: deep loops, and parts that call each other."""
    for forbidden in parsed.find_all(_FORBIDDEN):
        raise TemplateAssertionError(f"{type(forbidden).__name__.lower()} is not allowed", forbidden.lineno)
    _refuse_deep_loops(parsed, 0)


def _refuse_deep_loops(node: nodes.Node, depth: int) -> None:
    for child in node.iter_child_nodes():
        loops = isinstance(child, nodes.For)
        if isinstance(child, nodes.For) and (child.recursive or depth == DEEPEST_LOOP):
            raise TemplateAssertionError(
                f"loops stand at most {DEEPEST_LOOP} deep, and none is recursive", child.lineno
            )
        _refuse_deep_loops(child, depth + loops)


def _fields(owner: Contract) -> Mapping[str, Any]:
    return _EVENT_FIELDS if isinstance(owner, Meeting | TroopAnnouncement) else type(owner).model_fields


def _told(owner: object) -> str:
    if isinstance(owner, Meeting | TroopAnnouncement):
        return "event"
    return "labels" if isinstance(owner, Mapping) else type(owner).__name__.removeprefix("Event").lower()


@pass_context
def _finalized(context: Context, told: object) -> object:
    """What an expression prints: nothing for null, a text of an article as one line that cannot turn its neighbours."""
    if told is None:
        return ""
    if isinstance(told, str) and not isinstance(told, Written):
        return value(told, context["language"], len(told) + 1)
    return told


@pass_context
def _date(context: Context, told: str | None) -> str:
    """A date of the event in words."""
    return TONGUES[context["language"]].date(told)


@pass_context
def _country(context: Context, code: str | None) -> str:
    """What a code of a country or organisation stands for."""
    return TONGUES[context["language"]].affiliation(code)


def _number(told: float | None) -> str:
    """A number with its thousands set apart."""
    return "" if told is None else f"{told:,}"
