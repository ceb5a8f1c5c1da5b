"""On which day a meeting is, was or will be."""

from collections.abc import Sequence
from datetime import date, timedelta

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.dates import DateMention, dates_in
from rasid.enrichment.text.document import Document
from rasid.enrichment.text.normalise import fold
from rasid_schemas.extraction import MeetingStatus

_FAR = 220
"""Code points between a trigger and a date beyond which they have nothing to do with each other."""
_WEEK = timedelta(days=7)
_FULL_DATE = 10
_RELATIVE_DAYS = frozenset(
    fold(word)
    for word in (
        *("today", "tonight", "tomorrow", "yesterday"),
        *("اليوم", "غدا", "غد", "الغد", "أمس", "الأمس", "بالأمس", "البارحة", "الليلة", "بعد"),
    )
)
"""Days that are told from the day of publication: no tense moves them."""


def dates_of(view: View) -> Sequence[DateMention]:
    """The dates of a sentence, with offsets into the text."""
    document = view.chart.document
    tokens = view.chart.tokens[view.first : view.last]
    return dates_in(document.text, tokens, document.language, document.published_on)


def date_of(dates: Sequence[DateMention], trigger: int, start: int, end: int) -> DateMention | None:
    """The date nearest to a trigger, among those within `[start, end)`; all are offsets in code points."""
    near = [(_distance(told, trigger), number) for number, told in enumerate(dates) if start <= told.start < end]
    if not near or min(near)[0] > _FAR:
        return None
    return dates[min(near)[1]]


def day_of(told: DateMention | None, status: MeetingStatus, document: Document) -> str | None:
    """The ISO date; a weekday or a day without a year is read by what became of the meeting."""
    today = document.published_on
    if told is None or today is None:
        return told.iso if told else None
    words = document.folded[told.start : told.end]
    if told.iso[:4] in words or not _RELATIVE_DAYS.isdisjoint(words.split()):
        return told.iso
    if len(told.iso) == _FULL_DATE and " " not in words:
        return _weekday(date.fromisoformat(told.iso), status, today).isoformat()
    if status != "held" and not any(word in words for word in ("last", "ago", "ماض", "yesterday", "امس")):
        return _to_come(told.iso, today)
    return told.iso


def _weekday(day: date, status: MeetingStatus, today: date) -> date:
    """A bare weekday lies within the week before what was held, and from today on where it is to come."""
    if status == "held":
        return day - _WEEK if today < day <= today + _WEEK else day
    if day == today + _WEEK:
        return today
    return day + _WEEK if today - _WEEK < day < today and status != "cancelled" else day


def _to_come(iso: str, today: date) -> str:
    """A month or day without a year that is past is next year's, unless that is more than half a year ahead."""
    rest = iso[4:]
    if not rest or iso >= today.isoformat()[: len(iso)] or rest == "-02-29":
        return iso
    coming = f"{int(iso[:4]) + 1}{rest}"
    month = date.fromisoformat(coming if len(coming) == _FULL_DATE else f"{coming}-01")
    return coming if today <= month <= today + timedelta(days=183) else iso


def _distance(told: DateMention, trigger: int) -> int:
    return told.start - trigger if told.start >= trigger else trigger - told.end
