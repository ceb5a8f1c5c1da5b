"""The pictures of the page, as SVG; the same figures give the same bytes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.performance import enrichment, extraction, latency
from bench.performance.latencies import Window
from bench.performance.results import Results

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_STYLE: Any = {"svg.hashsalt": "rasid", "svg.fonttype": "none", "axes.grid": True, "grid.alpha": 0.3}


def draw_all(folder: Path, results: Results) -> None:
    """One for each part that has something to show."""
    for part, draw in ((extraction.PART, _extraction), (enrichment.PART, _enrichment), (latency.PART, _latency)):
        figures = results.of(part)
        if figures is not None:
            _save(folder / f"performance-{part.name}.svg", draw, figures)


def _save(file: Path, draw: Callable[["Figure", Any], None], figures: object) -> None:
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(9, 3.6), layout="constrained")
        draw(figure, figures)
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})


def _extraction(figure: "Figure", figures: extraction.ExtractionFigures) -> None:
    axes = figure.subplots()
    for one in figures.growth:
        lengths = [length / 1000 for length in one.milliseconds]
        axes.loglog(lengths, list(one.milliseconds.values()), marker="o", label=f"{one.language}, {one.exponent:.2f}")
    axes.set_xlabel("thousand code points")
    axes.set_ylabel("CPU ms")
    axes.set_title("One text of growing length, and the exponent of its growth")
    axes.legend()


def _enrichment(figure: "Figure", figures: enrichment.EnrichmentFigures) -> None:
    speeds, costs = figure.subplots(1, 2)
    kinds = (figures.corpus, figures.short)
    _bars(speeds, kinds, ("worker_per_second", "loop_per_second"))
    _bars(costs, kinds, ("worker_cpu_ms", "loop_cpu_ms"))
    speeds.set_ylabel("articles/s")
    costs.set_ylabel("CPU ms an article")
    costs.legend(loc="upper right")


def _bars(axes: "Axes", kinds: Sequence[enrichment.Compared], names: Sequence[str]) -> None:
    for number, name in enumerate(names):
        spreads = [getattr(kind, name) for kind in kinds]
        medians = [one.median for one in spreads]
        errors = ([one.median - one.lowest for one in spreads], [one.highest - one.median for one in spreads])
        places = [place + 0.4 * number for place in range(len(kinds))]
        axes.bar(places, medians, 0.38, yerr=errors, capsize=3, label=("worker", "hand-written loop")[number])
    axes.set_xticks([place + 0.2 for place in range(len(kinds))], [kind.articles for kind in kinds])


def _latency(figure: "Figure", figures: latency.LatencyFigures) -> None:
    steady, burst = figure.subplots(1, 2)
    _lines(steady, figures.steady)
    _lines(burst, figures.burst)
    burst.axvspan(figures.burst_begin, figures.burst_begin + figures.burst_seconds, color="grey", alpha=0.15)
    steady.set_title(f"{figures.steady_per_second:,.0f} articles/s", fontsize=10)
    burst.set_title(f"a burst of {figures.burst_per_second:,.0f} articles/s (grey)", fontsize=10)
    steady.set_ylabel("article to alert, ms")
    steady.legend()


def _lines(axes: "Axes", windows: Sequence[Window]) -> None:
    seconds = [one.since for one in windows]
    axes.semilogy(seconds, [one.p50_ms for one in windows], label="p50")
    axes.semilogy(seconds, [one.p99_ms for one in windows], label="p99")
    axes.axhline(latency.P99_MS, color="grey", linewidth=0.8, linestyle="--")
    axes.set_xlabel("seconds, by the article's arrival")
