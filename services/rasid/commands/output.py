"""What commands print: plain JSON lines for programs, tables and colour for people."""

import sys
from collections.abc import Sequence
from typing import Protocol

from rasid.commands.json_lines import JsonLines
from rasid.commands.rows import Row
from rasid.enrichment.explain.origins import Explanation
from rasid.runtime.dead_letters import DeadLetter
from rasid.runtime.records import Record
from rasid_schemas.articles import EnrichedArticle


class Output(Protocol):
    """Where a command's results go."""

    def article(self, article: EnrichedArticle) -> None:
        """An enriched article with what was found in it."""

    def explained(self, article: EnrichedArticle, explanations: Sequence[Explanation]) -> None:
        """An article's text and events, with what each field came from."""

    def record(self, record: Record) -> None:
        """A message of one of the topics."""

    def dead_letters(self, letters: Sequence[DeadLetter]) -> None:
        """A list of dead letters, a line each."""

    def dead_letter(self, letter: DeadLetter) -> None:
        """One dead letter, whole."""

    def table(self, title: str, rows: Sequence[Row]) -> None:
        """Rows with the same columns."""


def choose_output(as_json: bool) -> Output:
    """For people on a terminal, for programs elsewhere or where JSON is asked for."""
    if as_json or not sys.stdout.isatty():
        return JsonLines()
    from rasid.commands.terminal import Terminal

    return Terminal()
