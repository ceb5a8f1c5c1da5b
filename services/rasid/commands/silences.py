"""`rasid silences`: alerts that people are not told of for a while."""

from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from pydantic import ValidationError

from rasid.alerting.labels import labels_of
from rasid.alerting.matchers import all_match
from rasid.alerting.silences import SilenceError, Silences, silence_matchers
from rasid.commands.errors import USAGE, CommandError
from rasid.commands.moments import aware, to_the_second
from rasid.commands.operator import Desk, author_of, now
from rasid.commands.output import Output
from rasid.commands.rows import Row
from rasid.runtime.durations import duration
from rasid.runtime.reading import read_to_end
from rasid.runtime.settings import Settings
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.silences import Silence
from rasid_schemas.topics import ALERTS, SILENCES

LOOKED_BACK = timedelta(days=1)
"""How far `check` looks."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A silence as the command line gives it. A start without an offset is UTC; none is now."""

    matchers: tuple[str, ...]
    lasting: str
    reason: str
    author: str | None = None
    starts_at: datetime | None = None


async def add_silence(settings: Settings, wish: Wish, output: Output) -> None:
    """Write a silence and show it; raises CommandError."""
    silence = new_silence(wish, now())
    await _write(settings, silence)
    output.table("silences added", [_row(silence, now())])


def new_silence(wish: Wish, time: datetime) -> Silence:
    """The silence that is wished for at a time; raises CommandError."""
    starts_at = aware(wish.starts_at) if wish.starts_at else time
    if not wish.reason.strip():
        raise CommandError("--reason: is empty; say why, for whoever wonders", USAGE)
    try:
        lasting = _lasting(wish.lasting)
        matchers = silence_matchers(wish.matchers)
        silence = Silence(
            silence_id=str(uuid4()), matchers=tuple(map(str, matchers)), author=author_of(wish.author),
            reason=wish.reason.strip(), starts_at=starts_at, ends_at=starts_at + lasting, updated_at=time,
        )  # fmt: skip
    except ValidationError as error:
        problem = error.errors()[0]
        raise CommandError(f"{problem['loc'][0]}: {problem['msg']}", USAGE) from None
    except (SilenceError, ValueError, OverflowError) as error:
        raise CommandError(str(error), USAGE) from None
    if silence.ends_at <= time:
        raise CommandError(f"it would have ended at {_told(silence.ends_at)} already; see --starts-at and --for", USAGE)
    return silence


def _lasting(text: str) -> timedelta:
    try:
        return duration(text)
    except ValueError as error:
        raise CommandError(f"--for: {error}", USAGE) from None


async def list_silences(settings: Settings, with_ended: bool, output: Output) -> None:
    """Show the silences that are active or to come, the first to end first; with those that have ended on request."""
    time = now()
    known = (await _known(settings)).all
    shown = [silence for silence in known if with_ended or silence.ends_at > time]
    output.table("silences", [_row(silence, time) for silence in sorted(shown, key=lambda each: each.ends_at)])


async def expire_silence(settings: Settings, silence_id: str, output: Output) -> None:
    """End a silence now; raises CommandError where it is not there or has ended."""
    time = now()
    found = next((each for each in (await _known(settings)).all if each.silence_id == silence_id), None)
    if found is None:
        raise CommandError(f"there is no silence {silence_id}; `rasid silences list --all` shows those there are")
    if found.ends_at <= time:
        raise CommandError(f"{silence_id} has ended at {_told(found.ends_at)}")
    ended = found.model_copy(
        update={"starts_at": min(found.starts_at, time), "ends_at": time, "updated_at": time}
    )  # fmt: skip
    await _write(settings, ended)
    output.table("silences expired", [_row(ended, time)])


async def check_matchers(settings: Settings, texts: tuple[str, ...], output: Output) -> None:
    """Show which alerts of the last day a silence with these matchers would have muted; raises CommandError."""
    try:
        matchers = silence_matchers(texts)
    except SilenceError as error:
        raise CommandError(str(error), USAGE) from None
    since = now() - LOOKED_BACK
    alerts = [a for a in await _alerts(settings) if a.raised_at >= since and all_match(matchers, labels_of(a))]
    output.table("alerts that would have been silenced", [_alert_row(alert) for alert in alerts])


async def _known(settings: Settings) -> Silences:
    silences = Silences()
    async with aclosing(read_to_end(settings, [SILENCES])) as records:
        async for record in records:
            silences.apply(record)
    return silences


async def _alerts(settings: Settings) -> Sequence[Alert]:
    alerts = []
    async with aclosing(read_to_end(settings, [ALERTS])) as records:
        async for record in records:
            try:
                alerts.append(decode(Alert, record.value or b""))
            except ContentError:
                continue  # the notifier has made it a dead letter
    return alerts


async def _write(settings: Settings, silence: Silence) -> None:
    ce_id = f"{silence.silence_id}:{int(silence.updated_at.timestamp() * 1000)}"
    await Desk(settings, SILENCES).write((silence.silence_id, ce_id, silence))


def _row(silence: Silence, time: datetime) -> Row:
    return {
        "id": silence.silence_id,
        "state": _state(silence, time),
        "matchers": ", ".join(silence.matchers),
        "starts_at": to_the_second(silence.starts_at),
        "ends_at": to_the_second(silence.ends_at),
        "author": silence.author,
        "reason": silence.reason,
    }


def _alert_row(alert: Alert) -> Row:
    return {
        "id": alert.idempotency_key,
        "raised_at": to_the_second(alert.raised_at),
        "status": alert.status,
        "severity": alert.severity,
        "rule": alert.rule,
        "title": alert.title,
    }


def _state(silence: Silence, time: datetime) -> str:
    if silence.ends_at <= time:
        return "expired"
    return "active" if silence.starts_at <= time else "pending"


def _told(time: datetime) -> str:
    return to_the_second(time).isoformat()
