"""A message for each number: the same seed and number give the same bytes."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import orjson

from bench.fuzz.pages import page
from bench.fuzz.structure import Json, with_hostile_values, with_spoilt_bytes
from bench.fuzz.texts import LANGUAGES, text
from bench.fuzz.vocabulary import SENTENCES
from rasid_schemas.topics import ARTICLES_RAW, MEETINGS, TROOP_ANNOUNCEMENTS, Topic

ROOT = Path(__file__).parents[2]
TOPICS = (ARTICLES_RAW, MEETINGS, TROOP_ANNOUNCEMENTS)
_EVENTS = 0.08
"""The share of messages that are events which somebody else wrote on an event topic."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a topic may hold."""

    topic: Topic
    value: bytes


@cache
def seeds(topic: Topic) -> tuple[Json, ...]:
    """The project's own messages of a topic: golden ones, and for articles the samples and single sentences."""
    golden = sorted((ROOT / "schemas" / "examples" / topic.name).glob("*.json"))
    found = [orjson.loads(path.read_bytes()) for path in golden]
    found = [each.get("value", each) for each in found]
    if topic is ARTICLES_RAW:
        found += [orjson.loads(line) for line in (ROOT / "config" / "samples.jsonl").read_bytes().splitlines()]
    return tuple(found)


def message(seed: int, number: int) -> Message:
    """The message of a number."""
    random = Random(f"{seed}/{number}")
    if random.random() < _EVENTS:
        topic = random.choice((MEETINGS, TROOP_ANNOUNCEMENTS))
        return Message(topic, _spoilt(random, _event(random, topic)))
    return Message(ARTICLES_RAW, random.choice(_ARTICLES)(random))


def _spoilt(random: Random, fields: Json) -> bytes:
    if random.random() < 0.4:
        return with_spoilt_bytes(random, orjson.dumps(fields))
    return with_hostile_values(random, fields)


def _event(random: Random, topic: Topic) -> Json:
    """An event with another text in one of its fields, also deep inside."""
    fields = orjson.loads(orjson.dumps(random.choice(seeds(topic))))
    inner = random.choice([fields, fields["article"], *fields.get("participants", ())])
    values = (text(random)[:2_000], "2026-99-99", "0000", 10**18, None, -1, "")
    inner[random.choice(list(inner))] = random.choice(values)
    return fields  # type: ignore[no-any-return]


def _article(random: Random) -> Json:
    """A small article of one sentence, now and then one of the project's own."""
    if random.random() < 0.05:
        return dict(random.choice(seeds(ARTICLES_RAW)))
    language = random.choice(LANGUAGES)
    return {
        "uri": "urn:fuzz:1",
        "body": random.choice(SENTENCES[language]),
        "headline": random.choice(SENTENCES[language])[:60],
        "published_at": "2026-11-16T09:00:00+03:00",
        "source": "Example",
        "metadata": {"desk": "foreign"},
        "language": random.choice((language, language, "de")),
    }


def _with_spoilt_bytes(random: Random) -> bytes:
    return with_spoilt_bytes(random, orjson.dumps(_article(random)))


def _with_hostile_values(random: Random) -> bytes:
    return with_hostile_values(random, _article(random))


def _with_made_up_text(random: Random) -> bytes:
    fields = _article(random) | {"body": text(random), "language": random.choice(("en", "ar", "ar", None, "zz"))}
    if random.random() < 0.3:
        fields["headline"] = text(random)[:300]
    return orjson.dumps(fields)


def _with_page(random: Random) -> bytes:
    return orjson.dumps(_article(random) | {"body": page(random), "body_type": "text/html"})


def _ninjs(random: Random) -> bytes:
    roles = random.choices(("main", "lead", None, "", "main"), k=random.choice((0, 1, 1, 2, 5)))
    types = ("text/plain", "text/html", "TEXT/HTML; charset=utf-8", "image/png", None, "")
    bodies = [{"role": role, "contentType": random.choice(types), "value": text(random)[:2_000]} for role in roles]
    fields: Json = {
        "uri": "urn:fuzz:ninjs",
        "bodies": bodies,
        "headlines": [{"role": "main", "value": text(random)[:300]}],
        "infoSources": [{"name": random.choice((None, "", "Example"))}],
        "by": "A. Writer",
        "versionCreated": random.choice(("2026-11-16T09:00:00Z", "later", None)),
    }
    return orjson.dumps(fields) if random.random() < 0.5 else _spoilt(random, fields)


_ARTICLES = (
    _with_spoilt_bytes, _with_spoilt_bytes, _with_hostile_values, _with_hostile_values, _with_made_up_text,
    _with_made_up_text, _with_made_up_text, _with_page, _ninjs,
)  # fmt: skip
