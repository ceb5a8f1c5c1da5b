"""Dead letters as commands show them."""

from rasid.commands.rows import Cell
from rasid.runtime.dead_letters import DeadLetter, read_dead_letter
from rasid.runtime.records import Record
from rasid_schemas.codec import ContentError
from rasid_schemas.topics import DEAD_LETTER_SUFFIX


def text(content: bytes | None) -> str | None:
    """Bytes as people can read them."""
    if content is None:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.hex()


def letter_id(letter: DeadLetter) -> str:
    """What names a dead letter on the command line."""
    return f"{letter.record.topic}/{letter.record.partition}@{letter.record.offset}"


def dead_letter_fields(letter: DeadLetter) -> dict[str, Cell]:
    """What a dead letter tells, but for its key and value."""
    return {
        "id": letter_id(letter),
        "time": _time(letter),
        "code": letter.code,
        "message": letter.message,
        "stage": letter.stage,
        "error": letter.error,
        "topic": letter.topic,
        "partition": letter.partition,
        "offset": letter.offset,
    }


def _time(letter: DeadLetter) -> Cell:
    try:
        return letter.record.time
    except ContentError:  # what is wrong with it, perhaps
        return str(letter.record.timestamp_ms)


def as_dead_letter(record: Record) -> DeadLetter | None:
    """The dead letter that a record is, if it is one."""
    return read_dead_letter(record) if record.topic.endswith(DEAD_LETTER_SUFFIX) else None
