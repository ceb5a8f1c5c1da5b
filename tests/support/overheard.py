"""A process of its own that reads articles and tells what it opened, called and wrote meanwhile.

An audit hook of Python stays for good, hence the process. Articles come as JSON lines on standard input; one JSON
object goes out. First an article of each kind is read unheard, since modules and tables are loaded then.
"""

import os
import socket
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import orjson

from rasid.alerting.channels.webhook import cloud_event
from rasid.alerting.clusters.fold import HORIZON
from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rules import load_rules
from rasid.enrichment.agents import enriched_messages
from rasid.enrichment.pipeline import prepare
from rasid.enrichment.published import PublishedEvents
from rasid.runtime.bundled import bundled
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import decode
from rasid_schemas.limits import DEFAULT_LIMITS
from rasid_schemas.topics import ALERTS, ARTICLES_RAW, MEETINGS

CALLS = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn")
FILES = ("open", "os.mkdir", "os.remove", "os.rename", "os.listdir", "os.scandir", "shutil.", "tempfile.")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Ear:
    """Hears what Python's runtime reports; for good, once it listens."""

    def __init__(self) -> None:
        self.heard: dict[str, list[str]] = {"start": [], "reading": [], "proof": []}
        self.phase = "start"

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note an event that concerns the world outside; while starting, files may be read."""
        reads_file = event in ("open", "os.listdir", "os.scandir") and not _writes(event, arguments)
        if event.startswith(CALLS + FILES) and not (self.phase == "start" and reads_file):
            self.heard[self.phase].append(f"{event} {arguments!r}")


def _writes(event: str, arguments: tuple[Any, ...]) -> bool:
    return event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & WRITING)


def alerts_of(articles: Iterable[bytes], rules: tuple[Rule, ...]) -> list[bytes]:
    """All the way from raw articles to what the webhook is sent."""
    fold = EventFold(MEETINGS, rules, HORIZON)
    raw = [received(ARTICLES_RAW.name, offset, value) for offset, value in enumerate(articles)]
    published = PublishedEvents(HORIZON)
    enriched = [message for record in raw for message in enriched_messages(record, DEFAULT_LIMITS, published)]
    events = [received(m.topic, n, m.value) for n, m in enumerate(enriched) if m.topic == MEETINGS.name]
    folded = [message for record in events for message in fold.apply(record)]
    return [cloud_event(decode(Alert, m.value or b"")) for m in folded if m.topic == ALERTS.name]


def received(topic: str, offset: int, value: bytes | None) -> Record:
    """A message as a worker gets it."""
    return Record(topic, 0, offset, int(NOW.timestamp() * 1000) + offset, None, value, ())


def main() -> None:
    """Read, listen, tell."""
    ear = Ear()
    sys.addaudithook(ear)
    articles = sys.stdin.buffer.read().splitlines()
    prepare()
    rules = load_rules(bundled("rules.yaml"))
    alerts_of(articles, rules)
    ear.phase = "reading"
    sent = alerts_of(articles, rules)
    ear.phase = "proof"
    socket.getaddrinfo("127.0.0.1", 9)
    sys.stdout.buffer.write(orjson.dumps({"heard": ear.heard, "alerts": [orjson.loads(one) for one in sent]}))


if __name__ == "__main__":
    main()
