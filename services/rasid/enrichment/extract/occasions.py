"""Reports of one occasion in an article, gathered into one."""

from collections.abc import Iterable
from datetime import date

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.likeness import is_same_actor, may_be_anybody
from rasid.enrichment.extract.occasion import Occasion
from rasid.enrichment.extract.sameness import agree, is_headline_of, is_same
from rasid_schemas.extraction import MeetingStatus

_COMPARED = 40
"""Occasions of an article that a new report is compared with, the latest."""
_NEAR = 9
"""Sentences after which "the meeting" no longer means the one told before."""
_FULL_DATE = 10
_NEXT = 1
"""The same where only its course is told."""


def gather(told: Iterable[Occasion], today: date | None) -> list[Occasion]:
    """Merge what is one occasion, in the order of the text.

    The headline goes last: it may tell in one line what the text tells as several, and names less than the text.
    """
    occasions: list[Occasion] = []
    headlines: list[Occasion] = []
    left: list[Occasion] = []
    for new in told:
        if new.headline and not new.adds:
            headlines.append(new)
        elif not _joined(occasions, new, today) and not _added(occasions, new, today):
            (left if new.adds else occasions).append(new)
    for headline in headlines:
        _place(occasions, headline, today)
    for new in left:
        _added(occasions, new, today)
    return sorted(occasions, key=_start)


def _start(occasion: Occasion) -> int:
    return min(start for start, _ in occasion.spans)


def _joined(occasions: list[Occasion], new: Occasion, today: date | None) -> bool:
    """Whether a report was merged with the one of the same meeting: the one that names the same people, the last."""
    recent = range(max(0, len(occasions) - _COMPARED), len(occasions))
    same = [] if new.adds else [i for i in recent if is_same(occasions[i], new, today)]
    position = max(same, key=lambda i: (_shared(occasions[i], new), i), default=None)
    if position is not None:
        occasions[position] = _merged(occasions[position], new, today)
    return position is not None


def _shared(known: Occasion, new: Occasion) -> int:
    """How many take part in both by name."""
    return len({actor.key for actor in known.participants if actor.key} & {actor.key for actor in new.participants})


def _added(occasions: list[Occasion], new: Occasion, today: date | None) -> bool:
    """Whether what is said of "the meeting" was added to the last one that it may mean."""
    may_be = [i for i, known in enumerate(occasions) if new.adds and _is_the(known, new)]
    position = max(may_be, key=lambda i: (_last_before(occasions[i], new), i), default=None)
    if position is not None:
        occasions[position] = _merged(occasions[position], new, today)
    return position is not None


def _last_before(known: Occasion, new: Occasion) -> int:
    """Where an occasion was last told before a report."""
    begun = _start(new)
    return max((start for start, _ in known.spans if start <= begun), default=-1)


def _is_the(known: Occasion, new: Occasion) -> bool:
    """Whether "the meeting" may be one told before."""
    near = _NEAR if new.participants or new.date or new.location else _NEXT
    return (
        new.sentence - known.sentence <= near
        and _last_before(known, new) >= 0
        and (new.mode == "phone") == (known.mode == "phone")
        and agree(known.date, new.date)
        and agree(known.country, new.country)
    )


def _place(occasions: list[Occasion], headline: Occasion, today: date | None) -> None:
    """Add a headline to the first report of its meeting; where the text tells several of it, it names nobody more."""
    same = [i for i, known in enumerate(occasions) if is_same(known, headline, today)]
    alike = same or [i for i, known in enumerate(occasions) if is_headline_of(headline, known)]
    if not alike:
        occasions.insert(0, headline)
        return
    only = headline if len(same) == 1 else headline._replace(participants=())
    occasions[alike[0]] = _merged(occasions[alike[0]], only, today)


def _merged(known: Occasion, new: Occasion, today: date | None) -> Occasion:
    first, second = (new, known) if known.headline and not new.headline and not new.adds else (known, new)
    day, where = _finer(first.date, second.date), _closer(first, second)
    return first._replace(
        participants=_union(first.participants, second.participants),
        mode=first.mode if first.mode != "unspecified" else second.mode,
        status=_status(first, second, day, today),
        location=where.location,
        town=where.town,
        country=where.country,
        closeness=where.closeness,
        date=day,
        spans=tuple(sorted({*known.spans, *new.spans})),
        sentence=max(known.sentence, new.sentence),
        confidence=min(0.99, max(known.confidence, new.confidence) + 0.03),
        headline=known.headline and new.headline,
        negotiation=known.negotiation and new.negotiation,
        manner="new" if "new" in (known.manner, new.manner) else known.manner,
    )


def _closer(first: Occasion, second: Occasion) -> Occasion:
    """The one that tells more closely where in a country it was."""
    if first.location is None:
        return second
    return second if second.closeness > first.closeness == 0 and second.country == first.country else first


def _status(first: Occasion, second: Occasion, day: str | None, today: date | None) -> MeetingStatus:
    """What becomes of it: calling off is the last word, what is said in passing does not tell, and what lies ahead was
    not held."""
    if "cancelled" in (first.status, second.status) and not (second.adds or second.headline):
        return "cancelled"
    if {first.status, second.status} == {"proposed", "planned"} and day is not None:
        return "planned"  # what has a day is more than possible
    if {first.status, second.status} == {"planned", "held"} and day is not None and _is_over(day, today):
        return "held"
    in_passing = first.manner == "known" and second.manner == "new" and not (second.adds or second.headline)
    status = second.status if in_passing else first.status
    to_come = day is not None and today is not None and day > today.isoformat()
    return "planned" if status == "held" and to_come else status


def _is_over(day: str, today: date | None) -> bool:
    """Whether a full date lies before the publication."""
    return today is not None and len(day) == _FULL_DATE and day < today.isoformat()


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
