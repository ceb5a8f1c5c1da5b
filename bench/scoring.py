"""Running the extractor over a part of the gold set, and what the measure says of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import BaseModel

from bench.gold import Error, GoldArticle, Part, Record, Scorer
from bench.reliability import Judged
from rasid.enrichment.pipeline import enrich
from rasid_schemas.articles import RawArticle

KINDS = ("meetings", "troop_announcements")
RECORD_TIME = datetime(2100, 1, 1, tzinfo=UTC)
"""Later than any article: no date of publication is taken for one in the future."""


class Measure(BaseModel):
    """Precision, recall and their harmonic mean, 0 to 1, and the counts behind them."""

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int
    hits: float


class Intervals(BaseModel):
    """95% bootstrap intervals of F1."""

    event: tuple[float, float]
    slot: tuple[float, float]


class Figures(BaseModel):
    """What the measure says of one group of events: all, a language, a type, or both."""

    event: Measure
    slot: Measure
    interval: Intervals
    evidence: float
    slots: dict[str, Measure]


@dataclass(frozen=True, slots=True)
class Scored:
    """A part of the gold set with the extractor's figures on it."""

    part: Part
    groups: Mapping[str, Figures]
    judged: tuple[Judged, ...]
    errors: tuple[Error, ...]
    """Empty for a part that stays unread."""


def score_part(part: Part, scorer: Scorer) -> Scored:
    """Extract and score."""
    found = {article.id: extracted(article) for article in part.articles}
    report, errors = scorer.evaluate([article.record for article in part.articles], found)
    judged = tuple(event for article in part.articles for event in _judged(article, found[article.id], scorer))
    groups = {group: Figures.model_validate(figures) for group, figures in report.items()}
    return Scored(part, groups, judged, tuple(errors) if part.readable else ())


def extracted(article: GoldArticle) -> Record:
    """The events of an article as the measure takes them. The extractor gets neither language nor answers."""
    raw = RawArticle(
        uri=article.uri, body=article.text, published_at=article.published_at, source=article.outlet
    )  # fmt: skip
    enriched = enrich(raw, RECORD_TIME).article
    found = enriched.model_dump(mode="json", include=set(KINDS))
    return {kind: found[kind] if kind in article.kinds else [] for kind in KINDS}


def _judged(article: GoldArticle, found: Record, scorer: Scorer) -> Iterator[Judged]:
    for kind in KINDS:
        right = {predicted for _, predicted in scorer.match(kind, article.record[kind], found[kind])}
        for position, event in enumerate(found[kind]):
            yield Judged(kind, event["confidence"], position in right)
