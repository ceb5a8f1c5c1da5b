"""`rasid produce`: articles from files onto the topic."""

from collections.abc import Sequence

from rich.console import Console

from rasid.commands.articles import Article, Described, read_articles
from rasid.commands.errors import FAILED, USAGE, CommandError
from rasid.commands.rows import counted
from rasid.commands.sending import send_all
from rasid.runtime.bundled import bundled
from rasid.runtime.clients import producer
from rasid.runtime.settings import Settings
from rasid.runtime.topics import require_topic
from rasid_schemas.topics import ARTICLES_RAW


def read_all(names: Sequence[str], described: Described, settings: Settings) -> list[Article]:
    """The articles of some files, all read before any is sent; raises CommandError."""
    return [article for name in names for article in read_articles(name, described, settings.limits)]


def sample_files() -> list[str]:
    """The bundled sample articles."""
    return [str(bundled("samples.jsonl"))]


async def produce_files(names: Sequence[str], samples: bool, described: Described, settings: Settings) -> None:
    """Read files, and the samples where asked for, and send their articles; raises CommandError."""
    if not names and not samples:
        raise CommandError("nothing to produce; name files, - or --samples", USAGE)
    articles = read_all([*names, *(sample_files() if samples else ())], described, settings)
    await produce(articles, settings)
    Console(stderr=True, highlight=False).print(f"{counted(len(articles), 'article')} produced to {ARTICLES_RAW.name}")


async def produce(articles: Sequence[Article], settings: Settings) -> None:
    """Send articles and wait until the broker has them; raises CommandError with those that it refuses.

    Raises TopicMissingError where there is no topic for them.
    """
    await require_topic(settings, ARTICLES_RAW)
    async with producer(settings) as client:
        refused = await send_all(
            articles, lambda a: client.send(ARTICLES_RAW.name, key=a.uri.encode(), value=a.value), "producing"
        )
    if refused:
        uris = ", ".join(article.uri for article in refused)
        raise CommandError(f"{ARTICLES_RAW.name} takes no message of such a size: {uris}", FAILED)
