"""Golden messages: exactly what Rasid publishes for the example articles, header by header."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest
from jsonschema import Draft202012Validator

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rules import load_rules
from rasid.commands.operator import CE_SOURCE as OPERATOR
from rasid.enrichment.agents import enriched_messages
from rasid.enrichment.published import PublishedEvents
from rasid.runtime import cloudevents
from rasid.runtime.bundled import bundled
from rasid.runtime.dead_letters import dead_letter
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.base import Contract
from rasid_schemas.codec import ContentError, decode_article
from rasid_schemas.events import MeetingEvent
from rasid_schemas.export import SCHEMAS
from rasid_schemas.feedback import Feedback
from rasid_schemas.limits import DEFAULT_LIMITS
from rasid_schemas.ninjs import NinjsItem
from rasid_schemas.silences import Silence
from rasid_schemas.topics import (
    ARTICLES_RAW,
    CONTRACT_TOPICS,
    FEEDBACK,
    MEETINGS,
    SILENCES,
    TROOP_ANNOUNCEMENTS,
    Topic,
)
from support.pytest_golden import Golden

EXAMPLES = SCHEMAS / "examples"
RAW = sorted((EXAMPLES / ARTICLES_RAW.name).glob("*.json"))
RECORD_TIME_MS = 1_795_521_600_000  # 2026-11-24T12:00:00Z
MODELS = {topic.name: topic.model for topic in CONTRACT_TOPICS}


def as_record(outgoing: Outgoing, offset: int) -> Record:
    return Record(
        outgoing.topic, 0, offset, outgoing.timestamp_ms, outgoing.key, outgoing.value, headers=outgoing.headers
    )


def published(raw: Record) -> Iterator[Outgoing]:
    """Everything that comes of one raw article on empty topics."""
    rules = load_rules(bundled("rules.yaml"))
    folds = {topic.name: EventFold(topic, rules, timedelta(days=7)) for topic in (MEETINGS, TROOP_ANNOUNCEMENTS)}
    before = PublishedEvents(timedelta(days=7))
    for offset, message in enumerate(enriched_messages(raw, DEFAULT_LIMITS, before)):
        yield message
        if message.topic in folds:
            yield from folds[message.topic].apply(as_record(message, offset))


def shown(message: Outgoing) -> bytes:
    example = {
        "key": (message.key or b"").decode(),
        "headers": {name: value.decode() for name, value in message.headers},
        "timestamp_ms": message.timestamp_ms,
        "value": orjson.loads(message.value or b"null"),
    }
    return orjson.dumps(example, option=orjson.OPT_INDENT_2) + b"\n"


def raw_record(path: Path) -> Record:
    value = path.read_bytes()
    return Record(ARTICLES_RAW.name, 0, 0, RECORD_TIME_MS, orjson.loads(value)["uri"].encode(), value)


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_what_comes_of_an_example_article(path: Path, golden: Golden) -> None:
    numbers: dict[str, int] = {}
    for message in published(raw_record(path)):
        number = numbers[message.topic] = numbers.get(message.topic, 0) + 1
        golden(EXAMPLES / message.topic / f"{path.stem}-{number}.json", shown(message))
    kept = {topic.name: len(list((EXAMPLES / topic.name).glob(f"{path.stem}-*.json"))) for topic in CONTRACT_TOPICS[1:]}
    assert {topic: count for topic, count in kept.items() if count} == numbers, "an example is left over"


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_example_articles_are_of_the_contract(path: Path) -> None:
    assert decode_article(path.read_bytes()) is not None
    name = "NinjsItem" if NinjsItem.describes(orjson.loads(path.read_bytes())) else "RawArticle"
    Draft202012Validator(schema(name)).validate(orjson.loads(path.read_bytes()))


def schema(model: str) -> dict[str, object]:
    return orjson.loads((SCHEMAS / "json" / f"{model}.schema.json").read_bytes())  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "path",
    [path for topic in CONTRACT_TOPICS[1:] for path in sorted((EXAMPLES / topic.name).glob("*.json"))],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_golden_messages_fit_their_schema(path: Path) -> None:
    model = MODELS[path.parent.name]
    assert model is not None
    Draft202012Validator(schema(model.__name__)).validate(orjson.loads(path.read_bytes())["value"])


def test_every_topic_has_a_golden_message() -> None:
    assert all(list((EXAMPLES / topic.name).glob("*.json")) for topic in CONTRACT_TOPICS)


def test_a_golden_dead_letter(golden: Golden) -> None:
    poison = Record(ARTICLES_RAW.name, 7, 42, RECORD_TIME_MS, b"urn:a", b'{"uri": "urn:a", "body": ""}')
    with pytest.raises(ContentError) as error:
        decode_article(poison.value or b"")
    golden(EXAMPLES / ARTICLES_RAW.dead_letters.name / "empty-body.json", shown(dead_letter(poison, error.value)))


def test_a_golden_silence(golden: Golden) -> None:
    time = datetime.fromtimestamp(RECORD_TIME_MS / 1000, UTC)
    silence = Silence(
        silence_id="5b8f3f0e-52b1-4c0e-8b0c-6a4f1a0d7e11", matchers=('severity="info"', 'country=~"IQ|JO"'),
        author="amal", reason="Summit week: the desk is on site.", starts_at=time, ends_at=time + timedelta(hours=2),
        updated_at=time,
    )  # fmt: skip
    golden(EXAMPLES / SILENCES.name / "summit-week.json", by_an_operator(SILENCES, silence, silence.silence_id))


def test_a_golden_verdict(golden: Golden) -> None:
    example = min((EXAMPLES / MEETINGS.name).glob("*.json"))
    event = MeetingEvent.model_validate(orjson.loads(example.read_bytes())["value"])
    time = datetime.fromtimestamp(RECORD_TIME_MS / 1000, UTC)
    note = "They spoke by telephone."
    feedback = Feedback(event_id=event.event_id, verdict="wrong", note=note, author="amal", at=time, event=event)
    golden(EXAMPLES / FEEDBACK.name / "wrong-mode.json", by_an_operator(FEEDBACK, feedback, event.event_id))


def by_an_operator(topic: Topic, model: Contract, key: str) -> bytes:
    cause = Record(topic.name, 0, 0, RECORD_TIME_MS, None, None)
    return shown(cloudevents.message(topic, model, key, f"{key}:{RECORD_TIME_MS}", OPERATOR, cause))
