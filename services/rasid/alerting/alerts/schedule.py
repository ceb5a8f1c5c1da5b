"""What is due when: at most one deadline per key, in an order that depends on nothing but how they were set."""

from collections.abc import Hashable
from datetime import datetime
from heapq import heappop, heappush
from itertools import count
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Schedule(Generic[Key]):
    """Deadlines by key. What is due at the same moment comes in the order it was set."""

    def __init__(self) -> None:
        self._heap: list[tuple[datetime, int, Key]] = []
        self._sequence_of: dict[Key, int] = {}
        self._numbers = count()

    def __contains__(self, key: Key) -> bool:
        return key in self._sequence_of

    def set(self, key: Key, deadline: datetime) -> None:
        """Have a key come due, in place of any deadline it had."""
        sequence = next(self._numbers)
        self._sequence_of[key] = sequence
        heappush(self._heap, (deadline, sequence, key))

    def drop(self, key: Key) -> None:
        """Forget a key's deadline, if it has one."""
        self._sequence_of.pop(key, None)

    @property
    def next_deadline(self) -> datetime | None:
        """The earliest deadline."""
        self._drop_overtaken()
        return self._heap[0][0] if self._heap else None

    def last_deadline(self, until: datetime) -> datetime | None:
        """The latest deadline that is not after a time; looks at all that are set, where one is."""
        if not self.may_be_due(until):
            return None
        passed = (when for when, number, key in self._heap if when <= until and self._sequence_of.get(key) == number)
        return max(passed, default=None)

    def may_be_due(self, now: datetime) -> bool:
        """Whether `pop_due` can give anything: asked for every event, and mostly no."""
        return bool(self._heap) and self._heap[0][0] <= now

    def pop_due(self, now: datetime) -> tuple[datetime, Key] | None:
        """Take the earliest key whose deadline is not after `now`, if there is one."""
        self._drop_overtaken()
        if not self._heap or self._heap[0][0] > now:
            return None
        deadline, _, key = heappop(self._heap)
        del self._sequence_of[key]
        return deadline, key

    def _drop_overtaken(self) -> None:
        while self._heap and self._sequence_of.get(self._heap[0][2]) != self._heap[0][1]:
            heappop(self._heap)
