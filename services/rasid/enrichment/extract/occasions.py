"""Reports of one occasion in an article, gathered into one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.likeness import is_same_actor, may_be_anybody, same_people
from rasid_schemas.extraction import MeetingMode, MeetingStatus

_COMPARED = 40
"""Occasions of an article that a new report is compared with, the latest."""
_NEAR = 9
"""Sentences after which "the meeting" no longer means the one told before."""
_NEXT = 1
"""The same where only its course is told."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as one sentence, or several, tell it."""

    participants: tuple[Actor, ...]
    mode: MeetingMode
    status: MeetingStatus
    location: str | None
    country: str | None
    town: str | None
    """The town by its own name, where one is named."""
    date: str | None
    spans: tuple[tuple[int, int], ...]
    sentence: int
    """The last sentence that tells it."""
    confidence: float
    rule: str
    headline: bool = False
    negotiation: bool = False
    adds: bool = False


def gather(told: Iterable[Occasion]) -> list[Occasion]:
    """Merge what is one occasion, in the order of the text."""
    occasions: list[Occasion] = []
    for new in told:
        position = _position(occasions, new)
        if position is not None:
            occasions[position] = _merged(occasions[position], new)
        elif not new.adds:
            occasions.append(new)
    return occasions


def _position(occasions: list[Occasion], new: Occasion) -> int | None:
    if new.adds:
        return next((i for i in range(len(occasions) - 1, -1, -1) if _is_the(occasions[i], new)), None)
    recent = range(max(0, len(occasions) - _COMPARED), len(occasions))
    same = [i for i in recent if _is_same(occasions[i], new)]
    return same[-1] if same else None


def _is_the(known: Occasion, new: Occasion) -> bool:
    """Whether "the meeting" may be one told before."""
    return (
        new.sentence - known.sentence <= (_NEAR if new.participants or new.date or new.location else _NEXT)
        and (new.mode == "phone") == (known.mode == "phone")
        and _agree(known.date, new.date)
        and (known.country is None or new.country is None or known.country == new.country)
    )


def _is_same(known: Occasion, new: Occasion) -> bool:
    return (
        _statuses_agree(known, new)
        and ("unspecified" in (known.mode, new.mode) or known.mode == new.mode)
        and _agree(known.date, new.date)
        and (known.country is None or new.country is None or known.country == new.country)
        and (known.town is None or new.town is None or known.town == new.town)
        and same_people(known.participants, new.participants, apart=known.sentence == new.sentence)
        and (_is_one_day(known, new) or known.headline or new.headline or not _is_apart(known, new))
    )


def _convenes(known: Occasion, new: Occasion) -> bool:
    """Whether one is a body's own meeting and the other one of its people with others."""
    few, many = sorted((known.participants, new.participants), key=len)
    return len(few) == 1 and len(many) > 1 and not few[0].key and few[0].name not in {a.name for a in many}


def _is_apart(known: Occasion, new: Occasion) -> bool:
    """Whether one tells of a body or of states, and the other of people who may have met without them."""
    return _convenes(known, new) or _are_states(known, new)


def _are_states(known: Occasion, new: Occasion) -> bool:
    """Whether one tells of states alone, and that elsewhere than the other: no word on which of their people."""
    few = min(known.participants, new.participants, key=len)
    dated = known.date is not None and new.date is not None
    return all(actor.kind == "country" for actor in few) and new.sentence - known.sentence > 1 and not dated


def _is_one_day(known: Occasion, new: Occasion) -> bool:
    return known.date is not None and known.date == new.date


def _statuses_agree(known: Occasion, new: Occasion) -> bool:
    return (
        known.status == new.status
        or known.headline
        or new.headline
        or (known.date is not None and known.date == new.date)
    )


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _merged(known: Occasion, new: Occasion) -> Occasion:
    first, second = (new, known) if known.headline and not new.headline and not new.adds else (known, new)
    return replace(
        first,
        participants=_union(first.participants, second.participants),
        mode=first.mode if first.mode != "unspecified" else second.mode,
        location=first.location or second.location,
        town=first.town or (second.town if not first.location else None),
        country=first.country or (second.country if not first.location else None),
        date=_finer(first.date, second.date),
        spans=tuple(dict.fromkeys((*known.spans, *new.spans))),
        sentence=new.sentence,
        confidence=min(0.99, max(known.confidence, new.confidence) + 0.03),
        headline=known.headline and new.headline,
        negotiation=known.negotiation and new.negotiation,
    )


def _finer(a: str | None, b: str | None) -> str | None:
    return b if a is None or (b is not None and len(b) > len(a)) else a


def _union(first: tuple[Actor, ...], second: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Everybody once; a country or an office that stands for a person of its side is dropped."""
    union = list(first)
    for actor in second:
        if not any(_is_told_by(actor, known) for known in union):
            union.append(actor)
        elif actor.key and not any(actor.key == known.key for known in union):
            union = [known for known in union if known.key or not _is_told_by(known, actor)] + [actor]
    return tuple(union)


def _is_told_by(actor: Actor, known: Actor) -> bool:
    """Whether one who takes part is told by another already; a group only by a group, or where it may be any."""
    if actor.kind == "group" and known.kind != "group":
        return may_be_anybody(actor)
    return is_same_actor(actor, known)
