"""A figure that was measured several times: its median, and how far it went to either side."""

from collections.abc import Sequence
from statistics import median
from typing import Self

from pydantic import BaseModel, ConfigDict


class Figures(BaseModel):
    """What a benchmark writes down."""

    model_config = ConfigDict(frozen=True)


class Spread(Figures):
    """The round in the middle, the lowest and the highest."""

    median: float
    lowest: float
    highest: float
    rounds: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        """Of one figure a round, at least one."""
        return cls(median=median(values), lowest=min(values), highest=max(values), rounds=len(values))

    @classmethod
    def of_ratios(cls, values: Sequence[float], others: Sequence[float]) -> Self:
        """How many times the other it is, round by round: what slows a round slows both."""
        return cls.of([one / other for one, other in zip(values, others, strict=True)])

    @classmethod
    def of_differences(cls, values: Sequence[float], others: Sequence[float]) -> Self:
        """How much more than the other it is, round by round."""
        return cls.of([one - other for one, other in zip(values, others, strict=True)])

    def told(self, digits: int = 0) -> str:
        """For a table: the median, and the spread where there is one."""
        if self.rounds == 1:
            return f"{self.median:,.{digits}f}"
        return f"{self.median:,.{digits}f} ({self.lowest:,.{digits}f} to {self.highest:,.{digits}f})"


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that at least that share of them does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]
