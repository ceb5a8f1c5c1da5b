"""Articles at a pace, each traced, so that the alert it causes names it."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice

from aiokafka import AIOKafkaProducer
from aiokafka.structs import ConsumerRecord, RecordMetadata

from bench.performance.articles import Message, from_corpus
from chaos.articles import known_articles
from rasid.runtime.cloudevents import TRACEPARENT
from rasid_schemas.articles import RawArticle
from rasid_schemas.topics import ARTICLES_RAW

ALERTING = 5
"""One article in so many raises an alert."""
_MOST_KNOWN = 30_000
"""Meetings that are told apart by their names."""
_TICK = 0.01


@dataclass(slots=True)
class Pace:
    """Sends articles at a pace and remembers when the broker took each. Topics must be dated by the broker."""

    client: AIOKafkaProducer
    corpus: Sequence[RawArticle]
    appended: dict[int, float] = field(default_factory=dict)
    """When each was appended to the raw topic, by its number; seconds since 1970."""
    _numbers: Iterator[int] = field(default_factory=count)
    _known: Iterator[Message] = field(init=False)

    def __post_init__(self) -> None:
        self._known = ((one.key.encode(), one.value) for one in known_articles(_MOST_KNOWN))

    async def send(self, per_second: float, seconds: float) -> None:
        """Send for as long; returns when the broker has them all."""
        clock = asyncio.get_running_loop().time
        started, sent = clock(), 0
        async with asyncio.TaskGroup() as tasks:
            while (passed := clock() - started) < seconds:
                due = int(passed * per_second) - sent
                for number in islice(self._numbers, due):
                    tasks.create_task(self._send(number))
                sent += due
                await asyncio.sleep(_TICK)

    async def _send(self, number: int) -> None:
        key, value = self._message(number)
        traced = (TRACEPARENT, f"00-{number + 1:032x}-{number + 1:016x}-01".encode())
        taken: RecordMetadata = await self.client.send_and_wait(ARTICLES_RAW.name, value, key, headers=[traced])
        self.appended[number] = taken.timestamp / 1000

    def _message(self, number: int) -> Message:
        known = next(self._known, None) if number % ALERTING == 0 else None
        return known or from_corpus(self.corpus, number, 1)[0]


def cause_of(alert: ConsumerRecord[bytes, bytes]) -> int:
    """The number of the article that caused an alert."""
    trace = next(value for name, value in alert.headers if name == TRACEPARENT)
    return int(trace.split(b"-")[1], 16) - 1
