"""An article produced again with another text takes back what it no longer tells, also from another worker."""

import orjson

from rasid.commands.kinds import WorkerKind
from rasid_schemas.topics import ARTICLES_RAW, MEETINGS
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
