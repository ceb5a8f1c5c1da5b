"""Events of the corpus that a careful reader has judged: right or false, by article and place, without their words."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from bench.corpus import read_corpus
from bench.gold import ROOT
from rasid.enrichment.pipeline import enrich
from rasid_schemas.extraction import Meeting, TroopAnnouncement

JUDGED = ROOT / "bench" / "judged-events.jsonl"
_ALL = 1_000_000
_RECORD_TIME = datetime(2100, 1, 1, tzinfo=UTC)

Found = Meeting | TroopAnnouncement


class Verdict(BaseModel):
    """What the reader said of an event as it was found then; `start` and `end` are its first evidence's."""

    model_config = ConfigDict(frozen=True)
    uri: str
    type: str
    start: int
    end: int
    right: bool
    reading: str


def read_verdicts(path: Path = JUDGED) -> tuple[Verdict, ...]:
    """All verdicts."""
    lines = [line for line in path.read_bytes().splitlines() if line]
    return TypeAdapter(tuple[Verdict, ...]).validate_json(b"[" + b",".join(lines) + b"]")


def judged_events(verdicts: Sequence[Verdict], corpus: Path | None = None) -> Iterator[tuple[Found, bool]]:
    """The events that are found now where a verdict was given, and whether they are right; raises CorpusError."""
    by_article: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        by_article.setdefault(verdict.uri, []).append(verdict)
    for article in read_corpus(corpus, _ALL):
        if article.uri in by_article:
            enriched = enrich(article, _RECORD_TIME).article
            for verdict in by_article[article.uri]:
                yield from _met(verdict, getattr(enriched, verdict.type))


def _met(verdict: Verdict, events: Sequence[Found]) -> Iterator[tuple[Found, bool]]:
    """The event at the place that the verdict was given on, if one is still found there."""
    there = (e for e in events if any(v.start < verdict.end and verdict.start < v.end for v in e.evidence))
    yield from ((event, verdict.right) for event in list(there)[:1])
