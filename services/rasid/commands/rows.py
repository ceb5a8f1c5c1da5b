"""What lists of results are made of, and how they are counted."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | datetime | None
Row: TypeAlias = Mapping[str, Cell]
"""A value for each column; all rows of a list have the same columns."""


def counted(number: int, thing: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
