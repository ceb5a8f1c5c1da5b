"""The page: what `make bench` measured, between its two marks; what people wrote around them stays."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.performance.part import Part, Row, Target, table
from bench.performance.results import Circumstances, Results
from support.marks import parted

BEGIN = "<!-- made by `make bench`: begin -->"
END = "<!-- made by `make bench`: end -->"
_NEW = f"{BEGIN}\n{END}\n"


class PageError(Exception):
    """The page cannot be written; the message says why."""


def write_page(file: Path, blocks: Iterable[str]) -> None:
    """Put some blocks of Markdown between the page's marks; raises PageError where it has none."""
    text = file.read_text(encoding="utf-8") if file.exists() else _NEW
    found = parted(text, BEGIN, END)
    if found is None:
        raise PageError(f"{file} needs the lines {BEGIN} and {END}: the results go between them")
    before, _, after = found
    made = "\n\n".join(block.strip() for block in blocks)
    file.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{after}", encoding="utf-8")


def blocks(parts: Sequence[Part[Any]], results: Results) -> Iterator[str]:
    """The targets, then a section for each part that was measured."""
    measured = results.measured(parts)
    reached = [target for part, figures in measured for target in part.targets(figures)]
    yield "## Targets"
    yield table(("what", "wanted", "measured", ""), [_row(target) for target in reached])
    yield (
        "Medians of interleaved rounds, with the lowest and the highest in brackets. All on one machine: Apache Kafka, "
        "the workers, and whoever sends."
    )
    for part, figures in measured:
        yield f"## {part.title}"
        yield part.section(figures)
        yield told(results.parts[part.name].circumstances)


def _row(target: Target) -> Row:
    return target.what, target.wanted, target.measured, "reached" if target.is_met else "**missed**"


def told(at: Circumstances) -> str:
    """Where and when, in a line."""
    quick = "a quick look, " if at.is_quick else ""
    return (
        f"<sub>`make bench`, {quick}{at.measured_at:%Y-%m-%d %H:%M} UTC, commit {at.commit}, Python {at.python}, "
        f"{at.machine}, load before {at.load:g}</sub>"
    )
