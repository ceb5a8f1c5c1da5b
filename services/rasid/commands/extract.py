"""`rasid extract`: articles in, enriched articles out, without Kafka."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import track

from rasid.commands.articles import LINES_ENDINGS, Described, read_articles
from rasid.commands.errors import FAILED, CommandError
from rasid.commands.inputs import STANDARD_INPUT, open_lines
from rasid.commands.output import Output
from rasid.enrichment.explain.explanation import explain
from rasid.enrichment.pipeline import enrich
from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import ContentError, decode_article
from rasid_schemas.limits import Limits


def extract(name: str, output: Output, described: Described, limits: Limits, explained: bool) -> None:
    """Enrich the RawArticle JSON lines of a file or `-`, or the article of a text, HTML or JSON file.

    A line that cannot be read is told on standard error and left out; the command then ends with FAILED.
    `described` tells of text and HTML what they do not say themselves; `explained` asks why each event is found.
    """
    show = _explained if explained else _enriched
    if name != STANDARD_INPUT and Path(name).suffix.lower() not in LINES_ENDINGS:
        for article in read_articles(name, described, limits):
            show(decode_article(article.value, limits), output)
        return
    refused = 0
    for number, line in enumerate(_with_progress(name), start=1):
        if not line.strip():
            continue
        try:
            raw = decode_article(line, limits)
        except ContentError as error:
            refused += 1
            print(f"{name}:{number}: {error} [{error.code}]", file=sys.stderr)  # noqa: T201
            continue
        show(raw, output)
    if refused:
        raise CommandError(f"{refused} of the articles could not be read", FAILED)


def _enriched(raw: RawArticle | None, output: Output) -> None:
    if raw is not None:
        output.article(enrich(raw, datetime.now(UTC)).article)


def _explained(raw: RawArticle | None, output: Output) -> None:
    if raw is not None:
        article = enrich(raw, datetime.now(UTC)).article
        output.explained(article, explain(article))


def _with_progress(name: str) -> Iterator[bytes]:
    """The lines, with a bar on standard error where people watch it and results go elsewhere."""
    if name == STANDARD_INPUT or sys.stdout.isatty() or not sys.stderr.isatty():
        return open_lines(name)
    total = sum(1 for _ in open_lines(name))
    return iter(track(open_lines(name), "extracting", total=total, console=Console(stderr=True), transient=True))
