"""Record times that no clock ever showed: Kafka takes whatever a producer dates its messages by."""

import orjson

from rasid.commands.kinds import WorkerKind
from rasid.runtime.dead_letters import read_dead_letter
from rasid_schemas.codec import encode
from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW, MEETINGS
from support.command_line import rasid
from support.deployment import Deployment
from support.events import meeting

TIMES = {"none": -1, "first": 0, "second": 1}
NO_TIMES = {"before": -1000, "beyond": 253_402_300_800_000}


async def test_an_article_dated_before_all_others_ends_no_worker_and_one_dated_by_no_time_is_a_dead_letter(
    embedded_deployment: Deployment,
) -> None:
    for uri, timestamp in (NO_TIMES | TIMES).items():
        body = "Foreign Minister Amal Haddad met Defence Secretary Paul Weber in Amman on Tuesday."
        await embedded_deployment.produce(ARTICLES_RAW, orjson.dumps({"uri": uri, "body": body}), (), timestamp, 0)
    await embedded_deployment.produce(MEETINGS, encode(meeting("urn:else", "Amal Haddad")), timestamp=-1000)
    await embedded_deployment.start(WorkerKind.ENRICHMENT)
    enriched = await embedded_deployment.read(ARTICLES_ENRICHED, until=len(TIMES))
    assert {orjson.loads(record.value or b"")["uri"]: record.timestamp_ms for record in enriched} == TIMES
    letters = await embedded_deployment.read(ARTICLES_RAW.dead_letters, until=len(NO_TIMES))
    assert {read_dead_letter(letter).code for letter in letters} == {"invalid-timestamp"}
    listed = await rasid("dead-letters", "list", "--since", "2020-01-01", RASID_BROKER=embedded_deployment.broker.url)
    assert (listed.exit_code, listed.stderr) == (0, "")
    assert "253402300800000" in listed.stdout
