"""On which day a meeting is, was or will be."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from rasid.enrichment.extract.calendar_words import DIRECTIONS
from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.dates import DateMention, dates_in
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.extract.reach import is_cut_off
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.document import Document
from rasid.enrichment.text.normalise import FILLER, fold
from rasid_schemas.extraction import MeetingStatus

_FAR = 220
"""Code points between a trigger and a date beyond which they have nothing to do with each other."""
_YEAR = 4
_DETERMINERS = frozenset({"the", "a", "his", "her", "its", "their", "s", "our", "any", "failed", "u.s."})
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter", "end", "beginning", "start", "middle", "rest"})
_THIS = frozenset({"this", "today"})
_SPEECH = 5
_BEFORE_A_DAY = frozenset({"on", "late", "early", "earlier", "in", "last"})
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
    told = dates_in(document.text, tokens, document.language, document.published_on)
    if document.language != "en":
        return told
    return [date for date in told if len(date.iso) != _YEAR or not _names_something(view, token_at(view, date.start))]


def _names_something(view: View, token: int) -> bool:
    """Whether a year only names a thing: the 2016 election, but not the 2016 summit, nor during the 2016 campaign."""
    following, before = view.word(token + 1), view.word(token - 1)
    if before == "of":
        return view.word(token - 2) not in _SEASONS
    named = following[:1].isalpha() and following not in lexicon("en")["meet_noun"]
    return named and before in _DETERMINERS and view.word(token - 2) != "during"


_THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"})


def is_of_speech(view: View, told: DateMention) -> bool:
    """Whether a day is when somebody spoke: said on Monday, told reporters Tuesday, agreed last week to, قال أمس إن."""
    token = token_at(view, told.start)
    if view.chart.document.language == "ar":
        complement = any(view.word(t) in _THAT for t in range(token + 1, token + _SPEECH + 1))
        said = any(view.word(t) in lexicon("ar")["speech"] for t in range(view.first, token))
        return complement and said
    before = [view.word(t) for t in range(token - 1, token - _SPEECH, -1)]
    nearest = next((word for word in before if word not in _BEFORE_A_DAY), "")
    agreed = nearest in lexicon("en")["agrees"] and view.word(token_at(view, told.end - 1) + 1) == "to"
    return agreed or nearest in lexicon("en")["speech"] or "told" in before or before[:1] == ["since"]


def opens_a_report(view: View, told: DateMention) -> bool:
    """Whether what was said on a day follows it: reported Friday that A met B."""
    return view.word(token_at(view, told.end - 1) + 1) == "that"


def is_ahead(told: DateMention | None, document: Document) -> bool:
    """Whether a day, month or year is said to come: next month, العام المقبل."""
    words = document.folded[told.start : told.end].replace(FILLER, "").split() if told else []
    return any(DIRECTIONS.get(word) == "future" for word in words)


def is_later(view: View, told: DateMention | None) -> bool:
    """Whether a week, month or day is what remains of it: later this week."""
    if told is None:
        return False
    first = token_at(view, told.start)
    return view.word(first) in _THIS and view.word(first - 1) == "later"


def _is_exact(view: View, told: DateMention) -> bool:
    """Whether a day is written out with its year, as below a picture."""
    return len(told.iso) == _FULL_DATE and told.iso[:_YEAR] in view.chart.document.folded[told.start : told.end]


def _tokens_of(view: View, told: DateMention) -> tuple[int, int]:
    return token_at(view, told.start), token_at(view, told.end - 1) + 1


def token_at(view: View, start: int) -> int:
    """The token of the sentence at an offset."""
    return bisect_right(view.chart.tokens.starts, start, view.first, view.last) - 1


def date_of(view: View, dates: Sequence[DateMention], proposal: Proposal, start: int, end: int) -> DateMention | None:
    """The date nearest to a trigger, among those within `[start, end)` that no clause of its own cuts off.

    The bounds are offsets in code points.
    """
    at = view.chart.tokens.starts[proposal.first]
    near = [told for told in dates if start <= told.start < end and _distance(told, at) <= _FAR]
    near = [
        told for told in near if not is_cut_off(view, proposal, *_tokens_of(view, told), exact=_is_exact(view, told))
    ]
    return min(near, key=lambda told: _distance(told, at), default=None)


def day_of(told: DateMention | None, status: MeetingStatus, document: Document) -> str | None:
    """The ISO date; a weekday or a day without a year is read by what became of the meeting."""
    today = document.published_on
    if told is None or today is None:
        return told.iso if told else None
    words = document.folded[told.start : told.end].replace(FILLER, "")
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
