"""Expected alerts beside those that were raised."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from rasid.commands.rule_tests.definitions import ExpectedAlert, RuleTest
from rasid.runtime.durations import written
from rasid_schemas.alerts import Alert

_EXACT = ("reason", "severity", "suppressed", "labels")
_OF_THE_CLUSTER = ("sources", "articles")
_PARTS = ("title", "summary")
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
"""Invisible, and not to be written in a test."""


@dataclass(frozen=True, slots=True)
class Difference:
    """An alert that was expected and did not come, came and was not expected, or says something else."""

    at: str
    expected: str | None
    got: str | None


def differences(test: RuleTest, alerts: tuple[Alert, ...]) -> tuple[Difference, ...]:
    """Everything that is not as expected, in the order of time."""
    left = list(alerts)
    found: list[tuple[timedelta, Difference]] = []
    for expected in test.expected:
        rival = _match(expected, left, test.start)
        if rival is not None:
            left.remove(rival)
        wrong = None if rival is None else [name for name in _asked(expected) if not _fits(expected, rival, name)]
        if wrong is None or wrong:
            got = None if rival is None else _told(rival, tuple(wrong or ()))
            found.append((expected.at, Difference(written(expected.at), _described(expected), got)))
    for alert in left:
        at = alert.raised_at - test.start
        found.append((at, Difference(written(at), None, _told(alert, _OF_THE_CLUSTER))))
    return tuple(difference for _, difference in sorted(found, key=lambda each: each[0]))


def _match(expected: ExpectedAlert, alerts: list[Alert], start: datetime) -> Alert | None:
    """The alert of that rule, status and time that fits best."""
    rivals = [
        alert
        for alert in alerts
        if (alert.rule, alert.status, alert.raised_at - start) == (expected.rule, expected.status, expected.at)
    ]
    return max(rivals, key=lambda rival: sum(_fits(expected, rival, name) for name in _asked(expected)), default=None)


def _asked(expected: ExpectedAlert) -> Iterator[str]:
    """What the test says of the alert beyond rule, status and time."""
    return (name for name in (*_EXACT, *_OF_THE_CLUSTER, *_PARTS) if getattr(expected, name) is not None)


def _fits(expected: ExpectedAlert, alert: Alert, name: str) -> bool:
    wanted, got = getattr(expected, name), _value(alert, name)
    return wanted in str(got) if name in _PARTS else wanted == got


def _value(alert: Alert, name: str) -> object:
    value: object = getattr(alert.cluster if name in _OF_THE_CLUSTER else alert, name)
    return value.translate(_ISOLATES) if isinstance(value, str) else value


def _described(expected: ExpectedAlert) -> str:
    told = [f"{name} {getattr(expected, name)}" for name in _asked(expected)]
    return ", ".join([f"{expected.status} {expected.rule}", *told])


def _told(alert: Alert, names: tuple[str, ...]) -> str:
    told = [f"{name} {_value(alert, name)}" for name in names]
    return ", ".join([f"{alert.status} {alert.rule}", *told])
