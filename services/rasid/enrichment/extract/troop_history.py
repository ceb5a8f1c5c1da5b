"""Whether a dated change of troops is over, seen from the day of publication."""

from datetime import date as date_type
from datetime import timedelta

from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Document
from rasid_schemas.extraction import TroopStatus

_AHEAD = 3
"""Words before a trigger that may look ahead."""
_GOVERNING = 8
_DAY = 10
"""Length of a date that tells the day."""
_MONTH = 7
"""Length of a date that tells the month."""


def is_past(chart: Chart, date: str | None, trigger: TriggerMention, words: TroopWords) -> bool:
    """Whether a change dated before the year of publication is told without a word that looks ahead."""
    today = chart.document.published_on
    ahead = {chart.word(i) for i in range(trigger.position - _AHEAD, trigger.position)} & words["modal"]
    told = trigger.form not in ("future", "present") and not ahead - {"to"}
    if not told or today is None or date is None:
        return False
    return int(date[:4]) < today.year or _has_happened(chart, date, trigger, words)


def is_to_come(document: Document, date: str | None, trigger: TriggerMention) -> bool:
    """Whether a noun tells a change dated after the day of publication: `the withdrawal in 2017`."""
    today = document.published_on
    if date is None or today is None or trigger.form != "noun":
        return False
    return date > today.isoformat()[: len(date)]


def _has_happened(chart: Chart, date: str, trigger: TriggerMention, words: TroopWords) -> bool:
    """Whether a noun tells a change of this or an earlier day or month: `the departure of U.S. forces this week`."""
    today = chart.document.published_on
    if trigger.form != "noun" or words.language != "en" or today is None or len(date) < _MONTH:
        return False
    before = {chart.word(i) for i in range(trigger.position - _GOVERNING, trigger.position)}
    governed = before & (words["future"] | words["proposed"])
    return not governed and date <= today.isoformat()[: len(date)]


def day_of(document: Document, date: str | None, status: TroopStatus) -> str | None:
    """The date; a weekday on which something was done lies in the week before: `by Tuesday had sent`."""
    today = document.published_on
    if today is None or date is None or len(date) != _DAY or status != "completed" or date <= today.isoformat():
        return date
    return (date_type.fromisoformat(date) - timedelta(weeks=1)).isoformat()


def is_old(document: Document, date: str | None) -> bool:
    """Whether a date lies before the month of publication."""
    today = document.published_on
    return today is not None and date is not None and date < today.isoformat()[: min(len(date), _MONTH)]
