"""What people say of events: right or wrong, for the next round of work on extraction."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from rasid_schemas.base import Contract
from rasid_schemas.events import MeetingEvent, TroopAnnouncementEvent

Verdict = Literal["right", "wrong"]


class Feedback(Contract):
    """One verdict on one event of one article. The newest for an `event_id` counts."""

    event_id: str
    verdict: Verdict
    note: str | None = Field(default=None, max_length=2000)
    """What is wrong with it, for whoever works on extraction."""
    author: str = Field(min_length=1, max_length=200)
    """Who says so, as they call themselves: nothing proves it."""
    at: AwareDatetime
    event: Annotated[MeetingEvent | TroopAnnouncementEvent, Field(discriminator="type")]
    """The event as it was on its topic, with its article reference: the topic will drop it."""
