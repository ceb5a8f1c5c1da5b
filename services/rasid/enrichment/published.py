"""Which events of each article stand on the event topics, so that what a correction no longer tells is taken back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from rasid_schemas.topics import Topic


class Standing(NamedTuple):
    """An event on its topic."""

    topic: Topic
    event_id: str


@dataclass(slots=True)
class _Article:
    latest: datetime
    events: dict[Standing, None] = field(default_factory=dict)  # in the order they came


class PublishedEvents:
    """The events of articles whose last version came within `horizon` of record time.

    An article told of events before that is not corrected any more: by then its clusters are closed. Belongs to one
    worker. Memory: a few hundred bytes for each article that tells of an event.
    """

    def __init__(self, horizon: timedelta) -> None:
        self._horizon = horizon
        self._articles: dict[str, _Article] = {}  # by uri, the one told last at the end
        self._uri_of: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._articles)

    def note(self, uri: str, event: Standing, record_time: datetime) -> None:
        """An event is on its topic."""
        article = self._articles.pop(uri, None) or _Article(record_time)
        self._articles[uri] = article
        article.events[event] = None
        article.latest = max(article.latest, record_time)
        self._uri_of[event.event_id] = uri
        self._forget(article.latest)

    def note_withdrawn(self, event: Standing) -> None:
        """An event was taken back."""
        article = self._articles.get(self._uri_of.pop(event.event_id, ""))
        if article is not None:
            article.events.pop(event, None)

    def replace(self, uri: str, events: Collection[Standing], record_time: datetime) -> tuple[Standing, ...]:
        """Take in all that the article's version of `record_time` tells: the events that it takes back.

        An earlier version that is read again takes nothing back.
        """
        article = self._articles.get(uri)
        gone: Iterable[Standing] = ()
        if article is not None and record_time >= article.latest:
            gone = [event for event in article.events if event not in events]
        for event in gone:
            self.note_withdrawn(event)
        for event in events:
            self.note(uri, event, record_time)
        return tuple(gone)

    def _forget(self, now: datetime) -> None:
        while self._articles:
            uri, oldest = next(iter(self._articles.items()))
            if oldest.latest + self._horizon > now:
                return
            del self._articles[uri]
            for event in oldest.events:
                self._uri_of.pop(event.event_id, None)
