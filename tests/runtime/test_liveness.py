"""A worker that does not get on is noticed and ends; one that waits for others is left alone."""

import os
import sys
from pathlib import Path

import orjson
import pytest

from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import supervised
from rasid.runtime.liveness import Progress, Standing
from rasid.runtime.watch import EXIT_STALLED
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW
from support.brokers import Broker
from support.deployment import PATIENCE, Deployment, deployed, until_ended
from support.kafka import KafkaNode
from support.waiting import eventually

ARTICLE = orjson.dumps({"uri": "urn:a", "body": "No news today.", "language": "en"})
STALL_SECONDS = "6"


def at(committed: int, end: int, partition: int = 0) -> Standing:
    return Standing("articles.raw.v1", partition, committed, end)


def test_a_partition_with_messages_whose_offset_stands_is_a_stall() -> None:
    progress = Progress(patience=60)
    assert progress.observe([at(5, 9)], now=100, last_beat=0) is None
    assert progress.observe([at(5, 12)], now=159, last_beat=0) is None
    stall = progress.observe([at(5, 12)], now=160, last_beat=0)
    assert str(stall) == "articles.raw.v1/0 stands at offset 5 for 60 s with 7 messages left"


@pytest.mark.parametrize(
    ("standing", "last_beat"),
    [
        pytest.param(at(9, 9), 0, id="nothing to read"),
        pytest.param(at(6, 9), 0, id="an offset moved"),
        pytest.param(at(5, 9, partition=1), 0, id="another partition, newly assigned"),
        pytest.param(at(5, 9), 150, id="a retry, or a replay"),
    ],
)
def test_what_gets_on_is_no_stall(standing: Standing, last_beat: float) -> None:
    progress = Progress(patience=60)
    progress.observe([at(5, 9)], now=100, last_beat=0)
    assert progress.observe([standing], now=170, last_beat=last_beat) is None


@pytest.mark.parametrize("how", ["waiting", "blocked"])
async def test_a_stuck_worker_ends_with_an_error(deployment: Deployment, how: str) -> None:
    tests = str(Path(__file__).parent.parent)
    own = {"RASID_BROKER": deployment.broker.url, "RASID_STALL_TIMEOUT": STALL_SECONDS, "RASID_SESSION_TIMEOUT": "6"}
    env = os.environ | own | {"PYTHONPATH": os.pathsep.join([tests, *filter(None, [os.environ.get("PYTHONPATH")])])}
    async with supervised([sys.executable, "-m", "support.stuck_worker", how], 12, env) as worker:
        await deployment.produce(ARTICLES_RAW, ARTICLE)
        assert await until_ended(worker, PATIENCE) == EXIT_STALLED
        assert "stands at offset 0" in worker.output


async def test_a_worker_whose_broker_is_away_waits_for_it(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        [worker] = await deployment.start(WorkerKind.ENRICHMENT, RASID_STALL_TIMEOUT=STALL_SECONDS)
        await deployment.produce(ARTICLES_RAW, ARTICLE)
        await deployment.read(ARTICLES_ENRICHED, until=1)
        await kafka.stop()

        def has_waited() -> bool:
            return worker.output.count("Unable") + worker.output.count("refused") > 3 or not worker.running

        await eventually(has_waited, PATIENCE, "the worker has tried for a while")
        await kafka.start()
        await deployment.produce(ARTICLES_RAW, ARTICLE)
        await deployment.read(ARTICLES_ENRICHED, until=2)
        assert worker.running
