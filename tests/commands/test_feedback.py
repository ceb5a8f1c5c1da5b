"""`rasid feedback` on a broker, and what it exports."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from bench.gold import read_gold

from rasid.commands.gold_lines import gold_lines
from rasid_schemas.alerts import Alert, EventCluster, Report
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.base import Contract
from rasid_schemas.codec import decode, encode
from rasid_schemas.events import Event
from rasid_schemas.extraction import Evidence, Meeting
from rasid_schemas.feedback import Feedback, Verdict
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, CLUSTERS, FEEDBACK, MEETINGS, TROOP_ANNOUNCEMENTS, Topic
from support.alerts import alert
from support.command_line import Finished, rasid
from support.deployment import Deployment
from support.events import meeting, person, troops
from support.kafka_io import produce

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TEXT = "Amal Haddad met Paul Weber. France will send 600 more soldiers to Mali."
MET = (Evidence(start=0, end=27, quote=TEXT[:27]),)
SENT = (Evidence(start=28, end=len(TEXT), quote=TEXT[28:]),)


def in_text(event: Event, revision: str = "r1") -> Event:
    """An event as it was found in a revision of its article's text."""
    return event.model_copy(update={"article": event.article.model_copy(update={"revision": revision})})


MEETING = in_text(meeting("urn:a", person("Amal Haddad", "minister", "JO", "Amal Haddad"), evidence=MET))
TROOPS = in_text(troops("urn:a", "increase", count_delta=600, country="ML", evidence=SENT, troops_min=600))
ELSEWHERE = in_text(meeting("urn:b", "Amal Haddad", "Paul Weber", source="The Daily Record"))
ARTICLE = EnrichedArticle(
    uri="urn:a", source="The Herald", language="en", published_at=NOW, revision="r1", text=TEXT,
    meetings=(Meeting.model_validate(MEETING.model_dump()),) * 2, extractor_version="1", enriched_at=NOW,
)  # fmt: skip


def feedback(event: Event, verdict: Verdict, note: str | None = None) -> Feedback:
    return Feedback(event_id=event.event_id, verdict=verdict, note=note, author="amal", at=NOW, event=event)


def lines(*given: Feedback, article: EnrichedArticle = ARTICLE) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in gold_lines(given, {article.uri: article}).lines]


def test_what_is_right_is_in_the_line_and_what_is_wrong_is_named() -> None:
    [line] = lines(feedback(MEETING, "right", "well found"), feedback(TROOPS, "wrong", "said of last year"))
    assert (line["id"], line["lang"], line["outlet"], line["published_at"]) == (
        "urn:a",
        "en",
        "The Herald",
        "2026-11-24",
    )
    assert line["text"] == TEXT
    assert line["meetings"] == [
        {
            "participants": [{"name": "Amal Haddad", "role": "minister", "affiliation": "JO"}],
            "mode": "unspecified", "status": "held", "location": None, "country": None, "date": None,
            "evidence": [[0, 27]],
        }
    ]  # fmt: skip
    assert line["troop_announcements"] == []
    [wrong] = line["wrong"]
    assert (wrong["type"], wrong["note"], wrong["count_delta"]) == ("troop_announcement", "said of last year", 600)
    assert line["notes"] == ["well found"]
    assert line["unjudged"] == 0


def test_what_nobody_judged_is_counted() -> None:
    [line] = lines(feedback(MEETING, "right"))
    assert line["unjudged"] == 1


def test_events_of_a_text_that_is_gone_or_changed_are_left_out() -> None:
    exported = gold_lines([feedback(in_text(MEETING, "r0"), "right"), feedback(ELSEWHERE, "right")], {"urn:a": ARTICLE})
    assert exported.lines == ()
    assert exported.left_out == {
        "urn:a": "its text has changed since",
        "urn:b": "its text is not on articles.enriched.v1 any more",
    }


async def run(deployment: Deployment, *arguments: str) -> Finished:
    return await rasid("feedback", *arguments, RASID_BROKER=deployment.broker.url)


async def write(deployment: Deployment, topic: Topic, key: str, model: Contract) -> None:
    await produce(deployment.broker.bootstrap, topic.name, key.encode(), encode(model))


async def published(deployment: Deployment, *events: Event) -> None:
    for event in events:
        topic = MEETINGS if event.type == "meeting" else TROOP_ANNOUNCEMENTS
        await write(deployment, topic, event.event_id, event)


def cluster(*events: Event) -> EventCluster:
    reports = tuple(Report(event_id=e.event_id, uri=e.article.uri, evidence=e.evidence) for e in events)
    return alert(NOW).cluster.model_copy(update={"cluster_id": events[0].event_id, "reports": reports})


async def test_a_verdict_is_kept_with_its_event_listed_and_exported(
    embedded_deployment: Deployment, tmp_path: Path
) -> None:
    await published(embedded_deployment, MEETING, TROOPS)
    await write(embedded_deployment, ARTICLES_ENRICHED, ARTICLE.uri, ARTICLE)
    for arguments in (("wrong", MEETING.event_id), ("right", MEETING.event_id), ("wrong", TROOPS.event_id)):
        given = await run(embedded_deployment, *arguments, "--author", "amal", "--note", "read it")
        assert given.exit_code == 0, given.stderr
    kept = [decode(Feedback, record.value or b"") for record in await embedded_deployment.read(FEEDBACK, until=3)]
    assert [each.event for each in kept] == [MEETING, MEETING, TROOPS]

    listed = await run(embedded_deployment, "list")
    assert [(line["event_id"], line["verdict"]) for line in listed.lines] == [
        (MEETING.event_id, "right"),  # the newest counts
        (TROOPS.event_id, "wrong"),
    ]
    exported = await run(embedded_deployment, "export")
    assert "1 article exported, 0 left out" in exported.stderr
    (tmp_path / "gold.jsonl").write_text(exported.stdout)
    [article] = read_gold(tmp_path / "gold.jsonl")
    assert (article.text, len(article.record["meetings"]), len(article.record["wrong"])) == (TEXT, 1, 1)
    assert (await run(embedded_deployment, "export", "--since", "2100-01-01")).stdout == ""


async def test_an_alert_or_cluster_stands_for_its_reports(embedded_deployment: Deployment) -> None:
    await published(embedded_deployment, MEETING, ELSEWHERE)
    both = cluster(MEETING, ELSEWHERE)
    of_both: Alert = alert(NOW, "the-alert").model_copy(update={"cluster": both})
    await write(embedded_deployment, CLUSTERS, both.cluster_id, both)
    await write(embedded_deployment, ALERTS, of_both.alert_id, of_both)

    asked = await run(embedded_deployment, "wrong", "the-alert", "--author", "amal")
    assert asked.exit_code == 1
    assert "the-alert has 2 reports; name one of them, or give --all-reports:" in asked.stderr
    assert f"{ELSEWHERE.event_id}  The Daily Record · urn:b" in asked.stderr
    assert not await embedded_deployment.read(FEEDBACK)

    for given in ("the-alert", both.cluster_id):
        every = await run(embedded_deployment, "wrong", given, "--all-reports", "--author", "amal")
        assert event_ids(every) == [MEETING.event_id, ELSEWHERE.event_id], every.stderr
    one = await run(embedded_deployment, "wrong", both.cluster_id, "--author", "amal")
    assert event_ids(one) == [MEETING.event_id], "a cluster has the id of its first report"


def event_ids(finished: Finished) -> Sequence[object]:
    return [line["event_id"] for line in finished.lines]


@pytest.mark.parametrize("every", [(), ("--all-reports",)])
async def test_an_id_of_nothing_is_told(embedded_deployment: Deployment, every: tuple[str, ...]) -> None:
    finished = await run(embedded_deployment, "wrong", "nothing", "--author", "amal", *every)
    assert finished.exit_code == 1
    assert "there is no event, alert or cluster nothing on the topics, or no more" in finished.stderr
