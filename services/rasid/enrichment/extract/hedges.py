"""Words around a number that say it is not exact: about, up to, more than, نحو, ما يصل إلى, أكثر من."""

from typing import Literal, NamedTuple

from rasid.enrichment.text.document import Tokens
from rasid.enrichment.text.normalise import fold

Hedge = Literal["", "about", "at_least", "at_most"]


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    hedge: Hedge


def _phrases(hedge: Hedge, phrases: str) -> list[_Phrase]:
    return [_Phrase(tuple(fold(phrase).split()), hedge) for phrase in phrases.split("|")]


_ABOUT = (
    "about|around|some|nearly|almost|roughly|approximately|close to|an estimated|estimated|just over|just under|"
    "perhaps|maybe|virtually|نحو|حوالي|حوالى|زهاء|قرابة|قراب|يقارب|تقارب|يقرب من|يناهز|بنحو|بحوالي|لنحو|بقرابة|ونحو|"
    "وحوالي|لحوالي|بزهاء|وزهاء|وقرابة|لقرابة|بما يقارب|تناهز|بحدود|في حدود"
)
_AT_MOST = (
    "up to|as many as|no more than|not more than|less than|fewer than|under|at most|a maximum of|as much as|below|"
    "أقل من|بأقل من|يصل إلى|تصل إلى|لا يتجاوز|لا يزيد على|لا يزيد عن|بحد أقصى|لا يتعدى|كحد أقصى|"
    "لا تتجاوز|لا تتعدى|لا تزيد على|لا تزيد عن"
)
_AT_LEAST = (
    "at least|more than|over|upwards of|no fewer than|no less than|a minimum of|not less than|above|in excess of|"
    "exceed|أكثر من|أكثر عن|يزيد على|يزيد عن|لا يقل عن|لا تقل عن|أزيد من|يفوق|يتجاوز|تجاوز|يربو على|بأكثر من|لأكثر من|"
    "وأكثر من|تزيد على|تزيد عن|على الأقل|لا يقل على|تربو على|تفوق|تتجاوز|تجاوزت|لا تقل على|لا يقلون عن|يزيدون على"
)
_BEFORE = sorted(
    [*_phrases("about", _ABOUT), *_phrases("at_most", _AT_MOST), *_phrases("at_least", _AT_LEAST)],
    key=lambda phrase: -len(phrase.words),
)
_BEFORE_BY_LAST = {word: [p for p in _BEFORE if p.words[-1] == word] for word in {p.words[-1] for p in _BEFORE}}
_AFTER = [
    *_phrases("about", "or so|تقريبا"),
    *_phrases("at_least", "or more|at least|على الأقل|أو أكثر|+"),
    *_phrases("at_most", "at most|على الأكثر|كحد أقصى"),
]
_FIRST_WORDS = frozenset(phrase.words[0] for phrase in _AFTER)


_ARTICLE = "ال"
_NOUN_AND_ADJECTIVE = 2


def hedge_behind_noun(tokens: Tokens, position: int) -> Hedge:
    """The hedge behind what is counted: `500 soldiers at least`, `3500 جندي إضافي على الأقل`."""
    for behind in range(position + 1, position + 1 + _NOUN_AND_ADJECTIVE):
        hedge, last = hedge_after(tokens, behind)
        if hedge and last - behind > 1:
            return hedge
    return ""


def hedge_before(tokens: Tokens, position: int) -> tuple[Hedge, int]:
    """The hedge that ends before a token, and its first token: `("", position)` if none."""
    position -= position > 1 and tokens.words[position - 1] == _ARTICLE  # حوالي الـ 9000
    for words, hedge in _BEFORE_BY_LAST.get(tokens.words[position - 1], ()) if position else ():
        first = position - len(words)
        if first >= 0 and tokens.words[first:position] == words:
            return hedge, first - (first > 0 and tokens.words[first - 1] in ("ما", "لما", "بما"))
    return "", position


def hedge_after(tokens: Tokens, position: int) -> tuple[Hedge, int]:
    """The hedge that begins at a token, and the token behind it: `("", position)` if none."""
    if position < len(tokens) and tokens.words[position] in _FIRST_WORDS:
        for words, hedge in _AFTER:
            last = position + len(words)
            if last <= len(tokens) and all(tokens.words[position + i] == word for i, word in enumerate(words)):
                return hedge, last
    return "", position
