"""When two reports tell of one troop announcement, and the keys by which such reports find each other."""

from collections.abc import Iterator
from types import MappingProxyType

from rasid.alerting.clusters.keys import Keys, key_of
from rasid.alerting.clusters.names import words_of
from rasid.alerting.clusters.statuses import CALLED_OFF
from rasid_schemas.extraction import TroopAnnouncement

ENOUGH = 5.0
"""Points from which on two reports are of one announcement."""

_FAMILY = MappingProxyType(
    {
        "increase": "more",
        "deploy": "more",
        "decrease": "fewer",
        "withdraw": "fewer",
        "maintain": "stay",
        "strength": "strength",
    }
)
"""Outlets tell one decision as an increase or a deployment, as a cut or a withdrawal."""
_NEAR_FAMILIES = MappingProxyType({frozenset({"stay", "strength"}): -1.0, frozenset({"more", "strength"}): -2.0})
"""Who is sent is there, and so is who stays: less sure than the same kind of action."""

_SAME_NUMBER, _NEAR_NUMBER, _SAME_BOUNDS, _ONE_NUMBER = 4.0, 3.0, 2.0, -0.5
_NEAR = 0.1
"""The share by which numbers may differ of which one is hedged."""
_SAME_SIDE, _SAME_COUNTRY, _OTHER_COUNTRY, _SAME_PLACE = 2.0, 1.5, -3.0, 0.5
_SAME_STATUS, _DENIED_BY_ONE = 1.0, -2.0
"""Where no number tells the announcement from others."""


def announcement_points(one: TroopAnnouncement, other: TroopAnnouncement) -> float | None:
    """What speaks for one announcement, the time aside; null where kind, number or force say that it is not."""
    parts = (_kind(one, other), _number(one, other), _side(one, other))
    if any(part is None for part in parts):
        return None
    return sum(part for part in parts if part) + _place(one, other)


def _kind(one: TroopAnnouncement, other: TroopAnnouncement) -> float | None:
    families = frozenset((_FAMILY[one.action], _FAMILY[other.action]))
    return 0.0 if len(families) == 1 else _NEAR_FAMILIES.get(families)


def _number(one: TroopAnnouncement, other: TroopAnnouncement) -> float | None:
    ours, theirs = numbers(one), numbers(other)
    if not ours or not theirs:
        same_bounds = _bounds(one) is not None and _bounds(one) == _bounds(other)
        same_kind = _FAMILY[one.action] == _FAMILY[other.action]
        number = _SAME_BOUNDS if same_bounds else _ONE_NUMBER if ours or theirs else 0.0
        return _status(one, other) + number if same_kind else None
    near = _NEAR if one.approximate or other.approximate else 0.0
    if _contradict(one.count, other.count, near) or _contradict(one.count_delta, other.count_delta, near):
        return None
    if not ours.isdisjoint(theirs):
        return _SAME_NUMBER
    return _NEAR_NUMBER if any(not _contradict(mine, yours, near) for mine in ours for yours in theirs) else None


def _contradict(one: int | None, other: int | None, near: float) -> bool:
    return one is not None and other is not None and abs(one - other) > near * max(one, other)


def _status(one: TroopAnnouncement, other: TroopAnnouncement) -> float:
    if one.status == other.status:
        return _SAME_STATUS
    return _DENIED_BY_ONE if (one.status in CALLED_OFF) != (other.status in CALLED_OFF) else 0.0


def _side(one: TroopAnnouncement, other: TroopAnnouncement) -> float | None:
    if one.force_affiliation and other.force_affiliation:
        return _SAME_SIDE if one.force_affiliation == other.force_affiliation else None
    ours, theirs = _force(one), _force(other)
    return _SAME_SIDE if ours and ours == theirs else 0.0


def _place(one: TroopAnnouncement, other: TroopAnnouncement) -> float:
    same = _SAME_PLACE if one.location and words_of(one.location) == words_of(other.location or "") else 0.0
    if one.country and other.country:
        return same + (_SAME_COUNTRY if one.country == other.country else _OTHER_COUNTRY)
    return same


def numbers(announcement: TroopAnnouncement) -> frozenset[int]:
    """The numbers the announcement is about: totals, what is added, what doubling makes of either, a range's ends."""
    told = announcement
    heads = [told.count, told.count_delta, told.count_min, told.count_max]
    if told.multiplier:
        heads += [round(told.count_from * told.multiplier) if told.count_from else None]
        heads += [round(told.count * (1 - 1 / told.multiplier)) if told.count and told.multiplier > 1 else None]
    return frozenset(number for number in heads if number)


def _bounds(announcement: TroopAnnouncement) -> tuple[int | None, int | None] | None:
    """What "thousands" comes to; null where no word tells it."""
    bounds = (announcement.troops_min, announcement.troops_max)
    return bounds if any(bounds) else None


def troop_keys(announcement: TroopAnnouncement) -> Keys:
    """What a cluster of this announcement is found by, and under which keys those stand that it can be one with."""
    whose = tuple(_owners(announcement))
    where = (f"in {announcement.country}",) if announcement.country else ()
    by_number = (f"{heads}|{key}" for heads in sorted(numbers(announcement)) for key in (*whose, *where))
    within = (f"within {_bounds(announcement)}|{owner}" for owner in whose)
    by_kind = (f"{_FAMILY[announcement.action]}|{owner}|{place}" for owner in whose for place in where)
    return tuple(map(key_of, dict.fromkeys((*by_number, *within, *by_kind))))


def _owners(announcement: TroopAnnouncement) -> Iterator[str]:
    if announcement.force_affiliation:
        yield f"of {announcement.force_affiliation}"
    if announcement.force:
        yield f"as {_force(announcement)}"


def _force(announcement: TroopAnnouncement) -> str:
    return " ".join(words_of(announcement.force or ""))
