"""Events on their topics: what one article tells, with an identity and a reference to the article."""

from rasid_schemas.articles import ArticleReference
from rasid_schemas.base import Contract
from rasid_schemas.extraction import Meeting, TroopAnnouncement


class Identified(Contract):
    """What makes a finding a message."""

    event_id: str
    """UUIDv5 of the article's uri and the stable parts of the event: the same article, the same ids."""
    revision: str
    """Hash of the event's content, 16 hexadecimal digits."""
    article: ArticleReference


class MeetingEvent(Meeting, Identified):
    """A meeting told in one article, as it goes on `events.meetings.v1`."""


class TroopAnnouncementEvent(TroopAnnouncement, Identified):
    """A troop announcement told in one article, as it goes on `events.troop-announcements.v1`."""


Event = MeetingEvent | TroopAnnouncementEvent
