"""Dates in running text, resolved against the day of publication."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri

from rasid.enrichment.extract.calendar_words import FUTURE_WORDS, Direction
from rasid.enrichment.extract.date_openings import openings
from rasid.enrichment.extract.date_phrase import Phrase
from rasid.enrichment.extract.date_phrases import Reader
from rasid.enrichment.text.document import Tokens
from rasid.enrichment.text.normalise import fold
from rasid.enrichment.text.sentences import tokenise

_LOOK_BACK = 12
"""Tokens before a weekday or a month in which a future word makes it a coming one."""
_LONGEST_AGO = 100
"""Years; nothing relative is further away, so no year before the first is computed."""
_MONTH = 30
_SOON = 45
"""Days up to which a day without a year is rather to come than a year ago."""
_ARABIC_FUTURE = ("سي", "ست", "وسي", "وست")
_NO_FUTURE = ("سياس", "سيار", "سيد", "سينا", "سيطر", "سير", "سيف", "سيول", "سيت", "سته", "ستين", "ستون", "ستر", "سيي")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text `[start, end)`, offsets in code points; `iso` is `2018`, `2018-07` or `2018-07-11`."""

    start: int
    end: int
    iso: str


def find_dates(text: str, language: str, published_on: date | None) -> list[DateMention]:
    """The dates of a text in `ar` or `en`, in order. Without a day of publication only full dates are found."""
    return dates_in(text, tokenise(fold(text)), language, published_on)


def dates_in(text: str, tokens: Tokens, language: str, published_on: date | None) -> list[DateMention]:
    """As `find_dates`, for some tokens of a text; offsets are those of the tokens."""
    reader = Reader(text, tokens, language)
    mentions: list[DateMention] = []
    behind = 0
    for position in openings(tokens.words, language):
        phrase = reader.read(position) if position >= behind else None
        if phrase:
            behind = phrase.last
            iso = _resolve(phrase, tokens, published_on)
            if iso:
                mentions.append(DateMention(tokens.starts[phrase.first], tokens.ends[phrase.last - 1], iso))
    return mentions


def _resolve(phrase: Phrase, tokens: Tokens, today: date | None) -> str | None:
    """The ISO date of a phrase, or None where it has none."""
    if phrase.hijri:
        return _hijri(phrase)
    if phrase.year:
        return _iso(phrase.year, phrase.month, phrase.day)
    if today is None or today.year <= _LONGEST_AGO:
        return None
    direction: Direction = phrase.direction or ("future" if _speaks_of_the_future(tokens, phrase.first) else "")
    if phrase.month:
        return _iso(_year_of(phrase.month, phrase.day, direction, today), phrase.month, phrase.day)
    if phrase.weekday is not None:
        return _weekday(phrase.weekday, direction, today, phrase.distance).isoformat()
    distance = phrase.distance or 0
    return _shifted(today, _seasons_away(phrase.season, distance, today), phrase.unit)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else None


def _hijri(phrase: Phrase) -> str | None:
    """The Gregorian date of a Hijri one: the day itself, or the month or year in which most of it lies."""
    if phrase.year is None:
        return None
    try:
        day = Hijri(phrase.year, phrase.month or 6, phrase.day or 15).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return _iso(day.year, day.month if phrase.month else None, day.day if phrase.day else None)


def _speaks_of_the_future(tokens: Tokens, position: int) -> bool:
    before = tokens.words[max(0, position - _LOOK_BACK) : position]
    return any(
        word in FUTURE_WORDS or (word.startswith(_ARABIC_FUTURE) and len(word) > 3 and not word.startswith(_NO_FUTURE))
        for word in before
    )


def _year_of(month: int, day: int | None, direction: Direction, today: date) -> int:
    """The year of a month without one: the last such month, or the next one where the text looks ahead."""
    ahead = (month, day or today.day) > (today.month, today.day)
    if direction == "current":
        return today.year
    if direction == "future":
        behind = (month, day or today.day) < (today.month, today.day)
        return today.year + behind
    if direction == "past" and day is None and month == today.month:
        return today.year - 1
    return today.year - (ahead and not _is_near(month, day, today))


def _is_near(month: int, day: int | None, today: date) -> bool:
    """Whether a day without a year lies so little ahead that nobody would mean last year's."""
    return day is not None and 0 < (month - today.month) * _MONTH + day - today.day <= _SOON


def _seasons_away(season: tuple[int, int] | None, distance: int, today: date) -> int:
    """The years to next summer, which may still be this year's, or since last summer, which may have been."""
    if season is None:
        return distance
    first, last = season
    return 0 if (distance > 0 and first > today.month) or (distance < 0 and last < today.month) else distance


def _weekday(weekday: int, direction: Direction, today: date, distance: int | None) -> date:
    """The day of that name: the last one, today included; the next one where the text looks ahead."""
    back = (today.weekday() - weekday) % 7
    if distance is not None and distance <= 0:
        return today - timedelta(days=back)
    if direction == "future" or distance:
        return today + timedelta(
            days=(weekday - today.weekday()) % 7 or (7 if direction == "future" and not back else 0)
        )
    return today - timedelta(days=back or (7 if direction == "past" else 0))


def _shifted(today: date, distance: int, unit: str) -> str:
    """A day, or the month or year that lies some units away. A week is told by its month, a season by its year."""
    if unit == "day":
        return (today + timedelta(days=distance)).isoformat()
    if unit == "week":
        return (today + timedelta(weeks=distance)).isoformat()[:7]
    if unit == "year":
        return f"{today.year + distance:04}"
    months = today.year * 12 + today.month - 1 + distance
    return f"{months // 12:04}-{months % 12 + 1:02}"
