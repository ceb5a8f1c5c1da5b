"""Which of two reports says what has become of an event."""

from datetime import datetime
from types import MappingProxyType

CALLED_OFF = frozenset({"cancelled", "denied"})
"""The event does not take place, or is said not to."""

AHEAD = frozenset({"proposed", "planned", "announced"})
"""The event is to come."""

_PROGRESS = MappingProxyType(
    {"proposed": 0, "planned": 1, "announced": 1, "current": 1, "under_way": 2, "held": 3, "completed": 3}
)
_HAPPENING = 2
"""From here on it is no plan any more."""


def supersedes(new: str, new_published: datetime, known: str, known_published: datetime) -> bool:
    """Whether the status of a new report takes the place of the known one.

    An event only moves forward: an outlet that still writes "planned" after another wrote "held" is late. A later
    publication calls it off. Called off, it comes back when a later publication says that it happens after all, or
    one of a later day that it is planned again: on the same day that is an outlet that has not heard.
    """
    if new in CALLED_OFF or known in CALLED_OFF:
        return new_published >= known_published and (
            new in CALLED_OFF or _PROGRESS[new] >= _HAPPENING or new_published.date() > known_published.date()
        )
    return _PROGRESS[new] > _PROGRESS[known]
