"""A rule ready to be applied."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import cel

from rasid.alerting.render.render import RuleLanguage
from rasid.alerting.render.template import Template
from rasid.alerting.render.writing import Language
from rasid.alerting.rules.conditions import Condition
from rasid.alerting.rules.facts import Seen
from rasid.alerting.rules.rule_settings import Corroboration, RuleSettings
from rasid_schemas.alerts import Severity

Span = Callable[[int], timedelta | None]
"""The shortest time within which so many sources reported; null where there are fewer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to be applied. Durations are of record time."""

    name: str
    definition: str
    """Hash of all that decides what its alerts are; part of their identity too: changed, it is another rule."""
    severity: Severity
    description: str
    condition: Condition
    recency: timedelta | None = None
    """How long before it was first told an event may have been; undated ones pass."""
    corroboration: Corroboration | None = None
    group_by: tuple[str, ...] = ()
    group_wait: timedelta = timedelta()
    """How long the first alert of a group waits for others, and each for more reports."""
    throttle: timedelta = timedelta()
    """The shortest time between two tellings of a group."""
    repeat: timedelta | None = None
    max_per_hour: int | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    language: RuleLanguage = "source"
    """Which language its alerts are told in."""
    templates: Mapping[Language, Template] = field(default_factory=dict)
    """In place of the built-in text, by language."""

    @property
    def is_prompt(self) -> bool:
        """Whether what it raises is told at once and once: nothing waits, is held back or repeated."""
        waits = self.group_wait or self.throttle
        return not waits and self.repeat is None and self.max_per_hour is None

    def matches(self, cluster_facts: cel.Context) -> bool:
        """Whether the rule's condition is true of a cluster, of which `facts(cluster)` is given."""
        return self.condition.holds(cluster_facts)

    def applies(self, seen: Seen, span: Span) -> bool:
        """Whether the condition is true, the event is recent, and enough sources tell it within the time."""
        return self.condition.is_true_of(seen) and self._is_recent(seen) and self._is_corroborated(span)

    def _is_recent(self, seen: Seen) -> bool:
        return self.recency is None or seen.age is None or seen.age <= self.recency

    def _is_corroborated(self, span: Span) -> bool:
        if self.corroboration is None:
            return True
        shortest = span(self.corroboration.sources)
        return shortest is not None and shortest <= self.corroboration.within


def ready(settings: RuleSettings, condition: Condition, templates: Mapping[Language, Template]) -> Rule:
    """A rule of the file with its condition and templates compiled."""
    return Rule(
        name=settings.name,
        definition=_definition(settings, condition),
        severity=settings.severity,
        description=settings.description,
        condition=condition,
        recency=settings.recency,
        corroboration=settings.corroboration,
        group_by=tuple(settings.group_by),
        group_wait=settings.group_wait,
        throttle=settings.group_wait if settings.throttle is None else settings.throttle,
        repeat=settings.repeat,
        max_per_hour=settings.max_per_hour,
        labels=settings.labels,
        language=settings.language,
        templates=templates,
    )


def _definition(settings: RuleSettings, condition: Condition) -> str:
    decisive = settings.model_dump_json(exclude={"name", "description", "when"})
    return hashlib.sha256(f"{decisive}\n{condition.spelled_out}".encode()).hexdigest()[:16]
