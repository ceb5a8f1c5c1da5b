"""This code beside the commit before it, in turns: has it become slower? It tells, and fails nothing."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.corpus import read_corpus
from bench.gold import ROOT
from bench.performance.articles import from_corpus
from bench.performance.effort import EVERYTHING, Effort
from bench.performance.part import Part, Tell, table
from bench.performance.passing import Track, kafka_with_topics
from bench.performance.repository import git
from bench.performance.spread import Figures, Spread
from bench.workers import WorkerEndedError
from rasid.enrichment.app import GROUP
from rasid_schemas.articles import RawArticle
from support.brokers import Broker
from support.deployment import deployed


class PreviousFigures(Figures):
    """Ratios of CPU time: below 1 this code is the quicker one. None where there was nothing to measure beside."""

    commit: str | None
    reason: str = ""
    """Why there was nothing."""
    extraction: Spread | None = None
    enrichment: Spread | None = None
    extraction_ms: tuple[Spread, Spread] | None = None
    """CPU milliseconds an article, before and now."""
    enrichment_ms: tuple[Spread, Spread] | None = None


async def measure(effort: Effort, tell: Tell) -> PreviousFigures:
    """With the commit before this, or the last one where something is not committed."""
    try:
        with _previous() as (commit, tree):
            return await _measured(effort, tell, commit, tree)
    except (OSError, subprocess.CalledProcessError, WorkerEndedError) as error:
        return PreviousFigures(commit=None, reason=str(getattr(error, "stderr", "") or error).strip())


async def _measured(effort: Effort, tell: Tell, commit: str, tree: Path) -> PreviousFigures:
    extracted: tuple[list[float], list[float]] = ([], [])
    enriched: tuple[list[float], list[float]] = ([], [])
    corpus = read_corpus(None, EVERYTHING)
    articles = min(effort.extracted, len(corpus))
    async with kafka_with_topics() as (broker, way):
        for number in range(effort.rounds):
            for code, seconds, passed in zip((tree, ROOT), extracted, enriched, strict=True):
                tell(f"round {number + 1} of {effort.rounds}, {'now' if code is ROOT else commit[:9]}")
                seconds.append(await asyncio.to_thread(_extracted_ms, code, articles))
                passed.append(await _enriched_ms(way, broker, code, corpus, effort))
    return PreviousFigures(
        commit=commit,
        extraction=Spread.of_ratios(extracted[1], extracted[0]),
        enrichment=Spread.of_ratios(enriched[1], enriched[0]),
        extraction_ms=(Spread.of(extracted[0]), Spread.of(extracted[1])),
        enrichment_ms=(Spread.of(enriched[0]), Spread.of(enriched[1])),
    )


@contextmanager
def _previous() -> Iterator[tuple[str, Path]]:
    """A commit and its files; raises CalledProcessError where there is none."""
    changed = git("status", "--porcelain", "--", "services", "schemas")
    commit = git("rev-parse", "--verify", "HEAD" if changed else "HEAD~1")
    with tempfile.TemporaryDirectory(prefix="rasid-previous-") as folder:
        tree = Path(folder) / "tree"
        git("worktree", "add", "--detach", str(tree), commit)
        try:
            yield commit, tree
        finally:
            git("worktree", "remove", "--force", str(tree))


def _path(code: Path) -> dict[str, str]:
    """This folder's `bench` with the services of another commit."""
    folders = (code / "services", code / "schemas", ROOT / "tests", ROOT)
    return {"PYTHONPATH": os.pathsep.join(map(str, folders))}


def _extracted_ms(code: Path, articles: int) -> float:
    command = (sys.executable, "-m", "bench.performance.enriching", str(articles))
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=os.environ | _path(code))
    return 1000 * float(told.stdout) / articles


async def _enriched_ms(way: Track, broker: Broker, code: Path, corpus: Sequence[RawArticle], effort: Effort) -> float:
    await way.skip_to_end(GROUP)
    async with deployed(broker) as deployment:
        worker = await deployment.start_module(
            "rasid", "worker", "enrichment", RASID_LOG_LEVEL="warning", **_path(code)
        )
        await way.passed([worker], GROUP, from_corpus(corpus, 0, effort.warm_up))
        passed = await way.passed([worker], GROUP, from_corpus(corpus, effort.warm_up, effort.articles // 2))
        return 1000 * passed.cpu_seconds / passed.articles


def section(figures: PreviousFigures) -> str:
    """Its text."""
    rows = _rows(figures)
    if not rows:
        return f"\nNot measured: {figures.reason}\n"
    return f"""
The commit before this one and this one in turns, on one broker. Below 1 this one is the quicker. Nothing fails by it.

{table(("CPU ms an article", str(figures.commit)[:9], "now", "now against before"), rows)}
"""


def remarks(figures: PreviousFigures) -> tuple[str, ...]:
    """The ratios, or why there are none."""
    rows = _rows(figures)
    if not rows:
        return (f"not compared with the previous commit: {figures.reason}",)
    return tuple(f"{name}, CPU time against {str(figures.commit)[:9]}: {ratio}" for name, _, _, ratio in rows)


def _rows(figures: PreviousFigures) -> tuple[tuple[str, str, str, str], ...]:
    measured = (
        ("extraction", figures.extraction_ms, figures.extraction),
        ("enrichment worker", figures.enrichment_ms, figures.enrichment),
    )
    return tuple(
        (name, each[0].told(2), each[1].told(2), f"× {ratio.told(2)}")
        for name, each, ratio in measured
        if each and ratio
    )


PART = Part("previous", "Beside the previous commit", PreviousFigures, measure, section, remarks=remarks)
