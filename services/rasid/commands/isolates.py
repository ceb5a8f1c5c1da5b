"""Article text on a terminal: Arabic runs from right to left inside itself and leaves the line around it in order.

Whatever is not plain ASCII stands in a first-strong isolate (U+2068 ... U+2069) on every line that it is wrapped
to, on any terminal that knows Unicode's bidirectional algorithm. ASCII turns nothing round and needs none, so ids can
be copied as they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.text import Text

BEGIN, END = "\u2068", "\u2069"
_BEGINNINGS = ("\u2066", "\u2067", BEGIN)
_ISOLATES = range(0x2066, 0x206A)
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))
OUR_WORDS = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}") | {0x0A: "\n", 0x09: " "}
"""What Rasid writes itself isolates what it quotes; whatever else moves the cursor or turns the line is shown."""
THEIR_WORDS = OUR_WORDS | dict.fromkeys(_ISOLATES, "\N{REPLACEMENT CHARACTER}")
"""An article must not move the cursor, turn the line around, or end its isolate."""


def isolated(content: str, characters: Mapping[int, str] = THEIR_WORDS) -> Text:
    """Text of an article, kept from changing the direction of what is around it or the terminal's state."""
    shown = content.translate(characters)
    return Text(shown if shown.isascii() else f"{BEGIN}{shown}{END}")


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Text whose isolates end with each line and go on in the next, since a terminal takes each line by itself.

    What does not fit on a line stands below it as far in as the line begins.
    """

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines of the text."""
        unended = 0
        for indent, line in self._lines(console, options.max_width):
            begun = unended + sum(map(line.plain.count, _BEGINNINGS)) - line.plain.count(END)
            yield Text.assemble(indent, BEGIN * unended, line, END * max(begun, 0))
            unended = max(begun, 0)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as the text."""
        return Measurement.get(console, options, self.text)

    def _lines(self, console: Console, width: int) -> Iterator[tuple[str, Text]]:
        """Each line's spaces at its beginning, and the rest of it."""
        for line in self.text.split("\n", allow_blank=True):
            indent = len(line.plain) - len(line.plain.lstrip(" "))
            for part in line[indent:].wrap(console, max(width - indent, 1), overflow="fold"):
                part.rstrip()
                yield " " * indent, part
