"""`python -m bench.performance.enriching ARTICLES`: CPU seconds for enriching that many articles of the corpus.

A process of its own, so that it can be run on the code of another commit: only what has long been there is used.
"""

import sys
from datetime import UTC, datetime
from time import process_time

from bench.corpus import read_corpus
from rasid.enrichment.pipeline import enrich, prepare

if __name__ == "__main__":
    prepare()
    sample = read_corpus(None, int(sys.argv[1]))
    for article in sample:
        enrich(article, datetime(2026, 1, 1, tzinfo=UTC))
    started = process_time()
    for article in sample:
        enrich(article, datetime(2026, 1, 1, tzinfo=UTC))
    print(process_time() - started)
