"""On which day a meeting is, was or will be."""

from collections.abc import Sequence
from datetime import date, timedelta

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.dates import DateMention, dates_in

_WEEK = timedelta(days=7)
_FULL_DATE = 10
_FAR = 220
"""Code points between a trigger and a date beyond which they have nothing to do with each other."""


def dates_of(view: View) -> Sequence[DateMention]:
    """The dates of a sentence, with offsets into the text."""
    document = view.chart.document
    tokens = view.chart.tokens[view.first : view.last]
    return dates_in(document.text, tokens, document.language, document.published_on)


def date_of(dates: Sequence[DateMention], trigger: int, start: int, end: int) -> str | None:
    """The ISO date nearest to a trigger, among those within `[start, end)`; all are offsets in code points."""
    near = [(_distance(told, trigger), number) for number, told in enumerate(dates) if start <= told.start < end]
    if not near or min(near)[0] > _FAR:
        return None
    return dates[min(near)[1]].iso


def held_by(iso: str | None, published_on: date | None) -> str | None:
    """A weekday after publication is the one before where the meeting was held."""
    if iso is None or published_on is None or len(iso) < _FULL_DATE:
        return iso
    day = date.fromisoformat(iso)
    return (day - _WEEK).isoformat() if published_on < day < published_on + _WEEK else iso


def planned_for(iso: str | None, published_on: date | None) -> str | None:
    """A weekday or a day without a year before publication is the one after it where the meeting is to come."""
    if iso is None or published_on is None or iso >= published_on.isoformat()[: len(iso)]:
        return iso
    if len(iso) == _FULL_DATE and date.fromisoformat(iso) > published_on - _WEEK:
        return (date.fromisoformat(iso) + _WEEK).isoformat()
    year, rest = iso[:4], iso[4:]
    return (
        f"{int(year) + 1}{rest}"
        if rest and rest != "-02-29" and int(year) + 1 == published_on.year + _coming(iso, published_on)
        else iso
    )


def _coming(iso: str, published_on: date) -> int:
    """The years from publication to the next such day: 0 or 1."""
    return int(iso[4:] < published_on.isoformat()[4 : len(iso)])


def _distance(told: DateMention, trigger: int) -> int:
    return told.start - trigger if told.start >= trigger else trigger - told.end
