"""Link boxes that a page's text runs into its sentences: President Archer Kate ArcherArcher opens a school MORE spoke.

A site puts the full name, headlines of other articles and MORE behind a name. They are no part of the sentence.
"""

import re
from bisect import bisect_left

_MORE = re.compile(r"\bMORE\b")
_GLUED = re.compile(r"[A-Z][^\W\d_]{0,60}[^\W\d_A-Z'’-](?=[A-Z0-9])[\w'’-]+")
"""A name and the headline behind it without a space."""
_NAME = re.compile(r"[A-Z][\w'’-]+")
_LONGEST = 700
_BEFORE = 90
"""Code points before the box in which the name stands that it is about."""

Spans = tuple[tuple[int, int], ...]


def inserts_of(text: str) -> Spans:
    """The link boxes of a text, in order."""
    found: list[tuple[int, int]] = []
    behind = 0
    for more in _MORE.finditer(text) if "MORE" in text else ():
        furthest = max(behind, more.start() - _LONGEST)
        first = max(furthest, text.rfind("\n", furthest, more.start()) + 1)
        start = _start(text, first, more)
        if start is not None:
            found.append((start, more.end()))
        behind = more.end()
    return tuple(found)


def _start(text: str, first: int, more: re.Match[str]) -> int | None:
    """Where the box before a MORE begins: behind the name that its full name repeats."""
    for glued in _GLUED.finditer(text, first, more.start()):
        names = list(_NAME.finditer(text, max(first, glued.start() - _BEFORE), glued.start()))
        repeated = [name for name in names if glued[0].startswith(name[0])]
        if repeated:
            return repeated[-1].end()
        behind = _NAME.match(text, more.end() + 1)
        if behind and glued[0].startswith(behind[0]):
            return _second_start(names)
    return None


def _second_start(names: list[re.Match[str]]) -> int | None:
    """Where a full name begins whose first name stands before it: Kate Anne Kate Elizabeth, Archer behind the box."""
    known: set[str] = set()
    start = None
    for name in names:
        start = name.start() if name[0] in known else start
        known.add(name[0])
    return start


def blanked(text: str, spans: Spans) -> str:
    """The text with spaces in the place of link boxes, so that every offset stays true."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def pieces(text: str, span: tuple[int, int], inserts: Spans) -> Spans:
    """A span without the link boxes inside it, and without white space around what is left."""
    start, end = span
    found: list[tuple[int, int]] = []
    for first, behind in inserts[max(0, bisect_left(inserts, (start,)) - 1) :]:
        if first >= end:
            break
        if behind > start:
            found.append((start, first))
            start = behind
    return tuple(part for whole in (*found, (start, end)) if (part := _trimmed(text, *whole)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    part = text[start:end]
    start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
    return (start, end) if end > start else None
