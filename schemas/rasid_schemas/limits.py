"""How large an article and its parts may be. Checked at the edge, so that nothing behind it meets more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rasid_schemas.articles import RawArticle

KILOBYTE = 1024
_SHORT_FIELDS = ("uri", "headline", "language", "source", "url", "byline")
"""`published_at` is not among them: it never costs the article, and one too long is no date."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is taken of one article, in bytes of UTF-8. Each has a setting of its name."""

    max_message_bytes: int = 2048 * KILOBYTE
    """More than the topic takes: a broker counts compressed bytes, and JSON may spend six on a letter."""
    max_body_bytes: int = 512 * KILOBYTE
    max_field_bytes: int = 4 * KILOBYTE
    """Every field but the body, and every key and value of the metadata."""
    max_metadata_bytes: int = 16 * KILOBYTE
    """All keys and values together: they are repeated in every event."""
    max_metadata_entries: int = 100
    max_events: int = 500
    """Events found in one article; what tells more is no news."""


DEFAULT_LIMITS = Limits()


class Excess(NamedTuple):
    """What is too large, by how much, and which setting says so."""

    code: str
    field: str | None
    message: str


def message_excess(value: bytes, limits: Limits) -> Excess | None:
    """What is wrong with the size of a message."""
    return _too_large("message-too-large", None, len(value), limits.max_message_bytes, "MESSAGE")


def article_excess(article: RawArticle, limits: Limits) -> Excess | None:
    """The first part of an article that is too large."""
    return next(filter(None, _looked_at(article, limits)), None)


def events_excess(events: int, limits: Limits) -> Excess | None:
    """What is wrong with the number of events found in an article."""
    if events <= limits.max_events:
        return None
    fix = "send its parts as articles or raise RASID_MAX_EVENTS"
    return Excess("too-many-events", "body", f"tells {events:,} events, the limit is {limits.max_events:,}; {fix}")


def _looked_at(article: RawArticle, limits: Limits) -> Iterator[Excess | None]:
    yield _too_large("body-too-large", "body", _size(article.body), limits.max_body_bytes, "BODY")
    for name in _SHORT_FIELDS:
        yield _field(name, getattr(article, name) or "", limits)
    yield from _metadata(article.metadata, limits)


def _metadata(metadata: dict[str, str], limits: Limits) -> Iterator[Excess | None]:
    if len(metadata) > limits.max_metadata_entries:
        told = f"has {len(metadata):,} entries, the limit is {limits.max_metadata_entries:,}"
        yield Excess("field-too-large", "metadata", f"{told}; leave some out or raise RASID_MAX_METADATA_ENTRIES")
    for key, value in metadata.items():
        yield _field("metadata", key, limits)
        yield _field(f"metadata.{key}", value, limits)
    whole = sum(_size(key) + _size(value) for key, value in metadata.items())
    yield _too_large("field-too-large", "metadata", whole, limits.max_metadata_bytes, "METADATA")


def _field(name: str, value: str, limits: Limits) -> Excess | None:
    return _too_large("field-too-large", name, _size(value), limits.max_field_bytes, "FIELD")


def _too_large(code: str, field: str | None, size: int, limit: int, setting: str) -> Excess | None:
    if size <= limit:
        return None
    fix = f"shorten it or raise RASID_MAX_{setting}_BYTES"
    return Excess(code, field, f"is {size:,} bytes, the limit is {limit:,}; {fix}")


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
