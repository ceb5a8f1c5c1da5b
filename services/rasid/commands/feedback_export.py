"""`rasid feedback export`: feedback with the texts it is about, as lines of a gold set."""

from collections.abc import Collection
from contextlib import aclosing
from datetime import datetime

from rich.console import Console

from rasid.commands.feedback import newest_feedback
from rasid.commands.gold_lines import gold_lines
from rasid.commands.json_lines import write_line
from rasid.commands.rows import counted
from rasid.runtime.reading import read_to_end
from rasid.runtime.settings import Settings
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.topics import ARTICLES_ENRICHED


async def export_feedback(settings: Settings, since: datetime | None) -> None:
    """Write a JSON line an article to standard output, and what is left out to standard error."""
    feedback = await newest_feedback(settings, since)
    articles = await _articles(settings, {each.event.article.uri for each in feedback})
    exported = gold_lines(feedback, articles)
    for line in exported.lines:
        write_line(line)
    told = Console(stderr=True, highlight=False, soft_wrap=True)
    for uri, reason in exported.left_out.items():
        told.print(f"{uri} is left out: {reason}", markup=False)
    told.print(f"{counted(len(exported.lines), 'article')} exported, {len(exported.left_out)} left out")


async def _articles(settings: Settings, uris: Collection[str]) -> dict[str, EnrichedArticle]:
    """The newest text of each of some articles that is still kept."""
    if not uris:
        return {}
    keys = {uri.encode() for uri in uris}
    found = {}
    async with aclosing(read_to_end(settings, [ARTICLES_ENRICHED])) as records:
        async for record in records:
            if record.key in keys:
                try:
                    article = decode(EnrichedArticle, record.value or b"")
                except ContentError:
                    continue
                found[article.uri] = article
    return found
