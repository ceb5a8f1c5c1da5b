"""Articles: as they come in, and with all that Rasid found in them."""

from typing import Literal

from pydantic import AwareDatetime, Field, field_validator

from rasid_schemas.base import Contract
from rasid_schemas.extraction import Meeting, Mention, Section, TroopAnnouncement

BodyType = Literal["text/plain", "text/html"]


class RawArticle(Contract):
    """An article as a producer hands it in. Only `uri` and `body` are required."""

    uri: str = Field(min_length=1, max_length=2048)
    """Identifies the article: the same uri again is the same article, corrected."""
    body: str = Field(min_length=1)
    body_type: BodyType = "text/plain"
    headline: str | None = None
    language: str | None = None
    """BCP 47 (`ar`, `en-GB`); detected where absent."""
    published_at: str | None = None
    """RFC 3339, a date, or RFC 822; without an offset it is UTC. Days are resolved in the offset given."""
    source: str | None = None
    """The outlet's name."""
    url: str | None = None
    byline: str | None = None
    metadata: dict[str, str] = Field(default_factory=dict)
    """Passed through to events and alerts."""

    @field_validator("published_at", mode="before")
    @classmethod
    def _never_costs_the_article(cls, value: object) -> str | None:
        try:
            return value if value is None or isinstance(value, str) else str(value)
        except RecursionError:  # brackets in brackets, a thousand deep
            return "nested values"


class ArticleReference(Contract):
    """What an event says of the article it was found in."""

    uri: str
    url: str | None = None
    source: str | None = None
    headline: str | None = None
    published_at: AwareDatetime | None = None
    language: str | None = None
    metadata: dict[str, str] = Field(default_factory=dict)
    revision: str | None = None
    """The `EnrichedArticle`'s: a hash of the text the event was found in."""
    extractor_version: str | None = None
    """The version of Rasid that found it."""
    fingerprint: str | None = None
    """What copies of the text are known by: `VERSION:RUNS:SIGNATURE` of its body, as `schemas/README.md` tells.
    Null for a body too short to tell."""


class ArticleWarning(Contract):
    """Something about the article that was mended or left out rather than refused."""

    code: str
    """Stable, for programs: `unparsable-published-at`."""
    field: str | None = None
    message: str
    """For people: what is wrong and how to mend it."""


class EnrichedArticle(Contract):
    """An article with all it tells: the complete current set for its uri."""

    uri: str
    url: str | None = None
    source: str | None = None
    headline: str | None = None
    published_at: AwareDatetime | None = None
    language: str | None = None
    """BCP 47, as given or detected; null where it could not be told."""
    revision: str
    """Hash of the text, 16 hexadecimal digits."""
    text: str
    """What every offset points into, in Unicode code points: nothing of a plain body is cut."""
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    troop_announcements: tuple[TroopAnnouncement, ...] = ()
    warnings: tuple[ArticleWarning, ...] = ()
    extractor_version: str
    enriched_at: AwareDatetime
    """The record time of the raw article, so that enriching it again gives the same bytes."""
