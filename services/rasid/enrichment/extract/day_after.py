"""Meetings dated by what happened the day after or before: said on Tuesday, a day after meeting A; غداة لقاء."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.dates import DateMention
from rasid.enrichment.extract.number_words import number_words
from rasid.enrichment.languages.lexicon import lexicon

_FULL_DATE = 10
_NEAR = 8
"""Tokens between "a day after" and the word of meeting."""
_MOST = 7


def apart(view: View, trigger: int, dates: Callable[[], Sequence[DateMention]]) -> str | None:
    """The day of a meeting that is told to be some days from another; None where none is told."""
    days = _days_apart(view, trigger)
    if days is None:
        return None
    before = [told.iso for told in dates() if told.end <= view.chart.tokens.starts[trigger]]
    exact = [iso for iso in before if len(iso) == _FULL_DATE]
    return (date.fromisoformat(exact[-1]) + timedelta(days=days)).isoformat() if exact else None


def _days_apart(view: View, trigger: int) -> int | None:
    """How many days later than the other a meeting is; negative where it was before."""
    words = lexicon(view.chart.document.language)
    if view.word(trigger - 1) in words["day_after"]:
        return -1
    if view.word(trigger - 1) in words["eve_of"]:
        return 1
    for token in range(trigger - 1, max(view.first, trigger - _NEAR), -1):
        if view.word(token) in words["cuts"]:
            return None
        count = _count_before(view, token) if view.word(token) in ("after", "before") else None
        if count is not None:
            return -count if view.word(token) == "after" else count
    return None


def _count_before(view: View, token: int) -> int | None:
    """The number in "two days" before a token."""
    if view.word(token - 1) not in ("day", "days"):
        return None
    word = view.word(token - 2)
    entry = number_words("en").get(word)
    if word == "the" and view.word(token - 1) == "days":
        return None
    count = 1 if word in ("a", "one", "the") else int(word) if word.isdecimal() else entry.value if entry else 0
    return int(count) if 0 < count <= _MOST else None
