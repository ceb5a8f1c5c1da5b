"""Pairs of events of the corpus, each judged by a reader: one real-world event, or two. None of their words is here.

`pairs.jsonl` has a line a pair. An event is known by its article's uri and its `event_id`, or where that has changed
by the place of its first evidence. `drawn` says why a pair was looked at; `part` is `develop`, whose errors may be
read, or `held-out`, whose may not. All pairs of one real-world event are in one part.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from bench.gold import ROOT
from rasid_schemas.events import Event

PAIRS = ROOT / "bench" / "pairs.jsonl"


class Told(BaseModel):
    """An event as one article tells it; `start` and `end` are its first evidence's."""

    model_config = ConfigDict(frozen=True)
    uri: str
    event_id: str
    start: int
    end: int

    def among(self, events: Iterable[Event]) -> Event | None:
        """The event as it is found now: by its id, else the only one whose evidence overlaps."""
        there = [event for event in events if event.article.uri == self.uri]
        same = [event for event in there if event.event_id == self.event_id]
        overlapping = [e for e in there if any(v.start < self.end and self.start < v.end for v in e.evidence)]
        return next(iter(same or (overlapping if len(overlapping) == 1 else [])), None)


class Pair(BaseModel):
    """Two events of one type, and whether they are one."""

    model_config = ConfigDict(frozen=True)
    one: Told
    other: Told
    type: str
    languages: str
    same: bool
    drawn: str
    part: str


def read_pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
    """All pairs."""
    lines = [line for line in path.read_bytes().splitlines() if line]
    return TypeAdapter(tuple[Pair, ...]).validate_json(b"[" + b",".join(lines) + b"]")


def found(pairs: Sequence[Pair], events: Iterable[Event]) -> tuple[tuple[Pair, Event, Event], ...]:
    """The pairs of which both events are found now."""
    by_article: dict[str, list[Event]] = {}
    for event in events:
        by_article.setdefault(event.article.uri, []).append(event)
    both = (
        (p, p.one.among(by_article.get(p.one.uri, ())), p.other.among(by_article.get(p.other.uri, ()))) for p in pairs
    )
    return tuple((pair, one, other) for pair, one, other in both if one and other and one.type == other.type)
