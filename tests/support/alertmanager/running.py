"""A real Alertmanager on the loopback, fresh for each test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import aiohttp
import pytest
import pytest_asyncio

from rasid.devbroker.process import supervised
from support.alertmanager.building import built_program
from support.fetching import UnavailableError, skip_or_fail
from support.ports import free_port
from support.waiting import eventually

READY_TIMEOUT = 30.0
CONFIGURATION = """\
route:
  receiver: nobody
  group_wait: 0s
receivers:
  - name: nobody
"""


@dataclass(frozen=True, slots=True)
class Alertmanager:
    """An Alertmanager that runs for one test."""

    url: str

    async def alerts(self, **query: str) -> list[dict[str, Any]]:
        """What its API v2 tells of the alerts it has, active ones unless asked for others."""
        async with aiohttp.ClientSession() as session, session.get(f"{self.url}/api/v2/alerts", params=query) as answer:
            return cast("list[dict[str, Any]]", await answer.json())

    async def is_ready(self) -> bool:
        """Whether it answers."""
        try:
            async with aiohttp.ClientSession() as session, session.get(f"{self.url}/-/ready") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False


@asynccontextmanager
async def running(program: Path) -> AsyncIterator[Alertmanager]:
    """Alertmanager for as long as the block lasts."""
    with TemporaryDirectory(prefix="rasid-alertmanager-") as folder:
        configuration = Path(folder) / "alertmanager.yml"
        configuration.write_text(CONFIGURATION)
        address = f"127.0.0.1:{free_port()}"
        command = [
            str(program), f"--config.file={configuration}", f"--storage.path={folder}",
            f"--web.listen-address={address}", "--cluster.listen-address=",
        ]  # fmt: skip
        async with supervised(command, stop_timeout=5) as process:
            started = Alertmanager(f"http://{address}")

            async def ready() -> bool:
                assert process.running, f"Alertmanager ended:\n{process.output}"
                return await started.is_ready()

            await eventually(ready, READY_TIMEOUT, "Alertmanager is ready")
            yield started


@pytest.fixture(scope="session")
def alertmanager_program(pytestconfig: pytest.Config) -> Path:
    """The program; where it cannot be built the test is skipped, or fails with RASID_REQUIRE_KAFKA=1."""
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")
    try:
        with capture.global_and_fixture_disabled():  # building takes its time, which should be seen
            return built_program()
    except UnavailableError as error:
        skip_or_fail("Alertmanager", error)


@pytest_asyncio.fixture
async def alertmanager(alertmanager_program: Path) -> AsyncIterator[Alertmanager]:
    """A fresh Alertmanager without alerts, which tells nobody."""
    async with running(alertmanager_program) as started:
        yield started
