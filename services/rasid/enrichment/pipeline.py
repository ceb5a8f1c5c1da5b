"""From raw article to enriched article and events: the table of contents of enrichment."""

import gc
from dataclasses import dataclass
from datetime import datetime

from rasid import __version__
from rasid.enrichment.extract.extraction import Extraction, extract
from rasid.enrichment.identity import events_of, text_revision
from rasid.enrichment.text.html import html_to_text
from rasid.enrichment.text.publication import detect_language, parse_published_at, tell_language
from rasid.runtime.garbage import kept_for_good
from rasid_schemas.articles import ArticleWarning, EnrichedArticle, RawArticle
from rasid_schemas.events import Event

LANGUAGES = frozenset({"ar", "en"})
_OBJECTS_OF_SOME_ARTICLES = 10_000
"""Objects between two looks for cycles. Python's 700 are made many times in one article; with 50,000 what waits to be
looked at weighs 20 MB more."""


def prepare() -> None:
    """Build the tables of all languages before the first article, and keep the garbage collector out of them.

    They live as long as the process. Looked through again and again, they would make long articles cost more than
    their length. Nor is it of use to look through what one article leaves: it holds no cycles.
    """
    with kept_for_good():
        for language in sorted(LANGUAGES):
            extract(".", language, None, None, None)
        detect_language("Its model is a table as well.")
    gc.set_threshold(_OBJECTS_OF_SOME_ARTICLES, *gc.get_threshold()[1:])


@dataclass(frozen=True, slots=True)
class Enrichment:
    """What one raw article gives: itself with all it tells, and a message per event."""

    article: EnrichedArticle
    events: tuple[Event, ...]


def enrich(raw: RawArticle, record_time: datetime) -> Enrichment:
    """Find what an article tells. The same article and record time give the same result, byte for byte."""
    published_at, publication_warning = parse_published_at(raw.published_at, record_time)
    text = article_text(raw)
    language = tell_language(raw.language, text)
    found = _extract(text, language, published_at, raw)
    enriched = EnrichedArticle(
        uri=raw.uri,
        url=raw.url,
        source=raw.source,
        headline=raw.headline,
        published_at=published_at,
        language=language,
        revision=text_revision(text),
        text=text,
        sections=found.sections,
        mentions=found.mentions,
        meetings=found.meetings,
        troop_announcements=found.troop_announcements,
        warnings=tuple(w for w in (publication_warning, _warning_of(text, language)) if w),
        extractor_version=__version__,
        enriched_at=record_time,
    )
    return Enrichment(enriched, events_of(enriched, raw.metadata))


def article_text(raw: RawArticle) -> str:
    """What every offset points into: the body as given, or the text of an HTML body, below the headline.

    The headline is put before it with a newline where one is given and the body does not start with it.
    """
    body = html_to_text(raw.body) if raw.body_type == "text/html" else raw.body
    if raw.headline and not body.startswith(raw.headline):
        return f"{raw.headline}\n{body}"
    return body


def _extract(text: str, language: str | None, published_at: datetime | None, raw: RawArticle) -> Extraction:
    if language not in LANGUAGES or not text.strip():
        return Extraction()
    published_on = published_at.date() if published_at else None
    return extract(text, language, published_on, raw.source, raw.headline)


def _warning_of(text: str, language: str | None) -> ArticleWarning | None:
    if not text.strip():
        return ArticleWarning(code="no-text", field="body", message="has markup but no text; check what the page holds")
    if language not in LANGUAGES:
        told = f"is {language}" if language else "could not be told"
        message = f"the language {told}; events are found in Arabic (ar) and English (en) only"
        return ArticleWarning(code="unsupported-language", field="language", message=message)
    return None
