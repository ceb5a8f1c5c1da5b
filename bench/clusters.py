"""`make eval-clusters`: whether reports of one real-world event become one cluster, by pairs that a reader judged.

The extractor reads the articles of the pairs, and the fold takes in all their events in the order of publication. A
pair counts as joined when both events end in one cluster. Pairs that were published further apart than a cluster is
open are scored apart, with a fold that never closes one: there by design they are two clusters.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bench.corpus import CorpusError, read_corpus
from bench.pairs import Pair, found, read_pairs
from rasid.alerting.clusters.fold import HORIZON, ClusterFold
from rasid.enrichment.pipeline import enrich
from rasid_schemas.events import Event

_ALL = 1_000_000
_RECORD_TIME = datetime(2100, 1, 1, tzinfo=UTC)
_FOR_EVER = timedelta(days=20_000)
_ORDERS = 10

Judged = tuple[Pair, Event, Event]
app = typer.Typer(pretty_exceptions_enable=False)


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs by what was judged and what the fold did."""

    joined_rightly: int = 0
    joined_wrongly: int = 0
    kept_apart_wrongly: int = 0
    kept_apart_rightly: int = 0

    @property
    def pairs(self) -> int:
        """All pairs."""
        return self.joined_rightly + self.joined_wrongly + self.kept_apart_wrongly + self.kept_apart_rightly

    @property
    def precision(self) -> float:
        """The share of the joined pairs that are one event."""
        return self.joined_rightly / max(self.joined_rightly + self.joined_wrongly, 1)

    @property
    def recall(self) -> float:
        """The share of the pairs that are one event that were joined."""
        return self.joined_rightly / max(self.joined_rightly + self.kept_apart_wrongly, 1)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.joined_rightly / max(2 * self.joined_rightly + self.joined_wrongly + self.kept_apart_wrongly, 1)


def published(event: Event) -> datetime:
    """When the article was published, the end of all days where it does not say."""
    moment = event.article.published_at or _RECORD_TIME
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def as_published(event: Event) -> tuple[datetime, str, int]:
    """By publication, and within an article as it tells them."""
    return published(event), event.article.uri, event.evidence[0].start


def clusters_of(events: Iterable[Event], horizon: timedelta) -> dict[str, str]:
    """The id of each event's cluster when all of them were taken in, by event id."""
    folds = {kind: ClusterFold(horizon) for kind in ("meeting", "troop_announcement")}
    cluster_of: dict[str, str] = {}
    merged_into: dict[str, str] = {}
    for event in events:
        for cluster in folds[event.type].changes(event, published(event)):
            if cluster.merged_into:
                merged_into[cluster.cluster_id] = cluster.merged_into
            cluster_of[event.event_id] = cluster.cluster_id
    return {event_id: _survivor(cluster_id, merged_into) for event_id, cluster_id in cluster_of.items()}


def _survivor(cluster_id: str, merged_into: dict[str, str]) -> str:
    while cluster_id in merged_into:
        cluster_id = merged_into[cluster_id]
    return cluster_id


def score(judged: Iterable[Judged], cluster_of: dict[str, str]) -> Score:
    """How the pairs fare by these clusters."""
    results = [(pair.same, cluster_of[one.event_id] == cluster_of[other.event_id]) for pair, one, other in judged]
    count = results.count
    return Score(count((True, True)), count((False, True)), count((True, False)), count((False, False)))


def within_horizon(judged: Judged) -> bool:
    """Whether a cluster of the one report is still open when the other comes."""
    _, one, other = judged
    return abs(published(one) - published(other)) < HORIZON


@app.command()
def evaluate(
    errors: Annotated[
        bool, typer.Option("--errors", help="List the errors of the part `develop` by their ids.")
    ] = False,
) -> None:
    """Score the clusters by the judged pairs of the corpus."""
    pairs = read_pairs()
    try:
        events = sorted(_events(pairs), key=as_published)
    except CorpusError as error:
        typer.echo(f"eval-clusters: {error}", err=True)
        raise typer.Exit(2) from None
    judged = found(pairs, events)
    console = Console(highlight=False)
    console.print(f"{len(pairs)} pairs, {len(judged)} with both events found now")
    near = [each for each in judged if within_horizon(each)]
    by_horizon = clusters_of(events, HORIZON)
    console.print(_table("published within the horizon", near, by_horizon))
    far = [each for each in judged if not within_horizon(each)]
    console.print(_table("further apart, were clusters never closed", far, clusters_of(events, _FOR_EVER)))
    console.print(_orders(near, events))
    if errors:
        _print_errors(console, [each for each in near if each[0].part == "develop"], by_horizon)


def _events(pairs: Sequence[Pair]) -> Iterable[Event]:
    uris = {told.uri for pair in pairs for told in (pair.one, pair.other)}
    for article in read_corpus(None, _ALL):
        if article.uri in uris:
            yield from enrich(article, _RECORD_TIME).events


def _table(title: str, judged: Sequence[Judged], cluster_of: dict[str, str]) -> Table:
    table = Table(title=title, title_justify="left")
    for name in ("pairs", "number", "one event", "precision", "recall", "F1"):
        table.add_column(name, justify="left" if name == "pairs" else "right")
    groups: tuple[Callable[[Pair], str], ...] = (
        lambda _: "all", lambda p: p.part, lambda p: p.type, lambda p: p.languages,
        lambda p: f"{p.part}, {p.type}, {p.languages}",
    )  # fmt: skip
    for group in groups:
        for name in sorted({group(pair) for pair, _, _ in judged}):
            one = score((each for each in judged if group(each[0]) == name), cluster_of)
            told = one.joined_rightly + one.kept_apart_wrongly
            figures = (f"{figure:.3f}" for figure in (one.precision, one.recall, one.f1))
            table.add_row(name, str(one.pairs), str(told), *figures)
    return table


def _orders(judged: Sequence[Judged], events: Sequence[Event]) -> str:
    """F1 when the reports of each day come in another order."""
    figures = []
    for seed in range(_ORDERS):
        order = Random(seed)
        shuffled = sorted(events, key=lambda event: (published(event).date(), order.random()))
        figures.append(score(judged, clusters_of(shuffled, HORIZON)).f1)
    return f"F1 over {_ORDERS} orders of each day's reports: {min(figures):.3f} to {max(figures):.3f}"


def _print_errors(console: Console, judged: Sequence[Judged], cluster_of: dict[str, str]) -> None:
    for pair, one, other in judged:
        joined = cluster_of[one.event_id] == cluster_of[other.event_id]
        if joined is not pair.same:
            told = "apart" if pair.same else "joined"
            console.print(f"{told} {pair.type} {pair.drawn} {one.event_id} {other.event_id}")


if __name__ == "__main__":
    app()
