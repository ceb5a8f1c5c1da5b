"""What commands print: tables and colour on a terminal, plain JSON lines in a pipe."""

import sys
from typing import Protocol

from rasid.enrichment.pipeline import Enrichment


class Output(Protocol):
    """Where a command's results go."""

    def article(self, enrichment: Enrichment) -> None:
        """An enriched article with its events."""


class JsonLines:
    """One JSON object a line, for programs."""

    def article(self, enrichment: Enrichment) -> None:
        """The EnrichedArticle."""
        sys.stdout.write(enrichment.article.model_dump_json() + "\n")
