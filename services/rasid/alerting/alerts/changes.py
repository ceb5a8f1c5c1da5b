"""What has changed in a cluster since it was last told, as far as an alert shows it."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from rasid.alerting.clusters.lean import assembled
from rasid.alerting.clusters.merging import MergedEvent
from rasid_schemas.alerts import Change, EventCluster
from rasid_schemas.extraction import Meeting, Participant

_MEETING = ("status", "mode", "location", "country", "date")
_TROOPS = (
    "status", "action", "force", "force_affiliation", "count", "count_min", "count_max", "count_from", "count_delta",
    "multiplier", "approximate", "troops_min", "troops_max", "location", "country", "date",
)  # fmt: skip


class _Difference(NamedTuple):
    """A change before it is written."""

    field: str
    before: str | None
    after: str | None


def changes_between(told: EventCluster, now: EventCluster) -> tuple[Change, ...]:
    """Every difference, the event's before the counts of articles and sources. Unknown is null."""
    found = (*_of_event(told.event, now.event), *_differing(told, now, ("articles", "sources")))
    return tuple([assembled(Change, each._asdict()) for each in found])


def has_changed(told: EventCluster, now: EventCluster) -> bool:
    """Whether there is any: the counts, which most reports change, are looked at first."""
    if told is now:
        return False
    return told.articles != now.articles or told.sources != now.sources or any(_of_event(told.event, now.event))


def _of_event(before: MergedEvent, after: MergedEvent) -> Iterator[_Difference]:
    yield from _differing(before, after, _MEETING if isinstance(after, Meeting) else _TROOPS)
    if isinstance(before, Meeting) and isinstance(after, Meeting):
        yield from _participants(before, after)


def _differing(before: object, after: object, names: tuple[str, ...]) -> Iterator[_Difference]:
    for name in names:
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old != new:
            yield _Difference(name, _text(old), _text(new))


def _participants(before: Meeting, after: Meeting) -> Iterator[_Difference]:
    """One change for each who came in, went out, or is named or titled in another way, by place in the list."""
    olds = [_person(participant) for participant in before.participants]
    news = [_person(participant) for participant in after.participants]
    gone = [person for person in olds if person not in news]
    come = [person for person in news if person not in olds]
    for old, new in zip_longest(gone, come):
        yield _Difference("participants", old, new)


def _person(participant: Participant) -> str:
    return f"{participant.name} ({participant.role})" if participant.role else participant.name


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else f"{value:g}" if isinstance(value, float) else str(value)
