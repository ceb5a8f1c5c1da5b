"""The Faust app that every worker starts from."""

import asyncio
import tempfile
from typing import Any

from faust.types import TP

from rasid.runtime.application import create_app
from rasid.runtime.settings import Settings


def test_it_keeps_its_data_where_a_read_only_container_can_write() -> None:
    app = create_app("rasid-enrichment", Settings())
    assert app.conf.datadir.is_relative_to(tempfile.gettempdir())


async def test_nobody_waits_for_tables_that_there_are_none_of() -> None:
    tables: Any = create_app("rasid-enrichment", Settings()).tables
    async with asyncio.timeout(60):
        await tables.sleep(3600)


async def test_what_is_acknowledged_is_committed_before_partitions_are_taken_away() -> None:
    partition = TP("articles.raw.v1", 3)
    consumer: Any = create_app("rasid-enrichment", Settings()).consumer
    consumer._acked[partition] = [17]
    committed: list[int] = []

    async def commit() -> None:
        committed.extend(consumer._acked[partition])

    async def let_go(_: set[TP]) -> None:
        assert committed == [17]

    consumer.commit, consumer._on_partitions_revoked = commit, let_go
    await consumer.on_partitions_revoked({partition})
    assert partition not in consumer._acked
