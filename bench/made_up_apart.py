"""Made-up events from a process of their own, so that neither making nor remembering them is measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection

from bench.made_up_events import EventMaker
from rasid.runtime.records import Record
from rasid_schemas.topics import MEETINGS, TROOP_ANNOUNCEMENTS

HORIZON = timedelta(days=7)
TOLD_AGAIN = 1 / 3
SHARES = {MEETINGS: 2 / 3, TROOP_ANNOUNCEMENTS: 1 / 3}


@contextmanager
def made_up_chunks(events: int, chunk: int, open_clusters: int) -> Iterator[Iterator[list[Record]]]:
    """So many events in chunks of one topic each, at a pace that leaves so many clusters open on both."""
    ours, theirs = get_context("spawn").Pipe(duplex=False)
    maker = get_context("spawn").Process(target=_make, args=(theirs, events, chunk, open_clusters), daemon=True)
    maker.start()
    theirs.close()
    try:
        yield _received(ours)
    finally:
        ours.close()
        maker.kill()
        maker.join()


def makers(open_clusters: int) -> dict[str, EventMaker]:
    """For each event topic, its events, in order."""
    pace = HORIZON * (1 - TOLD_AGAIN) / open_clusters
    return {
        topic.name: EventMaker(topic is MEETINGS, seed, TOLD_AGAIN, pace / share)
        for seed, (topic, share) in enumerate(SHARES.items())
    }


def _make(connection: Connection, events: int, chunk: int, open_clusters: int) -> None:
    made = makers(open_clusters)
    for _ in range(events // chunk):
        for topic, share in SHARES.items():
            connection.send(list(made[topic.name].records(round(chunk * share))))


def _received(connection: Connection) -> Iterator[list[Record]]:
    while True:
        try:
            yield connection.recv()
        except EOFError:
            return
