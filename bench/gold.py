"""The gold set and its measure, both read from where they lie: neither is part of the project."""

import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

ROOT = Path(__file__).parent.parent
DEFAULT_GOLD = ROOT.parent / "shared" / "gold" / "dev.jsonl"
DEFAULT_SPLIT = ROOT / "bench" / "gold-split.json"
SCORER = "score.py"

Record = dict[str, Any]
"""A line of the gold set or of predictions, as `score.py` takes it."""
Error = tuple[str, str, str, object]
"""Article, `missed`, `false` or `slots`, type of event, detail."""


class GoldError(Exception):
    """The gold set, its measure or its split cannot be read; the message says which and what to do."""


class Scorer(Protocol):
    """What is used of `score.py`, which defines the measure."""

    def evaluate(
        self, gold_articles: Sequence[Record], predictions: Mapping[str, Record]
    ) -> tuple[Mapping[str, Record], list[Error]]:
        """Figures by group, and the errors."""

    def match(self, kind: str, gold: Sequence[Record], predicted: Sequence[Record]) -> list[tuple[int, int]]:
        """One-to-one pairs of positions, gold and predicted."""


class GoldArticle(BaseModel):
    """An article of the gold set; the events it tells stay in `record`."""

    model_config = ConfigDict(frozen=True)
    id: str
    lang: str
    outlet: str | None = None
    published_at: str | None = None
    text: str
    record: Record
    kinds: tuple[str, ...] = ("meetings", "troop_announcements")
    """The types of events that were looked for."""

    @property
    def uri(self) -> str:
        """Tells this article from all others."""
        return f"urn:gold:{self.id}"


@dataclass(frozen=True, slots=True)
class Part:
    """Articles of the gold set that are scored together."""

    name: str
    articles: tuple[GoldArticle, ...]
    readable: bool
    """Whether its texts and errors may be read while the extractor is worked on."""


def load_scorer(path: Path) -> Scorer:
    """The measure, run from its own file; raises GoldError."""
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise GoldError(f"{path}: the measure is not there; it belongs beside the gold set, or name it by --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Scorer", module)


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """The articles of a gold file, in its order; raises GoldError."""
    if not path.is_file():
        raise GoldError(f"{path}: no gold set there; it is not part of the project: make eval GOLD=path/to/dev.jsonl")
    with path.open("rb") as lines:
        return tuple(_article(path, number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _article(path: Path, number: int, line: bytes) -> GoldArticle:
    try:
        record = orjson.loads(line)
        return GoldArticle.model_validate({**record, "record": record})
    except (orjson.JSONDecodeError, TypeError, ValidationError) as error:
        raise GoldError(f"{path}:{number}: is no article of a gold set: {error}") from None


def read_unseen(path: Path) -> frozenset[str]:
    """The ids of the articles that stay unread; raises GoldError."""
    try:
        return frozenset(orjson.loads(path.read_bytes())["unseen"])
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: the split cannot be read: {error}") from None


def split(articles: Iterable[GoldArticle], unseen: frozenset[str]) -> tuple[Part, ...]:
    """The work part and the unseen part; one without articles is left out."""
    every = tuple(articles)
    work = Part("work", tuple(a for a in every if a.id not in unseen), readable=True)
    kept = Part("unseen", tuple(a for a in every if a.id in unseen), readable=False)
    return tuple(part for part in (work, kept) if part.articles)
