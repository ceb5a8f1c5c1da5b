"""When a change of troops takes effect, as its sentence says."""

from collections.abc import Sequence

from rasid.enrichment.extract.dates import DateMention, dates_in
from rasid.enrichment.extract.troop_words import TroopWords, troop_words
from rasid.enrichment.text.document import Document, Sentence, Token

_SAID_BEFORE = 4
"""Words between a word of saying and the day on which it was said."""
_REACH = 90
"""Code points; a date further away tells of something else."""
_NEAR = 30
"""The same for a number that tells a present strength."""
_COMMA = 30
"""Code points that a comma before the change counts as."""
_DAY = 10
"""Length of a date that tells the day."""


def date_of(document: Document, sentence: Sentence, anchor: int, *, present: bool) -> str | None:
    """The date nearest to an offset in its clause that is not the day of the saying; `present` lets `now` count."""
    tokens = document.tokens[sentence.first_token : sentence.last_token]
    words = troop_words(document.language)
    near = [
        (distance, mention)
        for mention in dates_in(document.text, tokens, document.language, document.published_on)
        if not _is_day_of_saying(tokens, mention, words)
        and (distance := _distance(tokens, mention, anchor, words)) is not None
        and distance <= (_NEAR if present else _REACH)
    ]
    if near:
        return min(near, key=_first)[1].iso
    if present and document.published_on and any(token.word in words["now"] for token in tokens):
        return document.published_on.isoformat()
    return None


def _first(pair: tuple[int, DateMention]) -> int:
    return pair[0]


def _distance(tokens: Sequence[Token], mention: DateMention, anchor: int, words: TroopWords) -> int | None:
    """Code points between a date and an offset, None where another clause begins between them."""
    first, last = sorted((anchor, mention.start))
    between = [token.word for token in tokens if first < token.start < last]
    if not words["joint"].isdisjoint(between) or _is_told(tokens, first, last, words):
        return None
    return last - first + _COMMA * (mention.start < anchor and "," in between)


def _is_told(tokens: Sequence[Token], first: int, last: int, words: TroopWords) -> bool:
    """Whether what is said begins between two offsets: `قال الاثنين إن`."""
    joints = (token.start for token in tokens if first < token.start < last and token.word in words["that"])
    joint = next(joints, None)
    return joint is not None and any(token.word in words["saying"] for token in tokens if token.start < joint)


def _is_day_of_saying(tokens: Sequence[Token], mention: DateMention, words: TroopWords) -> bool:
    if len(mention.iso) < _DAY:
        return False
    before = [token.word for token in tokens if token.start < mention.start][-_SAID_BEFORE:]
    return any(word in words["saying"] for word in before)
