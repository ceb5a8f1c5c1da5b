"""IPTC ninjs 3.1 items, the part of them that an article needs (https://iptc.org/std/ninjs/userguide/)."""

from pydantic import AliasChoices, Field

from rasid_schemas.articles import BodyType, RawArticle
from rasid_schemas.base import Contract

TEXT_TYPES: dict[str, BodyType] = {
    "text/plain": "text/plain",
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
}


class NinjsText(Contract):
    """A body or headline of an item, for one role it plays."""

    role: str | None = None
    content_type: str | None = Field(default=None, validation_alias=AliasChoices("contentType", "contenttype"))
    value: str | None = None

    @property
    def body_type(self) -> BodyType | None:
        """The body type this text has, or None where it is no text; ninjs' default is plain text."""
        return TEXT_TYPES.get((self.content_type or "text/plain").split(";")[0].strip().lower())


class NinjsInfoSource(Contract):
    """Who provided the item."""

    name: str | None = None


class NinjsItem(Contract):
    """A news item in ninjs 3.1."""

    uri: str = Field(min_length=1, max_length=2048)
    language: str | None = None
    content_created: str | None = Field(default=None, validation_alias="contentCreated")
    version_created: str | None = Field(default=None, validation_alias="versionCreated")
    by: str | None = None
    info_sources: tuple[NinjsInfoSource, ...] = Field(default=(), validation_alias="infoSources")
    bodies: tuple[NinjsText, ...] = ()
    headlines: tuple[NinjsText, ...] = ()
    pub_status: str | None = Field(default=None, validation_alias=AliasChoices("pubStatus", "pubstatus"))
    """`usable`, `withheld` or `canceled`; usable where absent."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether its publisher does not want it used, or not any more."""
        return (self.pub_status or "").lower() in ("canceled", "cancelled", "withheld")

    @staticmethod
    def describes(fields: dict[str, object]) -> bool:
        """Whether a decoded value is a ninjs item rather than a RawArticle."""
        return not fields.keys().isdisjoint({"bodies", "headlines", "pubStatus", "pubstatus"})

    def to_raw_article(self) -> RawArticle | None:
        """The article in it: the text of role main, else the first text; None for an item without text."""
        body = _of_role_main(self.bodies)
        if body is None or not body.value or body.body_type is None:
            return None
        headline = _of_role_main(self.headlines)
        return RawArticle(
            uri=self.uri,
            body=body.value,
            body_type=body.body_type,
            headline=headline.value if headline else None,
            language=self.language,
            published_at=self.content_created or self.version_created,
            source=next((source.name for source in self.info_sources if source.name), None),
            byline=self.by,
        )


def _of_role_main(texts: tuple[NinjsText, ...]) -> NinjsText | None:
    usable = [text for text in texts if text.value and text.body_type]
    return next((text for text in usable if text.role == "main"), usable[0] if usable else None)
