"""What an article told before and tells no more, taken back: `events.*` messages without a value.

A worker knows what its articles told from the event topics themselves. It reads them before the first article of an
assignment, since others had its partitions until then, and goes by what it publishes from there on.
"""

import logging
from collections.abc import Callable

from pydantic import BaseModel

from rasid.enrichment.published import PublishedEvents, Standing
from rasid.runtime.following import Follower
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.topics import EVENT_TOPICS

logger = logging.getLogger(__name__)

_TOPICS = {topic.name: topic for topic in EVENT_TOPICS}


class _Article(BaseModel):
    uri: str


class _Told(BaseModel):
    """As much of an event as it takes to take it back."""

    event_id: str
    article: _Article


class Corrections:
    """Keeps what is published up to date over assignments. Belongs to one worker."""

    def __init__(self, settings: Settings, beat: Callable[[], None]) -> None:
        self.published = PublishedEvents(settings.cluster_horizon)
        self._horizon = settings.cluster_horizon
        self._follower = Follower(settings, tuple(_TOPICS.values()))
        self._beat = beat
        self._up_to_date = False

    def expect_others(self) -> None:
        """Partitions come from other workers: what they published is to be read first."""
        self._up_to_date = False

    async def catch_up(self, record: Record) -> None:
        """Know what is published, before `record` is handled."""
        if self._up_to_date:
            return
        self._up_to_date = True
        try:
            count = await self._follower.catch_up(self._note, record.time - self._horizon)
        except BaseException:
            self._up_to_date = False
            raise
        logger.info("read %d events to know what corrections take back", count)

    def _note(self, record: Record) -> None:
        self._beat()
        if record.value is None:
            self.published.note_withdrawn(Standing(_TOPICS[record.topic], record.key_text))
            return
        try:
            told = decode(_Told, record.value)
        except ContentError:
            return
        self.published.note(told.article.uri, Standing(_TOPICS[record.topic], told.event_id), record.time)
