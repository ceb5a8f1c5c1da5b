"""`rasid tail`: what is on a topic, as it comes."""

import asyncio
from contextlib import aclosing, suppress
from dataclasses import dataclass

from rasid.alerting.ticks import is_tick
from rasid.commands.errors import FAILED, CommandError
from rasid.commands.kinds import Kind
from rasid.commands.output import Output
from rasid.runtime.reading import follow
from rasid.runtime.settings import Settings
from rasid_schemas.topics import (
    ALERTS,
    ARTICLES_ENRICHED,
    CLUSTERS,
    DEAD_LETTER_TOPICS,
    MEETINGS,
    TROOP_ANNOUNCEMENTS,
    Topic,
)

TOPICS: dict[Kind, tuple[Topic, ...]] = {
    Kind.ARTICLES: (ARTICLES_ENRICHED,),
    Kind.MEETINGS: (MEETINGS,),
    Kind.TROOPS: (TROOP_ANNOUNCEMENTS,),
    Kind.CLUSTERS: (CLUSTERS,),
    Kind.ALERTS: (ALERTS,),
    Kind.DEAD_LETTERS: DEAD_LETTER_TOPICS,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """When to stop: after so many messages, or after so many seconds."""

    messages: int | None = None
    seconds: float | None = None


async def tail(kind: Kind, from_beginning: bool, limits: Limits, output: Output, settings: Settings) -> None:
    """Show messages until the limits; fewer than were asked for in the time given is a failure."""
    shown = 0
    with suppress(TimeoutError):
        async with asyncio.timeout(limits.seconds), aclosing(follow(settings, TOPICS[kind], from_beginning)) as records:
            async for record in records:
                if is_tick(record):
                    continue
                output.record(record)
                shown += 1
                if shown == limits.messages:
                    return
    if limits.messages:
        raise CommandError(f"{shown} of {limits.messages} messages came in {limits.seconds:g} s", FAILED)
