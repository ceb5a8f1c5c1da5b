"""Rasid on a Kafka that wants TLS and a password (SASL_SSL with SCRAM-SHA-512)."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from rasid.commands.kinds import WorkerKind
from rasid_schemas.topics import ALERTS
from support.brokers import Broker
from support.command_line import rasid
from support.deployment import Deployment, deployed
from support.kafka import Distribution
from support.kafka.secured import PASSWORD, USERNAME, SecuredNode, secured_kafka_node

ARTICLE = {
    "uri": "urn:a",
    "body": "Defence Minister Paul Weber met Jordanian Foreign Minister Amal Haddad in Amman on Monday, he said.",
    "published_at": "2026-09-21",
}


@pytest_asyncio.fixture
async def secured(kafka_distribution: Distribution) -> AsyncIterator[SecuredNode]:
    async with secured_kafka_node() as node:
        yield node


def environment(secured: SecuredNode, folder: Path, password: str = PASSWORD) -> dict[str, str]:
    (folder / "RASID_SASL_PASSWORD").write_text(password + "\n")
    return {
        "RASID_BROKER": f"kafka://{secured.bootstrap}",
        "RASID_SECURITY_PROTOCOL": "SASL_SSL",
        "RASID_SASL_USERNAME": USERNAME,
        "RASID_SECRETS_DIR": str(folder),
        "RASID_SSL_CA_LOCATION": str(secured.certificate),
    }


async def test_everything_works_with_tls_and_a_password_from_a_file(secured: SecuredNode, tmp_path: Path) -> None:
    env = environment(secured, tmp_path)
    assert (await rasid("topics", "create", within=env)).exit_code == 0
    async with deployed(Broker("kafka", secured.node.bootstrap)) as deployment:
        await _alert_comes(deployment, env)


async def _alert_comes(deployment: Deployment, env: dict[str, str]) -> None:
    workers = await deployment.start(WorkerKind.ENRICHMENT, WorkerKind.ALERTING, WorkerKind.NOTIFIER, **env)
    produced = await rasid("produce", "-", stdin=json.dumps(ARTICLE).encode(), within=env)
    assert produced.exit_code == 0, produced.stderr
    [alert] = await deployment.read(ALERTS, until=1)
    assert b"Amal Haddad" in (alert.value or b"")
    assert all(PASSWORD not in worker.output for worker in workers)


async def test_a_wrong_password_is_said_to_be_wrong(secured: SecuredNode, tmp_path: Path) -> None:
    finished = await rasid("topics", "list", within=environment(secured, tmp_path, "another-word"))
    assert finished.exit_code == 3
    assert "or it refuses the user and password" in finished.stderr
    assert "another-word" not in finished.stderr + finished.stdout


async def test_a_certificate_that_nobody_we_know_signed_is_refused(secured: SecuredNode, tmp_path: Path) -> None:
    env = environment(secured, tmp_path)
    del env["RASID_SSL_CA_LOCATION"]
    assert (await rasid("topics", "list", within=env)).exit_code == 3
