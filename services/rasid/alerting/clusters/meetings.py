"""When two reports tell of one meeting, and the keys by which such reports find each other."""

from collections.abc import Sequence
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from rasid.alerting.clusters.dates import is_day
from rasid.alerting.clusters.keys import Keys, key_of
from rasid.alerting.clusters.names import place_words, words_of
from rasid.alerting.clusters.participants import Actor, Likeness, actors_of
from rasid_schemas.extraction import Meeting

ENOUGH = 4.5
"""Points from which on two reports are of one meeting."""
LEADING = 2
"""Participants named first: host and guest, who make it this meeting."""
_INDEXED = 4
_SMALL = 4
"""Participants: in a larger company, who comes behind the first two may be the host's, at all its meetings."""

_BOTH, _ONE_AND_A_SIDE, _TWO_SIDES = 6.0, 4.0, 2.0
_NOT_FIRST = 4.0
"""Both, named first by one report only."""
_OF_PAIRS = MappingProxyType(
    {
        Likeness.SAME + Likeness.SAME: _BOTH,
        Likeness.SAME + Likeness.SIDE: _ONE_AND_A_SIDE,
        Likeness.SIDE + Likeness.SIDE: _TWO_SIDES,
    }
)
"""What two are worth that are found in another report, each the same or of its side."""
_AMONG_THEIR_OWN = MappingProxyType({Likeness.SAME + Likeness.SAME: _BOTH})
"""For two of one side: it tells nothing of a meeting among its own."""
_COMPANY = 3
_ALONE, _ONE_OF_SEVERAL = 3.0, 0.5
_SAME_PLACE, _SAME_COUNTRY, _OTHER_COUNTRY = 2.0, 0.5, -2.5
_OTHER_MODE = -4.0
_BY_WIRE = frozenset({"phone", "video"})
_ALONE_KEY, _WITH_KEY = (key_of("alone"),), (key_of("with"),)
_EITHER = (*_ALONE_KEY, *_WITH_KEY)


class ComparedMeeting(NamedTuple):
    """A meeting as it is compared and looked up."""

    actors: tuple[Actor, ...]
    is_lone: bool
    """Whether one participant is told, whoever it is."""
    place: frozenset[str]
    country: str | None
    mode: str
    occasions: Keys

    @classmethod
    def of(cls, told: Meeting) -> "ComparedMeeting":
        """Of a report, or of what several tell together."""
        lone, place = len(told.participants) == 1, place_words(told.location)
        return cls(actors_of(told), lone, place, told.country, told.mode, _occasions_told(told))


def meeting_points(one: ComparedMeeting, other: ComparedMeeting, needed: float) -> float | None:
    """What speaks for one meeting, the time aside; null where the participants say that it is not, or it is too little.

    Needed are the two that one side names first: by name or office on both sides, or one of them so and of the other
    the side that is acted for. Where one side names but one, that one. Place and mode add to it or take away: they
    are looked at first, since they are told apart at a glance, and most who are compared are not of one meeting.
    """
    ones, others = one.actors, other.actors
    beside = _place(one, other) + _mode(one, other)
    if min(len(ones), len(others)) >= LEADING:
        people = _people(ones, others) if beside + _BOTH >= needed else None
    else:
        worth = _ALONE if one.is_lone and other.is_lone else _ONE_OF_SEVERAL
        people = worth if beside + worth >= needed and _is_one_the_same(ones, others) else None
    return None if people is None or people + beside < needed else people + beside


def _people(ones: tuple[Actor, ...], others: tuple[Actor, ...]) -> float | None:
    first = _pair(ones[:LEADING], others[:LEADING])
    if first is not None:
        return first
    if max(len(ones), len(others)) > _SMALL:
        return _BOTH if _same_company(ones, others) else None
    within = (_pair(ones[:LEADING], others), _pair(others[:LEADING], ones))
    return _NOT_FIRST if _BOTH in within else None


def _same_company(ones: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether one host receives the same people: whoever is named next to the host in one report is in both."""
    if ones[0].likeness(others[0]) is not Likeness.SAME:
        return False
    if not (_is_among(ones[1], others) and _is_among(others[1], ones)):
        return False
    guests = [actor for actor in ones[1:] if actor.named]
    same = sum(_is_among(guest, others) for guest in guests)
    return same >= max(_COMPANY, min(len(guests), len(others) - 1) / 2)


def _is_among(guest: Actor, others: tuple[Actor, ...]) -> bool:
    """Whether others are told of as well; one who is not named is nobody to look for."""
    return not guest.named or any(guest.likeness(other) is Likeness.SAME for other in others[1:])


def _is_one_the_same(ones: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    return any(one.likeness(other) is Likeness.SAME for one in ones for other in others)


def _pair(leads: Sequence[Actor], others: Sequence[Actor]) -> float | None:
    """The best way to find two actors among others, as two of them."""
    one, two = leads
    firsts, seconds = [one.likeness(other) for other in others], [two.likeness(other) for other in others]
    worth = _AMONG_THEIR_OWN if one.affiliation == two.affiliation else _OF_PAIRS
    found = [
        worth.get(first + second)
        for position, first in enumerate(firsts)
        if first
        for place, second in enumerate(seconds)
        if second and place != position
    ]
    return max([points for points in found if points is not None], default=None)


def _place(one: ComparedMeeting, other: ComparedMeeting) -> float:
    if one.mode in _BY_WIRE or other.mode in _BY_WIRE:
        return 0
    here, there = one.place, other.place
    if here and there and (here <= there or there <= here):
        return _SAME_PLACE
    if one.country and other.country:
        return _SAME_COUNTRY if one.country == other.country else _OTHER_COUNTRY
    return 0


def _mode(one: ComparedMeeting, other: ComparedMeeting) -> float:
    if one.mode == other.mode or "unspecified" in (one.mode, other.mode):
        return 0
    return _OTHER_MODE if (one.mode in _BY_WIRE) != (other.mode in _BY_WIRE) else 0


def meeting_keys(meeting: ComparedMeeting) -> Keys:
    """What a cluster of this meeting is found by."""
    return _keys(meeting, looked_up=False)


def meeting_lookups(meeting: ComparedMeeting) -> Keys:
    """Under which keys those clusters stand that it can be one with."""
    return _keys(meeting, looked_up=True)


def _keys(meeting: ComparedMeeting, *, looked_up: bool) -> Keys:
    keys: list[int] = []
    for one, two in combinations(meeting.actors[:_INDEXED], LEADING):
        keys += _pair_keys(one, two, looked_up)
    keys += _occasions(meeting, looked_up)
    return tuple(dict.fromkeys(keys))


def _pair_keys(one: Actor, two: Actor, looked_up: bool) -> list[int]:
    ours, theirs = (one.sought, two.sought) if looked_up else (one.standing, two.standing)
    keys = [handle + other for handle in ours.handles for other in theirs.handles]
    if one.affiliation != two.affiliation:
        keys += [handle + side for handle in ours.handles for side in theirs.sides]
        keys += [side + handle for handle in theirs.handles for side in ours.sides]
    return keys


def _occasions(meeting: ComparedMeeting, looked_up: bool) -> list[int]:
    """For reports that name but one: it, with the day or the place. Those that name more look for such reports only."""
    alone = len(meeting.actors) < LEADING
    company = _EITHER if looked_up and alone else _ALONE_KEY if looked_up or alone else _WITH_KEY
    occasions = [each + occasion for each in company for occasion in meeting.occasions]
    handles = [handle for actor in meeting.actors[:_INDEXED] for handle in actor.named_by]
    return [handle + occasion for handle in handles for occasion in occasions]


def _occasions_told(told: Meeting) -> Keys:
    """Its day and its place."""
    day = (key_of(f"on {told.date}"),) if is_day(told.date) else ()
    place = (key_of(f"in {' '.join(words_of(told.location))}"),) if told.location else ()
    return (*day, *place)
