"""Short articles for the tests of extraction."""

from datetime import date

from rasid.enrichment.extract.article import Article, read_article
from rasid.enrichment.extract.extraction import Extraction, extract
from rasid.enrichment.text.reading import read_document
from rasid_schemas.extraction import Meeting

WEDNESDAY = date(2024, 3, 6)
"""When the articles of the tests were published."""


def read(text: str, language: str) -> Article:
    """An article read for its actors."""
    return read_article(read_document(text, language, WEDNESDAY, "The Daily Record", None))


def told(text: str, language: str) -> Extraction:
    """All that is found in a text."""
    return extract(text, language, WEDNESDAY, "The Daily Record", None)


def meetings(text: str, language: str) -> list[Meeting]:
    """The meetings of a text."""
    return list(told(text, language).meetings)


def names(meeting: Meeting) -> list[str]:
    """Who took part."""
    return [participant.name for participant in meeting.participants]
