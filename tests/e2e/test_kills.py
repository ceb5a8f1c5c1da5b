"""SIGKILL of every worker under load: nothing is lost, and nobody hears of anything twice."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from e2e.known_articles import known_articles
from rasid.alerting.app import GROUP as ALERTING
from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import SupervisedProcess
from rasid.enrichment.app import GROUP as ENRICHMENT
from rasid.enrichment.pipeline import enrich
from rasid.runtime.reading import lag, message_count
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode, decode_article
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, ARTICLES_RAW, MEETINGS, TROOP_ANNOUNCEMENTS, Topic
from support.deployment import Deployment, values
from support.kafka_io import produce_all
from support.receiver import Receiver
from support.waiting import eventually

ARTICLES = 5000
PATIENCE = 240.0
RULES = """
rules:
  - name: every-meeting
    severity: info
    when: event.type == "meeting"
"""


def expected_event_ids(articles: Sequence[tuple[str, bytes]]) -> set[str]:
    ids = set()
    for _, value in articles:
        raw = decode_article(value)
        assert raw is not None
        [event] = enrich(raw, datetime.now(UTC)).events
        ids.add(event.event_id)
    return ids


async def until_count(deployment: Deployment, topic: Topic, count: int) -> None:
    async def is_reached() -> bool:
        return await message_count(deployment.settings, [topic]) >= count

    await eventually(is_reached, PATIENCE, f"{count} messages on {topic.name}")


async def kill_and_replace(deployment: Deployment, worker: SupervisedProcess, kind: WorkerKind, **env: str) -> None:
    worker.kill()
    await worker.wait()
    await deployment.start(kind, **env)


def contents_by_ce_id(records: Sequence[Record]) -> dict[bytes, set[bytes]]:
    contents: dict[bytes, set[bytes]] = defaultdict(set)
    for record in records:
        contents[record.header("ce_id") or b""].add(record.value or b"")
    return contents


async def test_nothing_is_lost_and_no_alert_comes_twice(
    deployment: Deployment, receiver: Receiver, tmp_path: Path
) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES)
    env = {"RASID_RULES": str(rules), "RASID_WEBHOOK_URL": receiver.url, "RASID_LOG_FORMAT": "json"}
    articles = list(known_articles(ARTICLES))
    expected = expected_event_ids(articles)
    assert len(expected) == ARTICLES
    [first_enrichment, _] = await deployment.start(WorkerKind.ENRICHMENT, WorkerKind.ENRICHMENT, **env)
    [first_alerting, notifier] = await deployment.start(WorkerKind.ALERTING, WorkerKind.NOTIFIER, **env)

    await produce_all(
        deployment.broker.bootstrap, ARTICLES_RAW.name, [(uri.encode(), value) for uri, value in articles]
    )
    await until_count(deployment, ARTICLES_ENRICHED, ARTICLES // 5)
    await kill_and_replace(deployment, first_enrichment, WorkerKind.ENRICHMENT, **env)
    await until_count(deployment, ALERTS, ARTICLES // 4)
    await kill_and_replace(deployment, first_alerting, WorkerKind.ALERTING, **env)
    await until_count(deployment, ALERTS, ARTICLES // 2)
    await kill_and_replace(deployment, notifier, WorkerKind.NOTIFIER, **env)

    async def all_is_through() -> bool:
        readers: list[tuple[str, Sequence[Topic]]] = [
            (ENRICHMENT, [ARTICLES_RAW]),
            (ALERTING, [MEETINGS, TROOP_ANNOUNCEMENTS]),
            ("rasid-notifier-webhook", [ALERTS]),
        ]
        return not any([await lag(deployment.settings, group, topics) for group, topics in readers])

    await eventually(all_is_through, PATIENCE, "every reader is at the end of its topics")

    events = await deployment.read(MEETINGS)
    assert {(record.key or b"").decode() for record in events} == expected
    alerts = await deployment.read(ALERTS)
    by_id = contents_by_ce_id(alerts)
    assert all(len(contents) == 1 for contents in by_id.values()), "an alert_id:revision with differing content"
    told = [decode(Alert, next(iter(contents))) for contents in by_id.values()]
    assert {alert.cluster.cluster_id for alert in told} == expected
    assert len(told) == ARTICLES, "a second alert for the same event"
    assert {delivery.webhook_id for delivery in receiver.taken} == {alert.idempotency_key for alert in told}
    assert values(await deployment.read(ARTICLES_RAW.dead_letters)) == []
