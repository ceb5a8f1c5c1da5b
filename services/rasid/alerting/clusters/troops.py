"""When two reports tell of one troop announcement, and the keys by which such reports find each other."""

from collections.abc import Iterator
from types import MappingProxyType

from rasid.alerting.clusters.dates import dates_agree
from rasid.alerting.clusters.names import words_of
from rasid_schemas.extraction import TroopAnnouncement

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


def same_announcement(one: TroopAnnouncement, other: TroopAnnouncement, published_near: bool) -> bool:
    """Whether two reports can be of one troop announcement.

    The same kind of action with the same number, or both without one; the same force; no contradicting country
    or number, and dates that can be one.
    """
    return (
        _FAMILY[one.action] == _FAMILY[other.action]
        and not _contradict(one.country, other.country)
        and not _contradict(one.count, other.count)
        and not _contradict(one.count_delta, other.count_delta)
        and dates_agree(one.date, other.date, published_near)
        and any(number in numbers(other) for number in numbers(one))
        and _same_force(one, other)
    )


def numbers(announcement: TroopAnnouncement) -> tuple[str, ...]:
    """The numbers the announcement is about, each as a key: totals, what is added, a range, else bounds.

    One empty key where it tells none.
    """
    told = announcement
    product = round(told.count_from * told.multiplier) if told.count_from and told.multiplier else None
    heads = [str(number) for number in (told.count, told.count_delta, product) if number is not None]
    if told.count_min is not None or told.count_max is not None:
        heads.append(f"{told.count_min} to {told.count_max}")
    if not heads and (told.troops_min is not None or told.troops_max is not None):
        heads.append(f"within {told.troops_min} and {told.troops_max}")
    return tuple(dict.fromkeys(heads)) or ("",)


def troop_keys(announcement: TroopAnnouncement) -> tuple[str, ...]:
    """What a cluster of this announcement is found by."""
    unowned = [f"unowned in {announcement.country}"] if _unowned(announcement) else []
    places = (f"in {announcement.country}", *unowned) if announcement.country else ()
    return _keys(announcement, (*_owners(announcement), *places))


def troop_lookups(announcement: TroopAnnouncement) -> tuple[str, ...]:
    """Under which keys clusters that can be this announcement stand."""
    place = f"in {announcement.country}" if _unowned(announcement) else f"unowned in {announcement.country}"
    return _keys(announcement, (*_owners(announcement), *([place] if announcement.country else [])))


def _keys(announcement: TroopAnnouncement, whose: tuple[str, ...]) -> tuple[str, ...]:
    family = _FAMILY[announcement.action]
    return tuple(f"{family}|{number}|{owner}" for number in numbers(announcement) for owner in whose)


def _owners(announcement: TroopAnnouncement) -> Iterator[str]:
    if announcement.force_affiliation:
        yield f"of {announcement.force_affiliation}"
    if announcement.force:
        yield f"as {_force(announcement)}"


def _unowned(announcement: TroopAnnouncement) -> bool:
    return not announcement.force_affiliation and not announcement.force


def _same_force(one: TroopAnnouncement, other: TroopAnnouncement) -> bool:
    if one.force_affiliation and other.force_affiliation:
        return one.force_affiliation == other.force_affiliation
    if _unowned(one) or _unowned(other):  # then the number and the country must speak for themselves
        return one.country is not None and one.country == other.country and numbers(one) != ("",)
    return bool(one.force and other.force) and _force(one) == _force(other)


def _force(announcement: TroopAnnouncement) -> str:
    return " ".join(words_of(announcement.force or ""))


def _contradict(one: str | int | None, other: str | int | None) -> bool:
    return one is not None and other is not None and one != other
