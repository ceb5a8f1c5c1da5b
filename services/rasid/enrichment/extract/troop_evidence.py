"""The sentences that may tell of troops, and the clause of one that states an announcement."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rasid.enrichment.text.document import Document, Sentence

LONGEST_SENTENCE = 300
"""Tokens."""
WHOLE_SENTENCE = 130
"""Code points; a sentence up to this is its own evidence."""
_REACH = 90
"""Code points before and behind the words of the announcement, at most; then the clause is cut between two words."""
_NEAREST = 12
"""Code points; punctuation nearer than this sets off no clause."""
_SIGNS = r"[,;:]\s|\s-{1,2}\s|\n"
_JOINTS_AR = (
    "حيث|بينما|فيما|كما|مما|لكن|ولكن|اذ|وكان|وكانت|فقد|وقد|بعدما|بعد ان|قبل ان|مشيرا|مضيفا|مؤكدا|وذلك|وسط|في حين|في وقت"
)
_BOUNDARY_AR = rf"{_SIGNS}|\s(?=(?:{_JOINTS_AR})\s)"
_COMPLEMENT_AR = r"\s(?=(?:ان|انه|انها|بان|بانه|بانها)\s(?![يتن]))"
"""`ان` that begins what is said; before an imperfect it only joins two verbs."""
_BEFORE = {"en": re.compile(_SIGNS), "ar": re.compile(f"{_BOUNDARY_AR}|{_COMPLEMENT_AR}")}
_BEHIND = {"en": re.compile(_SIGNS), "ar": re.compile(_BOUNDARY_AR)}
_BETWEEN = {"en": re.compile(r"[,;]\s|\sand\s"), "ar": re.compile(r"[,;]\s|\s(?=و)")}


class Told(NamedTuple):
    """The evidence `[start, end)` of an announcement, and the words `[first, last)` that tell it, in code points."""

    start: int
    end: int
    first: int
    last: int


def pieces(document: Document, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence; what is too long to be one in pieces, so that the time stays linear."""
    for first in range(sentence.first_token, sentence.last_token, LONGEST_SENTENCE):
        last = min(first + LONGEST_SENTENCE, sentence.last_token)
        start, end = document.tokens.starts[first], document.tokens.ends[last - 1]
        yield sentence._replace(start=start, end=end, first_token=first, last_token=last)


def clause_around(document: Document, sentence: Sentence, start: int, end: int) -> Told:
    """The sentence, or of a long one the clause that holds `[start, end)`, in code points."""
    if sentence.end - sentence.start <= WHOLE_SENTENCE:
        return Told(sentence.start, sentence.end, start, end)
    first = max(sentence.start, start - _REACH)
    last = min(sentence.end, end + _REACH)
    before_clause, behind_clause = _BEFORE[document.language], _BEHIND[document.language]
    before = [match.end() for match in before_clause.finditer(document.folded, first, max(first, start - _NEAREST))]
    behind = behind_clause.search(document.folded, min(end + _NEAREST, last), last)
    first = before[-1] if before else _next_word(document.folded, first, sentence.start, start)
    last = behind.start() if behind else _last_word(document.folded, last, end, sentence.end)
    return Told(first, last, start, end)


def apart(document: Document, first: Told, second: Told) -> tuple[Told, Told]:
    """Two announcements of one sentence, the second behind the first, without each other's words."""
    if first.last >= second.first or first.end <= second.first or second.start >= first.last:
        return first, second
    joints = list(_BETWEEN[document.language].finditer(document.folded, first.last, second.first))
    if not joints:
        return first, second
    return first._replace(end=joints[-1].start()), second._replace(start=joints[-1].end())


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
