"""Commands that talk to a broker."""

from pathlib import Path

import orjson

from rasid.alerting.ticks import KEY
from rasid.runtime.dead_letters import dead_letter
from rasid.runtime.records import Record
from rasid_schemas.codec import ContentError, decode_article
from rasid_schemas.topics import ALERTS, ALL_TOPICS, ARTICLES_RAW, MEETINGS
from support.brokers import Broker
from support.command_line import Finished, rasid
from support.deployment import Deployment
from support.kafka_io import produce

POISON = Record(ARTICLES_RAW.name, 3, 17, 1_790_000_000_000, b"urn:a", b"\xff not json", ())


async def run(deployment: Deployment, *arguments: str, stdin: bytes = b"") -> Finished:
    return await rasid(*arguments, stdin=stdin, RASID_BROKER=deployment.broker.url)


async def test_topics_are_created_once_and_listed(embedded: Broker) -> None:
    for expected in ({topic.name for topic in ALL_TOPICS}, set()):
        created = await rasid("topics", "create", RASID_BROKER=embedded.url)
        assert {line["created"] for line in created.lines} == expected
    listed = await rasid("topics", "list", RASID_BROKER=embedded.url)
    assert {line["topic"]: line["partitions"] for line in listed.lines} == {t.name: t.partitions for t in ALL_TOPICS}


async def test_partitions_of_the_article_topics_are_a_setting(embedded: Broker) -> None:
    await rasid("topics", "create", RASID_BROKER=embedded.url, RASID_PARTITIONS="3")
    listed = await rasid("topics", "list", RASID_BROKER=embedded.url)
    partitions = {line["topic"]: line["partitions"] for line in listed.lines}
    assert (partitions["articles.raw.v1"], partitions["articles.raw.v1.dlq"], partitions["alerts.v1"]) == (3, 3, 1)


async def test_produce_takes_the_files_that_people_have(embedded_deployment: Deployment, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("وصل الوزير إلى العاصمة.")
    (tmp_path / "page.html").write_text("<p>The minister arrived.</p>")
    (tmp_path / "lines.jsonl").write_text('{"uri": "urn:1", "body": "One."}\n\n{"uri": "urn:2", "body": "Two."}\n')
    item = {"uri": "urn:ninjs", "bodies": [{"role": "main", "value": "Three."}]}
    (tmp_path / "item.json").write_bytes(orjson.dumps(item, option=orjson.OPT_INDENT_2))
    files = [str(tmp_path / name) for name in ("report.txt", "page.html", "lines.jsonl", "item.json")]
    finished = await run(embedded_deployment, "produce", *files, "--published-at", "2026-11-20", "--source", "Desk")
    assert finished.exit_code == 0, finished
    assert "5 articles produced" in finished.stderr

    records = await embedded_deployment.read(ARTICLES_RAW, until=5)
    articles = {record.key: decode_article(record.value or b"") for record in records}
    report = articles[(tmp_path / "report.txt").as_uri().encode()]
    page = articles[(tmp_path / "page.html").as_uri().encode()]
    assert report is not None
    assert (report.body, report.published_at, report.source) == ("وصل الوزير إلى العاصمة.", "2026-11-20", "Desk")
    assert page is not None
    assert page.body_type == "text/html"
    assert {b"urn:1", b"urn:2", b"urn:ninjs"} < articles.keys()


async def test_tail_stops_after_so_many_messages(embedded_deployment: Deployment) -> None:
    for value in (b'{"n": 1}', b'{"n": 2}', b'{"n": 3}'):
        await embedded_deployment.produce(MEETINGS, value)
    finished = await run(embedded_deployment, "tail", "meetings", "--from-beginning", "--max", "2", "--timeout", "30")
    assert (finished.exit_code, finished.lines) == (0, [{"n": 1}, {"n": 2}])
    assert finished.stderr == ""


async def test_tail_that_waits_in_vain_fails_in_time(embedded_deployment: Deployment) -> None:
    finished = await run(embedded_deployment, "tail", "alerts", "--from-beginning", "--max", "1", "--timeout", "1")
    assert finished.exit_code == 1
    assert "0 of 1 messages came in 1 s" in finished.stderr


async def test_tail_of_a_topic_that_is_missing_says_so(embedded: Broker) -> None:
    finished = await rasid("tail", "alerts", RASID_BROKER=embedded.url)
    assert finished.exit_code == 1
    assert "no topic alerts.v1; run `rasid topics create`" in finished.stderr


async def test_produce_makes_no_topic_by_writing_to_one_that_is_missing(embedded: Broker) -> None:
    finished = await rasid("produce", "--samples", RASID_BROKER=embedded.url)
    assert finished.exit_code == 1
    assert "no topic articles.raw.v1; run `rasid topics create`" in finished.stderr
    listed = await rasid("topics", "list", RASID_BROKER=embedded.url)
    assert {line["partitions"] for line in listed.lines} == {None}


async def test_dead_letters_are_listed_and_shown(embedded_deployment: Deployment) -> None:
    for error in (ContentError("not-json", "is not JSON"), ContentError("empty-body", "is empty", "body")):
        letter = dead_letter(POISON, error)
        topic = ARTICLES_RAW.dead_letters
        await embedded_deployment.produce(topic, letter.value, headers=letter.headers, partition=2)
    listed = await run(embedded_deployment, "dead-letters", "list", "--topic", "articles.raw.v1")
    assert [line["code"] for line in listed.lines] == ["not-json", "empty-body"]
    assert listed.lines[0]["value"] == POISON.value.hex() if POISON.value else None

    only = await run(embedded_deployment, "dead-letters", "list", "--code", "empty-body")
    [letter_line] = only.lines
    shown = await run(embedded_deployment, "dead-letters", "show", str(letter_line["id"]))
    [whole] = shown.lines
    assert shown.stderr == ""
    assert (whole["message"], whole["partition"], whole["offset"]) == ("body: is empty", 3, 17)

    missing = await run(embedded_deployment, "dead-letters", "show", f"{ALERTS.name}.dlq/0@5")
    assert missing.exit_code == 1
    assert "there is no dead letter alerts.v1.dlq/0@5" in missing.stderr


async def test_tail_tells_that_an_event_is_taken_back_and_not_that_time_has_passed(
    embedded_deployment: Deployment,
) -> None:
    for key in (KEY, b"an-event"):
        await produce(embedded_deployment.broker.bootstrap, MEETINGS.name, key, None)
    limits = ("--from-beginning", "--max", "1", "--timeout", "30")
    finished = await run(embedded_deployment, "tail", "meetings", *limits)
    assert finished.lines == [{"taken_back": "an-event"}]
