"""How much is measured: the whole, or a look."""

from dataclasses import dataclass, replace

EVERYTHING = 10**9
"""More articles than there are in any corpus."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Sizes of all parts, in one place."""

    rounds: int
    extracted: int
    """Articles of the corpus that are extracted in a round."""
    warm_up: int
    """Articles through a worker before it is measured."""
    articles: int
    """Articles of the corpus through a worker in a round."""
    short_articles: int
    steady_seconds: float
    """How long articles come at half of the highest throughput."""
    burst_seconds: float
    sized: int
    """Articles whose messages are weighed."""
    folded_events: int
    open_clusters: int
    is_quick: bool = False

    def with_burst(self, seconds: float | None) -> "Effort":
        """With another length of the burst, where one is given."""
        return replace(self, burst_seconds=seconds) if seconds else self


FULL = Effort(
    rounds=5, extracted=400, warm_up=400, articles=1_500, short_articles=5_000,
    steady_seconds=60, burst_seconds=60, sized=2_500, folded_events=150_000, open_clusters=100_000,
)  # fmt: skip
QUICK = Effort(
    rounds=1, extracted=60, warm_up=60, articles=200, short_articles=1_000,
    steady_seconds=6, burst_seconds=4, sized=300, folded_events=3_000, open_clusters=1_000, is_quick=True,
)  # fmt: skip
