"""`rasid dead-letters`: what could not be processed, and why."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from rasid.commands.errors import FAILED, USAGE, CommandError
from rasid.commands.output import Output
from rasid.runtime.dead_letters import DeadLetter, read_dead_letter
from rasid.runtime.reading import read_to_end
from rasid.runtime.settings import Settings
from rasid_schemas.topics import DEAD_LETTER_SUFFIX, DEAD_LETTER_TOPICS, Topic

BY_NAME = {topic.name: topic for topic in DEAD_LETTER_TOPICS}


def dead_letter_topic(name: str) -> Topic:
    """The dead-letter topic of that name, or of the topic of that name; raises CommandError."""
    topic = BY_NAME.get(name) or BY_NAME.get(name + DEAD_LETTER_SUFFIX)
    if topic is None:
        raise CommandError(f"{name!r} has no dead letters; there are {', '.join(sorted(BY_NAME))}", USAGE)
    return topic


async def dead_letters(settings: Settings, topic: str | None, code: str | None) -> AsyncGenerator[DeadLetter]:
    """The dead letters there are now, of one topic or all, with one error code or any."""
    topics = DEAD_LETTER_TOPICS if topic is None else (dead_letter_topic(topic),)
    async for record in read_to_end(settings, topics):
        letter = read_dead_letter(record)
        if code in (None, letter.code):
            yield letter


async def list_dead_letters(settings: Settings, topic: str | None, code: str | None, output: Output) -> None:
    """Show the dead letters, oldest first within a partition."""
    output.dead_letters([letter async for letter in dead_letters(settings, topic, code)])


def parse_id(given: str) -> tuple[Topic, int, int]:
    """The topic, partition and offset of an id as `list` shows it; raises CommandError."""
    name, _, place = given.rpartition("/")
    partition, _, offset = place.partition("@")
    if not (name and partition.isdecimal() and offset.isdecimal()):
        raise CommandError(f"{given!r} is no dead letter; give TOPIC/PARTITION@OFFSET as `list` shows it", USAGE)
    return dead_letter_topic(name), int(partition), int(offset)


async def show_dead_letter(settings: Settings, given: str, output: Output) -> None:
    """Show one dead letter whole: its reason, headers and value."""
    topic, partition, offset = parse_id(given)
    async with aclosing(read_to_end(settings, (topic,))) as records:
        async for record in records:
            if (record.partition, record.offset) == (partition, offset):
                output.dead_letter(read_dead_letter(record))
                return
    raise CommandError(f"there is no dead letter {given}; `rasid dead-letters list` shows those there are", FAILED)
