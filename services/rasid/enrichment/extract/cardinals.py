"""Reading one cardinal number from tokens: `3,500`, `30 ألف`, `ثلاثة آلاف وخمسمئة`, `tens of thousands`."""

from functools import cache
from typing import NamedTuple

from rasid.enrichment.extract.number_words import NumberWord, number_words
from rasid.enrichment.text.document import Tokens
from rasid.enrichment.text.normalise import fold

_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_TEENS = ("الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
_TEEN_ORDINALS = frozenset(fold(word + ending) for word in (*_TEENS, "الثاني") for ending in ("", "ة"))
_SOME = {"couple": 2, "few": 3, "several": 3, "عده": 3, "بضع": 3, "بضعه": 3}
_LONGEST_NUMBER = 15
_NO_WORD = NumberWord("small", 0, clitics="none")


class Cardinal(NamedTuple):
    """A number read from the tokens `[first, last)`."""

    first: int
    last: int
    value: int | None
    minimum: int | None = None
    """The least that a word such as `thousands` can mean; then there is no value."""
    scale: int = 1
    """The last scale word: 1000 in `4 thousand`."""
    in_digits: bool = False
    vaguely: bool = False
    """A couple hundred: a value, but no exact one."""


@cache
def number_openers(language: str) -> frozenset[str]:
    """The words that a cardinal may begin with; digits do too."""
    return frozenset(number_words(language)).union(_SOME)


def read_cardinal(tokens: Tokens, first: int, language: str) -> Cardinal | None:
    """The cardinal that begins at a token, or None. Ordinals are none."""
    words, word = number_words(language), tokens.words[first]
    if word[:1].isdecimal():
        return _from_digits(tokens, first, words)
    if word in _SOME:
        return _some(tokens, first, words)
    entry = words.get(word)
    if entry is None or (first and tokens.words[first - 1] in _TEEN_ORDINALS):
        return None
    if entry.role == "vague" or entry.plural:
        return _vague(tokens, first, entry, words)
    if entry.role == "hundred" and entry.clitics.endswith("ال"):  # per cent
        return None
    return _half(tokens, first, words) if entry.role == "half" else _from_words(tokens, first, words)


def _entry(tokens: Tokens, position: int, words: dict[str, NumberWord]) -> NumberWord:
    return words.get(tokens.words[position], _NO_WORD) if position < len(tokens) else _NO_WORD


def _word(tokens: Tokens, position: int) -> str:
    return tokens.words[position] if position < len(tokens) else ""


def _digits(word: str) -> float:
    """`3,500` and `3.500` are 3500, `9.5` is 9.5, `1.300.000` is 1300000."""
    parts = word.replace(",", ".").split(".")
    if len(parts) == 1 or all(len(part) == 3 for part in parts[1:]):
        return int("".join(parts)[:_LONGEST_NUMBER])
    return float(f"{parts[0][:_LONGEST_NUMBER]}.{parts[1][:6]}")


def _from_digits(tokens: Tokens, first: int, words: dict[str, NumberWord]) -> Cardinal | None:
    raw, last = _digits(tokens.words[first]), first + 1
    while last < len(tokens) and not tokens.words[last]:  # the fillers of `بـ21`
        last += 1
    touching = last < len(tokens) and tokens.starts[last] == tokens.ends[first]
    if touching and tokens.words[last] in _ORDINAL_ENDINGS:
        return None
    if raw < 1000 and not touching and _word(tokens, last) in ("000", "500") and "." not in tokens.words[first]:
        return Cardinal(first, last + 1, int(raw) * 1000 + int(tokens.words[last]), None, 1000, True)
    scale, last = _scale(tokens, last, words)
    value = round(raw * scale)
    rest = _rest(tokens, last, scale, words) if scale > 1 else None
    if rest:
        return Cardinal(first, rest.last, value + (rest.value or 0), None, scale, True)
    return Cardinal(first, last, value, None, scale, True)


def _scale(tokens: Tokens, position: int, words: dict[str, NumberWord]) -> tuple[int, int]:
    """The scale behind digits and the token behind it: `4 thousand`, `5k`, `10 [thousand]`, `21 ألفا`; 1 if none."""
    bracketed = _word(tokens, position) == "["
    entry = _entry(tokens, position + bracketed, words)
    if entry.role not in ("scale", "hundred", "dual") or entry.clitics or entry.value < 100:
        return 1, position
    if len(tokens.words[position]) == 1 and not bracketed and tokens.starts[position] != tokens.ends[position - 1]:
        return 1, position
    behind = position + 1 + bracketed
    if entry.role == "hundred" and _entry(tokens, behind, words).role == "scale":
        return entry.value * _entry(tokens, behind, words).value, behind + 1
    return entry.value, behind + (bracketed and _word(tokens, behind) == "]")


def _rest(tokens: Tokens, position: int, scale: int, words: dict[str, NumberWord]) -> Cardinal | None:
    """What is added to a number behind its scale: `وخمسمئة`, `و500`, `(and) two hundred`."""
    if _word(tokens, position) == "و" and _word(tokens, position + 1).isdecimal():
        value = int(tokens.words[position + 1][:_LONGEST_NUMBER])
        fits = scale // 100 <= value < scale and tokens.ends[position] == tokens.starts[position + 1]
        return Cardinal(position, position + 2, value) if fits else None
    begin = position + (_word(tokens, position) == "and")
    entry = _entry(tokens, begin, words)
    joined = entry.clitics == "و" or (not entry.clitics and _word(tokens, begin).isascii())
    if not joined or entry.role not in ("small", "hundred"):
        return None
    rest = _from_words(tokens, begin, words)
    return rest if rest and rest.value and rest.value < scale else None


def _from_words(tokens: Tokens, first: int, words: dict[str, NumberWord]) -> Cardinal | None:
    group, behind = _group(tokens, first, words)
    entry = _entry(tokens, behind, words)
    if entry.role not in ("scale", "dual") or (entry.clitics and behind > first):
        return Cardinal(first, behind, group) if group else None
    value = (group or (2 if entry.role == "dual" else 1)) * entry.value
    rest = _rest(tokens, behind + 1, entry.value, words)
    if rest:
        return Cardinal(first, rest.last, value + (rest.value or 0), None, entry.value)
    return Cardinal(first, behind + 1, value, None, entry.value)


def _group(tokens: Tokens, position: int, words: dict[str, NumberWord]) -> tuple[int, int]:
    """A number below a thousand and the token behind it: `two hundred and five`, `خمسة وعشرين`; 0 if none."""
    value, last, first = 0, position, position
    while True:
        joint = last > first and value >= 20 and _word(tokens, position) in ("-", "and")
        entry = _entry(tokens, position + joint, words)
        if entry.role == "hundred" and value < 100 and (last == first or not entry.clitics):
            value = (value or 1) * entry.value
        elif entry.role == "small" and entry.value and (last == first or _adds(value, entry)):
            value += entry.value
        else:
            return value, last
        position = last = position + joint + 1


def _adds(value: int, entry: NumberWord) -> bool:
    """Whether a word adds to the number before it: 300 and 45, 40 and 2; in Arabic also 5 and 20, 3 (and) 10."""
    if entry.clitics not in ("", "و"):
        return False
    if 0 < value % 100 < 10:
        return entry.joined if entry.value >= 20 else entry.value == 10 and not entry.joined
    noughts = len(str(value)) - len(str(value).rstrip("0"))
    return entry.value < int(10**noughts)


def _vague(tokens: Tokens, first: int, entry: NumberWord, words: dict[str, NumberWord]) -> Cardinal:
    """`thousands`, `tens of thousands`, `مئات الآلاف`: at least two of each."""
    least = 2 * entry.value if entry.plural else entry.value
    position = first + 1 + (_word(tokens, first + 1) == "of")
    higher = _entry(tokens, position, words)
    if higher.role in ("vague", "scale") and higher.value > entry.value and higher.clitics in ("", "ال"):
        unit = higher.value // 2 if higher.role == "vague" else higher.value
        return Cardinal(first, position + 1, None, least * unit)
    return Cardinal(first, first + 1, None, least)


def _some(tokens: Tokens, first: int, words: dict[str, NumberWord]) -> Cardinal | None:
    """`several thousand`, `a few hundred` count nothing; `a couple hundred` is about two hundred."""
    position = first + 1 + (_word(tokens, first + 1) == "of")
    entry = _entry(tokens, position, words)
    if entry.role not in ("hundred", "scale", "vague") or entry.clitics not in ("", "ال"):
        return None
    times = _SOME[tokens.words[first]]
    unit = entry.value // 2 if entry.role == "vague" else entry.value
    if times == 2:
        return Cardinal(first, position + 1, 2 * unit, vaguely=True)
    return Cardinal(first, position + 1, None, times * unit)


def _half(tokens: Tokens, first: int, words: dict[str, NumberWord]) -> Cardinal | None:
    """`half a million`, `نصف مليون`, `ربع مليون`."""
    position = first + 1 + (_word(tokens, first + 1) == "a")
    entry = _entry(tokens, position, words)
    if entry.role != "scale" or entry.value < 1000 or entry.clitics:
        return None
    return Cardinal(first, position + 1, entry.value // _entry(tokens, first, words).value, None, entry.value)
