"""/healthz and /metrics of a worker."""

import socket

import aiohttp
import orjson
import pytest

from rasid.commands.kinds import WorkerKind
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW
from support.command_line import rasid
from support.deployment import PATIENCE, Deployment
from support.waiting import eventually


@pytest.fixture
def free_port() -> int:
    """A port where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as freed:
        return int(freed.getsockname()[1])


async def get(port: int, path: str) -> tuple[int, str]:
    try:
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
            return response.status, await response.text()
    except aiohttp.ClientConnectionError:
        return 0, ""


@pytest.mark.parametrize("kind", list(WorkerKind))
async def test_a_worker_is_healthy_once_it_has_joined_its_group(
    embedded_deployment: Deployment, kind: WorkerKind, free_port: int
) -> None:
    await embedded_deployment.start(kind, RASID_HTTP_PORT=str(free_port))

    async def is_healthy() -> bool:
        return (await get(free_port, "/healthz"))[0] == 200

    await eventually(is_healthy, PATIENCE, "/healthz answers 200")


async def test_metrics_count_what_was_read_and_what_was_refused(
    embedded_deployment: Deployment, free_port: int
) -> None:
    await embedded_deployment.start(WorkerKind.ENRICHMENT, RASID_HTTP_PORT=str(free_port))
    article = orjson.dumps({"uri": "urn:a", "body": "No news today.", "language": "en"})
    for value in (article, b"{not json", None):
        await embedded_deployment.produce(ARTICLES_RAW, value, partition=0)
    await embedded_deployment.produce(ARTICLES_RAW, article, partition=0)
    await embedded_deployment.read(ARTICLES_ENRICHED, until=2)
    _, metrics = await get(free_port, "/metrics")
    assert 'rasid_records_total{topic="articles.raw.v1"} 4.0' in metrics
    assert 'rasid_dead_letters_total{code="not-json",topic="articles.raw.v1"} 1.0' in metrics
    assert 'rasid_skipped_total{reason="withdrawn",topic="articles.raw.v1"} 1.0' in metrics


async def test_an_occupied_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as occupied:
        port = occupied.getsockname()[1]
        finished = await rasid("worker", "enrichment", RASID_HTTP_PORT=str(port))
    assert finished.exit_code == 1
    assert f"cannot serve at 127.0.0.1:{port}" in finished.stderr
    assert "Traceback" not in finished.stderr
