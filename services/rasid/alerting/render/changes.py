"""Which changes an alert tells, the most telling first, and how their values are written."""

from collections.abc import Iterable

from rasid.alerting.render.tongue import Shown, Tongue
from rasid_schemas.alerts import Change, EventCluster
from rasid_schemas.extraction import Meeting

MOST_CHANGES = 3
"""Changes that are told; the others are counted."""
_ORDER = (
    "status", "participants", "action", "count", "count_delta", "count_from", "multiplier", "location", "date", "force",
    "mode", "count_min", "count_max", "troops_min", "troops_max", "sources", "articles", "country",
    "force_affiliation", "approximate",
)  # fmt: skip
_RANKS = {field: rank for rank, field in enumerate(_ORDER)}
_IMPLIED = {
    "articles": ("sources",),
    "country": ("location",),
    "force_affiliation": ("force",),
    "approximate": ("count", "count_delta"),
    "count_min": ("count", "count_delta"),
    "count_max": ("count", "count_delta"),
    "troops_min": ("count", "count_delta", "count_min"),
    "troops_max": ("count", "count_delta", "count_max"),
}
"""A change that says nothing beside one of these."""


def telling_changes(changes: Iterable[Change]) -> list[Change]:
    """The changes worth telling, in the order of what they tell."""
    told = tuple(changes)
    fields = {change.field for change in told}
    worth = [change for change in told if fields.isdisjoint(_IMPLIED.get(change.field, ()))]
    return sorted(worth, key=lambda change: _RANKS.get(change.field, len(_RANKS)))


def shown(changes: Iterable[Change], cluster: EventCluster, tongue: Tongue) -> list[Shown]:
    """The changes with their values as people read them."""
    return [
        Shown(change.field, *(_value(each, change.field, cluster, tongue) for each in (change.before, change.after)))
        for change in changes
    ]


def _value(told: str | None, field: str, cluster: EventCluster, tongue: Tongue) -> str:
    match field:
        case "status" | "mode" | "action" | "approximate":
            return tongue.word(told or "")
        case "date":
            return tongue.date(told)
        case "country" | "force_affiliation":
            return tongue.affiliation(told)
        case "participants":
            return _person(told, cluster, tongue)
        case "articles" | "sources":
            return told or ""
        case "location" | "force":
            return tongue.value(told)
    return f"{int(told):,}" if told and told.isdecimal() else tongue.value(told)


def _person(told: str | None, cluster: EventCluster, tongue: Tongue) -> str:
    """One who takes part, written as in the rest of the alert where the cluster still has them."""
    for participant in cluster.event.participants if isinstance(cluster.event, Meeting) else ():
        role = participant.role
        if told == (f"{participant.name} ({role})" if role else participant.name):
            return tongue.participant(participant, full=True)
    return tongue.value(told)
