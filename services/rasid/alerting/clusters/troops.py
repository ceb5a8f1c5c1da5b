"""When two reports tell of one troop announcement, and the keys by which such reports find each other."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from rasid.alerting.clusters.keys import Keys, key_of
from rasid.alerting.clusters.names import words_of
from rasid.alerting.clusters.spoken import Words
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


class ComparedTroops(NamedTuple):
    """A troop announcement as it is compared and looked up."""

    told: TroopAnnouncement
    family: str
    numbers: frozenset[int]
    bounds: tuple[int | None, int | None] | None
    """What "thousands" comes to; null where no word tells it."""
    force: str
    """Its words; empty where none is named."""
    place: Words | None

    @classmethod
    def of(cls, told: TroopAnnouncement) -> "ComparedTroops":
        """Of a report, or of what several tell together."""
        bounds = (told.troops_min, told.troops_max)
        return cls(
            told=told,
            family=_FAMILY[told.action],
            numbers=numbers(told),
            bounds=bounds if any(bounds) else None,
            force=" ".join(words_of(told.force or "")),
            place=words_of(told.location) if told.location else None,
        )


def tell_other_numbers(one: ComparedTroops, other: ComparedTroops) -> bool:
    """Whether both tell numbers that say at a glance that they are two: then they have no points, whatever else."""
    ours, theirs = one.numbers, other.numbers
    if not ours or not theirs or one.told.approximate or other.told.approximate:
        return False
    return ours.isdisjoint(theirs)


def announcement_points(one: ComparedTroops, other: ComparedTroops) -> float | None:
    """What speaks for one announcement, the time aside; null where kind, number or force say that it is not."""
    kind = 0.0 if one.family == other.family else _NEAR_FAMILIES.get(frozenset((one.family, other.family)))
    number = None if kind is None else _number(one, other)
    side = None if number is None else _side(one, other)
    if kind is None or number is None or side is None:
        return None
    return kind + number + side + _place(one, other)


def _number(one: ComparedTroops, other: ComparedTroops) -> float | None:
    ours, theirs = one.numbers, other.numbers
    if not ours or not theirs:
        same_bounds = one.bounds is not None and one.bounds == other.bounds
        number = _SAME_BOUNDS if same_bounds else _ONE_NUMBER if ours or theirs else 0.0
        return _status(one.told, other.told) + number if one.family == other.family else None
    near = _NEAR if one.told.approximate or other.told.approximate else 0.0
    if _contradict(one.told.count, other.told.count, near):
        return None
    if _contradict(one.told.count_delta, other.told.count_delta, near):
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


def _side(one: ComparedTroops, other: ComparedTroops) -> float | None:
    ours, theirs = one.told.force_affiliation, other.told.force_affiliation
    if ours and theirs:
        return _SAME_SIDE if ours == theirs else None
    return _SAME_SIDE if one.force and one.force == other.force else 0.0


def _place(one: ComparedTroops, other: ComparedTroops) -> float:
    same = _SAME_PLACE if one.place is not None and one.place == (other.place or ()) else 0.0
    ours, theirs = one.told.country, other.told.country
    if ours and theirs:
        return same + (_SAME_COUNTRY if ours == theirs else _OTHER_COUNTRY)
    return same


def numbers(announcement: TroopAnnouncement) -> frozenset[int]:
    """The numbers the announcement is about: totals, what is added, what doubling makes of either, a range's ends."""
    told = announcement
    heads = [told.count, told.count_delta, told.count_min, told.count_max]
    if told.multiplier:
        heads += [round(told.count_from * told.multiplier) if told.count_from else None]
        heads += [round(told.count * (1 - 1 / told.multiplier)) if told.count and told.multiplier > 1 else None]
    return frozenset(number for number in heads if number)


def troop_keys(announcement: ComparedTroops) -> Keys:
    """What a cluster of this announcement is found by, and under which keys those stand that it can be one with."""
    country = announcement.told.country
    whose = [key_of(owner) for owner in _owners(announcement)]
    where = [key_of(f"in {country}")] if country else []
    numbers, within = [key_of(str(heads)) for heads in sorted(announcement.numbers)], announcement.bounds
    keys = [number + key for number in numbers for key in (*whose, *where)]
    if whose:
        keys += [key_of(f"within {within}") + owner for owner in whose]
        keys += [key_of(announcement.family) + owner + place for owner in whose for place in where]
    return tuple(dict.fromkeys(keys))


def _owners(announcement: ComparedTroops) -> Iterator[str]:
    if announcement.told.force_affiliation:
        yield f"of {announcement.told.force_affiliation}"
    if announcement.told.force:
        yield f"as {announcement.force}"
