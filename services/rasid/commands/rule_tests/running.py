"""Running a rule test: what its articles and events raise, beside what it expects."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from rasid.alerting.rehearsal import Rehearsal
from rasid.alerting.rules.rule import Rule
from rasid.commands.rule_tests.comparing import Difference, differences
from rasid.commands.rule_tests.definitions import Given, RuleTest
from rasid.commands.rule_tests.inputs import ArticleInput, event_of, raw_article
from rasid.enrichment.pipeline import enrich
from rasid.enrichment.published import PublishedEvents, Standing
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import encode
from rasid_schemas.events import Event, MeetingEvent
from rasid_schemas.topics import MEETINGS, TROOP_ANNOUNCEMENTS

AFTERMATH = timedelta(hours=1)
"""How long a test goes on after the last thing it hands in or expects, unless it says."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a test: passed where nothing differs."""

    test: RuleTest
    differences: tuple[Difference, ...]


def run_test(test: RuleTest, rules: tuple[Rule, ...], horizon: timedelta) -> Outcome:
    """Run one test. The same test gives the same outcome, whatever the time."""
    return Outcome(test, differences(test, tuple(_alerts(test, Rehearsal(rules, horizon), PublishedEvents(horizon)))))


def _alerts(test: RuleTest, rehearsal: Rehearsal, published: PublishedEvents) -> Iterator[Alert]:
    for number, given in enumerate(sorted(test.given, key=lambda each: each.at), start=1):
        at = test.start + given.at
        yield from rehearsal.pass_time(at)
        for record in _records(given, f"test:{number}", at, published):
            yield from rehearsal.hear(record)
    yield from rehearsal.pass_time(test.start + _end(test))


def _end(test: RuleTest) -> timedelta:
    last = max(*(given.at for given in test.given), *(alert.at for alert in test.expected), timedelta())
    return last + AFTERMATH if test.until is None else test.until


def _records(given: Given, uri: str, at: datetime, published: PublishedEvents) -> Iterator[Record]:
    """What comes on the event topics: of an article its events, and those that it told before and tells no more."""
    if not isinstance(given.content, ArticleInput):
        event = event_of(given.content, uri, at)
        yield _record(_standing(event), at, event)
        return
    uri = given.content.uri or uri
    found = () if given.content.withdrawn else enrich(raw_article(given.content, uri, at), at).events
    events = {_standing(event): event for event in found}
    for standing, event in events.items():
        yield _record(standing, at, event)
    for standing in published.replace(uri, tuple(events), at):
        yield _record(standing, at)


def _standing(event: Event) -> Standing:
    return Standing(MEETINGS if isinstance(event, MeetingEvent) else TROOP_ANNOUNCEMENTS, event.event_id)


def _record(standing: Standing, at: datetime, event: Event | None = None) -> Record:
    milliseconds = round(at.timestamp() * 1000)
    return Record(
        standing.topic.name, 0, 0, milliseconds, standing.event_id.encode(), None if event is None else encode(event)
    )
