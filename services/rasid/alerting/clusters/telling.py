"""One article's telling of an event, as clusters keep it: by the hundred thousand, so only what somebody asks for."""

from datetime import datetime
from functools import lru_cache
from sys import intern
from typing import NamedTuple
from urllib.parse import urlsplit

from rasid.alerting.clusters.dates import Days, publication_time
from rasid.alerting.clusters.lean import assembled
from rasid.alerting.clusters.matching import Compared
from rasid.alerting.clusters.merging import MergedEvent, as_merged
from rasid.alerting.clusters.syndication import Fingerprint, read_fingerprint
from rasid_schemas.alerts import Report
from rasid_schemas.articles import ArticleReference
from rasid_schemas.events import Event

_NOTHING: dict[str, str] = {}
"""What most articles have of metadata. Nobody changes what a frozen model has."""


class Telling(NamedTuple):
    """What an article tells of an event, and when it was published."""

    told: MergedEvent
    report: Report
    """As the cluster lists it."""
    revision: str
    """The event's."""
    text_revision: str | None
    """The article's."""
    fingerprint: Fingerprint | None
    source: str
    """The outlet: its name, else its host, else the article itself."""
    published: datetime
    received: datetime
    """Record time at which the event first came, whatever corrected it since."""
    told_at: datetime
    """Record time at which it last came in these words."""

    @classmethod
    def of(cls, event: Event, received: datetime, told_at: datetime) -> "Telling":
        """Take the publication time from the article as far as it can be believed."""
        article, told = event.article, as_merged(event)
        return cls(
            told=told,
            report=_report(event, told),
            revision=event.revision,
            text_revision=article.revision,
            fingerprint=read_fingerprint(article.fingerprint),
            source=_source(article),
            published=publication_time(article.published_at, received),
            received=received,
            told_at=told_at,
        )

    @property
    def event_id(self) -> str:
        """The event's."""
        return self.report.event_id

    @property
    def uri(self) -> str:
        """The article's."""
        return self.report.uri

    @property
    def days(self) -> Days:
        """The day of publication, in the offset the article gives."""
        return Days.of(self.published.date())

    def compared(self) -> Compared:
        """As it is compared with others; made anew each time."""
        return Compared.of(self.told, self.days)


def _report(event: Event, told: MergedEvent) -> Report:
    article = event.article
    values = {
        "event_id": event.event_id, "uri": article.uri,
        "url": article.uri if article.url == article.uri else article.url, "source": _shared(article.source),
        "language": _shared(article.language), "published_at": article.published_at, "status": told.status,
        "evidence": told.evidence, "metadata": article.metadata or _NOTHING,
    }  # fmt: skip
    return assembled(Report, values)


def _shared(text: str | None) -> str | None:
    return text and intern(text)


def _source(article: ArticleReference) -> str:
    return _folded(article.source) if article.source else _folded(_host(article) or article.uri)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return intern(" ".join(name.casefold().split()))


def _host(article: ArticleReference) -> str:
    try:
        return (urlsplit(article.url or article.uri).hostname or "").removeprefix("www.")
    except ValueError:  # an identifier that only looks like an address
        return ""
