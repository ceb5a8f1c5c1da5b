"""A rule as the file writes it, and what is wrong with one that cannot be used."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import ErrorDetails

from rasid.alerting.problems import suggestion
from rasid.alerting.render.render import RuleLanguage
from rasid.runtime.durations import HINT, duration
from rasid_schemas.alerts import Severity

_NAME = r"^\w[\w.-]*$"
_LABEL = r"^[a-zA-Z_][a-zA-Z0-9_]*$"
LabelName = Annotated[str, StringConstraints(pattern=_LABEL, max_length=100)]
LabelValue = Annotated[str, StringConstraints(min_length=1, max_length=200)]
TemplateText = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]

SHORTEST_REPEAT = timedelta(minutes=1)
"""Each repetition within a cluster's week is looked at, in a replay as well."""


def _repeat(written: object) -> timedelta:
    given = duration(written)
    if given < SHORTEST_REPEAT:
        raise ValueError(f"{written} is shorter than a minute: leave repeat out where nothing is to be told again")
    return given


Duration = Annotated[timedelta, BeforeValidator(duration)]
GroupLabel = Literal["type", "country", "location", "action", "mode", "force", "force_affiliation"]
"""What alerts can be grouped by: what the event says, empty where it does not."""


class Corroboration(BaseModel):
    """So many sources within a time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sources: Annotated[int, Field(ge=2, le=100)]
    within: Duration


class TextSettings(BaseModel):
    """A template for the title, the summary, or both."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    title: TemplateText | None = None
    summary: TemplateText | None = None


class TemplateSettings(TextSettings):
    """Templates for both languages, and in their place those for one."""

    ar: TextSettings = TextSettings()
    en: TextSettings = TextSettings()


class RuleSettings(BaseModel):
    """A rule as the file writes it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: Annotated[str, StringConstraints(pattern=_NAME, max_length=100)]
    severity: Severity
    when: str
    description: str = ""
    recency: Duration | None = None
    corroboration: Corroboration | None = None
    group_by: list[GroupLabel] = []
    group_wait: Duration = timedelta()
    throttle: Duration | None = None
    repeat: Annotated[timedelta, BeforeValidator(_repeat)] | None = None
    max_per_hour: Annotated[int, Field(ge=1)] | None = None
    labels: dict[LabelName, LabelValue] = {}
    language: RuleLanguage = "source"
    template: TemplateSettings = TemplateSettings()


def message_of(details: ErrorDetails) -> str:
    """What is wrong with a key's value, with the fix."""
    path, given, kind = [str(part) for part in details["loc"]], details["input"], details["type"]
    if kind == "missing":
        return f"missing: every rule has {path[0]}" if len(path) == 1 else f"missing: {path[0]} has {path[1]}"
    if kind == "extra_forbidden":
        return f"unknown key{_within(path)}: {suggestion(path[-1], _known_keys(path))}"
    if kind == "value_error":
        return str(details["ctx"]["error"])
    if path[0] == "severity":
        return f"{_shown(given)} is no severity: {suggestion(str(given), get_args(Severity))}"
    if path[0] == "language":
        return f"{_shown(given)} is no language of alerts: {suggestion(str(given), get_args(RuleLanguage))}"
    if path[0] == "group_by" and kind == "literal_error":
        return f"{_shown(given)} is nothing to group by: {suggestion(str(given), get_args(GroupLabel))}"
    return f"{_shown(given)} {_FIXES.get(path[-1]) or _FIXES.get(path[0]) or _FIXES_BY_KIND.get(kind, details['msg'])}"


def _known_keys(path: list[str]) -> Iterable[str]:
    if len(path) == 1:
        return RuleSettings.model_fields
    if path[0] == "template":
        return (TextSettings if len(path) == 3 else TemplateSettings).model_fields
    return Corroboration.model_fields


_FIXES = {
    "corroboration": f"is no corroboration: give sources and within, as {{sources: 2, within: 6h}}; for within {HINT}",
    "group_by": "is no list: write it as [country]",
    "labels": "is no label: names are letters, digits and _, values are texts of at most 200, in quotes",
    "max_per_hour": "is no number of alerts: a whole number, 1 or more",
    "template": "is no template: give texts for title and summary, or such texts for ar and en",
    "title": "is no template: a text in quotes, of at most 10,000 letters",
    "summary": "is no template: a text in quotes, of at most 10,000 letters",
    "sources": "is no number of sources: a whole number from 2 to 100",
}
_FIXES_BY_KIND = {
    "string_type": "is no text: put it in quotes",
    "string_pattern_mismatch": "is no name: letters, digits, '-', '_' and '.', without spaces, at most 100",
    "string_too_long": "is no name: letters, digits, '-', '_' and '.', without spaces, at most 100",
}


def _within(path: list[str]) -> str:
    return f" in {'.'.join(path[:-1])}" if len(path) > 1 else ""


def _shown(given: Any) -> str:  # noqa: ANN401  # whatever the file holds
    return repr(str(given)[:60])
