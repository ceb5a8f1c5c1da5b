"""What a rule's condition sees of a cluster."""

from collections.abc import Callable
from datetime import timedelta

import cel

from rasid.alerting.clusters.dates import age_in_days, publication_time
from rasid.alerting.derived import affiliations, languages
from rasid.alerting.rules.fields import MEETING_FIELDS, PARTICIPANT_FIELDS, REPORT_FIELDS, TROOP_FIELDS, VARIABLES
from rasid.alerting.rules.mentions import mentions
from rasid_schemas.alerts import EventCluster, Report
from rasid_schemas.extraction import Meeting, Participant

Fact = object


EVERYTHING = frozenset(f"{variable}.{name}" for variable, field in VARIABLES.items() for name in field.fields)
"""Every field that a rule can name."""


def facts(cluster: EventCluster, named: frozenset[str] = EVERYTHING) -> cel.Context:
    """The variables `event` and `cluster`, whose fields `fields.py` has, and the function `mentions`.

    What an event does not tell is left out rather than null: CEL then treats every comparison with it as failed,
    and `||` as decided by its other side. In the elements of a list it is the empty text, since one failed
    comparison would fail CEL's `exists` for all elements. `named` are the fields that the rules name, such as
    `event.country`: handing the others over would take longer than most rules.
    """
    context = cel.Context(functions={"mentions": mentions})
    context.add_variable("event", event_facts(cluster, named))
    if told := _cluster_facts(cluster, named):
        context.add_variable("cluster", told)
    return context


_NOT_ASKED = timedelta.max


class Seen:
    """A cluster as rules look at it: what takes time is made out when the first asks, and is the same to all."""

    __slots__ = ("_age", "_facts", "_named", "cluster", "event")

    def __init__(self, cluster: EventCluster, named: frozenset[str] = EVERYTHING) -> None:
        self.cluster = cluster
        self.event = cluster.event
        self._named = named
        self._age: timedelta | None = _NOT_ASKED
        self._facts: cel.Context | None = None

    @property
    def age(self) -> timedelta | None:
        """The same as `age_days`, as a time."""
        if self._age is _NOT_ASKED:
            days = age_when_told(self.cluster)
            self._age = None if days is None else timedelta(days)
        return self._age

    @property
    def age_days(self) -> int | None:
        """See `age_when_told`."""
        age = self.age
        return None if age is None else age.days

    @property
    def facts(self) -> cel.Context:
        """See `facts`: what CEL is handed."""
        if self._facts is None:
            self._facts = facts(self.cluster, self._named)
        return self._facts


def event_facts(cluster: EventCluster, named: frozenset[str] = EVERYTHING) -> dict[str, Fact]:
    """What is known of the event, by field."""
    event = cluster.event
    fields = MEETING_FIELDS if isinstance(event, Meeting) else TROOP_FIELDS
    values: dict[str, Fact] = {name: getattr(event, name) for name in fields if f"event.{name}" in named}
    if isinstance(event, Meeting) and "participants" in values:
        values["participants"] = [_participant_facts(participant) for participant in event.participants]
    if "event.age_days" in named:
        values["age_days"] = age_when_told(cluster)
    if "event.affiliations" in named:
        values["affiliations"] = affiliations(event)
    return {name: value for name, value in values.items() if value is not None}


def _cluster_facts(cluster: EventCluster, named: frozenset[str]) -> dict[str, Fact]:
    told: dict[str, Callable[[], Fact]] = {
        "articles": lambda: cluster.articles,
        "sources": lambda: cluster.sources,
        "first_seen": lambda: cluster.first_seen,
        "last_seen": lambda: cluster.last_seen,
        "languages": lambda: languages(cluster),
        "reports": lambda: [_report_facts(report) for report in cluster.reports],
    }
    return {name: value() for name, value in told.items() if f"cluster.{name}" in named}


def _report_facts(report: Report) -> dict[str, str]:
    return {name: getattr(report, name) or "" for name in REPORT_FIELDS}


def _participant_facts(participant: Participant) -> dict[str, str]:
    return {name: getattr(participant, name) or "" for name in PARTICIPANT_FIELDS}


def age_when_told(cluster: EventCluster) -> int | None:
    """The event's age in days when it was first told: later reports do not make news old."""
    if cluster.event.date is None:
        return None
    published = [publication_time(report.published_at, cluster.last_seen) for report in cluster.reports]
    return age_in_days(cluster.event.date, min(published).date())
