"""An article produced again with another text takes back what it no longer tells, also from another worker."""

from pathlib import Path

import orjson

from rasid.commands.kinds import WorkerKind
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode
from rasid_schemas.topics import ALERTS, ARTICLES_RAW, CLUSTERS, MEETINGS
from support.deployment import Deployment

MET = "Defence Minister Paul Weber met Jordanian Foreign Minister Amal Haddad in Amman on Monday, he said."
CORRECTED = "The ministers are not known to have been in Amman at all. The match ended without a goal."


def article(body: str) -> bytes:
    return orjson.dumps({"uri": "urn:a", "body": body, "published_at": "2026-09-21", "language": "en"})


async def test_a_correction_that_another_worker_reads_takes_the_event_back(deployment: Deployment) -> None:
    [first] = await deployment.start(WorkerKind.ENRICHMENT)
    await deployment.produce(ARTICLES_RAW, article(MET))
    [event] = await deployment.read(MEETINGS, until=1)
    first.kill()
    await first.wait()
    await deployment.start(WorkerKind.ENRICHMENT)
    await deployment.produce(ARTICLES_RAW, article(CORRECTED))
    told = await deployment.read(MEETINGS, until=lambda seen: any(record.value is None for record in seen))
    assert {record.key for record in told} == {event.key}
    assert told[-1].header("ce_type") == event.header("ce_type")


async def test_a_withdrawn_article_takes_its_alert_with_it(embedded_deployment: Deployment, tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("rules: [{name: meetings, severity: info, when: event.type == 'meeting'}]")
    await embedded_deployment.start(WorkerKind.ENRICHMENT, WorkerKind.ALERTING, RASID_RULES=str(rules))
    await embedded_deployment.produce(ARTICLES_RAW, article(MET))
    await embedded_deployment.read(ALERTS, until=1)
    await embedded_deployment.produce(ARTICLES_RAW, None)
    firing, resolved = [
        decode(Alert, record.value or b"") for record in await embedded_deployment.read(ALERTS, until=2)
    ]
    assert (resolved.alert_id, resolved.status, resolved.reason) == (firing.alert_id, "resolved", "withdrawn")
    clusters = await embedded_deployment.read(CLUSTERS)
    assert [record.value is None for record in clusters] == [False, True]
