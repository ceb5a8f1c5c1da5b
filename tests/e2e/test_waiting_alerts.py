"""Alerts that wait for more reports are told in time, whoever has to tell them, though nothing more comes."""

from pathlib import Path

from rasid.commands.kinds import WorkerKind
from rasid.runtime.reading import lag
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode, encode
from rasid_schemas.topics import ALERTS, MEETINGS
from support.deployment import PATIENCE, Deployment
from support.events import meeting
from support.waiting import eventually

RULES = "rules:\n  - {name: meetings, severity: info, when: event.type == 'meeting', group_wait: 8s}\n"


async def test_an_alert_that_waits_outlives_its_worker(deployment: Deployment, tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES)
    deployment.environment["RASID_RULES"] = str(rules)
    [first] = await deployment.start(WorkerKind.ALERTING)
    for source in ("One", "Two", "Three"):
        event = meeting(f"urn:{source}", "Amal Haddad", "Paul Weber", source=source)
        await deployment.produce(MEETINGS, encode(event))

    async def committed() -> bool:
        return await lag(deployment.settings, "rasid-alerting", [MEETINGS]) == 0

    await eventually(committed, PATIENCE, "the reports are read and committed")
    first.kill()
    await first.wait()
    await deployment.start(WorkerKind.ALERTING)
    [told] = await deployment.read(ALERTS, until=1)
    alert = decode(Alert, told.value or b"")
    assert (alert.status, alert.revision, alert.cluster.sources) == ("firing", 1, 3)
