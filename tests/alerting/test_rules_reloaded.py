"""Rules that change while a worker runs: new ones take effect as at a takeover, wrong ones not at all."""

import asyncio
from contextlib import aclosing
from functools import partial
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from rasid.alerting.app import GROUP
from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules import watched
from rasid.alerting.rules.rules import parse_rules
from rasid.alerting.rules.watched import WatchedRules
from rasid.alerting.takeover import FoldedTopic
from rasid.commands.kinds import WorkerKind
from rasid.runtime.reading import lag
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode, encode
from rasid_schemas.topics import ALERTS, MEETINGS
from support.deployment import PATIENCE, Deployment
from support.events import START, meeting
from support.waiting import eventually

OLD = "rules: [{name: old, severity: info, when: 'event.type == \"meeting\"'}]\n"
NEW = OLD.replace("old", "new")
WRONG = OLD.replace("event.type", "event.tpye")
LISTED = """\
watchlists: {people: {file: people.yaml}}
rules: [{name: listed, severity: info, when: "event.participants.exists(p, p.name.mentions(watchlists.people))"}]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rules.yaml"
    path.write_text(OLD)
    return path


def names(rules: WatchedRules) -> list[str]:
    return [rule.name for rule in rules.rules]


def test_a_file_is_read_again_when_it_has_changed(file: Path) -> None:
    rules = WatchedRules(file)
    assert not rules.reread()
    file.write_text(NEW)
    assert rules.reread()
    assert names(rules) == ["new"]
    assert not rules.reread()


def test_a_wrong_file_leaves_the_rules_as_they_were(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    rules = WatchedRules(file)
    file.write_text(WRONG)
    assert not rules.reread()
    assert names(rules) == ["old"]
    assert "the old ones stay in force" in caplog.text
    assert f"{file}:1: rules[0].when: unknown field event.tpye: did you mean type?" in caplog.text
    assert REGISTRY.get_sample_value("rasid_rules_reload_success") == 0
    file.unlink()
    assert not rules.reread()
    file.write_text(NEW)
    assert rules.reread()
    assert names(rules) == ["new"]
    assert REGISTRY.get_sample_value("rasid_rules_reload_success") == 1


def test_a_watchlist_is_watched_too(file: Path) -> None:
    people = file.parent / "people.yaml"
    file.write_text(LISTED)
    people.write_text("[Omar Zaki]")
    rules = WatchedRules(file)
    people.write_text("[Omar Zaki, Hala al-Mansouri]")
    assert rules.reread()
    people.write_text("[]")
    assert not rules.reread()
    people.unlink()
    assert not rules.reread()
    people.write_text("[Eva Nordgren]")
    assert rules.reread()


def test_whatever_a_changed_file_runs_into_the_rules_stay_as_they_were(
    file: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path) -> None:
        raise ZeroDivisionError

    rules = WatchedRules(file)
    monkeypatch.setattr(watched, "load_rules", fails)
    file.write_text(NEW)
    assert not rules.reread()
    assert names(rules) == ["old"]
    assert "the old ones stay in force" in caplog.text
    assert REGISTRY.get_sample_value("rasid_rules_reload_success") == 0


def test_a_path_that_no_file_can_have_is_watched_for_nothing(file: Path) -> None:
    rules = WatchedRules(file)
    file.write_text('watchlists: {people: {file: "a\\0b"}}\n' + NEW)
    assert not rules.reread()
    assert names(rules) == ["old"]


def put_in_place(file: Path, text: str) -> None:
    """As editors and mounted configurations do."""
    other = file.with_suffix(".tmp")
    other.write_text(text)
    other.replace(file)


async def test_changes_are_told_as_they_come(file: Path) -> None:
    async with asyncio.timeout(PATIENCE), aclosing(WatchedRules(file).changes()) as changes:
        for text, name in ((NEW, "new"), (OLD, "old")):
            coming = asyncio.ensure_future(anext(changes))
            await asyncio.to_thread(put_in_place, file, text)
            [rule] = await coming
            assert rule.name == name


def record(offset: int) -> Record:
    """A meeting of its own at each offset."""
    event = meeting(f"urn:{offset}", f"Guest{offset} Haddad", f"Host{offset} Weber", source=f"Source {offset}")
    return Record(MEETINGS.name, 0, offset, int(START.timestamp() * 1000) + offset, b"k", encode(event))


async def test_what_new_rules_would_have_told_before_is_not_told_now() -> None:
    async def replay(topic: str, partition: int, until: int, apply: object) -> int:
        for offset in range(until):
            apply(record(offset))  # type: ignore[operator]
        return until

    old, new = (partial(EventFold, MEETINGS, parse_rules(text, Path("rules.yaml"))) for text in (OLD, NEW))
    folded = FoldedTopic(old, replay)
    told: list[list[str]] = []
    for offset in range(4):
        await folded.stand_at(record(offset))
        if offset == 1:
            folded.use(new)  # while a record is in hand: it is still the old rules'
            assert not await folded.stand(MEETINGS.name, 0, 0)
        told.append(rules_of(folded.handle(record(offset))))
    assert told == [["old"], ["old"], ["new"], ["new"]]


def rules_of(messages: object) -> list[str]:
    assert isinstance(messages, list)
    alerts = [each for each in messages if isinstance(each, Outgoing) and each.topic == ALERTS.name]
    return [decode(Alert, each.value or b"").rule for each in alerts]


async def test_a_worker_takes_up_changed_rules_and_keeps_them_where_the_next_are_wrong(
    embedded_deployment: Deployment, file: Path
) -> None:
    embedded_deployment.environment["RASID_RULES"] = str(file)
    [worker] = await embedded_deployment.start(WorkerKind.ALERTING)

    async def told(offset: int, rule: str) -> None:
        """One more meeting is told, by one rule."""
        await embedded_deployment.produce(MEETINGS, record(offset).value)
        alerts = [decode(Alert, each.value or b"") for each in await embedded_deployment.read(ALERTS, until=offset + 1)]
        assert [alert.rule for alert in alerts][offset:] == [rule]

    await told(0, "old")
    put_in_place(file, NEW)
    await eventually(lambda: "was read again: 1 rules" in worker.output, PATIENCE, "the new rules are read")
    await told(1, "new")
    put_in_place(file, WRONG)
    await eventually(lambda: "the old ones stay in force" in worker.output, PATIENCE, "the wrong rules are refused")
    await told(2, "new")


async def test_an_alert_that_waits_by_changed_rules_is_told_though_nothing_comes(
    embedded_deployment: Deployment, file: Path
) -> None:
    put_in_place(file, OLD.replace("severity", "group_wait: 1h, severity"))
    embedded_deployment.environment["RASID_RULES"] = str(file)
    await embedded_deployment.start(WorkerKind.ALERTING)
    await embedded_deployment.produce(MEETINGS, record(0).value)

    async def committed() -> bool:
        return await lag(embedded_deployment.settings, GROUP, [MEETINGS]) == 0

    await eventually(committed, PATIENCE, "the meeting is read")
    put_in_place(file, NEW.replace("severity", "group_wait: 1s, severity"))
    [told] = await embedded_deployment.read(ALERTS, until=1)
    assert decode(Alert, told.value or b"").rule == "new"
