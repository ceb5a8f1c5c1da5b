"""What has changed in a cluster since it was last told, as far as an alert shows it."""

from collections.abc import Iterator
from itertools import zip_longest

from rasid_schemas.alerts import Change, EventCluster
from rasid_schemas.extraction import Meeting, Participant

_MEETING = ("status", "mode", "location", "country", "date")
_TROOPS = (
    "status", "action", "force", "force_affiliation", "count", "count_min", "count_max", "count_from", "count_delta",
    "multiplier", "approximate", "troops_min", "troops_max", "location", "country", "date",
)  # fmt: skip


def changes_between(told: EventCluster, now: EventCluster) -> tuple[Change, ...]:
    """Every difference, the event's before the counts of articles and sources. Unknown is null."""
    return tuple(_changes(told, now))


def has_changed(told: EventCluster, now: EventCluster) -> bool:
    """Whether there is any."""
    return told is not now and next(_changes(told, now), None) is not None


def _changes(told: EventCluster, now: EventCluster) -> Iterator[Change]:
    before, after = told.event, now.event
    yield from _differing(before, after, _MEETING if isinstance(after, Meeting) else _TROOPS)
    if isinstance(before, Meeting) and isinstance(after, Meeting):
        yield from _participants(before, after)
    yield from _differing(told, now, ("articles", "sources"))


def _differing(before: object, after: object, names: tuple[str, ...]) -> Iterator[Change]:
    for name in names:
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old != new:
            yield Change(field=name, before=_text(old), after=_text(new))


def _participants(before: Meeting, after: Meeting) -> Iterator[Change]:
    """One change for each who came in, went out, or is named or titled in another way, by place in the list."""
    olds = [_person(participant) for participant in before.participants]
    news = [_person(participant) for participant in after.participants]
    gone = [person for person in olds if person not in news]
    come = [person for person in news if person not in olds]
    for old, new in zip_longest(gone, come):
        yield Change(field="participants", before=old, after=new)


def _person(participant: Participant) -> str:
    return f"{participant.name} ({participant.role})" if participant.role else participant.name


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else f"{value:g}" if isinstance(value, float) else str(value)
