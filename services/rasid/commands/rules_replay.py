"""`rasid rules replay`: what rules would have raised on what is on the event topics, without sending anything."""

import sys
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from rasid.alerting.problems import suggestion
from rasid.alerting.rehearsal import Rehearsal
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rules import load_rules
from rasid.commands.errors import USAGE, CommandError
from rasid.commands.moments import moment
from rasid.commands.output import Output
from rasid.commands.rows import Row
from rasid.runtime.bundled import rule_file
from rasid.runtime.reading import message_count, read_to_end
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.alerts import Alert, AlertStatus
from rasid_schemas.codec import ContentError
from rasid_schemas.topics import EVENT_TOPICS

STATUSES: tuple[AlertStatus, ...] = ("firing", "updated", "resolved")


@dataclass(frozen=True, slots=True)
class Period:
    """From a record time on, and before another."""

    since: datetime
    until: datetime

    def holds(self, time: datetime) -> bool:
        """Whether a time is within it."""
        return self.since <= time < self.until


def period(since: str, until: str | None, now: datetime) -> Period:
    """The period that two texts name, each a time or how long ago; raises CommandError."""
    found = Period(_moment("--since", since, now), _moment("--until", until, now) if until else now)
    if found.until <= found.since:
        raise CommandError("--until is not after --since: turn them round, or give an earlier --since", USAGE)
    return found


def _moment(option: str, text: str, now: datetime) -> datetime:
    try:
        return moment(text, now)
    except ValueError as error:
        raise CommandError(f"{option}: {error}", USAGE) from None


def rules_to_replay(path: Path | None, name: str | None, settings: Settings) -> tuple[Rule, ...]:
    """The rules of a file, or one of them; raises RuleError and CommandError."""
    rules = load_rules(path or rule_file(settings))
    chosen = tuple(rule for rule in rules if name in (None, rule.name))
    if not chosen:
        raise CommandError(f"there is no rule {name}: {suggestion(str(name), [rule.name for rule in rules])}", USAGE)
    return chosen


async def replay_rules(rules: tuple[Rule, ...], period: Period, settings: Settings, output: Output) -> None:
    """Show the alerts of a period, in the order of time, and tell how many each rule raises."""
    alerts: list[Alert] = []
    rehearsal = Rehearsal(rules, settings.cluster_horizon)
    async with aclosing(_with_progress(settings)) as records:
        async for record in records:
            alerts += _raised(rehearsal, record, period)
    alerts += [alert for alert in rehearsal.pass_time(period.until) if period.holds(alert.raised_at)]
    output.table("alerts", [_row(alert) for alert in by_time(alerts)])
    _summarise(rules, alerts)


def by_time(alerts: Sequence[Alert]) -> list[Alert]:
    """Alerts in the order of time, the revisions of each in theirs: an article may be dated before one it follows."""
    told: dict[str, datetime] = {}
    times = []
    for alert in alerts:
        told[alert.alert_id] = max(alert.raised_at, told.get(alert.alert_id, alert.raised_at))
        times.append(told[alert.alert_id])
    return [alert for _, alert in sorted(zip(times, alerts, strict=True), key=lambda pair: pair[0])]


def _raised(rehearsal: Rehearsal, record: Record, period: Period) -> Sequence[Alert]:
    """The alerts of the period that a message raises; a dead letter raises none."""
    try:
        if record.time >= period.until:
            return ()
        if record.time < period.since:
            rehearsal.hear_quietly(record)
            return ()
        return [alert for alert in rehearsal.hear(record) if period.holds(alert.raised_at)]
    except ContentError:
        return ()


async def _with_progress(settings: Settings) -> AsyncGenerator[Record]:
    """What is on the event topics, with a bar on standard error where people watch it."""
    total = await message_count(settings, EVENT_TOPICS)
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        reading = progress.add_task("replaying", total=total)
        async with aclosing(read_to_end(settings, EVENT_TOPICS)) as records:
            async for record in records:
                yield record
                progress.advance(reading)


def _row(alert: Alert) -> Row:
    return {
        "raised_at": alert.raised_at,
        "severity": alert.severity,
        "rule": alert.rule,
        "status": alert.status,
        "reason": alert.reason,
        "sources": alert.cluster.sources,
        "title": alert.title,
        "id": alert.idempotency_key,
    }


def _summarise(rules: tuple[Rule, ...], alerts: Sequence[Alert]) -> None:
    counted = Counter((alert.rule, alert.status) for alert in alerts)
    for rule in rules:
        told = ", ".join(f"{counted[rule.name, status]} {status}" for status in STATUSES)
        print(f"{rule.name}: {told}", file=sys.stderr)  # noqa: T201  # beside the results
