"""Alerts in English."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from rasid.alerting.render.counting import counted
from rasid.alerting.render.english_meetings import NOBODY, meeting_headline, meeting_sentence
from rasid.alerting.render.english_troops import beside, subject_of, troop_headline, troop_sentence
from rasid.alerting.render.tongue import Shown, Tongue
from rasid.alerting.render.troop_numbers import troop_numbers
from rasid.alerting.render.writing import Language, capitalised
from rasid_schemas.alerts import AlertReason, EventCluster
from rasid_schemas.extraction import Extracted, Meeting, TroopAnnouncement

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEHIND_THE = (
    "United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Democratic ", "Republic ", "Czech Republic",
    "Central African", "Dominican Republic", "Vatican",
)  # fmt: skip
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "under_way": "under way", "in_person": "in person", "phone": "by phone", "video": "by video",
        "unspecified": "", "true": "yes", "false": "no",
    }
)  # fmt: skip
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "action": "action", "count": "number", "count_from": "number before", "count_delta": "difference",
        "count_min": "at least", "count_max": "at most", "troops_min": "at least", "troops_max": "at most",
        "multiplier": "times", "location": "place", "country": "country", "date": "date", "mode": "mode",
        "force": "force", "force_affiliation": "force of", "approximate": "number hedged",
    }
)  # fmt: skip
_LEADS: Mapping[str | None, str] = MappingProxyType(
    {
        "updated": "Update: ", "repeated": "Reminder: ", "no_longer_matches": "Closed: ", "merged": "Closed: ",
        "withdrawn": "Withdrawn: ", "expired": "Closed: ",
    }
)  # fmt: skip
_CLOSINGS: Mapping[AlertReason, str] = MappingProxyType(
    {
        "repeated": "This alert still stands.",
        "no_longer_matches": "This alert is closed: what the reports tell no longer matches the rule.",
        "merged": "This alert is closed: its event turned out to be one reported before, and goes on there.",
        "withdrawn": "The articles that reported this have been withdrawn or corrected.",
        "expired": "This alert is closed: its event is no longer followed.",
    }
)


class English(Tongue):
    """Writes English."""

    language: ClassVar[Language] = "en"
    unsure: ClassVar[str] = "Likely, not certain: check the quote."
    months: ClassVar[Sequence[str]] = _MONTHS
    weekdays: ClassVar[Sequence[str]] = _WEEKDAYS
    words: ClassVar[Mapping[str, str]] = _WORDS
    closings: ClassVar[Mapping[AlertReason, str]] = _CLOSINGS

    def meeting(self, meeting: Meeting, full: bool) -> str:
        """`A met B and C in Amman on 20 May 2024`."""
        who, where = self.who(meeting, full) or NOBODY, self._where(meeting, full)
        setting = where + self._when(meeting, full, where)
        if full:
            return capitalised(meeting_sentence(meeting, who, setting))
        return capitalised(meeting_headline(meeting, who) + setting)

    def troops(self, told: TroopAnnouncement, full: bool) -> str:
        """`900 Danish troops to be deployed in Anbar on 1 June 2024`."""
        numbers = troop_numbers(told)
        subject = subject_of(self.force(told), self._owner(told.force_affiliation), numbers.concerned)
        place = self._where(told, full, "from" if told.action == "withdraw" else "in").lstrip()
        if full:
            said = troop_sentence(told, subject, place, numbers)
            return capitalised(said + self._when(told, full, place) + beside(told, numbers))
        return capitalised(troop_headline(told, subject, place, numbers) + self._when(told, full, place))

    def _owner(self, code: str | None) -> str:
        name = self.affiliation(code)
        return f"from {_with_article(name)}" if code and len(code) == 2 else f"({name})" if name else ""

    def _where(self, event: Extracted, full: bool, preposition: str = "in") -> str:
        place = self.place(event, full)
        return f" {preposition} {_with_article(place)}" if place else ""

    def _when(self, event: Extracted, full: bool, where: str) -> str:
        if not event.date:
            return ""
        aside = "," if ", " in where else ""
        return f"{aside} {'on' if event.date.count('-') == 2 else 'in'} {self.date(event.date, full)}"

    def others(self, number: int) -> str:
        """`one other`, `4 others`."""
        return "one other" if number == 1 else f"{number:,} others"

    def title(self, headline: str, news: str | None, likely: bool) -> str:
        """`Update: A met B – likely, not certain`."""
        return f"{_LEADS.get(news, '')}{headline}{' – likely, not certain' if likely else ''}"

    def changed(self, changes: Sequence[Shown], more: int) -> str:
        """`What has changed: now held (was planned); 3 sources (was 1); and 2 more changes.`"""
        told = [_change(change) for change in changes]
        if more:
            told.append(f"and {'one more change' if more == 1 else f'{more} more changes'}")
        return f"What has changed: {'; '.join(told)}."

    def reported(self, cluster: EventCluster, agreeing: int) -> str:
        """`Reported by 5 articles from 5 sources (cancelled according to 2 of them).`"""
        if cluster.articles == 1:
            return "Reported by one article."
        said = f"Reported by {counted(cluster.articles, 'article')} from {counted(cluster.sources, 'source')}"
        status = self.word(cluster.event.status)
        told = (
            f" ({status} according to {'one' if agreeing == 1 else agreeing} of them)"
            if agreeing < cluster.sources
            else ""
        )
        return f"{said}{told}."

    def quoted(self, quote: str, source: str) -> str:
        """`“They met.” (Tigris Daily)`."""
        return f"“{quote}” ({source})" if source else f"“{quote}”"

    def held_back(self, alerts: int) -> str:
        """`17 more alerts of this rule were held back ...`."""
        many = "One more alert of this rule was" if alerts == 1 else f"{alerts:,} more alerts of this rule were"
        return f"{many} held back by its hourly limit."


def _with_article(place: str) -> str:
    return f"the {place}" if place.startswith(_BEHIND_THE) else place


def _change(change: Shown) -> str:
    before, after = change.before, change.after
    match change.field:
        case "status":
            return f"now {after} (was {before})"
        case "articles" | "sources":
            return f"{counted(int(after or 0), change.field[:-1])} (was {before})"
        case "participants" if not before:
            return f"new participant {after}"
        case "participants" if not after:
            return f"{before} no longer named"
        case "participants":
            return f"{after} (was {before})"
    label = _FIELDS.get(change.field, change.field)
    if not after:
        return f"{label} no longer told (was {before})"
    return f"{label} {after} ({f'was {before}' if before else 'not told before'})"
