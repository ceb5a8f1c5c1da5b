"""Rasid on a Kafka that denies everything but what docs/security.md gives each user."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest_asyncio

from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import SupervisedProcess
from rasid_schemas.topics import ALERTS, ALL_TOPICS, ARTICLES_RAW, MEETINGS, Topic
from support.brokers import Broker
from support.command_line import Finished, rasid
from support.deployment import PATIENCE, Deployment, deployed, until_ended
from support.kafka import Distribution
from support.kafka.acls import Acl, grant, revoke
from support.kafka.documented import documented_acls
from support.kafka.secured import PASSWORD, SecuredNode, secured_kafka_node
from support.waiting import eventually

ARTICLE = {
    "uri": "urn:a",
    "body": "Defence Minister Paul Weber met Jordanian Foreign Minister Amal Haddad in Amman on Monday, he said.",
    "published_at": "2026-09-21",
}


@dataclass(frozen=True, slots=True)
class Guarded:
    """A node whose users have the documented rights, and what each of them finds in its environment."""

    secured: SecuredNode
    folder: Path

    def environment(self, user: str) -> dict[str, str]:
        (self.folder / "RASID_SASL_PASSWORD").write_text(PASSWORD)
        return {
            "RASID_BROKER": f"kafka://{self.secured.bootstrap}",
            "RASID_SECURITY_PROTOCOL": "SASL_SSL",
            "RASID_SASL_USERNAME": user,
            "RASID_SECRETS_DIR": str(self.folder),
            "RASID_SSL_CA_LOCATION": str(self.secured.certificate),
            "RASID_PARTITIONS": "1",
        }

    async def run(self, user: str, *command: str, stdin: bytes = b"") -> Finished:
        return await rasid(*command, stdin=stdin, within=self.environment(user))

    async def start(self, deployment: Deployment, *kinds: WorkerKind) -> list[SupervisedProcess]:
        started = [await deployment.start(kind, **self.environment(f"rasid-{kind}")) for kind in kinds]
        return [worker for [worker] in started]

    async def grant(self, *acls: Acl) -> None:
        await grant(self.secured.node.bootstrap, acls)

    async def revoke(self, *acls: Acl) -> None:
        await revoke(self.secured.node.bootstrap, acls)

    @asynccontextmanager
    async def deployed(self) -> AsyncIterator[Deployment]:
        async with deployed(Broker("kafka", self.secured.node.bootstrap)) as deployment:
            yield deployment


@pytest_asyncio.fixture
async def guarded(kafka_distribution: Distribution, tmp_path: Path) -> AsyncIterator[Guarded]:
    users = sorted({acl.user for acl in documented_acls()})
    async with secured_kafka_node(users, authorizer=True) as node:
        await grant(node.node.bootstrap, documented_acls())
        yield Guarded(node, tmp_path)


async def test_the_documented_rights_are_enough_from_article_to_alert_and_for_a_replay(guarded: Guarded) -> None:
    created = await guarded.run("rasid-operator", "topics", "create")
    assert len(created.lines) == len(ALL_TOPICS), created.stderr
    async with guarded.deployed() as deployment:
        await guarded.start(deployment, *WorkerKind)
        produced = await guarded.run("agency", "produce", "-", stdin=json.dumps(ARTICLE).encode())
        assert produced.exit_code == 0, produced.stderr
        await deployment.read(MEETINGS, until=1)  # each worker has a time of its own to join in
        await deployment.read(ALERTS, until=1)
        await _alert_comes(guarded)
        await _operator_silences_and_judges(guarded)
        await _dead_letter_is_replayed(guarded, deployment)


async def _alert_comes(guarded: Guarded) -> None:
    told = await guarded.run("desk", "tail", "alerts", "--from-beginning", "--max", "1", "--timeout", f"{PATIENCE}")
    assert "Amal Haddad" in told.stdout, told.stderr


async def _operator_silences_and_judges(guarded: Guarded) -> None:
    wish = ("event_type=meeting", "--for", "1h", "--reason", "We know", "--author", "amal")
    await _does(guarded, "silences", "add", *wish)
    checked = await _does(guarded, "silences", "check", "event_type=meeting")
    alert_id, _, _ = str(checked["id"]).partition(":")
    await _does(guarded, "feedback", "right", alert_id, "--author", "amal")
    await _does(guarded, "feedback", "export")


async def _does(guarded: Guarded, *command: str) -> dict[str, object]:
    """What the operator's command prints, which is one line."""
    done = await guarded.run("rasid-operator", *command)
    assert (done.exit_code, len(done.lines)) == (0, 1), done.stderr
    return done.lines[0]


async def _dead_letter_is_replayed(guarded: Guarded, deployment: Deployment) -> None:
    await deployment.produce(ARTICLES_RAW, b"no article")
    await deployment.read(ARTICLES_RAW.dead_letters, until=1)
    replayed = await guarded.run("rasid-operator", "dead-letters", "replay", "--all")
    assert "1 of 1 dead letters sent again" in replayed.stderr
    await deployment.read(ARTICLES_RAW.dead_letters, until=2)


async def test_who_lacks_a_right_is_told_which(guarded: Guarded) -> None:
    lacking = {
        Acl("rasid-operator", "Create", "topic", "alerts.", "prefixed"): ("topics", "create"),
        Acl("rasid-enrichment", "Read", "group", "rasid-enrichment"): ("worker", "enrichment"),
        Acl("rasid-alerting", "Write", "topic", "alerts.v1"): ("worker", "alerting"),
        Acl("rasid-notifier", "Read", "topic", "alerts.v1"): ("worker", "notifier"),
    }
    await guarded.revoke(*lacking)
    ended = await asyncio.gather(*(guarded.run(acl.user, *command) for acl, command in lacking.items()))
    told = [(finished.exit_code, finished.stderr.splitlines()[-1].split("; ")[0]) for finished in ended]
    assert told == [
        (1, "rasid: alerts.v1: rasid-operator lacks the right to CREATE it"),
        (1, "rasid: rasid-enrichment lacks rights on the broker: READ on group rasid-enrichment"),
        (1, "rasid: rasid-alerting lacks rights on the broker: WRITE on topic alerts.v1"),
        (1, "rasid: rasid-notifier lacks rights on the broker: READ on topic alerts.v1"),
    ]


async def test_a_right_taken_away_from_a_running_worker_is_named_and_loses_nothing(guarded: Guarded) -> None:
    reads = Acl("rasid-enrichment", "Read", "topic", ARTICLES_RAW.name)
    writes = Acl("rasid-enrichment", "Write", "topic", MEETINGS.name)
    await guarded.grant(*(replace(acl, operation="Describe") for acl in (reads, writes)))
    await guarded.revoke(writes)
    async with guarded.deployed() as deployment:
        [enrichment] = await guarded.start(deployment, WorkerKind.ENRICHMENT)
        await deployment.produce(ARTICLES_RAW, json.dumps(ARTICLE).encode())
        await _until_said(enrichment, "may not WRITE", MEETINGS)
        await guarded.grant(writes)
        await deployment.read(MEETINGS, until=1)
        await guarded.revoke(reads)
        await _until_said(enrichment, "may not READ", ARTICLES_RAW)
        assert await until_ended(enrichment, PATIENCE) == 1
        assert not await deployment.read(ARTICLES_RAW.dead_letters)


async def _until_said(worker: SupervisedProcess, what: str, topic: Topic) -> None:
    def said() -> bool:
        return any(what in line and topic.name in line for line in worker.output.splitlines())

    await eventually(said, PATIENCE, f"{what} {topic.name} is in the log")
