"""`rasid silences`, by hand and on a broker."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from rasid.commands.errors import CommandError
from rasid.commands.silences import Wish, new_silence
from rasid_schemas.codec import decode, encode
from rasid_schemas.silences import Silence
from rasid_schemas.topics import ALERTS, SILENCES
from support.alerts import alert
from support.brokers import Broker
from support.command_line import Finished, rasid
from support.deployment import Deployment

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WISH = Wish(('severity="info"',), "2h", "The desk is on site.", "amal")


async def silences(deployment: Deployment, *arguments: str) -> Finished:
    return await rasid("silences", *arguments, RASID_BROKER=deployment.broker.url)


def test_a_silence_begins_now_or_when_it_is_to() -> None:
    assert new_silence(WISH, NOW).ends_at == NOW + timedelta(hours=2)
    later = new_silence(replace(WISH, starts_at=datetime(2026, 11, 25)), NOW)  # as given
    assert (later.starts_at, later.ends_at) == (NOW + timedelta(hours=12), NOW + timedelta(hours=14))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"lasting": "soon"}, "'soon' is no duration: write it as 30s"),
        ({"lasting": "0"}, "it would have ended"),
        ({"matchers": ("severity",)}, "matchers: cannot be read from 'severity' on: write NAME="),
        ({"matchers": ('country!="IQ"',)}, "one must ask for a value that is not empty"),
        ({"reason": " "}, "reason: "),
        ({"author": " "}, "--author: is empty"),
        ({"starts_at": NOW - timedelta(hours=3)}, "it would have ended at 2026-11-24T11:00:00"),
        ({"starts_at": datetime.max.replace(tzinfo=UTC)}, "date value out of range"),
    ],
)
def test_what_is_wrong_with_a_silence_is_told(given: dict[str, Any], told: str) -> None:
    with pytest.raises(CommandError) as error:
        new_silence(replace(WISH, **given), NOW)
    assert told in str(error.value)
    assert error.value.exit_code == 2


async def test_a_silence_is_added_listed_and_expired(embedded_deployment: Deployment) -> None:
    wish = ("severity=info", 'country="IQ"', "--for", "2h", "--reason", "Summit", "--author", "amal")
    added = await silences(embedded_deployment, "add", *wish)
    assert added.exit_code == 0, added.stderr
    [line] = added.lines
    assert (line["state"], line["matchers"], line["author"]) == ("active", 'severity="info", country="IQ"', "amal")

    listed = await silences(embedded_deployment, "list")
    assert listed.lines == added.lines
    expired = await silences(embedded_deployment, "expire", str(line["id"]))
    assert [each["state"] for each in expired.lines] == ["expired"]
    assert (await silences(embedded_deployment, "list")).lines == []
    assert (await silences(embedded_deployment, "list", "--all")).lines == expired.lines

    again = await silences(embedded_deployment, "expire", str(line["id"]))
    assert (again.exit_code, "has ended at" in again.stderr) == (1, True)
    unknown = await silences(embedded_deployment, "expire", "nobody")
    assert (unknown.exit_code, "there is no silence nobody" in unknown.stderr) == (1, True)

    records = await embedded_deployment.read(SILENCES, until=2)
    assert {record.header("ce_source") for record in records} == {b"/rasid/operator"}
    assert {decode(Silence, record.value or b"").silence_id.encode() for record in records} == {records[0].key}


async def test_check_shows_what_would_have_been_silenced_in_the_last_day(embedded_deployment: Deployment) -> None:
    now = datetime.now(UTC)
    for each in (alert(now, "a"), alert(now - timedelta(days=2), "old")):
        await embedded_deployment.produce(ALERTS, encode(each))
    await embedded_deployment.produce(ALERTS, b"no alert")
    checked = await silences(embedded_deployment, "check", "severity=info")
    assert [line["id"] for line in checked.lines] == ["a:1"], checked.stderr
    assert (await silences(embedded_deployment, "check", "severity=critical")).lines == []


async def test_a_broker_without_the_topic_is_told(embedded: Broker) -> None:
    arguments = ("silences", "add", "severity=info", "--for", "2h", "--reason", "Summit", "--author", "amal")
    finished = await rasid(*arguments, RASID_BROKER=embedded.url)
    assert finished.exit_code == 1
    assert "the broker has no topic silences.v1; run `rasid topics create`" in finished.stderr
