"""Meetings and troop announcements, and the marks on a text: what the extractor finds in one article.

What each field means, and which cases count, is defined by the annotation guideline that
`docs/extraction.md` names; the docstrings here give shapes and units. Offsets count Unicode code
points of the enriched article's `text`.
"""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from rasid_schemas.base import Contract

MAX_EVIDENCE_LENGTH = 600
"""Code points; a longer span is a page, not evidence."""

MeetingMode = Literal["in_person", "phone", "video", "unspecified"]
MeetingStatus = Literal["held", "planned", "proposed", "cancelled"]
TroopAction = Literal["increase", "decrease", "deploy", "withdraw", "maintain", "strength"]
TroopStatus = Literal["announced", "under_way", "completed", "proposed", "denied", "current"]
SectionKind = Literal["headline", "dateline", "body", "comments", "boilerplate"]
MentionKind = Literal["person", "place", "organisation"]


MOST = 10**30
"""Beyond any number that an article's words give; far larger ones are no numbers to JSON readers."""


def _countable(value: int) -> int:
    if value > MOST:
        raise ValueError("is larger than any number of soldiers; correct it")
    return value


Count = Annotated[int, Field(ge=0), AfterValidator(_countable)]
"""A whole number of people."""


class Span(Contract):
    """A stretch `[start, end)` of the text."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)

    @model_validator(mode="after")
    def _ends_behind_its_start(self) -> Self:
        if self.end <= self.start:
            raise ValueError("end must be behind start")
        return self


class Section(Span):
    """A stretch of the text and what it is. Sections do not overlap and cover every letter."""

    kind: SectionKind


class Mention(Span):
    """A person, place or organisation named in the text: `text[start:end]` is how it is named."""

    kind: MentionKind
    name: str
    """The full name it stands for: a surname resolves to the person named earlier."""
    country: str | None = None
    """ISO 3166 alpha-2: where a place lies, the country a person or organisation acts for."""


class Evidence(Span):
    """A clause or sentence that states the event: `text[start:end] == quote`."""

    quote: str

    @model_validator(mode="after")
    def _quotes_its_span(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError("end - start must be the length of quote")
        return self


class Participant(Contract):
    """A person, delegation or body that takes part in a meeting."""

    name: str = Field(min_length=1)
    """As the article first names it in full, without title; a role or body where no person is named."""
    role: str | None = None
    """The title or office the article gives."""
    affiliation: str | None = None
    """ISO 3166 alpha-2 country, or organisation (`NATO`, `UN`, `EU`), acted for."""
    name_latin: str | None = None
    """The name in Latin letters; the name itself where it is written in them."""


class Extracted(Contract):
    """What both kinds of event have: where, when, how sure, and the words that say so."""

    location: str | None = None
    """The most specific place the article ties to the event, as named."""
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    """ISO 3166 alpha-2 code of the location."""
    date: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    """ISO 8601, as precise as article and publication date allow: 2018, 2018-07 or 2018-07-11."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: float = Field(ge=0, le=1)
    """How sure the extractor is that this is an event, 0 to 1."""
    rule: str
    """The name of the extraction rule that found it."""
    plover: str | None = None
    """PLOVER event type, and its mode after a colon where one fits: `CONSULT`, `CONSULT:phone`."""


class Meeting(Extracted):
    """Officials meeting, telephoning or conferring; or a named body convening."""

    type: Literal["meeting"] = "meeting"
    participants: tuple[Participant, ...] = ()
    mode: MeetingMode = "unspecified"
    status: MeetingStatus = "held"


class TroopAnnouncement(Extracted):
    """A statement on the size, presence or posture of armed forces in or for a place.

    All numbers are heads.
    """

    type: Literal["troop_announcement"] = "troop_announcement"
    action: TroopAction
    force: str | None = None
    """Whose troops, as named in the article."""
    force_affiliation: str | None = None
    """ISO 3166 alpha-2 country, or organisation."""
    count: Count | None = None
    """The number the statement is about; null where only a range or a change is told."""
    count_min: Count | None = None
    count_max: Count | None = None
    count_from: Count | None = None
    """The number before the change."""
    count_delta: Count | None = None
    """The number added or removed, where the text says so."""
    multiplier: float | None = Field(default=None, ge=0)
    """8 for eight-fold, 2 for doubled, 0.5 for halved."""
    approximate: bool = False
    """Whether the text hedges a number: about, nearly, up to, thousands."""
    status: TroopStatus
    troops_min: Count | None = None
    """Lower bound on the troops concerned, from count, range, delta, multiplier or words."""
    troops_max: Count | None = None
    """Upper bound on the troops concerned; null where the text sets none."""
