"""A test as the file writes it, and as it is run."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rule_settings import Duration
from rasid.commands.rule_tests.inputs import ArticleInput, EventInput
from rasid_schemas.alerts import AlertReason, AlertStatus, Severity


class ExpectedAlert(BaseModel):
    """An alert that is to be raised. What is not given may be anything."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: Duration = Field(default="0s", validate_default=True)
    rule: str
    status: AlertStatus = "firing"
    reason: AlertReason | None = None
    severity: Severity | None = None
    sources: int | None = None
    articles: int | None = None
    suppressed: int | None = None
    labels: dict[str, str] | None = None
    title: str | None = None
    """A part of it."""
    summary: str | None = None
    """A part of it."""


class Input(BaseModel):
    """What comes in, and when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: Duration = Field(default="0s", validate_default=True)
    article: ArticleInput | None = None
    event: Any = None


class Written(BaseModel):
    """A test as the file writes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=200)]
    input: Annotated[list[Input], Field(min_length=1)]
    alerts: list[ExpectedAlert] = []
    until: Duration | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that comes in."""

    at: timedelta
    content: ArticleInput | EventInput


@dataclass(frozen=True, slots=True)
class RuleTest:
    """A test that was checked."""

    name: str
    start: datetime
    given: tuple[Given, ...]
    expected: tuple[ExpectedAlert, ...]
    until: timedelta | None
    """How long it goes on, from its start."""


@dataclass(frozen=True, slots=True)
class RuleTestFile:
    """The rules, and their tests in the order of the file."""

    rules: tuple[Rule, ...]
    tests: tuple[RuleTest, ...]
