"""Every variable and field that a rule's condition can name, taken from the contract's models."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from rasid_schemas.base import Contract
from rasid_schemas.extraction import Meeting, Participant, TroopAnnouncement

Kind = Literal["text", "number", "boolean", "time", "list", "object", "watchlists"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field as conditions see it. A list's `fields` are those of its elements."""

    kind: Kind
    values: tuple[str, ...] = ()
    """All values a text can have, where they are a fixed set."""
    fields: Mapping[str, "Field"] = field(default_factory=dict)
    may_be_unknown: bool = False


def _field(annotation: object) -> Field:
    if get_origin(annotation) in (Union, UnionType):
        known = _field(next(argument for argument in get_args(annotation) if argument is not NoneType))
        return replace(known, may_be_unknown=True)
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) is Literal:
        return Field("text", get_args(annotation))
    if get_origin(annotation) is tuple:
        return Field("list", fields=_fields(get_args(annotation)[0]))
    if annotation is bool:
        return Field("boolean")
    return Field("number" if annotation in (int, float) else "text")


def _fields(model: type[Contract], *left_out: str) -> Mapping[str, Field]:
    return MappingProxyType(
        {name: _field(info.annotation) for name, info in model.model_fields.items() if name not in left_out}
    )


_TEXT, _NUMBER, _TIME = Field("text"), Field("number"), Field("time")
_AGE = replace(_NUMBER, may_be_unknown=True)

MEETING_FIELDS = _fields(Meeting, "evidence")
TROOP_FIELDS = _fields(TroopAnnouncement, "evidence")
PARTICIPANT_FIELDS = _fields(Participant)
REPORT_FIELDS: Mapping[str, Field] = MappingProxyType(dict.fromkeys(("uri", "url", "source", "language"), _TEXT))


def _either(one: Field | None, other: Field | None) -> Field:
    """The field of an event that may be of either type: a status is one of a meeting's or of an announcement's."""
    known = [each for each in (one, other) if each is not None]
    values = dict.fromkeys(value for each in known for value in each.values)
    return Field(known[0].kind, tuple(values), known[0].fields, any(each.may_be_unknown for each in known))


_EVENT_FIELDS = {
    name: _either(MEETING_FIELDS.get(name), TROOP_FIELDS.get(name)) for name in {**MEETING_FIELDS, **TROOP_FIELDS}
}

VARIABLES: Mapping[str, Field] = MappingProxyType(
    {
        "event": Field(
            "object",
            fields=MappingProxyType({**_EVENT_FIELDS, "age_days": _AGE, "affiliations": Field("list")}),
        ),
        "cluster": Field(
            "object",
            fields=MappingProxyType(
                {
                    "articles": _NUMBER,
                    "sources": _NUMBER,
                    "first_seen": _TIME,
                    "last_seen": _TIME,
                    "languages": Field("list"),
                    "reports": Field("list", fields=REPORT_FIELDS),
                }
            ),
        ),
    }
)

WATCHLISTS = "watchlists"
"""The variable that holds the watchlists of the rule file."""


def watchlists_field(names: Iterable[str]) -> Field:
    """That variable, whose fields differ from file to file."""
    return Field("watchlists", fields=dict.fromkeys(names, Field("list")))
