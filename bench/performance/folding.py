"""Alerting's fold, with many rules and many open clusters: after a takeover, and in everyday work."""

import asyncio
import sys

from pydantic import TypeAdapter

from bench.performance.effort import Effort
from bench.performance.part import Part, Row, Target, Tell, table
from bench.performance.spread import Figures
from bench.takeover import Measured

LEAST_PER_SECOND = 1_500
LARGEST_MB = 1_000
_RULES = 200
_MEASURED = TypeAdapter(Measured)


class FoldingFigures(Figures):
    """Reading again, and publishing."""

    takeover: Measured
    everyday: Measured


async def measure(effort: Effort, tell: Tell) -> FoldingFigures:
    """Each in a process of its own."""
    tell(f"{effort.folded_events:,} events as after a takeover")
    takeover = await _folded(effort)
    tell(f"{effort.folded_events:,} events, messages made as well")
    return FoldingFigures(takeover=takeover, everyday=await _folded(effort, "--publish"))


async def _folded(effort: Effort, *options: str) -> Measured:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.takeover", "--json", "--rules", str(_RULES),
        "--events", str(effort.folded_events), "--open", str(effort.open_clusters), *options,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        output, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    if process.returncode:
        raise RuntimeError(f"bench.takeover: {errors.decode()[-2000:]}")
    return _MEASURED.validate_json(output)


def section(figures: FoldingFigures) -> str:
    """Its text."""
    header = ("", "rules", "events", "open clusters", "events/s", "MB")
    return f"""
Made-up events, two meetings to each troop announcement, through the fold on one core, by CPU time. After a takeover
the worker reads its topics again and publishes nothing; in everyday work it makes the messages as well. Why it is as it
is: [decisions/0010](decisions/0010-taking-over.md).

{table(header, [_row("takeover", figures.takeover), _row("everyday work", figures.everyday)])}
"""


def _row(name: str, one: Measured) -> Row:
    counts = (one.rules, one.events, one.open_clusters, one.events_per_second, one.resident_mb)
    return name, *(f"{count:,}" for count in counts)


def targets(figures: FoldingFigures) -> tuple[Target, ...]:
    """Speed and memory."""
    one = figures.everyday
    return (
        Target(f"events folded with {one.rules} rules and {one.open_clusters:,} open clusters",
               f">= {LEAST_PER_SECOND:,}/s", f"{one.events_per_second:,}/s",
               one.events_per_second >= LEAST_PER_SECOND),
        Target("memory of alerting by then", f"< {LARGEST_MB:,} MB", f"{one.resident_mb:,} MB",
               one.resident_mb < LARGEST_MB),
    )  # fmt: skip


PART = Part("folding", "Alerting", FoldingFigures, measure, section, targets)
