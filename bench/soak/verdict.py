"""Whether memory is flat, descriptors do not grow and nothing is lost: a line of figures for every worker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import linear_regression, median

from bench.soak.records import Run, Sample

MEGABYTE = 1024 * 1024
LARGEST_GROWTH = 0.05
"""Of the median, over everything measured."""
STEEPEST = 20.0
"""MB per 100,000 articles."""
_LONG_ENOUGH = 100_000
"""Articles; in less the noise alone can be steeper."""
SPARE_DESCRIPTORS = 2


@dataclass(frozen=True, slots=True)
class Figures:
    """A worker's memory (MB), descriptors and CPU time."""

    worker: str
    at_start: float
    after_warm_up: float
    at_end: float
    unshared_at_end: float
    slope: float
    """MB of resident memory per 100,000 articles, fitted over what comes after the warm-up."""
    growth: float
    """What that makes over everything measured, as a share of the median."""
    descriptors_first: int
    """The most in the first quarter after the warm-up."""
    descriptors_last: int
    """The most in the last quarter."""
    threads: int
    cpu: float
    """Seconds per 1,000 articles, after the warm-up."""
    measured: int
    """Articles after the warm-up."""

    @property
    def memory_is_flat(self) -> bool:
        """Grown by less than 5%, and by less than 20 MB per 100,000 articles where as many were measured."""
        steep = self.slope >= STEEPEST and self.measured >= _LONG_ENOUGH
        return self.growth < LARGEST_GROWTH and not steep

    @property
    def descriptors_are_flat(self) -> bool:
        """No more at the end than at the start, give or take a connection."""
        return self.descriptors_last <= self.descriptors_first + SPARE_DESCRIPTORS


def figures(run: Run) -> list[Figures]:
    """One for each worker."""
    return [_of_worker(name, run) for name in run.samples[0].workers]


def _of_worker(name: str, run: Run) -> Figures:
    measured = run.measured
    first, last = measured[0], measured[-1]
    articles = last.articles - first.articles
    memory = [sample.workers[name].rss / MEGABYTE for sample in measured]
    slope = _slope([sample.articles for sample in measured], memory)
    quarter = max(1, len(measured) // 4)
    return Figures(
        worker=name,
        at_start=run.samples[0].workers[name].rss / MEGABYTE,
        after_warm_up=memory[0],
        at_end=memory[-1],
        unshared_at_end=last.workers[name].uss / MEGABYTE,
        slope=100_000 * slope,
        growth=slope * articles / median(memory),
        descriptors_first=_descriptors(name, measured[:quarter]),
        descriptors_last=_descriptors(name, measured[-quarter:]),
        threads=last.workers[name].threads,
        cpu=1000 * (last.workers[name].cpu - first.workers[name].cpu) / max(articles, 1),
        measured=articles,
    )


def _slope(articles: Sequence[int], memory: Sequence[float]) -> float:
    return linear_regression(articles, memory).slope if len(set(articles)) > 1 else 0.0


def _descriptors(name: str, samples: Sequence[Sample]) -> int:
    return max(sample.workers[name].descriptors for sample in samples)


def faults(run: Run) -> Iterator[str]:
    """What is not as it must be, in words; nothing where all is well."""
    for one in figures(run):
        if not one.memory_is_flat:
            yield f"{one.worker}: memory grows, {one.slope:+.1f} MB per 100,000 articles ({one.growth:+.1%})"
        if not one.descriptors_are_flat:
            yield f"{one.worker}: descriptors grow from {one.descriptors_first} to {one.descriptors_last}"
    yield from _losses(run)


def _losses(run: Run) -> Iterator[str]:
    if run.ending is None:
        yield f"cut short after {run.samples[-1].articles:,} of {run.start.articles:,} articles"
        return
    if run.ending.lost:
        yield f"{run.ending.lost} articles were lost"
    if run.ending.alerts_lost:
        yield f"{run.ending.alerts_lost} alerts were lost"
    if run.ending.dead_letters:
        yield f"{run.ending.dead_letters} messages went to the dead letters"
