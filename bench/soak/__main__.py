"""The command; `make soak` runs it."""

import asyncio
import logging
import sys
from pathlib import Path
from typing import Annotated

import psutil
import typer
from rich.console import Console

from bench.corpus import CorpusError, read_corpus
from bench.soak.page import lines, page, show
from bench.soak.picture import draw
from bench.soak.progress import watching
from bench.soak.records import FULL_RUN, Run, SamplesError, Start, horizon_of, read_run
from bench.soak.run import soak
from bench.soak.verdict import faults
from bench.workers import WorkerEndedError
from support.fetching import UnavailableError

_EXAMPLES = """
Examples:

  make soak SOAK="--articles 10000"        # to try it, a few minutes

  make soak SOAK="--into docs"             # the whole run, an hour or so

  make soak SOAK="--draw soak.jsonl"       # draw it again, or one cut short

The caches are full once the corpus has passed some times: a run of less than some 50,000 articles shows growth.

Exit status: 1 where memory or descriptors grow or anything is lost, 2 where it cannot run, 130 after Ctrl-C.
"""
_EVERYTHING = 10**9

app = typer.Typer(pretty_exceptions_enable=False)


@app.command(epilog=_EXAMPLES)
def main(
    articles: Annotated[int, typer.Option(help="How many; the first sixth is warm-up.", min=100)] = FULL_RUN,
    corpus: Annotated[Path | None, typer.Option(help="Raw articles, JSON lines; else the real ones beside us.")] = None,
    samples: Annotated[Path, typer.Option(help="Where samples are kept as it runs.")] = Path("soak.jsonl"),
    into: Annotated[Path | None, typer.Option(help="Where soak.md and soak.svg go; else beside the samples.")] = None,
    drawn: Annotated[Path | None, typer.Option("--draw", help="Run nothing, draw these samples.")] = None,
) -> None:
    """Articles through all workers on Apache Kafka, with a webhook: is memory flat, and nothing lost?"""
    try:
        if drawn is None:
            _soak(Start(articles=articles, cluster_horizon=horizon_of(articles)), corpus, samples)
        run = read_run(drawn or samples)
    except (CorpusError, SamplesError, UnavailableError, WorkerEndedError, psutil.Error, OSError) as error:
        typer.echo(f"soak: {error}", err=True)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        typer.echo(f"soak: stopped; `--draw {samples}` shows what there is", err=True)
        raise typer.Exit(130) from None
    _report(run, into or (drawn or samples).parent)


def _soak(start: Start, corpus: Path | None, samples: Path) -> None:
    texts = read_corpus(corpus, _EVERYTHING)
    logging.getLogger("aiokafka").setLevel(logging.ERROR)  # it warns of topics that have no leader yet
    with watching(start) as watcher:
        asyncio.run(soak(start, texts, samples, watcher))


def _report(run: Run, folder: Path) -> None:
    draw(run, folder / "soak.svg")
    (folder / "soak.md").write_text(page(run), encoding="utf-8")
    if sys.stdout.isatty():
        show(Console(highlight=False), run)
    else:
        sys.stdout.buffer.writelines(lines(run))
    if any(faults(run)):
        raise typer.Exit(1)


if __name__ == "__main__":
    app()
