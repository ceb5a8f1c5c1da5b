"""Tokens, and the sentences of a paragraph."""

import re
from collections.abc import Iterator

from rasid.enrichment.text.document import Tokens
from rasid.enrichment.text.normalise import FILLER

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:(?!'s\b)['.&](?=\w)[^\W_]+)*|[^\W_]+|\S")
_OTHER_SPACES = "\n\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""What folding leaves of white space beside the space."""
_STOP = re.compile(r"""[.!?…](?:(?<![.!?…]{2})[.!?…]*+["')\]]*+(?=\s|$)|(?<=[.])(?=[^\W\d_]{3}))""")
"""Begins with the one class that a search can jump to; what stands before the sign is looked at behind it."""
_ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        "mr mrs ms dr gen lt col maj capt sgt adm cmdr brig sen rep gov prof rev hon st jr sr vs etc no inc ltd co "
        "corp dept jan feb mar apr jun jul aug sep sept oct nov dec amb sec pres u.s u.k u.n d.c d ا م د ب ه ف",
    )
)
_BEFORE_WORD = re.compile(r"[\s\"'(\[]")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_LOOK_BACK = 24
_LONG = 1 + max(map(len, _ABBREVIATIONS))
"""Letters of a word from which on it is no abbreviation."""
LONGEST = 2000
"""Code points of a sentence; what is longer is no prose."""
LONGEST_WORD = 80
"""Code points of a word that the rules see: they remember many thousand words, and none may be a megabyte."""


def tokenise(folded: str) -> Tokens:
    """Every word, number and sign of a folded text, in order; a possessive 's is two tokens of its own."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    begin = 0
    for space in _OTHER_SPACES:
        folded = folded.replace(space, " ")
    for chunk in folded.split(" "):
        behind = begin + len(chunk)
        if chunk.isalpha():  # most are one word
            starts.append(begin)
            ends.append(behind)
            words.append(chunk)
        else:
            for word in _TOKEN.findall(chunk):
                starts.append(begin)
                begin += len(word)
                ends.append(begin)
                words.append(word)
        begin = behind + 1
    if FILLER in folded:
        words = [word.rstrip(FILLER) for word in words]
    if max(map(len, words), default=0) > LONGEST_WORD:
        words = [word[:LONGEST_WORD] for word in words]
    return Tokens(tuple(starts), tuple(ends), tuple(words))


def sentence_spans(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of the paragraph `folded[start:end]`, without white space around them."""
    spans, begin = [], start
    for stop in _STOP.finditer(folded, start, end):
        if stop.end() < end and _goes_on(folded, begin, stop):
            continue
        spans.append((begin, stop.end()))
        begin = stop.end()
    spans.append((begin, end))
    if end - start > LONGEST:
        spans = [piece for span in spans for piece in _pieces(folded, *span)]
    return [trimmed for first, last in spans if (trimmed := _trimmed(folded, first, last)) is not None]


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of text without full stops, cut at white space, so that no rule reads more than a page at once."""
    while end - start > LONGEST:
        cut = folded.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _goes_on(folded: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends an abbreviation, an initial or a number rather than a sentence."""
    if stop[0][0] != ".":
        return False
    if ")" in stop[0] and _is_within(folded, begin, stop.start()):
        return True
    follows = folded[stop.end() : stop.end() + 1]
    before = folded[max(begin, stop.start() - _LONG) : stop.start()]
    if follows.isspace() and len(before) == _LONG and before.isalpha():
        return False  # most of them
    word = _BEFORE_WORD.split(folded[max(begin, stop.start() - _LOOK_BACK) : stop.start()])[-1]
    return (
        word in _ABBREVIATIONS
        or _DOTTED.fullmatch(word) is not None
        or (len(word) == 1 and word.isalpha())
        or (not follows.isspace() and word.isascii())
    )


def _is_within(folded: str, begin: int, stop: int) -> bool:
    """Whether a short bracket ends that stands inside a sentence: Jane Roe (R-Ga.) said."""
    opened = folded.rfind("(", max(begin, stop - _LOOK_BACK), stop)
    return opened > begin and folded[begin:opened].rstrip()[-1:] not in ("", ".", "!", "?", "…")


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int] | None:
    piece = folded[start:end]
    first, last = end - len(piece.lstrip()), start + len(piece.rstrip())
    return (first, last) if last > first else None
