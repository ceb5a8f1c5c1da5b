"""On which day a meeting is, was or will be."""

from collections.abc import Sequence

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.dates import DateMention, dates_in

_FAR = 220
"""Code points between a trigger and a date beyond which they have nothing to do with each other."""


def dates_of(view: View) -> Sequence[DateMention]:
    """The dates of a sentence, with offsets into the text."""
    document = view.chart.document
    tokens = view.chart.tokens[view.first : view.last]
    return dates_in(document.text, tokens, document.language, document.published_on)


def date_of(dates: Sequence[DateMention], trigger: int, start: int, end: int) -> str | None:
    """The ISO date nearest to a trigger, among those within `[start, end)`; all are offsets in code points."""
    near = [(_distance(date, trigger), number) for number, date in enumerate(dates) if start <= date.start < end]
    if not near or min(near)[0] > _FAR:
        return None
    return dates[min(near)[1]].iso


def _distance(date: DateMention, trigger: int) -> int:
    return date.start - trigger if date.start >= trigger else trigger - date.end
