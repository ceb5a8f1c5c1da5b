"""The Faust app that every worker starts from."""

import asyncio
import tempfile
from typing import Any

from rasid.runtime.application import create_app
from rasid.runtime.settings import Settings


def test_it_keeps_its_data_where_a_read_only_container_can_write() -> None:
    app = create_app("rasid-enrichment", Settings())
    assert app.conf.datadir.is_relative_to(tempfile.gettempdir())


async def test_nobody_waits_for_tables_that_there_are_none_of() -> None:
    tables: Any = create_app("rasid-enrichment", Settings()).tables
    async with asyncio.timeout(60):
        await tables.sleep(3600)
