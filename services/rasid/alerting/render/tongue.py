"""What a language has to be able to say, and what is said alike in all of them."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from rasid.alerting.render.affiliations import affiliation_name, is_affiliation, names_affiliation
from rasid.alerting.render.dates import ToldDate, told_date
from rasid.alerting.render.writing import LONGEST_VALUE, Language, is_right_to_left, value
from rasid_schemas.alerts import AlertReason, EventCluster
from rasid_schemas.extraction import Extracted, Meeting, Participant, TroopAnnouncement

IN_TITLE = 60
"""Code points of one name or place in a title."""
NAMED_IN_TITLE = 3
NAMED_IN_SUMMARY = 10
"""Participants that are named; the others are counted."""

_PLAIN_FORCES = frozenset(
    {"troops", "the troops", "soldiers", "the soldiers", "forces", "the forces", "personnel", "military personnel"}
    | {"قوات", "القوات", "جنود", "الجنود", "جندي", "جنديا", "جنديًا", "عسكريين", "العسكريين", "عسكري", "عناصر"}
)
"""Names of a force that do not say whose it is."""


class Shown(NamedTuple):
    """A change with its values as people read them, empty where unknown."""

    field: str
    before: str
    after: str


class Tongue(ABC):
    """One language. What it is given of an article goes through `value`."""

    language: ClassVar[Language]
    unsure: ClassVar[str]
    """Says that an event is likely and not certain."""
    months: ClassVar[Sequence[str]]
    weekdays: ClassVar[Sequence[str]]
    """From Monday on."""
    words: ClassVar[Mapping[str, str]]
    """Statuses, modes and actions of the contract that people say otherwise."""
    closings: ClassVar[Mapping[AlertReason, str]]
    """Why an alert is told without news of the event; not those where the event itself says it."""

    @abstractmethod
    def meeting(self, meeting: Meeting, full: bool) -> str:
        """Who met whom where and when: a headline, or in full a sentence without its full stop."""

    @abstractmethod
    def troops(self, told: TroopAnnouncement, full: bool) -> str:
        """Whose troops, how many, do what where and when: a headline, or in full a sentence."""

    @abstractmethod
    def title(self, headline: str, news: str | None, likely: bool) -> str:
        """A headline behind what becomes of the alert: `updated` or an alert's reason."""

    @abstractmethod
    def changed(self, changes: Sequence[Shown], more: int) -> str:
        """What has changed; `more` changes are only counted."""

    @abstractmethod
    def reported(self, cluster: EventCluster, agreeing: int) -> str:
        """How many articles and sources report it, and how many of the sources tell its status."""

    @abstractmethod
    def quoted(self, quote: str, source: str) -> str:
        """A quote with its source, which may be empty."""

    @abstractmethod
    def held_back(self, alerts: int) -> str:
        """How many other alerts of the rule were held back."""

    @abstractmethod
    def others(self, number: int) -> str:
        """So many more who take part."""

    def closing(self, reason: AlertReason) -> str:
        """Why the alert is told without news of the event, empty where the event itself says it."""
        return self.closings.get(reason, "")

    def word(self, value: str) -> str:
        """A status, mode or action of the contract in words."""
        return self.words.get(value, value)

    def day(self, date: ToldDate, full: bool) -> str:
        """A date in words: `20 May 2024`, in full with its weekday."""
        weekday = self.weekdays[date.weekday] if full and date.weekday is not None else ""
        month = self.months[date.month - 1] if date.month else ""
        return " ".join(filter(None, (weekday, str(date.day or ""), month, date.year)))

    def value(self, told: str | None, longest: int = LONGEST_VALUE) -> str:
        """A value from an article as it can stand in a line."""
        return value(told, self.language, longest)

    def affiliation(self, code: str | None) -> str:
        """A country's or organisation's name."""
        return self.value(affiliation_name(code, self.language))

    def date(self, text: str | None, full: bool = False) -> str:
        """A date of the contract in words, empty where there is none."""
        return self.day(told_date(text), full) if text else ""

    def participant(self, participant: Participant, full: bool) -> str:
        """Who takes part: the name, in full with the role or else with whom they act for."""
        written = participant.name
        if self.language == "en" and participant.name_latin and is_right_to_left(written):
            written = participant.name_latin
        if not full:
            return self.value(written, IN_TITLE)
        name = self.value(written)
        known_as = self.value(participant.role)
        if not known_as and not names_affiliation(written, participant.affiliation):
            known_as = self.affiliation(participant.affiliation)
        return f"{name} ({known_as})" if name and known_as and known_as != name else name or known_as

    def who(self, meeting: Meeting, full: bool) -> tuple[str, ...]:
        """Those who take part, the last of many as a number."""
        named = tuple(filter(None, (self.participant(each, full) for each in meeting.participants)))
        most = NAMED_IN_SUMMARY if full else NAMED_IN_TITLE
        more = len(named) - most
        return (*named[:most], self.others(more)) if more > 0 else named

    def force(self, told: TroopAnnouncement) -> str:
        """Whose troops, as named; empty where that says only that they are troops, or names no more than a country."""
        force = told.force or ""
        plain = force.casefold() in _PLAIN_FORCES or is_affiliation(force, told.force_affiliation)
        return "" if plain else self.value(force)

    def place(self, event: Extracted, full: bool) -> str:
        """Where: the place as named, in full with its country; the country where no place is named."""
        country = affiliation_name(event.country, self.language)
        if not event.location or is_affiliation(event.location, event.country):
            return country
        place = self.value(event.location, LONGEST_VALUE if full else IN_TITLE)
        return (
            f"{place} ({country})"
            if full and country and not names_affiliation(event.location, event.country)
            else place
        )
