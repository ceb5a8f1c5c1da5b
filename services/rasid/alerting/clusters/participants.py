"""Who takes part in a meeting: when two reports can mean the same, by name, by office, or by whom they act for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache, partial
from typing import NamedTuple

from rasid.alerting.clusters.keys import Keys, key_of
from rasid.alerting.clusters.names import ParticipantName, name_of
from rasid.alerting.clusters.offices import is_title, office_of
from rasid.alerting.clusters.spoken import same_spoken
from rasid_schemas.extraction import Meeting

MOST_COMPARED = 12
"""Participants: of a summit of thirty, the first twelve are compared."""


_REGNAL = re.compile(
    r"(?<!\s)\s++(?:I{1,3}|IV|VI{0,3}|X{1,2}[IV]*|الأول|الثاني|الثالث|الرابع|الخامس|السادس)(?=\s+بن\b|$)"
)
_REGNAL_SPELLED = re.compile(r"(?<!\s)\s++(?:al-\w++|I{1,3}|IV|VI{0,3}|X{1,2}[IV]*)(?=\s+bin\b|$)")
"""The numbers of kings and popes, which one language writes as a word and the other in letters."""


class Likeness(IntEnum):
    """How surely two reports mean the same participant."""

    NONE = 0
    SIDE = 1
    """They act for the same country or organisation, and one of them is not named."""
    SAME = 2


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """A participant as it is compared. Each is itself alone, so that what two are to each other can be remembered."""

    name: ParticipantName
    affiliation: str | None
    office: str | None
    named: bool
    """Whether it is told who it is, rather than an office, a body or a country."""
    is_specific: bool
    """Whether it says who: "groups" or "several officials" alone do not."""
    named_by: Keys
    """Of two actors of one name at least one of these is equal."""
    standing: "Standing"
    """Where it stands."""
    sought: "Standing"
    """Where it may stand in other reports: of two that are the same at least one handle is equal."""

    def likeness(self, other: "Actor") -> Likeness:
        """By name; else, of the same country or organisation, by office, or by spelling."""
        return _likeness(self, other)

    def compared_with(self, other: "Actor") -> Likeness:
        """The same, worked out."""
        if self.name.is_same(other.name) and (self.named or other.named or not self._acts_for_another(other)):
            return Likeness.SAME
        if self.affiliation is None or self.affiliation != other.affiliation:
            return Likeness.NONE
        if self.named and other.named:
            same = same_spoken(self.name.latin, other.name.latin) or (
                self.office == other.office and self._is_short_for(other)
            )
            return Likeness.SAME if same else Likeness.NONE
        if self.office and other.office:
            return Likeness.SAME if self.office == other.office else Likeness.NONE
        return Likeness.SIDE

    def _is_short_for(self, other: "Actor") -> bool:
        ours, theirs = set(self.name.latin or self.name.written), set(other.name.latin or other.name.written)
        return self.office is not None and (ours <= theirs or theirs <= ours)

    def _acts_for_another(self, other: "Actor") -> bool:
        return bool(self.affiliation and other.affiliation) and self.affiliation != other.affiliation


@lru_cache(maxsize=16_384)
def _likeness(one: Actor, other: Actor) -> Likeness:
    return one.compared_with(other)


class Standing(NamedTuple):
    """Keys of an actor."""

    handles: Keys
    """By name and office."""
    sides: Keys
    """Of those of its side."""


def actors_of(meeting: Meeting) -> tuple[Actor, ...]:
    """Those in particular: "the accompanying delegation" is at every meeting."""
    told = meeting.participants
    actors = [_actor_of(each.name, each.role, each.affiliation, each.name_latin) for each in told]
    return tuple([actor for actor in actors if actor.is_specific][:MOST_COMPARED])


def _latin(name: str, latin: str | None) -> str | None:
    """The name in Latin letters without the number: that of an Arabic name is spelled out, like a family's."""
    return _REGNAL_SPELLED.sub("", latin) if latin and _REGNAL.search(name) else latin


@lru_cache(maxsize=65_536)
def _actor_of(name: str, role: str | None, affiliation: str | None, latin: str | None) -> Actor:
    called = name_of(_REGNAL.sub("", name), _latin(name, latin))
    office = office_of(name) or office_of(role)
    named = not (is_title(called.written) or (role is None and len(called.written) == 1))
    bare_title = len(called.written) == 1 and is_title(called.written) and affiliation is None
    return Actor(
        name=called,
        affiliation=affiliation,
        office=office,
        named=named,
        is_specific=called.is_specific and not bare_title,
        named_by=tuple(map(key_of, called.handles)),
        standing=_standing(called, office, affiliation, partial(_stands, named)),
        sought=_standing(called, office, affiliation, partial(_may_stand, named)),
    )


def _standing(
    name: ParticipantName, office: str | None, affiliation: str | None, places: Callable[[str | None], tuple[str, ...]]
) -> Standing:
    held = f"{office} of {affiliation}" if office and affiliation else None
    handles = (*name.handles, *places(held))
    return Standing(tuple(map(key_of, handles)), tuple(map(key_of, places(_side(affiliation)))))


def _side(affiliation: str | None) -> str | None:
    return f"side {affiliation}" if affiliation else None


def _stands(named: bool, key: str | None) -> tuple[str, ...]:
    """Those who are named stand apart from the others."""
    if key is None:
        return ()
    return (f"named {key}",) if named else (key,)


def _may_stand(named: bool, key: str | None) -> tuple[str, ...]:
    """One who is named looks for the others only."""
    if key is None:
        return ()
    return (key,) if named else (key, f"named {key}")
