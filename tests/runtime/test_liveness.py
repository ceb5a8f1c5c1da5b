"""A worker that does not get on is noticed and ends; one that waits for others is left alone."""

import asyncio
from collections.abc import Iterable

import orjson
import pytest

from rasid.commands.kinds import WorkerKind
from rasid.runtime.application import create_app
from rasid.runtime.liveness import Look, Progress, Stall, Standing
from rasid.runtime.settings import Settings
from rasid.runtime.topics import create_topics
from rasid.runtime.watch import EXIT_STALLED
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW
from support.brokers import Broker
from support.deployment import PATIENCE, Deployment, deployed, until_ended
from support.kafka import KafkaNode
from support.topics import delete
from support.waiting import eventually

ARTICLE = orjson.dumps({"uri": "urn:a", "body": "No news today.", "language": "en"})
STALL_SECONDS = "6"


def at(committed: int, end: int, partition: int = 0) -> Standing:
    return Standing("articles.raw.v1", partition, committed, end)


def looked_on(progress: Progress, standing: Standing, seconds: Iterable[int], last_beat: float = 0) -> list[Stall]:
    stalls = [progress.observe([standing], Look(now, now, last_beat)) for now in seconds]
    return [stall for stall in stalls if stall is not None]


def test_a_partition_with_messages_whose_offset_stands_is_a_stall() -> None:
    progress = Progress(patience=60)
    assert looked_on(progress, at(5, 9), [100, 120]) == []
    assert looked_on(progress, at(5, 12), [140, 159]) == []
    [stall] = looked_on(progress, at(5, 12), [160])
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
    assert looked_on(progress, at(5, 9), [100, 120, 140, 150]) == []
    assert looked_on(progress, standing, [170], last_beat) == []


def test_a_worker_that_does_not_get_into_its_group_is_a_stall() -> None:
    progress = Progress(patience=60)
    told = []
    for now in (100, 120, 140, 160, 180):
        look = Look(now, now, last_beat=0)
        told.append(progress.observe_group(has_joined=False, look=look))
        progress.observe([], look)
    assert [str(apart) for apart in told if apart] == [
        "has not joined its group for 60 s",
        "has not joined its group for 80 s",
    ]
    assert progress.observe_group(has_joined=True, look=Look(200, 200, 0)) is None
    assert progress.observe_group(has_joined=False, look=Look(220, 220, 0)) is None


def test_while_the_broker_is_away_nobody_can_tell_whether_a_partition_stands() -> None:
    progress = Progress(patience=60)
    assert looked_on(progress, at(5, 9), [100, 110]) == []
    an_hour_later = 3710
    assert looked_on(progress, at(5, 9), [an_hour_later, an_hour_later + 20]) == []
    assert len(looked_on(progress, at(5, 9), [an_hour_later + 30])) == 1


def test_what_the_broker_takes_to_answer_is_no_time_in_which_a_partition_stands() -> None:
    progress = Progress(patience=60)
    slow = [Look(asked, asked + 19, last_beat=0) for asked in range(100, 300, 20)]
    assert [progress.observe([at(5, 9)], look) for look in slow] == [None] * len(slow)


async def test_who_looks_at_a_worker_that_is_starting_does_not_make_its_consumer_in_the_wrong_loop() -> None:
    settings = Settings()
    app = create_app("starting", settings)
    assert app.assigned() == ()
    assert app._consumer is None


async def test_a_stuck_worker_ends_with_an_error(deployment: Deployment) -> None:
    await deployment.produce(ARTICLES_RAW, ARTICLE)
    stuck = [
        await deployment.start_module("support.stuck_worker", how, RASID_STALL_TIMEOUT=STALL_SECONDS)
        for how in ("waiting", "blocked")
    ]
    statuses = await asyncio.gather(*(until_ended(worker, PATIENCE) for worker in stuck))
    assert statuses == [EXIT_STALLED, EXIT_STALLED], [worker.output for worker in stuck]
    assert all("stands at offset 0" in worker.output for worker in stuck)


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


async def test_a_worker_whose_topic_is_gone_goes_on_trying(kafka: KafkaNode) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        [worker] = await deployment.start(WorkerKind.ENRICHMENT, RASID_STALL_TIMEOUT=STALL_SECONDS)
        await deployment.produce(ARTICLES_RAW, ARTICLE)
        await deployment.read(ARTICLES_ENRICHED, until=1)
        await delete(kafka.bootstrap, ARTICLES_ENRICHED)
        await deployment.produce(ARTICLES_RAW, ARTICLE)

        def has_tried() -> bool:  # each try takes two seconds and more: together longer than a stall may last
            return worker.output.count("the broker does not do its part") >= 5 or not worker.running

        await eventually(has_tried, PATIENCE, "the worker has tried for a while")
        await create_topics(deployment.settings)
        await deployment.read(ARTICLES_ENRICHED, until=1)
        assert worker.running
