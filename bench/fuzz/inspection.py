"""One message through decoding and pipeline, as the agents do it, and what must hold of all that comes out."""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

from bench.fuzz.messages import Message
from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rules import load_rules
from rasid.enrichment.agents import enriched_messages
from rasid.enrichment.published import PublishedEvents
from rasid.runtime.bundled import bundled
from rasid.runtime.dead_letters import dead_letter
from rasid.runtime.records import Outgoing, Record
from rasid.runtime.settings import Settings
from rasid_schemas.alerts import Alert
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.extraction import MAX_EVIDENCE_LENGTH, Evidence
from rasid_schemas.topics import (
    ALERTS,
    ALL_TOPICS,
    ARTICLES_RAW,
    CLUSTERS,
    EVENT_MODELS,
    MEETINGS,
    TROOP_ANNOUNCEMENTS,
    Topic,
)

RECORD_TIME_MS = int(datetime(2026, 11, 16, 12, tzinfo=UTC).timestamp() * 1000)
LONGEST_TITLE = 1_000
"""Code points of an alert's title: it names three people and a place."""
_HORIZON = timedelta(days=7)
_LIMITS = {topic.name: topic.max_message_bytes for topic in ALL_TOPICS}
_TOPICS = {topic.name: topic for topic in ALL_TOPICS}


class BrokenPromiseError(Exception):
    """A result that must not be."""


def inspect(message: Message, again: bool) -> str:
    """What comes of a message: `enriched`, `no-result`, `alerts` ... or the code of its dead letter.

    `again` has the work done twice and the results compared. Raises BrokenPromiseError, and whatever else the code
    under test raises that is no ContentError.
    """
    record = _record(message.topic, message.value)
    try:
        results = _handled(record)
    except ContentError as refusal:
        letter = dead_letter(record, refusal)
        _demand(letter.value == message.value, "a dead letter has other bytes than the message")
        return refusal.code
    if again:
        _demand(results == _handled(record), "the same message gives another result")
    return _judged(results)


def _record(topic: Topic, value: bytes) -> Record:
    return Record(topic.name, 0, 0, RECORD_TIME_MS, b"key", value)


def _handled(record: Record) -> Sequence[Outgoing]:
    if record.topic == ARTICLES_RAW.name:
        return enriched_messages(record, _settings().limits, PublishedEvents(timedelta(days=7)))
    return EventFold(_TOPICS[record.topic], _rules(), _HORIZON).apply(record)


@cache
def _settings() -> Settings:
    return Settings()


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules(bundled("rules.yaml"))


def _judged(results: Sequence[Outgoing]) -> str:
    if not results:
        return "no-result"
    if any(len(result.value or b"") > _LIMITS[result.topic] for result in results):
        return "result-too-large"
    if results[0].topic == CLUSTERS.name:
        return _judged_alerts(results)
    article = decode(EnrichedArticle, results[0].value or b"")
    _judge_article(article)
    for result in results[1:]:
        _judge_event(article, result)
    return "events" if len(results) > 1 else "enriched"


def _judge_article(article: EnrichedArticle) -> None:
    for event in (*article.meetings, *article.troop_announcements):
        for evidence in event.evidence:
            _judge_evidence(article.text, evidence)
    for mark in (*article.mentions, *article.sections):
        _demand(0 <= mark.start < mark.end <= len(article.text), f"a mark {mark} lies outside the text")


def _judge_evidence(text: str, evidence: Evidence) -> None:
    _demand(text[evidence.start : evidence.end] == evidence.quote, f"evidence {evidence} is not in the text")
    _demand(len(evidence.quote) <= MAX_EVIDENCE_LENGTH, f"evidence {evidence} is too long")


def _judge_event(article: EnrichedArticle, result: Outgoing) -> None:
    """The event reads back and belongs to the article, and alerting can work with it."""
    event = decode(EVENT_MODELS[result.topic], result.value or b"")
    _demand(event.article.uri == article.uri, "an event is not of its article")
    topic = MEETINGS if result.topic == MEETINGS.name else TROOP_ANNOUNCEMENTS
    try:
        outcome = _judged(_handled(_record(topic, result.value or b"")))
    except ContentError as refusal:
        raise BrokenPromiseError(f"alerting refuses an event of ours: {refusal}") from refusal
    _demand(outcome in ("cluster", "alerts", "result-too-large"), f"an event of ours gives {outcome}")


def _judged_alerts(results: Sequence[Outgoing]) -> str:
    alerts = [decode(Alert, result.value or b"") for result in results if result.topic == ALERTS.name]
    for alert in alerts:
        _demand(_is_one_line(alert.title), f"a title of more than one line or with control characters: {alert.title!r}")
        _demand(
            all(map(_is_one_line, alert.summary.split("\n"))), f"a summary with control characters: {alert.summary!r}"
        )
        _demand(len(alert.title) <= LONGEST_TITLE, f"a title of {len(alert.title)} code points")
    return "alerts" if alerts else "cluster"


def _is_one_line(text: str) -> bool:
    """No control characters, no line breaks, and of direction marks only isolates that are closed."""
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text):
        return False
    marks = [letter for letter in text if unicodedata.category(letter) == "Cf"]
    return marks == ["\u2068", "\u2069"] * (len(marks) // 2)


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BrokenPromiseError(otherwise)
