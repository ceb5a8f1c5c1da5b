"""The one way in: a text, and all that is found in it."""

from dataclasses import dataclass
from datetime import date

from rasid.enrichment.extract.article import read_article
from rasid.enrichment.extract.confidence import rated
from rasid.enrichment.extract.meetings import find_meetings
from rasid.enrichment.extract.mentions import find_mentions
from rasid.enrichment.extract.troops import find_troop_announcements
from rasid.enrichment.text.document import Document
from rasid.enrichment.text.reading import read_document
from rasid.runtime.garbage import at_rest
from rasid_schemas.extraction import Meeting, Mention, Section, TroopAnnouncement


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one text."""

    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    troop_announcements: tuple[TroopAnnouncement, ...] = ()


def extract(
    text: str, language: str, published_on: date | None, source: str | None, headline: str | None
) -> Extraction:
    """Find the events of an article.

    `language` is `ar` or `en`; `published_on` is the day that "today" means; `source` is the outlet's name,
    never a participant; `headline` is the text's first line where the article gave one.

    The garbage collector rests meanwhile: there are no cycles, and of a long text it would look through the same
    tokens and actors again and again. All of them are gone before it goes on.
    """
    with at_rest():
        return _found_in(read_document(text, language, published_on, source, headline))


def _found_in(document: Document) -> Extraction:
    article = read_article(document)
    return Extraction(
        sections=document.sections,
        mentions=find_mentions(article),
        meetings=rated(find_meetings(article)),
        troop_announcements=rated(find_troop_announcements(document)),
    )
