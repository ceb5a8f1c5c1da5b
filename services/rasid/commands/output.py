"""What commands print: plain JSON lines for programs, tables and colour for people."""

import sys
from collections.abc import Sequence
from typing import Any, Protocol

import orjson

from rasid.runtime.dead_letters import DeadLetter, read_dead_letter
from rasid.runtime.records import Record
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.topics import DEAD_LETTER_SUFFIX


class Output(Protocol):
    """Where a command's results go."""

    def article(self, article: EnrichedArticle) -> None:
        """An enriched article with what was found in it."""

    def record(self, record: Record) -> None:
        """A message of one of the topics."""

    def dead_letters(self, letters: Sequence[DeadLetter]) -> None:
        """A list of dead letters, a line each."""

    def dead_letter(self, letter: DeadLetter) -> None:
        """One dead letter, whole."""

    def table(self, title: str, rows: Sequence[dict[str, str | int | None]]) -> None:
        """Rows with the same columns."""


class JsonLines:
    """One JSON object a line. Messages of the contract are printed as they are on their topic."""

    def article(self, article: EnrichedArticle) -> None:
        """The EnrichedArticle."""
        _line(article.model_dump_json().encode())

    def record(self, record: Record) -> None:
        """The message's value; for a dead letter its reason and origin as well."""
        letter = as_dead_letter(record)
        if letter is not None:
            self.dead_letter(letter)
        elif record.value is not None:
            _line(record.value)

    def dead_letters(self, letters: Sequence[DeadLetter]) -> None:
        """Each with its value."""
        for letter in letters:
            self.dead_letter(letter)

    def dead_letter(self, letter: DeadLetter) -> None:
        """Its id, reason, origin and value; bytes that are no UTF-8 as hexadecimal digits."""
        _line(
            orjson.dumps(
                dead_letter_fields(letter) | {"key": text(letter.record.key), "value": text(letter.record.value)}
            )
        )

    def table(self, title: str, rows: Sequence[dict[str, str | int | None]]) -> None:
        """An object a row."""
        for row in rows:
            _line(orjson.dumps(row))


def _line(content: bytes) -> None:
    sys.stdout.buffer.write(content + b"\n")
    sys.stdout.buffer.flush()


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


def dead_letter_fields(letter: DeadLetter) -> dict[str, Any]:
    """What a dead letter tells, but for its key and value."""
    return {
        "id": letter_id(letter),
        "time": letter.record.time.isoformat(),
        "code": letter.code,
        "message": letter.message,
        "stage": letter.stage,
        "error": letter.error,
        "topic": letter.topic,
        "partition": letter.partition,
        "offset": letter.offset,
    }


def as_dead_letter(record: Record) -> DeadLetter | None:
    """The dead letter that a record is, if it is one."""
    return read_dead_letter(record) if record.topic.endswith(DEAD_LETTER_SUFFIX) else None


def choose_output(as_json: bool) -> Output:
    """For people on a terminal, for programs elsewhere or where JSON is asked for."""
    if as_json or not sys.stdout.isatty():
        return JsonLines()
    from rasid.commands.terminal import Terminal

    return Terminal()
