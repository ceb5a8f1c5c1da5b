"""What is wrong with a test, told with the line of the innermost thing that is there, and the fix."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from rasid.alerting.problems import Problem, suggestion
from rasid.alerting.yaml_list import Node, line_of
from rasid.commands.rule_tests.definitions import ExpectedAlert, Input, Written
from rasid.commands.rule_tests.inputs import ArticleInput, MeetingInput, ParticipantInput, TroopInput

Place = tuple[int | str, ...]
"""The way to something in a test: `("input", 0, "article")`."""


def problems_of(node: Node, error: ValidationError, place: Place) -> Iterator[Problem]:
    """What is wrong with what stands at a place."""
    for details in error.errors():
        where = (*place, *details["loc"])
        yield problem_at(node, where, _message(details, where))


def problem_at(node: Node, where: Place, message: str) -> Problem:
    """A problem with something in a test."""
    value: object = node.values
    line = node.line
    for step in where:
        if isinstance(value, CommentedMap) and step in value:
            line, value = line_of(value, step), value[step]
        elif isinstance(value, CommentedSeq) and isinstance(step, int) and step < len(value):
            line, value = value.lc.item(step)[0] + 1, value[step]
        elif isinstance(value, dict) and step in value:
            line, value = node.lines[str(step)], value[step]
        else:
            break
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in where)
    return Problem(line, f"{node.key}[{node.position}]{path}", message)


def _message(details: ErrorDetails, where: Place) -> str:
    given, kind = str(details["input"])[:60], details["type"]
    if kind == "missing":
        return "missing: add it"
    if kind == "extra_forbidden":
        return f"unknown key: {suggestion(str(where[-1]), _keys_at(where))}"
    if kind == "value_error":
        return str(details["ctx"]["error"])
    if kind == "literal_error":
        values = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return f"{given!r} is none of its values: {suggestion(given, values)}"
    return f"{given!r} does not fit: {details['msg']}"


def _keys_at(where: Place) -> list[str]:
    """The keys that the owner of the last step may have; the innermost that is known decides."""
    step = next((step for step in reversed(where[:-1]) if step in _OWNERS), None)
    models = (Written,) if step is None else _OWNERS[step]
    return [
        name for name in dict.fromkeys(name for model in models for name in model.model_fields) if name != "evidence"
    ]


_OWNERS: Mapping[int | str, tuple[type[BaseModel], ...]] = {
    "participants": (ParticipantInput,),
    "event": (MeetingInput, TroopInput),
    "article": (ArticleInput,),
    "alerts": (ExpectedAlert,),
    "input": (Input,),
}
