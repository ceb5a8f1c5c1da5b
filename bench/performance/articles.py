"""Raw articles to send: those of the corpus, each time a little different, and very short ones."""

from collections.abc import Sequence
from datetime import UTC, datetime

from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import encode

Message = tuple[bytes, bytes]
"""Key and value."""


def from_corpus(corpus: Sequence[RawArticle], first: int, count: int) -> list[Message]:
    """The corpus over and over, dated now; a number at the end makes each another text without a new word."""
    return [_message(_varied(corpus[number % len(corpus)], number)) for number in range(first, first + count)]


def very_short(first: int, count: int) -> list[Message]:
    """Articles of one sentence without an event: what they cost is Kafka, Faust and JSON."""
    return [_message(_short(number)) for number in range(first, first + count)]


def _varied(article: RawArticle, number: int) -> RawArticle:
    body = f"{article.body}\n{' '.join(str(number))}"
    uri = f"urn:bench:{number}"
    return article.model_copy(update={"uri": uri, "body": body, "published_at": datetime.now(UTC).isoformat()})


def _short(number: int) -> RawArticle:
    return RawArticle(uri=f"urn:bench:short:{number}", body=f"It rained, {' '.join(str(number))}.", language="en")


def _message(article: RawArticle) -> Message:
    return article.uri.encode(), encode(article)
