"""Output for programs: plain JSON lines."""

import sys
from collections.abc import Sequence

import orjson

from rasid.commands.letters import as_dead_letter, dead_letter_fields, text
from rasid.commands.rows import Row
from rasid.enrichment.explain.origins import Explanation
from rasid.runtime.dead_letters import DeadLetter
from rasid.runtime.records import Record
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.codec import encode


class JsonLines:
    """One JSON object a line. Messages of the contract are printed as they are on their topic."""

    def article(self, article: EnrichedArticle) -> None:
        """The EnrichedArticle."""
        write_line(encode(article))

    def explained(self, article: EnrichedArticle, explanations: Sequence[Explanation]) -> None:
        """A line an event: the article's uri, the event, what each field came from, the points of its confidence."""
        for explanation in explanations:
            write_line(
                orjson.dumps(
                    {
                        "uri": article.uri,
                        "event": explanation.event.model_dump(mode="json"),
                        "origins": [origin._asdict() for origin in explanation.origins],
                        "points": [point._asdict() for point in explanation.points],
                    }
                )
            )

    def record(self, record: Record) -> None:
        """The message's value, or whose it was; for a dead letter its reason and origin as well."""
        letter = as_dead_letter(record)
        if letter is not None:
            self.dead_letter(letter)
        elif record.value is not None:
            write_line(record.value)
        else:
            write_line(orjson.dumps({"taken_back": text(record.key)}))

    def dead_letters(self, letters: Sequence[DeadLetter]) -> None:
        """Each with its value."""
        for letter in letters:
            self.dead_letter(letter)

    def dead_letter(self, letter: DeadLetter) -> None:
        """Its id, reason, origin and value; bytes that are no UTF-8 as hexadecimal digits."""
        write_line(
            orjson.dumps(
                dead_letter_fields(letter) | {"key": text(letter.record.key), "value": text(letter.record.value)}
            )
        )

    def table(self, title: str, rows: Sequence[Row]) -> None:
        """An object a row."""
        for row in rows:
            write_line(orjson.dumps(row))


def write_line(content: bytes) -> None:
    """Write a line to standard output, at once."""
    sys.stdout.buffer.write(content + b"\n")
    sys.stdout.buffer.flush()
