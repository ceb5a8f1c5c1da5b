"""Articles to measure with: the real ones beside the project, which are no part of it, or the bundled samples."""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

from bench.gold import ROOT
from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import decode_article
from rasid_schemas.limits import Limits

DEFAULT_CORPUS = ROOT.parent / "shared" / "corpus" / "articles.jsonl.gz"
SAMPLES = ROOT / "config" / "samples.jsonl"
_LIMITS = Limits(max_message_bytes=20_000_000, max_body_bytes=10_000_000)
_SEED = 2026


class CorpusError(Exception):
    """The articles cannot be read; the message says which and what to do."""


def read_corpus(path: Path | None, most: int) -> tuple[RawArticle, ...]:
    """At most `most` articles, drawn at random but the same each time; raises CorpusError."""
    chosen = path or (DEFAULT_CORPUS if DEFAULT_CORPUS.is_file() else SAMPLES)
    if not chosen.is_file():
        raise CorpusError(f"{chosen}: no articles there; name JSON lines of raw articles with --corpus")
    articles = tuple(_read(chosen))
    return tuple(random.Random(_SEED).sample(articles, min(most, len(articles))))


def text_of(article: RawArticle) -> str:
    """Headline and body."""
    return f"{article.headline}\n{article.body}" if article.headline else article.body


def _read(path: Path) -> Iterator[RawArticle]:
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        for line in lines:
            article = decode_article(line, _LIMITS)
            if article is not None:
                yield article
