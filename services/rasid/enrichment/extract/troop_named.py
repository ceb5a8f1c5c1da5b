"""Whose forces an article names, and how often."""

from collections import Counter

NamedForces = Counter[tuple[str | None, str]]
"""How often each force is named, by its affiliation and name."""


def usual_owner(named: NamedForces) -> str | None:
    """Whose forces are named most."""
    owners: Counter[str] = Counter()
    for (owner, _), times in named.items():
        owners[owner or ""] += times
    return owners.most_common(1)[0][0] or None if owners else None
