"""docs/sizing.md: what so many articles a day take, reckoned from what was measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Self

from bench.performance import enrichment, folding, scaling, sizes
from bench.performance.part import Row, table
from bench.performance.results import Results
from rasid_schemas.topics import (
    ALERTS,
    ARTICLES_ENRICHED,
    ARTICLES_RAW,
    CLUSTERS,
    DAY_MS,
    EVENT_TOPICS,
    MEETINGS,
    TROOP_ANNOUNCEMENTS,
    Topic,
)

DAILY = (10_000, 100_000, 1_000_000, 10_000_000)
PEAK = 10
"""The busiest minute against the average of the day."""
BUSY = 0.7
"""The share of a core that a worker is given to do at the peak."""
REPLICAS = 3
_TOPICS = (ARTICLES_RAW, ARTICLES_ENRICHED, MEETINGS, TROOP_ANNOUNCEMENTS, CLUSTERS, ALERTS)
_DAY_SECONDS = 86_400
_HORIZON_DAYS = 7
_FOR_EVER = 365
"""Days that are shown of what is kept for ever."""
_GB = 1e9
_MB = 1e6


@dataclass(frozen=True, slots=True)
class Constants:
    """What was measured, an article or an event at a time."""

    cpu_ms: float
    """Of an enrichment worker, an article."""
    worker_mb: float
    topic_bytes: dict[str, float]
    """An article."""
    events: float
    """An article."""
    events_per_second: float
    """Of alerting on one core."""
    alerting_mb: float
    """Without clusters."""
    cluster_bytes: float

    @classmethod
    def of(cls, results: Results) -> Self | None:
        """From the results; None where a part of them is not there."""
        enriched, scaled = results.of(enrichment.PART), results.of(scaling.PART)
        folded, sized = results.of(folding.PART), results.of(sizes.PART)
        if not (enriched and scaled and folded and sized):
            return None
        events = sum(one.messages for one in sized.topics if one.topic in {topic.name for topic in EVENT_TOPICS})
        clusters = _MB * (folded.everyday.resident_mb - folded.everyday.resident_mb_before)
        return cls(
            cpu_ms=enriched.corpus.worker_cpu_ms.median,
            worker_mb=max(crowd.largest_mb.median for crowd in scaled.crowds),
            topic_bytes={topic.name: sized.per_article(topic.name) for topic in _TOPICS},
            events=events / sized.articles,
            events_per_second=folded.everyday.events_per_second,
            alerting_mb=sized.alerting_mb,
            cluster_bytes=clusters / folded.everyday.open_clusters,
        )

    def workers(self, daily: float) -> int:
        """Enrichment workers that keep up at the peak, a core each."""
        return max(1, ceil(daily / _DAY_SECONDS * PEAK * self.cpu_ms / 1000 / BUSY))

    def alerting_megabytes(self, daily: float) -> float:
        """Where no two events are one, which is the most."""
        return self.alerting_mb + daily * self.events * _HORIZON_DAYS * self.cluster_bytes / _MB

    def gigabytes(self, daily: float, topic: Topic) -> float:
        """On the disks of all brokers together."""
        days = topic.retention_ms / DAY_MS if topic.retention_ms else _FOR_EVER
        return daily * self.topic_bytes[topic.name] * days * REPLICAS / _GB


def partitions(workers: int) -> int:
    """Twice as many as workers, so that one that joins finds some to take; at least the default."""
    return max(ARTICLES_RAW.partitions, 2 * workers)


def blocks(constants: Constants) -> Iterator[str]:
    """The made part of the page."""
    yield table(("constant", "measured"), list(_constants(constants)))
    yield "## Workers and memory"
    header = ("articles a day", "at the peak", "enrichment workers", "partitions", "their memory",
              "events/s at the peak", "of alerting's core", "alerting's memory, at most")  # fmt: skip
    yield table(header, [_workers(constants, daily) for daily in DAILY])
    yield "## Disk, all replicas together"
    yield table(("articles a day", *(f"`{topic.name}`" for topic in _TOPICS), "sum"), list(_disks(constants)))


def _constants(constants: Constants) -> Sequence[Row]:
    return (
        ("*c*, CPU ms of an enrichment worker, an article", f"{constants.cpu_ms:.2f}"),
        ("*m*, memory of an enrichment worker, MB", f"{constants.worker_mb:.0f}"),
        ("*e*, events an article", f"{constants.events:.2f}"),
        ("*f*, events/s of alerting on a core, 200 rules", f"{constants.events_per_second:,.0f}"),
        ("*a*, memory of alerting without much to remember, MB", f"{constants.alerting_mb:.0f}"),
        ("*k*, bytes of memory an open cluster", f"{constants.cluster_bytes:,.0f}"),
        *((f"*b*, bytes an article on `{name}`", f"{size:,.0f}") for name, size in constants.topic_bytes.items()),
    )


def _workers(constants: Constants, daily: float) -> Row:
    workers = constants.workers(daily)
    peak = daily / _DAY_SECONDS * PEAK
    events = peak * constants.events
    return (
        f"{daily:,}", f"{peak:,.0f}/s", f"{workers:,}", f"{partitions(workers):,}",
        _size(workers * constants.worker_mb), f"{events:,.1f}", f"{events / constants.events_per_second:.0%}",
        _size(constants.alerting_megabytes(daily)),
    )  # fmt: skip


def _disks(constants: Constants) -> Iterator[Row]:
    for daily in DAILY:
        each = [constants.gigabytes(daily, topic) for topic in _TOPICS]
        yield f"{daily:,}", *(_size(1000 * size) for size in each), _size(1000 * sum(each))


def _size(megabytes: float) -> str:
    for unit, factor in (("TB", 1e6), ("GB", 1e3)):
        if megabytes >= factor:
            return f"{megabytes / factor:,.1f} {unit}"
    return f"{megabytes:,.0f} MB"
