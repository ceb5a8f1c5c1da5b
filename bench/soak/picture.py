"""The picture: resident memory and file descriptors of every worker over the articles."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.soak.records import Run, Sample
from bench.soak.verdict import MEGABYTE

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_POINTS = 400
"""As many of a line as can be told apart."""


def draw(run: Run, file: Path) -> None:
    """Write it as SVG; the same samples give the same bytes."""
    import matplotlib as mpl

    with mpl.rc_context({"svg.hashsalt": "rasid", "svg.fonttype": "none", "axes.grid": True, "grid.alpha": 0.3}):
        _figure(run).savefig(file, format="svg", metadata={"Date": None, "Creator": None})


def _figure(run: Run) -> "Figure":
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 6.5), layout="constrained")
    memory, descriptors = figure.subplots(2, 1, sharex=True, height_ratios=(2, 1))
    samples = _thinned(run.samples)
    for name in run.samples[0].workers:
        _line(memory, samples, name, [sample.workers[name].rss / MEGABYTE for sample in samples])
        _line(descriptors, samples, name, [sample.workers[name].descriptors for sample in samples])
    for axes, label in ((memory, "resident memory, MB"), (descriptors, "file descriptors")):
        axes.set_ylabel(label)
        axes.set_ylim(bottom=0)
        axes.axvspan(0, run.start.warm_up, color="grey", alpha=0.15)
    memory.set_title(f"{run.samples[-1].articles:,} articles through all workers; grey is the warm-up")
    memory.legend(loc="lower right", ncols=2)
    descriptors.set_xlabel("articles enriched")
    descriptors.xaxis.set_major_formatter("{x:,.0f}")
    return figure


def _line(axes: Any, samples: Sequence[Sample], name: str, values: Sequence[float]) -> None:  # noqa: ANN401
    axes.plot([sample.articles for sample in samples], values, label=name, linewidth=1.2)


def _thinned(samples: Sequence[Sample]) -> Sequence[Sample]:
    step = -(-len(samples) // _POINTS)
    return [*samples[:-1:step], samples[-1]]
