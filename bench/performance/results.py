"""The file of results: where and when, and the figures of each part; a part that is not measured anew stays."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import psutil
from pydantic import Field, ValidationError

from bench.performance.part import Part
from bench.performance.repository import git
from bench.performance.spread import Figures

_CPU = Path("/proc/cpuinfo")


class ResultsError(Exception):
    """The file of results cannot be used; the message says why."""


class Circumstances(Figures):
    """Where and when a part was measured, and on what code."""

    measured_at: datetime
    commit: str
    machine: str
    python: str
    load: float
    """The machine's load average over a minute before: well below its cores, or the figures are too low."""
    is_quick: bool


class Measured(Figures):
    """A part's figures, as JSON."""

    circumstances: Circumstances
    figures: dict[str, Any]


class Results(Figures):
    """By the names of the parts."""

    parts: dict[str, Measured] = Field(default_factory=dict)

    def with_part(self, part: Part[Any], circumstances: Circumstances, figures: Figures) -> "Results":
        """These, with a part measured anew."""
        measured = Measured(circumstances=circumstances, figures=figures.model_dump(mode="json"))
        return Results(parts=self.parts | {part.name: measured})

    def of(self, part: Part[Any]) -> Any:  # noqa: ANN401  # each part has figures of its own
        """The figures of a part; None where it was not measured, or by another version of it."""
        measured = self.parts.get(part.name)
        try:
            return measured and part.figures.model_validate(measured.figures)
        except ValidationError:
            return None

    def measured(self, parts: Sequence[Part[Any]]) -> list[tuple[Part[Any], Any]]:
        """Those of the parts that were measured, with their figures."""
        return [(part, figures) for part in parts if (figures := self.of(part)) is not None]


def circumstances(is_quick: bool) -> Circumstances:
    """As they are now."""
    return Circumstances(
        measured_at=datetime.now(UTC).replace(microsecond=0),
        commit=_commit(),
        machine=f"{os.cpu_count()} cores ({_model()}), {psutil.virtual_memory().total / 2**30:.0f} GB",
        python=platform.python_version(),
        load=round(os.getloadavg()[0], 1),
        is_quick=is_quick,
    )


def read_results(file: Path) -> Results:
    """What is there, nothing where there is none; raises ResultsError."""
    try:
        return Results.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return Results()
    except ValidationError as error:
        raise ResultsError(f"{file}: no results of `make bench`: {error.errors()[0]['msg']}") from None


def write_results(file: Path, results: Results) -> None:
    """Write them, a line for each figure, so that a difference can be read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(orjson.dumps(results.model_dump(mode="json"), option=orjson.OPT_INDENT_2) + b"\n")


def _commit() -> str:
    try:
        return git("describe", "--always", "--dirty", "--abbrev=9")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _model() -> str:
    lines = _CPU.read_text().splitlines() if _CPU.exists() else ()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
