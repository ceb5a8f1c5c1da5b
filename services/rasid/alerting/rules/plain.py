"""What conditions mostly ask, as Python asks it: CEL takes many times as long to be handed a cluster's values.

A part of a condition is plain when it is made of comparisons of a field with what is written out, `mentions`, `has`,
and `exists` over participants, joined by `&&`, `||` and `!`. Anything else is left to CEL. All that is wanted is
whether a part is true: what the event does not tell makes a comparison an error in CEL, and an error is not true. So
`!` is taken only before what cannot be one.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Protocol

from rasid.alerting.rules.facts import Seen
from rasid.alerting.rules.mentions import Phrases
from rasid_schemas.extraction import Meeting, Participant, TroopAnnouncement

Subject = Seen | Participant
"""What is looked at: outside `exists` the cluster, inside it a participant."""
Read = Callable[[Any], object]
"""Gives a value of the subject that it is for; null where it is not told."""
Compare = Callable[[Any, Any], bool]


class Test(Protocol):
    """Something that is true of a subject, or is not."""

    def holds(self, subject: Subject) -> bool:
        """Whether it is true: not where CEL would fail."""

    def __hash__(self) -> int:
        """Each is itself alone."""


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """A text is one of those written out."""

    path: str
    read: Read
    texts: frozenset[str]

    def holds(self, subject: Subject) -> bool:
        """See `Test`."""
        return self.read(subject) in self.texts


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A text or number, compared with one that is written out."""

    read: Read
    compare: Compare
    value: str | int | float

    def holds(self, subject: Subject) -> bool:
        """See `Test`."""
        told = self.read(subject)
        return told is not None and self.compare(told, self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A field is told: `has`."""

    read: Read

    def holds(self, subject: Subject) -> bool:
        """See `Test`."""
        return self.read(subject) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Mentions:
    """A text, or several with a text between them, has one of the phrases in it."""

    path: str
    """Of the texts, with what is between them."""
    reads: tuple[Read, ...]
    between: tuple[str, ...]
    phrases: Phrases

    def holds(self, subject: Subject) -> bool:
        """See `Test`."""
        text = self.text(subject)
        return isinstance(text, str) and self.phrases.are_in(text)

    def text(self, subject: Subject) -> object:
        """All of it; null where a part is not told."""
        text = self.reads[0](subject)
        for between, read in zip(self.between, self.reads[1:], strict=True):
            more = read(subject)
            text = f"{text}{between}{more}" if isinstance(text, str) and isinstance(more, str) else None
        return text


@dataclass(frozen=True, slots=True, eq=False)
class Exists:
    """A participant of whom the body is true. Their fields are all told (see `facts`), so the body never fails."""

    body: Test

    def holds(self, subject: Subject) -> bool:
        """See `Test`."""
        event = subject.event if isinstance(subject, Seen) else None
        if isinstance(event, Meeting):
            for participant in event.participants:
                if _is_true_of(self.body, participant):
                    return True
        return False


@lru_cache(maxsize=16_384)
def _is_true_of(body: Test, participant: Participant) -> bool:
    """The same people are told of again and again."""
    return body.holds(participant)


def all_hold(tests: tuple[Test, ...], subject: Subject) -> bool:
    """Whether all are true. A loop: with `all` every test would be two calls more."""
    for test in tests:  # noqa: SIM110
        if not test.holds(subject):
            return False
    return True


def one_holds(tests: tuple[Test, ...], subject: Subject) -> bool:
    """Whether one of them is true."""
    for test in tests:  # noqa: SIM110
        if test.holds(subject):
            return True
    return False


@dataclass(frozen=True, slots=True, eq=False)
class Every:
    """All of several."""

    tests: tuple[Test, ...]

    def holds(self, subject: Subject) -> bool:
        """See `Test`."""
        return all_hold(self.tests, subject)


@dataclass(frozen=True, slots=True, eq=False)
class Either:
    """One of several: to CEL too, what fails decides nothing where another is true."""

    tests: tuple[Test, ...]

    def holds(self, subject: Subject) -> bool:
        """See `Test`."""
        return one_holds(self.tests, subject)


@dataclass(frozen=True, slots=True, eq=False)
class Not:
    """The contrary of what never fails."""

    test: Test

    def holds(self, subject: Subject) -> bool:
        """See `Test`."""
        return not self.test.holds(subject)


COMPARISONS: Mapping[str, Compare] = MappingProxyType(
    {
        "==": operator.eq,
        "!=": operator.ne,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
)


def of_event(name: str) -> Read:
    """Reads a field of the event; null too where it is one of the other kind of event."""
    if name == "age_days":
        return operator.attrgetter(name)
    if name in Meeting.model_fields.keys() & TroopAnnouncement.model_fields.keys():
        return operator.attrgetter(f"event.{name}")
    return lambda seen: vars(seen.event).get(name)


def of_cluster(name: str) -> Read:
    """Reads a field of the cluster."""
    return operator.attrgetter(f"cluster.{name}")


def of_participant(name: str) -> Read:
    """Reads a field of a participant, the empty text where it is not told."""
    return lambda participant: getattr(participant, name) or ""
