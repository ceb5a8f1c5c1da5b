"""Since when how many sources report an event: what `corroboration` asks."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(slots=True)
class SourceTimes:
    """When each further source of a cluster came in, by record time."""

    _times: tuple[datetime, ...] = ()

    def note(self, sources: int, record_time: datetime) -> None:
        """Take in how many sources there are now; one that is taken back takes the latest with it."""
        self._times = self._times[:sources] + (record_time,) * (sources - len(self._times))

    def take_over(self, ending: "SourceTimes") -> None:
        """Take in the sources of a cluster that lives on in this one. What both had is known with the next count."""
        self._times = tuple(sorted((*self._times, *ending._times)))  # noqa: SLF001  # of its own kind

    def shortest_span(self, sources: int) -> timedelta | None:
        """The shortest time within which so many sources reported; null where there are fewer."""
        times = sorted(self._times)
        spans = [later - earlier for earlier, later in zip(times, times[sources - 1 :], strict=False)]
        return min(spans, default=None)
