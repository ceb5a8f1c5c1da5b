"""`make calibrate`: what the points of confidence would be worth by the events that were judged.

The events are those of the gold set's work part, right or false by the measure, and those of the corpus that a reader
judged. Each point's worth is a least-squares fit of being right, drawn to zero a little, so that what few events have
counts little. It only prints: whoever sets the points in `confidence.py` looks at them, and then at the unseen part.
"""

from collections.abc import Sequence
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from bench.corpus import CorpusError
from bench.gold import DEFAULT_GOLD, DEFAULT_SPLIT, SCORER, GoldError, load_scorer, read_gold, read_unseen, split
from bench.judged import Found, judged_events, read_verdicts
from bench.scoring import KINDS, extracted
from rasid.enrichment.extract.confidence import confidence, points
from rasid_schemas.extraction import Meeting, TroopAnnouncement

_DRAWN_TO_ZERO = 4.0
"""Events that would have to say otherwise before a point counts half."""
_MODELS: dict[str, type[Found]] = {"meetings": Meeting, "troop_announcements": TroopAnnouncement}

Sample = tuple[Found, bool]
app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def calibrate() -> None:
    """Fit the points and print them beside what they are worth now."""
    try:
        samples = [*_of_gold(), *judged_events(read_verdicts())]
    except (GoldError, CorpusError) as error:
        typer.echo(f"calibrate: {error}", err=True)
        raise typer.Exit(2) from None
    console = Console(highlight=False)
    for kind in KINDS:
        console.print(_table(kind, [s for s in samples if isinstance(s[0], _MODELS[kind])]))


def _of_gold() -> list[Sample]:
    """The events of the work part, and whether the measure matches them."""
    measure = load_scorer(DEFAULT_GOLD.parent / SCORER)
    work = next(part for part in split(read_gold(DEFAULT_GOLD), read_unseen(DEFAULT_SPLIT)) if part.readable)
    samples: list[Sample] = []
    for article in work.articles:
        found = extracted(article)
        for kind in KINDS:
            right = {predicted for _, predicted in measure.match(kind, article.record[kind], found[kind])}
            samples += [(_MODELS[kind].model_validate(e), n in right) for n, e in enumerate(found[kind])]
    return samples


def _table(kind: str, samples: Sequence[Sample]) -> Table:
    reasons = sorted({point.reason for event, _ in samples for point in points(event)})
    now = {point.reason: point.worth for event, _ in samples for point in points(event)}
    fitted = fit(
        [[any(p.reason == r for p in points(e)) for r in reasons] for e, _ in samples], [r for _, r in samples]
    )
    error = sum((confidence(points(e)) - right) ** 2 for e, right in samples) / max(len(samples), 1)
    table = Table(title=f"{kind}: {len(samples)} events, squared error now {error:.3f}", title_justify="left")
    for name in ("point", "events", "right", "worth now", "fitted"):
        table.add_column(name, justify="left" if name == "point" else "right")
    for reason, worth in zip(reasons, fitted, strict=True):
        having = [right for event, right in samples if any(p.reason == reason for p in points(event))]
        table.add_row(reason, str(len(having)), f"{sum(having) / len(having):.2f}", str(now[reason]), f"{worth:.0f}")
    return table


def fit(features: Sequence[Sequence[bool]], right: Sequence[bool]) -> list[float]:
    """The worth of each feature in hundredths: least squares with a ridge."""
    import numpy

    x: Any = numpy.array(features, dtype=float)
    y: Any = numpy.array(right, dtype=float)
    ridge = _DRAWN_TO_ZERO * numpy.diag([0.0 if column.all() else 1.0 for column in x.T])
    return [100 * float(worth) for worth in numpy.linalg.solve(x.T @ x + ridge, x.T @ y)]


if __name__ == "__main__":
    app()
