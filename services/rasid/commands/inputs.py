"""Lines and files that people name on the command line."""

import sys
from collections.abc import Iterator
from pathlib import Path

from rasid.commands.errors import USAGE, CommandError

STANDARD_INPUT = "-"


def open_lines(name: str) -> Iterator[bytes]:
    """The lines of a file, or of standard input for `-`; raises CommandError where it cannot be read."""
    if name == STANDARD_INPUT:
        yield from sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as lines:
            yield from lines
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}; check the path", USAGE) from None


def read_bytes(name: str) -> bytes:
    """All of a file, or of standard input for `-`; raises CommandError where it cannot be read."""
    return b"".join(open_lines(name))
