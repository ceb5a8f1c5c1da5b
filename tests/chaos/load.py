"""The load: known articles onto the raw topic, flat out or at a pace, whatever happens to the broker."""

import asyncio
from collections.abc import Sequence

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from chaos.articles import KnownArticle
from rasid.runtime.clients import producer
from rasid.runtime.settings import Settings
from rasid_schemas.topics import ARTICLES_RAW

TOGETHER = 200
"""Articles handed over before the broker's answers are waited for."""
RETRY_SECONDS = 0.5


async def produce(settings: Settings, articles: Sequence[KnownArticle], rate: float | None = None) -> None:
    """Send all articles in their order, `rate` of them a second where given; returns when the broker has them all.

    What the broker did not take is sent again until it does: an article that never was on the topic proves nothing.
    """
    clock = asyncio.get_running_loop().time
    started = clock()
    async with producer(settings) as client:
        for first in range(0, len(articles), TOGETHER):
            if rate:
                await asyncio.sleep(max(0.0, started + first / rate - clock()))
            await _send_until_taken(client, articles[first : first + TOGETHER])


async def _send_until_taken(client: AIOKafkaProducer, articles: Sequence[KnownArticle]) -> None:
    while articles:
        taken = await asyncio.gather(*(_is_taken(client, article) for article in articles))
        articles = [article for article, was_taken in zip(articles, taken, strict=True) if not was_taken]
        if articles:
            await asyncio.sleep(RETRY_SECONDS)


async def _is_taken(client: AIOKafkaProducer, article: KnownArticle) -> bool:
    try:
        await client.send_and_wait(ARTICLES_RAW.name, key=article.key.encode(), value=article.value)
    except KafkaError:
        return False
    return True
