"""What the suite tells: a table on a terminal, JSON lines, and the table of docs/guarantees.md."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import orjson
from rich.console import Console
from rich.table import Table

from chaos.play import Outcome
from support.marks import parted

BEGIN = "<!-- made by `make chaos`: begin -->"
END = "<!-- made by `make chaos`: end -->"
COLUMNS = (
    "scenario", "produced", "enriched", "events", "clusters", "alerts", "dead letters",
    "lost", "differing", "duplicates", "repeats on topics", "repeated deliveries", "seconds",
)  # fmt: skip


class ReportError(Exception):
    """The table cannot be written; says why."""


def row(outcome: Outcome) -> tuple[str, ...]:
    """The cells of a scenario, one for each column."""
    a = outcome.account
    counts = (
        a.produced, a.enriched, a.events, a.clusters, a.alerts, a.dead_letters,
        a.lost.total, a.differing, a.duplicates, a.repeats, a.repeated_deliveries, round(outcome.seconds),
    )  # fmt: skip
    return outcome.scenario, *(f"{count:,}" for count in counts)


def json_line(outcome: Outcome) -> str:
    """Everything about a scenario as one JSON object."""
    fields = asdict(outcome)
    fields["account"]["lost"]["total"] = outcome.account.lost.total
    return orjson.dumps(fields | {"clean": outcome.is_clean}).decode()


def in_lines(outcome: Outcome) -> str:
    """For whoever reads a failed test: the last words of the workers, and at the end what went wrong and the counts."""
    fault = (outcome.fault or "nothing but the counts").splitlines()
    counts = ", ".join(f"{name} {cell}" for name, cell in zip(COLUMNS, row(outcome), strict=True))
    return "\n".join((*fault[1:], fault[0], counts))


def show(console: Console, outcomes: Sequence[Outcome]) -> None:
    """A table for people, and below it what went wrong beside the counts."""
    table = Table(*(COLUMNS[:1]))
    for column in COLUMNS[1:]:
        table.add_column(column, justify="right")
    for outcome in outcomes:
        table.add_row(*row(outcome), style=None if outcome.is_clean else "bold red")
    console.print(table)
    for outcome in outcomes:
        if outcome.fault:
            console.print(f"{outcome.scenario}: {outcome.fault}", style="red", markup=False)


def markdown(outcomes: Sequence[Outcome]) -> str:
    """The table as Markdown."""
    return "\n".join(
        (_line(COLUMNS), _line(["---"] + ["--:"] * (len(COLUMNS) - 1)), *(_line(row(o)) for o in outcomes))
    )


def write_table(file: Path, outcomes: Sequence[Outcome]) -> None:
    """Put the table between the file's two marks; rows of scenarios that were not run now stay. Raises ReportError."""
    text = file.read_text() if file.is_file() else ""
    found = parted(text, BEGIN, END)
    if found is None:
        raise ReportError(f"{file} needs the lines {BEGIN} and {END}: the table goes between them")
    before, old, after = found
    file.write_text(f"{before}{BEGIN}\n{_joined(old, outcomes)}\n{END}{after}")


def _joined(old: str, outcomes: Sequence[Outcome]) -> str:
    """The new rows in place of the old ones of the same name, and the others behind them in their order."""
    header, ruler, *new = markdown(outcomes).splitlines()
    rows = {_name(line): line for line in old.strip().splitlines()[2:]}
    return "\n".join((header, ruler, *(rows | {_name(line): line for line in new}).values()))


def _name(line: str) -> str:
    return line.split("|")[1].strip()


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
