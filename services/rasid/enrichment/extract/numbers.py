"""Numbers in running text: digits and words, ranges, hedges, and words that count nothing exactly (thousands)."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rasid.enrichment.extract.cardinals import Cardinal, number_openers, read_cardinal
from rasid.enrichment.extract.hedges import Hedge, hedge_after, hedge_before, hedge_behind_noun
from rasid.enrichment.text.document import Tokens
from rasid.enrichment.text.normalise import fold
from rasid.enrichment.text.sentences import tokenise

NumberKind = Literal["plain", "percent", "money", "year"]
RangeForm = Literal["", "between", "from_to"]

_PERCENT = frozenset({"%", "percent", "بالميه", "بالمايه"})
_CURRENCY = frozenset("$€£") | {"dollars", "dollar", "euros", "euro", "pounds", "دولار", "دولارا", "ريال", "يورو"}
_JOINTS = frozenset({"to", "-", "or", "الي", "او"})
_AND = frozenset({"and", "و"})
_BETWEEN = frozenset({"between", "بين"})
_BY = frozenset({"by", "بمقدار", "بنسبه"})
_FROM = frozenset({"from", "من"})
_LARGEST_RATIO = 20
"""How many times its lower bound a range's upper bound may be: beyond it the two numbers are two things."""


class NumberMention(NamedTuple):
    """A number in the text `[start, end)`, offsets in code points, its hedges not included.

    Either `value`, or bounds: both for a range; the lower one alone for `hundreds` (200) or `thousands` (2000).
    """

    start: int
    end: int
    first: int
    """Its tokens are `[first, last)`, hedges included."""
    last: int
    value: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    hedge: Hedge = ""
    kind: NumberKind = "plain"
    form: RangeForm = ""

    @property
    def approximate(self) -> bool:
        """Whether the text does not mean the number exactly."""
        return bool(self.hedge) or (self.value is None and self.maximum is None)


def find_numbers(text: str, language: str) -> list[NumberMention]:
    """The numbers of a text in `ar` or `en`, in order. Ordinals are none."""
    return numbers_in(tokenise(fold(text)), language)


def numbers_in(tokens: Tokens, language: str) -> list[NumberMention]:
    """As `find_numbers`, for the tokens of a folded text; `first` and `last` index `tokens`."""
    cardinals = list(_cardinals(tokens, language))
    mentions: list[NumberMention] = []
    position = 0
    while position < len(cardinals):
        pair = cardinals[position : position + 2]
        joined = _range(tokens, *pair) if len(pair) == 2 else None
        mentions.append(joined or _single(tokens, cardinals[position]))
        position += 2 if joined else 1
    return mentions


def _cardinals(tokens: Tokens, language: str) -> Iterator[Cardinal]:
    behind, openers = 0, number_openers(language)
    for position in [n for n, word in enumerate(tokens.words) if word in openers or word[:1].isdecimal()]:
        cardinal = read_cardinal(tokens, position, language) if position >= behind else None
        if cardinal:
            yield cardinal
            behind = cardinal.last


def _single(tokens: Tokens, cardinal: Cardinal) -> NumberMention:
    before, first = hedge_before(tokens, cardinal.first)
    after, last = hedge_after(tokens, cardinal.last)
    return NumberMention(
        _start(tokens, cardinal),
        tokens.ends[cardinal.last - 1],
        first,
        last,
        value=cardinal.value,
        minimum=cardinal.minimum,
        hedge=before or after or ("about" if cardinal.vaguely else hedge_behind_noun(tokens, cardinal.last)),
        kind=_kind(tokens, cardinal),
    )


def _range(tokens: Tokens, low: Cardinal, high: Cardinal) -> NumberMention | None:
    """`between 3 and 4 thousand`, `5,000-8,000`, `من 500 إلى 800`: two cardinals that bound one number."""
    bounds = _bounds(low, high)
    form = _form(tokens, low, high)
    if bounds is None or not form or _kind(tokens, high) == "year":
        return None
    before, first = hedge_before(tokens, low.first)
    opened = first > 0 and tokens.words[first - 1] in _BETWEEN | _FROM
    return NumberMention(
        _start(tokens, low),
        tokens.ends[high.last - 1],
        first - opened,
        high.last,
        minimum=bounds[0],
        maximum=bounds[1],
        hedge=before,
        kind=_kind(tokens, high),
        form=form,
    )


def _start(tokens: Tokens, cardinal: Cardinal) -> int:
    """Where a cardinal begins; folding moved the tatweel of `بـ21` behind it."""
    fillers = (token for token in tokens[cardinal.first + 1 : cardinal.last] if not token.word)
    return tokens.starts[cardinal.first] + sum(token.end - token.start for token in fillers)


def _bounds(low: Cardinal, high: Cardinal) -> tuple[int, int] | None:
    """The two values, the lower one in thousands where only the upper one says so; None where they bound nothing."""
    if low.value is None or high.value is None:
        return None
    minimum = low.value
    if low.scale == 1 and high.scale > 1 and minimum * high.scale < high.value:
        minimum *= high.scale
    fits = 0 < minimum < high.value <= minimum * _LARGEST_RATIO
    return (minimum, high.value) if fits else None


def _form(tokens: Tokens, low: Cardinal, high: Cardinal) -> RangeForm:
    """Which words make two neighbouring cardinals a range."""
    _, first = hedge_before(tokens, low.first)
    opening = tokens.words[first - 1] if first else ""
    gap = [word for word in tokens.words[low.last : high.first] if word and word not in "[]"]
    joined_word = not gap and tokens.words[high.first].startswith("و")
    if opening in _BETWEEN:
        return "between" if joined_word or (len(gap) == 1 and gap[0] in _JOINTS | _AND) else ""
    if len(gap) != 1 or gap[0] not in _JOINTS or opening in _BY:
        return ""
    return "from_to" if opening in _FROM else "between"


def _kind(tokens: Tokens, cardinal: Cardinal) -> NumberKind:
    word = tokens.words[cardinal.first]
    following = list(tokens.words[cardinal.last : cardinal.last + 2])
    if following[:1] and (
        following[0] in _PERCENT or following in (["في", "الميه"], ["في", "المايه"], ["per", "cent"])
    ):
        return "percent"
    if (following[:1] and following[0] in _CURRENCY) or (
        cardinal.first and tokens.words[cardinal.first - 1] in _CURRENCY
    ):
        return "money"
    year = cardinal.in_digits and cardinal.scale == 1 and len(word) == 4 and word.isdecimal()
    return "year" if year and word[:2] in ("19", "20") else "plain"


def moved(number: NumberMention, tokens: int) -> NumberMention:
    """A number of a sentence's tokens, indexed as the document's."""
    return number._replace(first=number.first + tokens, last=number.last + tokens)
