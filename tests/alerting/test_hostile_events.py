"""Events that others write on the event topics: read or refused, and an alert's title is one line whatever they say."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import timedelta

import orjson
import pytest

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rules import load_rules
from rasid.runtime.bundled import bundled
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.export import SCHEMAS
from rasid_schemas.topics import ALERTS, MEETINGS, TROOP_ANNOUNCEMENTS, Topic

RULES = load_rules(bundled("rules.yaml"))
RECORD_TIME_MS = 1_795_521_600_000
HOSTILE: tuple[object, ...] = (
    "two\nlines", "two\u2028lines", "a\x85b\rc", "\u202eturned", "\u2066\u2067open", "\x1b[31mred", "\x00", "",
    " ", "a" * 20_000,
    "و" * 5_000, "\u0301" * 50, "\ufdfa", "0000", "2026-13-45", "٢٠٢٦-٠١-٠١", "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59", -1, 2**63, 2**64 - 1, 1e300, True, None, [], {}, [[]], {"a": "b"},
)  # fmt: skip

Json = dict[str, object]


def golden(topic: Topic) -> Json:
    path = min((SCHEMAS / "examples" / topic.name).glob("*"))
    return dict(orjson.loads(path.read_bytes())["value"])


def spoilt(topic: Topic, value: object) -> Iterator[bytes]:
    """A golden event with the value in place of each field in turn, outside and inside."""
    event = golden(topic)
    for path in _places(event, ()):
        yield orjson.dumps(_with(event, path, value))


def _places(inside: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    parts = inside.items() if isinstance(inside, dict) else enumerate(inside) if isinstance(inside, list) else ()
    for key, part in parts:
        yield from _places(part, (*path, key))


def _with(inside: object, path: Sequence[str | int], value: object) -> object:
    if not path:
        return value
    if isinstance(inside, dict):
        return inside | {path[0]: _with(inside[path[0]], path[1:], value)}
    assert isinstance(inside, list)
    return [_with(part, path[1:], value) if place == path[0] else part for place, part in enumerate(inside)]


def folded(topic: Topic, value: bytes) -> Sequence[Outgoing]:
    fold = EventFold(topic, RULES, timedelta(days=7))
    return fold.apply(Record(topic.name, 0, 0, RECORD_TIME_MS, None, value))


def is_one_line(text: str) -> bool:
    """Without control characters and line breaks, and every direction that is set is set back."""
    depth = 0
    for letter in text:
        depth += (letter == "\u2068") - (letter == "\u2069")
        odd = unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") and letter not in "\u2068\u2069"
        if odd or depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("topic", [MEETINGS, TROOP_ANNOUNCEMENTS], ids=lambda topic: topic.name)
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value)[:20])
def test_an_event_of_others_is_folded_or_refused(topic: Topic, value: object) -> None:
    for event in spoilt(topic, value):
        try:
            results = folded(topic, event)
        except ContentError as refusal:
            assert refusal.code in ("wrong-type", "invalid-field", "missing-field", "empty-field")
            continue
        for alert in (decode(Alert, result.value or b"") for result in results if result.topic == ALERTS.name):
            assert is_one_line(alert.title)
            assert all(map(is_one_line, alert.summary.split("\n")))
            assert len(alert.title) < 1_000
