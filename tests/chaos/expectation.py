"""What known articles must lead to, reckoned before anything runs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from chaos.articles import KnownArticle
from rasid.enrichment.pipeline import enrich
from rasid_schemas.codec import decode_article

RULES = """
rules:
  - name: every-meeting
    severity: info
    when: event.type == "meeting"
"""
"""The suite's own rule file: every meeting is an alert, so a lost event is a lost alert."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must be there in the end, once each."""

    uris: frozenset[str]
    """Of the articles that are to be enriched."""
    stories: Mapping[str, int]
    """The number of the meeting that each event tells of, by event id."""
    dead_letters: Mapping[str, bytes]
    """What is to be refused, by key, with its bytes."""


def expected_of(articles: Sequence[KnownArticle]) -> Expectation:
    """What comes of some articles by the same pure code that the workers run."""
    told = [article for article in articles if not article.is_refused]
    return Expectation(
        uris=frozenset(article.key for article in told),
        stories=dict(_told(told)),
        dead_letters={article.key: article.value for article in articles if article.is_refused},
    )


def _told(articles: Iterable[KnownArticle]) -> Iterable[tuple[str, int]]:
    for article in articles:
        assert article.story is not None
        yield _event_id(article.value), article.story


@cache
def _event_id(value: bytes) -> str:
    """The id of an article's one event; remembered, since every scenario has the same articles."""
    raw = decode_article(value)
    assert raw is not None
    [event] = enrich(raw, datetime.now(UTC)).events
    return event.event_id
