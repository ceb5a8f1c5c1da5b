"""`rasid extract --explain` on a terminal: the text with its evidence marked, and where each field came from.

Lines are wrapped here rather than by the terminal, so that every line of Arabic is an isolate of its own, and stands
at the right.
"""

import unicodedata
from collections.abc import Sequence

from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from rasid.commands.isolates import THEIR_WORDS, Wrapped, isolated
from rasid.commands.terminal import meeting_lines, troop_lines, warning_line
from rasid.enrichment.explain.origins import Explanation, Origin
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.extraction import Meeting

_STYLES = ("green", "magenta", "yellow", "cyan", "blue", "red")
_UNREAD = ("comments", "boilerplate")
_EDGES = 2
"""Columns that the marks of an isolate may take on terminals that show them."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def show_explained(console: Console, article: EnrichedArticle, explanations: Sequence[Explanation]) -> None:
    """The article's text, then each event with a table of its origins."""
    console.print(Text.assemble(("ARTICLE ", "bold"), isolated(article.uri), _published(article)))
    for line in _marked(article, explanations).split("\n"):
        _show_line(console, line)
    for number, explanation in enumerate(explanations, start=1):
        console.print()
        event = explanation.event
        lines = meeting_lines(event) if isinstance(event, Meeting) else troop_lines(event)
        console.print(Wrapped(Text.assemble((f"[{number}] ", _style(number)), lines)))
        console.print(_table(article, explanation))
        console.print(_reasons(explanation))
    if not explanations:
        console.print("no events")
    for warning in article.warnings:
        console.print(Wrapped(warning_line(warning)))


def _published(article: EnrichedArticle) -> str:
    return f"  {article.published_at:%Y-%m-%d %H:%M %Z}" if article.published_at else ""


def _style(number: int) -> str:
    return f"bold {_STYLES[(number - 1) % len(_STYLES)]}"


def _marked(article: EnrichedArticle, explanations: Sequence[Explanation]) -> Text:
    """The text with each event's evidence in its colour, and what is never read in grey; as long as the text."""
    shown = Text(article.text.translate({**THEIR_WORDS, 0x0A: "\n"}))
    for section in article.sections:
        if section.kind in _UNREAD:
            shown.stylize("dim", section.start, section.end)
    for number, explanation in enumerate(explanations, start=1):
        for evidence in explanation.event.evidence:
            shown.stylize(f"{_style(number)} underline", evidence.start, evidence.end)
    return shown


def _show_line(console: Console, line: Text) -> None:
    justify: JustifyMethod = "right" if _runs_from_the_right(line.plain) else "left"
    for part in line.wrap(console, max(console.width - _EDGES, 1)) if line.plain.strip() else ():
        part.rstrip()
        console.print(Text.assemble("\u2068", part, "\u2069"), justify=justify, no_wrap=True, overflow="ignore")


def _runs_from_the_right(line: str) -> bool:
    """Whether the first letter with a direction is Arabic."""
    directions = (unicodedata.bidirectional(letter) for letter in line)
    return next((direction in _RIGHT_TO_LEFT for direction in directions if direction in {"L", *_RIGHT_TO_LEFT}), False)


def _table(article: EnrichedArticle, explanation: Explanation) -> Table:
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("field", no_wrap=True)
    for name in ("value", "from the words", "because"):
        table.add_column(name, overflow="fold")
    for origin in explanation.origins:
        words = Wrapped(_words(article, origin))
        table.add_row(origin.field, Wrapped(isolated(origin.value)), words, origin.reason)
    return table


def _words(article: EnrichedArticle, origin: Origin) -> Text:
    if origin.start is None or origin.end is None:
        return Text("-", style="dim")
    return Text.assemble(isolated(article.text[origin.start : origin.end]), (f" @{origin.start}", "dim"))


def _reasons(explanation: Explanation) -> Text:
    """The rule, and what speaks for the event and against it."""
    told = ", ".join(f"{point.reason} {point.worth / 100:+.2f}" for point in explanation.points)
    event = explanation.event
    return Text.assemble(
        ("rule ", "dim"), event.rule, ("  confidence ", "dim"), f"{event.confidence:.2f}", f" = {told}"
    )
