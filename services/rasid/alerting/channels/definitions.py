"""A channel as the file writes it, by type, and what is wrong with one that cannot be used."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints
from pydantic_core import ErrorDetails

from rasid.alerting.matchers import Matcher, parse_matchers
from rasid.alerting.problems import suggestion
from rasid.runtime.durations import HINT, duration

_NAME = r"^[a-zA-Z0-9][a-zA-Z0-9_.-]*$"
LONGEST_TIMEOUT = timedelta(minutes=10)


def _matchers(written: object) -> tuple[Matcher, ...]:
    texts = [written] if isinstance(written, str) else written
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError("is no list of matchers: write ['severity=\"critical\"']")
    return tuple(matcher for text in texts for matcher in parse_matchers(text))


def _time(written: object) -> timedelta:
    given = duration(written)
    if not given:
        raise ValueError(f"is no time at all: {HINT}")
    return given


def _timeout(written: object) -> timedelta:
    given = _time(written)
    if given > LONGEST_TIMEOUT:
        raise ValueError(f"{written} is longer than 10m: a try that hangs holds up the alerts behind it")
    return given


Duration = Annotated[timedelta, BeforeValidator(_time)]
Timeout = Annotated[timedelta, BeforeValidator(_timeout)]
Matchers = Annotated[tuple[Matcher, ...], PlainValidator(_matchers)]


class Definition(BaseModel):
    """What all types have."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: Annotated[str, StringConstraints(pattern=_NAME, max_length=100)]
    matchers: Matchers = ()
    max_age: Duration | None = None
    send_updated: bool = True
    send_resolved: bool = True
    ignores_silences: bool = False


class LogDefinition(Definition):
    """Log lines of the notifier. Silences are for people: the record goes on, and says what is silenced."""

    type: Literal["log"]
    ignores_silences: bool = True


class _Addressed(Definition):
    url: str | None = None
    url_file: str | None = None
    timeout: Timeout = timedelta(seconds=10)


class WebhookDefinition(_Addressed):
    """A web address that takes CloudEvents."""

    type: Literal["webhook"]
    secret: str | None = None
    secret_file: str | None = None


class AlertmanagerDefinition(_Addressed):
    """A Prometheus Alertmanager."""

    type: Literal["alertmanager"]
    ends_after: Duration | None = None


class AppriseDefinition(_Addressed):
    """Any service that Apprise knows."""

    type: Literal["apprise"]
    timeout: Timeout = timedelta(seconds=30)


TYPES: Mapping[str, type[Definition]] = {
    "log": LogDefinition,
    "webhook": WebhookDefinition,
    "alertmanager": AlertmanagerDefinition,
    "apprise": AppriseDefinition,
}


def message_of(details: ErrorDetails, definition: type[Definition]) -> str:
    """What is wrong with a key's value, with the fix."""
    key, given, kind = str(details["loc"][0]), details["input"], details["type"]
    if kind == "missing":
        return f"missing: every channel has {key}"
    if kind == "extra_forbidden":
        return f"unknown key: {suggestion(key, definition.model_fields)}"
    if kind == "value_error":
        return str(details["ctx"]["error"])
    if kind == "bool_type":
        return f"{_shown(given)} is neither true nor false"
    if kind == "string_type":
        return f"{_shown(given)} is no text: put it in quotes"
    return f"{_shown(given)} is no name: letters, digits, '-', '_' and '.', without spaces, at most 100"


def _shown(given: Any) -> str:  # noqa: ANN401  # whatever the file holds
    return repr(str(given)[:60])
