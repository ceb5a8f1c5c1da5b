"""The clause of a sentence that states an announcement."""

import re

from rasid.enrichment.text.document import Document, Sentence

WHOLE_SENTENCE = 280
"""Code points; a sentence up to this is its own evidence."""
_MARGIN = 100
_BOUNDARY = re.compile(r"[,;:]\s|\s-{1,2}\s|\n")


def clause_around(document: Document, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The sentence, or of a long one the clauses that hold `[start, end)`, in code points."""
    if sentence.end - sentence.start <= WHOLE_SENTENCE:
        return sentence.start, sentence.end
    first, last = sentence.start, sentence.end
    for boundary in _BOUNDARY.finditer(document.folded, sentence.start, sentence.end):
        if boundary.end() <= start - _MARGIN // 2:
            first = boundary.end()
        elif boundary.start() >= end + _MARGIN // 2:
            last = boundary.start()
            break
    return max(first, start - 2 * _MARGIN), min(last, end + 2 * _MARGIN)
