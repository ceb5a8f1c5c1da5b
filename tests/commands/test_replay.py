"""`rasid dead-letters replay`."""

from pathlib import Path

import orjson
import pytest

from rasid.commands.kinds import WorkerKind
from rasid.runtime.dead_letters import dead_letter, without_value
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import ContentError
from rasid_schemas.topics import ALERTS, ARTICLES_RAW, MEETINGS
from support.brokers import Broker
from support.command_line import Finished, rasid
from support.deployment import Deployment, deployed
from support.kafka import KafkaNode

JULY, AUGUST = 1_783_000_000_000, 1_786_000_000_000
"""2 July and 6 August 2026."""
NOT_JSON, EMPTY = ContentError("not-json", "is not JSON"), ContentError("empty-body", "is empty", "body")


def letter(value: bytes, error: ContentError, time: int) -> Outgoing:
    return dead_letter(Record(ARTICLES_RAW.name, 3, 17, time, b"urn:a", value, (("source", b"desk"),)), error)


async def put(deployment: Deployment, *letters: Outgoing) -> None:
    for one in letters:
        topic = ARTICLES_RAW.dead_letters
        await deployment.produce(topic, one.value, one.headers, one.timestamp_ms, partition=2)


async def replay(broker: Broker, *arguments: str) -> Finished:
    return await rasid("dead-letters", "replay", *arguments, RASID_BROKER=broker.url)


async def raw(deployment: Deployment) -> list[tuple[bytes | None, int, tuple[tuple[str, bytes], ...]]]:
    records = await deployment.read(ARTICLES_RAW)
    return [(record.value, record.timestamp_ms, record.headers) for record in records]


async def test_letters_are_sent_again_as_they_came(deployment: Deployment) -> None:
    await put(deployment, letter(b"one", NOT_JSON, JULY), letter(b"two", EMPTY, AUGUST))
    finished = await replay(deployment.broker, "--code", "empty-body")
    assert (finished.exit_code, finished.stdout) == (0, "")
    assert "1 of 1 dead letters sent again" in finished.stderr
    assert await raw(deployment) == [(b"two", AUGUST, (("source", b"desk"),))]


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        (["--all"], ["one", "two"]),
        (["--topic", "articles.raw.v1"], ["one", "two"]),
        (["--since", "2026-08-01"], ["two"]),
        (["--until", "2026-08-01T00:00:00+03:00"], ["one"]),
        (["articles.raw.v1.dlq/2@1"], ["two"]),
    ],
)
async def test_a_dry_run_lists_what_would_be_sent(
    embedded_deployment: Deployment, arguments: list[str], values: list[str]
) -> None:
    await put(embedded_deployment, letter(b"one", NOT_JSON, JULY), letter(b"two", EMPTY, AUGUST))
    finished = await replay(embedded_deployment.broker, "--dry-run", *arguments)
    assert [line["value"] for line in finished.lines] == values
    assert await raw(embedded_deployment) == []


async def test_a_value_that_was_not_kept_is_left_out(embedded_deployment: Deployment) -> None:
    await put(embedded_deployment, without_value(letter(b"one", NOT_JSON, JULY)), letter(b"two", EMPTY, JULY))
    finished = await replay(embedded_deployment.broker, "--all")
    assert "articles.raw.v1.dlq/2@0 is left out: its value was too large to be kept" in finished.stderr
    assert "1 of 2 dead letters sent again" in finished.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "which dead letters? Name them, give a filter such as --code, or --all"),
        (["articles.raw.v1.dlq/2@1", "--all"], "give either ids or filters, not both"),
        (["somewhere"], "'somewhere' is no dead letter; give TOPIC/PARTITION@OFFSET"),
    ],
)
async def test_what_is_unclear_is_refused(embedded_deployment: Deployment, arguments: list[str], told: str) -> None:
    finished = await replay(embedded_deployment.broker, *arguments)
    assert finished.exit_code == 2
    assert told in finished.stderr


async def test_an_article_that_went_through_before_is_told_of_no_second_time(
    deployment: Deployment,
) -> None:
    """Sent again, the same article gives the same events under the same ids, and no second alert."""

    body = "Irish Foreign Minister Nora Byrne met Polish Defence Minister Adam Nowak in Warsaw on Monday."
    article = orjson.dumps({"uri": "urn:a", "body": body, "published_at": "2026-07-01"})
    await deployment.start(WorkerKind.ENRICHMENT, WorkerKind.ALERTING)
    await deployment.produce(ARTICLES_RAW, article, timestamp=JULY)
    before = await deployment.read(ALERTS, until=1)
    await put(deployment, letter(article, EMPTY, JULY))
    assert (await replay(deployment.broker, "--all")).exit_code == 0
    events = await deployment.read(MEETINGS, until=2)
    assert events[0].key == events[1].key
    assert events[0].value == events[1].value
    marker = orjson.dumps({"uri": "urn:b", "body": body.replace("Byrne", "Quinn"), "published_at": "2026-07-01"})
    await deployment.produce(ARTICLES_RAW, marker, timestamp=JULY)
    alerts = await deployment.read(ALERTS, until=len(before) + 1)
    assert len({(alert.key, alert.value) for alert in alerts}) == len(alerts)
    assert sum(alert.key == before[0].key for alert in alerts) == 1


async def test_what_its_topic_refuses_is_told_and_keeps_back_nothing_else(kafka: KafkaNode, tmp_path: Path) -> None:
    async with deployed(Broker("kafka", kafka.bootstrap)) as deployment:
        large = letter(b"x" * 2 * 1024 * 1024, NOT_JSON, JULY)
        await put(deployment, letter(b"one", NOT_JSON, JULY), large, letter(b"two", EMPTY, AUGUST))
        finished = await replay(deployment.broker, "--all")
        assert finished.exit_code == 1
        assert finished.stderr.splitlines() == [
            "2 of 3 dead letters sent again",
            "rasid: their topic takes no message of such a size or record time: articles.raw.v1.dlq/2@1",
        ]
        assert {value for value, _, _ in await raw(deployment)} == {b"one", b"two"}

        articles = tmp_path / "articles.jsonl"
        lines = (orjson.dumps({"uri": uri, "body": "x" * size}) for uri, size in (("urn:large", 2_000_000), ("b", 1)))
        articles.write_bytes(b"\n".join(lines))
        finished = await rasid(
            "produce", str(articles), RASID_BROKER=deployment.broker.url, RASID_MAX_MESSAGE_BYTES="3000000",
            RASID_MAX_BODY_BYTES="3000000",
        )  # fmt: skip
        assert finished.exit_code == 1
        assert finished.stderr == "rasid: articles.raw.v1 takes no message of such a size: urn:large\n"
        assert len(await raw(deployment)) == 3
