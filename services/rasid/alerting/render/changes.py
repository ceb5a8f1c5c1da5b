"""Which changes an alert tells, the most telling first."""

from collections.abc import Iterable

from rasid_schemas.alerts import Change

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
