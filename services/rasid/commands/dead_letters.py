"""`rasid dead-letters`: what could not be processed, and why."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime

from rasid.commands.errors import FAILED, USAGE, CommandError
from rasid.commands.letters import letter_id
from rasid.commands.moments import aware
from rasid.commands.output import Output
from rasid.runtime.dead_letters import DeadLetter, read_dead_letter
from rasid.runtime.reading import read_to_end
from rasid.runtime.settings import Settings
from rasid_schemas.topics import DEAD_LETTER_SUFFIX, DEAD_LETTER_TOPICS, Topic

BY_NAME = {topic.name: topic for topic in DEAD_LETTER_TOPICS}


@dataclass(frozen=True, slots=True)
class Filters:
    """Which dead letters are meant; what is None does not matter. Times are record times, `[since, until)`."""

    topic: str | None = None
    code: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The dead-letter topics to look into; raises CommandError."""
        return DEAD_LETTER_TOPICS if self.topic is None else (dead_letter_topic(self.topic),)

    def take(self, letter: DeadLetter) -> bool:
        """Whether a letter is meant."""
        timestamp = letter.record.timestamp_ms
        return (
            self.code in (None, letter.code)
            and (self.since is None or timestamp >= _milliseconds(self.since))
            and (self.until is None or timestamp < _milliseconds(self.until))
        )


def _milliseconds(time: datetime) -> float:
    return aware(time).timestamp() * 1000


def dead_letter_topic(name: str) -> Topic:
    """The dead-letter topic of that name, or of the topic of that name; raises CommandError."""
    topic = BY_NAME.get(name) or BY_NAME.get(name + DEAD_LETTER_SUFFIX)
    if topic is None:
        raise CommandError(f"{name!r} has no dead letters; there are {', '.join(sorted(BY_NAME))}", USAGE)
    return topic


async def dead_letters(settings: Settings, filters: Filters) -> AsyncGenerator[DeadLetter]:
    """The dead letters there are now that the filters take, oldest first within a partition."""
    async with aclosing(read_to_end(settings, filters.topics)) as records:
        async for record in records:
            letter = read_dead_letter(record)
            if filters.take(letter):
                yield letter


async def list_dead_letters(settings: Settings, filters: Filters, output: Output) -> None:
    """Show the dead letters, the oldest first."""
    letters = [letter async for letter in dead_letters(settings, filters)]
    output.dead_letters(sorted(letters, key=lambda letter: letter.record.timestamp_ms))


def parse_id(given: str) -> tuple[Topic, int, int]:
    """The topic, partition and offset of an id as `list` shows it; raises CommandError."""
    name, _, place = given.rpartition("/")
    partition, _, offset = place.partition("@")
    if not (name and partition.isdecimal() and offset.isdecimal()):
        raise CommandError(f"{given!r} is no dead letter; give TOPIC/PARTITION@OFFSET as `list` shows it", USAGE)
    return dead_letter_topic(name), int(partition), int(offset)


async def named_dead_letters(settings: Settings, ids: Sequence[str]) -> list[DeadLetter]:
    """The dead letters with these ids; raises CommandError where one is not there."""
    topics = tuple({topic.name: topic for topic, _, _ in map(parse_id, ids)}.values())
    wanted = {
        f"{topic.name}/{partition}@{offset}": given for given in ids for topic, partition, offset in [parse_id(given)]
    }
    found: list[DeadLetter] = []
    async with aclosing(read_to_end(settings, topics)) as records:
        async for record in records:
            letter = read_dead_letter(record)
            if wanted.pop(letter_id(letter), None):
                found.append(letter)
            if not wanted:
                return found
    missing = next(iter(wanted.values()))
    raise CommandError(f"there is no dead letter {missing}; `rasid dead-letters list` shows those there are", FAILED)


async def show_dead_letter(settings: Settings, given: str, output: Output) -> None:
    """Show one dead letter whole: its reason, headers and value."""
    for letter in await named_dead_letters(settings, (given,)):
        output.dead_letter(letter)
