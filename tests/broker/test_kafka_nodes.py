"""Kafka nodes that are stopped and killed: what was acknowledged is there afterwards."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from aiokafka.errors import KafkaError

from rasid.runtime.settings import Settings
from rasid.runtime.topics import create_topics
from rasid_schemas.topics import ALERTS, MEETINGS
from support.fetching import UnavailableError
from support.kafka import Distribution, KafkaCluster, KafkaNode, fetched_distribution
from support.kafka_io import produce, read_topic
from support.waiting import eventually


async def test_what_was_acknowledged_survives_a_restart_and_a_kill(kafka: KafkaNode) -> None:
    await create_topics(Settings(broker=kafka.bootstrap))
    await produce(kafka.bootstrap, MEETINGS.name, b"1", b"before")
    await kafka.restart()
    await produce(kafka.bootstrap, MEETINGS.name, b"2", b"between")
    kafka.kill()
    await kafka.start()
    records = await read_topic(kafka.bootstrap, MEETINGS.name)
    assert [record.value for record in records] == [b"before", b"between"]


async def test_a_node_that_was_stopped_is_not_there(kafka: KafkaNode) -> None:
    await kafka.stop()
    assert not kafka.running
    with socket.socket() as probe:
        probe.settimeout(1)
        assert probe.connect_ex(("127.0.0.1", kafka.address.port)) != 0


async def test_a_cluster_of_three_loses_one_and_nothing_else(kafka_of_three: KafkaCluster) -> None:
    await create_topics(Settings(broker=kafka_of_three.bootstrap, replication_factor=3))
    await produce(kafka_of_three.bootstrap, ALERTS.name, b"1", b"all three")
    lost, *others = kafka_of_three.nodes
    lost.kill()
    bootstrap = ",".join(node.bootstrap for node in others)
    await eventually(lambda: _produced(bootstrap, b"only two"), 30, "two nodes take messages")
    await lost.start()
    await kafka_of_three.until_ready()
    values = [record.value for record in await read_topic(kafka_of_three.bootstrap, ALERTS.name)]
    assert values[0] == b"all three"
    assert b"only two" in values


async def _produced(bootstrap: str, value: bytes) -> bool:
    try:
        await produce(bootstrap, ALERTS.name, b"2", value)
    except KafkaError:
        return False
    return True


def test_two_that_fetch_at_once_end_with_the_same_jars(kafka_distribution: Distribution) -> None:
    fetch = "import sys; sys.path.insert(0, 'tests'); from support.kafka import *; print(fetched_distribution().jars)"
    both = [
        subprocess.Popen(
            [sys.executable, "-c", fetch], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
        )
        for _ in range(2)
    ]
    assert [process.communicate()[0].strip() for process in both] == [str(kafka_distribution.jars)] * 2


@pytest.mark.parametrize(
    ("name", "script", "told"),
    [
        ("java", "echo 'openjdk version \"11.0.2\" 2019-01-15'", "Java 17 or newer is needed, not: openjdk version"),
        ("java", "exit 1", "java failed"),
        (None, "", "not installed: java, mvn"),
    ],
)
def test_what_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str | None, script: str, told: str
) -> None:
    for program in filter(None, [name, name and "mvn"]):
        (tmp_path / program).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    fetched_distribution.cache_clear()
    with pytest.raises(UnavailableError, match=told):
        fetched_distribution()
