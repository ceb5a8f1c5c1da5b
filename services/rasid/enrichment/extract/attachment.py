"""The place and day that a sentence gives to the meeting it proposes."""

from dataclasses import dataclass
from functools import cached_property

from rasid.enrichment.extract.article import Article
from rasid.enrichment.extract.calendar_words import DIRECTIONS
from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.dates import DateMention
from rasid.enrichment.extract.day_after import apart
from rasid.enrichment.extract.places import Locative, place_of
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.extract.when import (
    date_of,
    dates_of,
    day_of,
    is_ahead,
    is_later,
    is_of_speech,
    opens_a_report,
    token_at,
)
from rasid_schemas.extraction import MeetingStatus

_PEOPLE = ("person", "office", "group")
_FULL_DATE = 10
_OPENING = 3
"""Tokens at the front of a sentence within which a day is the whole sentence's: On Monday, A meets B."""


def window_of(view: View, proposal: Proposal, preceding: tuple[Proposal, ...], limit: int) -> tuple[int, int]:
    """The tokens in which a meeting's day may be told: up to the next meeting, for what adds to one its own clause."""
    if proposal.rule.endswith("-again"):
        return proposal.clause[0], min(limit, proposal.clause[1])
    return preceding[-1].last if preceding else view.first, limit


@dataclass(frozen=True)
class Setting:
    """The days and places that a sentence names, found once for all the meetings it tells, and only if asked for."""

    article: Article
    view: View

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates of the sentence; Jan and رجب are no months inside a name."""
        people = [(actor.start, actor.end) for actor in self.view.actors if actor.kind == "person"]
        return [told for told in dates_of(self.view) if not any(start <= told.start < end for start, end in people)]

    @cached_property
    def places(self) -> tuple[Locative, ...]:
        """The places of the sentence; Byrne is inside Byrne Tower."""
        view = self.view
        ends = {t: actor.last for actor in view.actors if actor.kind in _PEOPLE for t in range(actor.first, actor.last)}
        places = self.article.grammar.places_of(self.article.chart, view.first, view.last)
        return tuple(place for place in places if place.last > ends.get(place.first, place.first))


def date_told(setting: Setting, proposal: Proposal, window: tuple[int, int]) -> DateMention | None:
    """The mention of the day, month or year the meeting is said to be on."""
    view, dates = setting.view, setting.dates
    tokens, sentence = view.chart.tokens, view.sentence
    start = sentence.start if window[0] == view.first else tokens[window[0]].start
    end = sentence.end if window[1] >= view.last else tokens[window[1]].start
    meant = [told for told in dates if not is_of_speech(view, told)]
    dates = meant if meant or proposal.status != "held" else [told for told in dates if not opens_a_report(view, told)]
    at = tokens.starts[proposal.first]
    behind = date_of(view, dates, proposal, at, end) if start > sentence.start else None
    return behind or date_of(view, dates, proposal, start, end)


def place_told(setting: Setting, proposal: Proposal, window: tuple[int, int]) -> Locative | None:
    """The place the meeting is said to be at; a call has none."""
    if proposal.mode in ("phone", "video") or proposal.rule == "ar-attend":
        return None  # behind who attended stands where they serve
    places = setting.places
    if proposal.rule == "en-again":
        places = tuple(place for place in places if place.country)
    return place_of(setting.view, places, proposal, *window)


def tokens_told(view: View, place: Locative | None, told: DateMention | None) -> tuple[int, ...]:
    """The tokens of a meeting's place and date."""
    where = (place.first, place.last - 1) if place else ()
    tokens = view.chart.tokens
    when = (t for t in range(view.first, view.last) if told and told.start <= tokens.starts[t] < told.end)
    return (*where, *when)


def day_told(setting: Setting, told: DateMention | None, proposal: Proposal) -> str | None:
    """The day, month or year; what was held has no month or year to come."""
    view = setting.view
    document = view.chart.document
    behind = told is not None and told.start > view.chart.tokens.starts[proposal.first]
    other = None if behind else apart(view, proposal.first, lambda: setting.dates)
    if other is not None:
        return other
    ahead = (
        proposal.status == "held" and proposal.present and told is not None and _is_its_weekday(view, told, proposal)
    )
    day, today = day_of(told, "planned" if ahead else proposal.status, document), document.published_on
    vague = day is not None and len(day) < _FULL_DATE and today is not None and day > today.isoformat()
    return None if vague and proposal.status == "held" and not is_ahead(told, document) else day


def _is_its_weekday(view: View, told: DateMention, proposal: Proposal) -> bool:
    """Whether a weekday tells when a verb in the present is: meets B on Monday; not last Monday, nor came on Monday."""
    first = token_at(view, told.start)
    if DIRECTIONS.get(view.word(first - 1)) == "past":
        return False
    return first > proposal.first or first - view.first < _OPENING


def status_told(view: View, proposal: Proposal, told: DateMention | None, day: str | None) -> MeetingStatus:
    """What lies after publication was not held yet, nor what is later this week."""
    today = view.chart.document.published_on
    if day is None or today is None:
        return proposal.status
    if proposal.status == "planned" and len(day) < _FULL_DATE and day < today.isoformat()[: len(day)]:
        return "held"
    to_come = day > today.isoformat() or is_later(view, told)
    return "planned" if proposal.status == "held" and to_come else proposal.status
