"""`python -m bench.extraction`: articles a second on one core, beside spaCy's pipelines, and how time grows."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bench.corpus import CorpusError, read_corpus, text_of
from bench.spacy_ways import LANGUAGES, ruler, tokeniser
from bench.timing import Timed, in_turns, slope
from rasid.enrichment.extract.extraction import extract
from rasid.enrichment.pipeline import enrich, prepare
from rasid_schemas.articles import RawArticle

LENGTHS = tuple(500 * 2**power for power in range(11))
"""Code points: 0.5 KB to 512 KB."""
_FITTED = 4_000
"""Code points from which time is fitted; below it what every article costs once shows."""
_RECORD_TIME = datetime(2100, 1, 1, tzinfo=UTC)

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def measure(
    corpus: Annotated[Path | None, typer.Option(help="Raw articles, JSON lines; else the real ones beside us.")] = None,
    articles: Annotated[int, typer.Option(help="How many to measure with.", min=2)] = 500,
    rounds: Annotated[int, typer.Option(min=1)] = 5,
    json: Annotated[bool, typer.Option("--json", help="JSON lines, as in a pipe.")] = False,
) -> None:
    """Extract on one core beside spaCy's blank pipelines, turn by turn; then articles of growing length."""
    try:
        sample = read_corpus(corpus, articles)
        ways = as_ways(sample)
        prepare()
    except (CorpusError, ImportError) as error:
        typer.echo(f"bench: {error}", err=True)
        raise typer.Exit(2) from None
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("measuring", total=len(ways) * (rounds + 1) + len(LANGUAGES) * len(LENGTHS))
        speeds = in_turns(ways, rounds, lambda: progress.advance(task))
        grown = {language: grow(language, sample, lambda: progress.advance(task)) for language in LANGUAGES}
    if json or not sys.stdout.isatty():
        for line in (*speed_lines(speeds, len(sample)), *(growth_line(*item) for item in grown.items())):
            sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
    else:
        show(Console(), speeds, len(sample), grown)


def as_ways(sample: Sequence[RawArticle]) -> dict[str, Callable[[], object]]:
    """What is measured in turns, the EntityRuler last; raises ImportError where spaCy is not installed."""
    tokenise, find_entries = tokeniser(), ruler()
    return {
        "rasid enrich": lambda: [enrich(article, _RECORD_TIME) for article in sample],
        "rasid extract": lambda: [extracted(article) for article in sample],
        "spaCy blank tokeniser": lambda: [tokenise(article) for article in sample],
        "spaCy blank with EntityRuler": lambda: [find_entries(article) for article in sample],
    }


def extracted(article: RawArticle) -> object:
    """What is found in an article whose language and day are known."""
    text, published_on = text_of(article), datetime.fromisoformat(article.published_at or "2026-01-01").date()
    return extract(text, article.language or "en", published_on, article.source, article.headline)


def grow(
    language: str, sample: Sequence[RawArticle], told: Callable[[], None], lengths: Sequence[float] = LENGTHS
) -> dict[float, float]:
    """CPU seconds for texts of each length, made of articles one below the other; the best of three."""
    bodies = [article.body for article in sample if article.language == language]
    seconds: dict[float, float] = {}
    for length in lengths:
        text = _of_length(bodies, int(length))
        seconds[length] = min(_timed(text, language) for _ in range(3))
        told()
    return seconds


def _of_length(bodies: Sequence[str], length: int) -> str:
    text = "\n".join(bodies)
    return (text * (length // max(len(text), 1) + 1))[:length]


def _timed(text: str, language: str) -> float:
    started = process_time()
    extract(text, language, datetime(2026, 1, 1, tzinfo=UTC).date(), None, None)
    return process_time() - started


def speed_lines(speeds: Sequence[Timed], articles: int) -> Iterator[dict[str, object]]:
    """Articles a second of each way, the median of its rounds, and how many times as fast as the last one it is."""
    for timed in speeds:
        yield {
            "what": timed.name,
            "articles_per_second": round(articles / timed.median, 1),
            "slowest": round(articles / max(timed.seconds), 1),
            "fastest": round(articles / min(timed.seconds), 1),
            "times_the_ruler": round(speeds[-1].median / timed.median, 2),
        }


def growth_line(language: str, seconds: dict[float, float]) -> dict[str, object]:
    """The exponent of growth, and milliseconds by length."""
    fitted = growth_exponent(seconds)
    by_length = {str(int(size)): round(1000 * time, 2) for size, time in seconds.items()}
    return {"what": f"growth {language}", "exponent": round(fitted, 3), "milliseconds": by_length}


def growth_exponent(seconds: Mapping[float, float]) -> float:
    """Of the times of long enough texts; 1 is linear."""
    return slope({size: time for size, time in seconds.items() if size >= _FITTED})


def show(console: Console, speeds: Sequence[Timed], articles: int, grown: dict[str, dict[float, float]]) -> None:
    """As tables."""
    table = Table(title=f"{articles} articles, one core, CPU time", title_justify="left")
    for name in ("", "articles/s", "slowest", "fastest", "times the EntityRuler"):
        table.add_column(name, justify="left" if not name else "right")
    for line in speed_lines(speeds, articles):
        table.add_row(*(str(value) for value in line.values()))
    console.print(table)
    table = Table(title="one text of growing length, ms", title_justify="left")
    for name in ("", "exponent", *(f"{int(length) / 1000:g}k" for length in LENGTHS)):
        table.add_column(name, justify="right")
    for language, seconds in grown.items():
        exponent = growth_line(language, seconds)["exponent"]
        table.add_row(language, str(exponent), *(f"{1000 * time:.1f}" for time in seconds.values()))
    console.print(table)


if __name__ == "__main__":
    app()
