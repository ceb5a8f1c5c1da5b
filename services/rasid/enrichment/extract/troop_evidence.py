"""The sentences that may tell of troops, and the clause of one that states an announcement."""

import re
from collections.abc import Iterator

from rasid.enrichment.text.document import Document, Sentence

LONGEST_SENTENCE = 300
"""Tokens."""
WHOLE_SENTENCE = 130
"""Code points; a sentence up to this is its own evidence."""
_REACH = 90
"""Code points before and behind the words of the announcement, at most; then the clause is cut between two words."""
_NEAREST = 12
"""Code points; punctuation nearer than this sets off no clause."""
_BOUNDARY = re.compile(r"[,;:]\s|\s-{1,2}\s|\n")


def pieces(document: Document) -> Iterator[Sentence]:
    """The sentences of headline and body; one too long to be a sentence in pieces, so that the time stays linear."""
    for sentence in document.evidence_sentences():
        for first in range(sentence.first_token, sentence.last_token, LONGEST_SENTENCE):
            last = min(first + LONGEST_SENTENCE, sentence.last_token)
            start, end = document.tokens.starts[first], document.tokens.ends[last - 1]
            yield sentence._replace(start=start, end=end, first_token=first, last_token=last)


def clause_around(document: Document, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The sentence, or of a long one the clause that holds `[start, end)`, in code points."""
    if sentence.end - sentence.start <= WHOLE_SENTENCE:
        return sentence.start, sentence.end
    first = max(sentence.start, start - _REACH)
    last = min(sentence.end, end + _REACH)
    before = [match.end() for match in _BOUNDARY.finditer(document.folded, first, max(first, start - _NEAREST))]
    behind = _BOUNDARY.search(document.folded, min(end + _NEAREST, last), last)
    first = before[-1] if before else _next_word(document.folded, first, sentence.start, start)
    last = behind.start() if behind else _last_word(document.folded, last, end, sentence.end)
    return first, last


def _next_word(text: str, position: int, begin: int, end: int) -> int:
    """Where the first whole word at or behind a position begins."""
    if position == begin:
        return begin
    space = text.find(" ", position, end)
    return space + 1 if space >= 0 else position


def _last_word(text: str, position: int, begin: int, end: int) -> int:
    """Where the last whole word before a position ends."""
    if position == end:
        return end
    space = text.rfind(" ", begin, position)
    return space if space > begin else position
