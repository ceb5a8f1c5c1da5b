"""When a change of troops takes effect, as its sentence says."""

from collections.abc import Sequence
from itertools import pairwise

from rasid.enrichment.extract.dates import DateMention, dates_in
from rasid.enrichment.extract.troop_words import TroopWords, troop_words
from rasid.enrichment.text.document import Document, Sentence, Tokens

_SAID_BEFORE = 4
"""Words between a word of saying and the day on which it was said."""
_REACH = 90
"""Code points; a date further away tells of something else."""
_NEAR = 30
"""The same for a number that tells a present strength."""
_BEFORE = 40
"""Code points that a date before the change is farther away than one behind it."""
_COMMA = 30
"""Code points that a comma before the change counts as."""
_DECIDED_BEFORE = 4
_YEAR = 4
"""Length of a date that tells the year alone."""
_DAY = 10
"""Length of a date that tells the day."""


def date_of(document: Document, sentence: Sentence, anchor: int, others: Sequence[int], *, present: bool) -> str | None:
    """The date nearest to an offset in its clause that is not the day of the saying; `present` lets `now` count.

    `others` are the offsets of other changes; what stands beyond one is its date.
    """
    tokens = document.tokens[sentence.first_token : sentence.last_token]
    words = troop_words(document.language)
    near = [
        (distance, mention)
        for mention in dates_in(document.text, tokens, document.language, document.published_on)
        if not _is_of_another(tokens, mention, words)
        and not any(anchor < other < mention.start for other in others)
        and (distance := _distance(tokens, mention, anchor, words)) is not None
        and distance <= (_NEAR if present else _REACH + _BEFORE * (mention.start < anchor))
    ]
    if near:
        return min(near, key=_first)[1].iso
    if present and document.published_on and _is_now(tokens, words):
        return document.published_on.isoformat()
    return None


def _is_now(tokens: Tokens, words: TroopWords) -> bool:
    """Whether a word says that it is so now; `so far` does not."""
    return any(
        token.word in words["now"] and (not i or tokens[i - 1].word not in words["until"])
        for i, token in enumerate(tokens)
    )


def _first(pair: tuple[int, DateMention]) -> int:
    return pair[0]


def _distance(tokens: Tokens, mention: DateMention, anchor: int, words: TroopWords) -> int | None:
    """Code points between a date and an offset, None where another clause begins between them."""
    first, last = sorted((anchor, mention.start))
    between = [token.word for token in tokens if first < token.start < last]
    if not words["joint"].isdisjoint(between) or _is_told(tokens, first, last, words):
        return None
    before = mention.start < anchor
    if before and (_is_clause_between(between, words) or _said_since(between, mention, words)):
        return None
    return last - first + _BEFORE * before + _COMMA * (before and "," in between)


def _is_clause_between(between: Sequence[str], words: TroopWords) -> bool:
    """Whether an English clause begins between a date and a change behind it."""
    joined = any(word == "," and following in ("and", "but") for word, following in pairwise(between))
    return joined or not words["clause_opener"].isdisjoint(between)


def _said_since(between: Sequence[str], mention: DateMention, words: TroopWords) -> bool:
    """Whether a day is that of an English statement: `On Friday, the president said he would`."""
    return words.language == "en" and len(mention.iso) == _DAY and not words["saying"].isdisjoint(between)


def _is_told(tokens: Tokens, first: int, last: int, words: TroopWords) -> bool:
    """Whether what is said begins between two offsets: `قال الاثنين إن`."""
    joints = (token.start for token in tokens if first < token.start < last and token.word in words["that"])
    joint = next(joints, None)
    return joint is not None and any(token.word in words["saying"] for token in tokens if token.start < joint)


def _is_of_another(tokens: Tokens, mention: DateMention, words: TroopWords) -> bool:
    """Whether a date is the day of a statement or decision, or names another thing: `the 2016 election`."""
    before = [token.word for token in tokens if token.start < mention.start]
    behind = [token.word for token in tokens if token.start >= mention.end][:1]
    told = (token.word for token in tokens if mention.start <= token.start < mention.end)
    if not words["following"].isdisjoint(told):  # the year after another one told of
        return True
    if words.language == "en" and (_is_of_decision(before, behind, words) or _is_name(before, behind, mention, words)):
        return True
    return len(mention.iso) == _DAY and any(word in words["saying"] for word in before[-_SAID_BEFORE:])


def _is_of_decision(before: Sequence[str], behind: Sequence[str], words: TroopWords) -> bool:
    """`his decision last month to`, `announced in mid-May that`, `on Friday ordered`."""
    telling = words["deciding"] | words["saying"]
    nearest = next((word for word in reversed(before[-_DECIDED_BEFORE:]) if word not in words["before_date"]), "")
    return nearest in telling or (bool(behind) and behind[0] in telling)


def _is_name(before: Sequence[str], behind: Sequence[str], mention: DateMention, words: TroopWords) -> bool:
    """Whether a year only names a thing that is neither a force nor its change."""
    if len(mention.iso) != _YEAR or before[-1:] not in (["the"], ["a"], ["s"], ["his"]) or not behind:
        return False
    if before[-2:-1] and before[-2] in words["following"] | words["clause_opener"]:  # after the 2010 flood
        return False
    known = behind[0] in words.heads or behind[0] in words.triggers or behind[0] in words["future"]
    return behind[0][:1].isalpha() and not known
