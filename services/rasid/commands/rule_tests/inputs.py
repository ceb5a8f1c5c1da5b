"""What a test hands in: articles and events, written shortly."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from rasid.commands.moments import aware
from rasid.enrichment.identity import content_revision
from rasid_schemas.articles import ArticleReference, RawArticle
from rasid_schemas.events import Event, MeetingEvent, TroopAnnouncementEvent
from rasid_schemas.extraction import Evidence, Meeting, Participant, TroopAnnouncement, TroopStatus

TOLD = "Told in a test."


def plain(value: object) -> Any:  # noqa: ANN401  # whatever the file holds
    """A value of the file without YAML's types: dates are texts, as in JSON."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def _named(written: object) -> object:
    if not isinstance(written, list | tuple):
        return written
    return [{"name": each} if isinstance(each, str) else each for each in written]


def _year(written: object) -> object:
    return str(written) if isinstance(written, int) else written


class ArticleInput(RawArticle):
    """An article as a producer hands it in, or takes it back. Without `published_at` it is published as it comes in."""

    model_config = ConfigDict(extra="forbid")

    uri: str = ""
    """Without one, another article than all others. The same uri again corrects the article."""
    body: str = ""
    withdrawn: bool = False


class _Told(BaseModel):
    """What every event has a default for, and of the article that tells it."""

    uri: str = ""
    """Without one, an article of its own. The same uri again is the same event, told anew."""
    url: str | None = None
    source: str | None = None
    headline: str | None = None
    language: str | None = "en"
    published_at: datetime | None = None
    metadata: dict[str, str] = {}
    quote: str = Field(default=TOLD, min_length=1, max_length=600)
    date: Annotated[str | None, BeforeValidator(_year), Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = Field(default=0.9, ge=0, le=1)
    rule: str = "test"


class ParticipantInput(Participant):
    """Who takes part."""

    model_config = ConfigDict(extra="forbid")


class MeetingInput(_Told, Meeting):
    """A meeting; `participants` are names, or have what else is known of them."""

    model_config = ConfigDict(extra="forbid")

    participants: Annotated[tuple[ParticipantInput, ...], BeforeValidator(_named)] = ()


class TroopInput(_Told, TroopAnnouncement):
    """A troop announcement."""

    model_config = ConfigDict(extra="forbid")

    status: TroopStatus = "announced"


EventInput = MeetingInput | TroopInput


def event_model(written: Mapping[str, object]) -> type[EventInput]:
    """Which of the two an event is: what it says, else a troop announcement where it has an action."""
    kind = written.get("type") or ("troop_announcement" if "action" in written else "meeting")
    return TroopInput if kind == "troop_announcement" else MeetingInput


def raw_article(given: ArticleInput, uri: str, at: datetime) -> RawArticle:
    """The article, complete."""
    defaults = {"uri": uri, "published_at": given.published_at or at.isoformat()}
    return RawArticle.model_validate(given.model_dump() | defaults)


def event_of(given: EventInput, uri: str, at: datetime) -> Event:
    """The event as one article tells it, complete."""
    kind, model = (
        (Meeting, MeetingEvent) if isinstance(given, MeetingInput) else (TroopAnnouncement, TroopAnnouncementEvent)
    )
    evidence = given.evidence or (Evidence(start=0, end=len(given.quote), quote=given.quote),)
    finding = kind.model_validate({name: getattr(given, name) for name in kind.model_fields} | {"evidence": evidence})
    article = ArticleReference(
        uri=given.uri or uri, url=given.url, source=given.source, headline=given.headline, language=given.language,
        published_at=aware(given.published_at or at), metadata=given.metadata,
    )  # fmt: skip
    identity = {"event_id": str(uuid5(NAMESPACE_URL, f"{article.uri}#{given.type}")), "article": article}
    return model.model_validate(dict(finding) | identity | {"revision": content_revision(finding)})
