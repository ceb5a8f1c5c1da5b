"""Rows on a terminal: a table where it can be read, else a line for each field."""

from collections.abc import Sequence
from datetime import UTC, datetime

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from rasid.commands.isolates import Wrapped, isolated
from rasid.commands.rows import Cell, Row

READABLE = 12
"""Columns of the terminal that prose needs at least."""
BORDERS = 3
"""Columns of the terminal that a column of the table takes beside its content."""


def show_rows(console: Console, title: str, rows: Sequence[Row]) -> None:
    """Show rows with the same columns. What has no spaces, as an id, stays in one piece, so that it can be copied."""
    if sum(_needed(name, rows) + BORDERS for name in rows[0]) < console.width:
        console.print(_table(title, rows))
        return
    for row in rows:
        console.print(_fields(row))
        console.print()


def told(time: datetime) -> str:
    """A time for people, to the second and in UTC: `2026-11-24 12:00:00Z`."""
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%SZ}"


def _needed(name: str, rows: Sequence[Row]) -> int:
    """How wide a column has to be at least."""
    if not _in_one_piece(name, rows):
        return READABLE
    return max(cell_len(word) for word in (*_heading(name).split(), *(_written(row[name]) for row in rows)))


def _in_one_piece(name: str, rows: Sequence[Row]) -> bool:
    return not any(" " in _written(row[name]) for row in rows)


def _table(title: str, rows: Sequence[Row]) -> Table:
    table = Table(title=title, title_justify="left")
    for name in rows[0]:
        table.add_column(_heading(name), overflow="fold", no_wrap=_in_one_piece(name, rows))
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    return table


def _fields(row: Row) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in row.items():
        table.add_row(_heading(name), _cell(value))
    return table


def _heading(name: str) -> str:
    return name.replace("_", " ")


def _cell(value: Cell) -> Wrapped:
    return Wrapped(isolated(_written(value)))


def _written(value: Cell) -> str:
    if isinstance(value, datetime):
        return told(value)
    return "" if value is None else str(value)
