"""How many alerts of a rule are told in an hour; what goes beyond that is counted."""

from datetime import datetime, timedelta

from rasid.alerting.alerts.keys import EpisodeKey

HOUR = timedelta(hours=1)


class HourlyCap:
    """A rule's alerts of the current hour of record time. Resolutions are always told and do not count."""

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._hour: datetime | None = None
        self._told = 0
        self._held_back: list[EpisodeKey] = []  # since an alert last said how many they are

    def admits(self, at: datetime) -> bool:
        """Whether one more may be told; counts it where it may."""
        hour = at.replace(minute=0, second=0, microsecond=0)
        if self._hour is None or hour > self._hour:
            self._hour, self._told = hour, 0
        if self._limit is not None and self._told >= self._limit:
            return False
        self._told += 1
        return True

    def hold_back(self, key: EpisodeKey) -> None:
        """Count an alert that is not told."""
        self._held_back.append(key)

    def ends_at(self, at: datetime) -> datetime:
        """When the hour ends that counts at a moment."""
        return (self._hour or at.replace(minute=0, second=0, microsecond=0)) + HOUR

    def release_last(self) -> EpisodeKey | None:
        """The alert that was held back last, so that an hour's remainder is told of even where nothing follows.

        Asked again, the one before it.
        """
        return self._held_back.pop() if self._held_back else None

    def take_remainder(self) -> int:
        """How many were held back since this was last asked: what the next alert says."""
        remainder = len(self._held_back)
        self._held_back.clear()
        return remainder
