"""Whether two reports tell of one occasion."""

from datetime import date

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.likeness import same_people
from rasid.enrichment.extract.occasion import Occasion

_RECENT = 7
"""Days after which a meeting that was held is not the one that is planned."""
_FULL_DATE = 10
_OPEN = frozenset({"planned", "proposed"})


def is_same(known: Occasion, new: Occasion, today: date | None) -> bool:
    """Whether mode, day, place, state and people of two reports agree or are left open."""
    return (
        _modes_agree(known, new)
        and (agree(known.date, new.date) or _is_called_off_before(known, new))
        and (known.country is None or new.country is None or known.country == new.country)
        and (known.town is None or new.town is None or known.town == new.town)
        and _same_people(known, new)
        and _statuses_agree(known, new, today)
        and (_is_one_day(known, new) or new.headline or not _is_apart(known, new))
    )


def is_headline_of(headline: Occasion, known: Occasion) -> bool:
    """Whether the text tells a headline's meeting with fuller names: somebody is in both, and nobody against it."""
    shared = {a.key for a in headline.participants if a.key} & {a.key for a in known.participants if a.key}
    others = [a for a in headline.participants if a.key not in shared]
    free = [a for a in known.participants if a.key not in shared]
    return (
        bool(shared)
        and headline.status == known.status
        and _modes_agree(known, headline)
        and agree(known.date, headline.date)
        and all(any(_may_mean(a, b) for b in free) for a in others)
    )


def _may_mean(vague: Actor, actor: Actor) -> bool:
    """Whether a headline's word for somebody may mean one the text names: nobody is named twice."""
    sides = (vague.affiliation, actor.affiliation)
    return not (vague.key and actor.key) and (None in sides or sides[0] == sides[1])


def agree(a: str | None, b: str | None) -> bool:
    """Whether two dates or countries are one, as far as they go."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _same_people(known: Occasion, new: Occasion) -> bool:
    again, apart = new.headline or new.manner == "known", new.sentence - known.sentence
    few, many = sorted((known.participants, new.participants), key=len)
    alone = len(few) == 1 and few[0].key != "" and len(many) > 1
    alone = alone and "ar-abroad" not in (known.rule, new.rule)  # who talks abroad meets those told anywhere
    if alone and apart > 1 and not new.headline:
        return False  # whom he met is not told: it may be anybody
    return same_people(known.participants, new.participants, near=again or apart <= 1, again=again, apart=apart == 0)


def _is_called_off_before(known: Occasion, new: Occasion) -> bool:
    """Whether a report tells only the day on which a meeting was called off."""
    days = (known.date or "", new.date or "")
    return new.status == "cancelled" and new.manner == "known" and known.status in _OPEN and days[1] < days[0]


def _modes_agree(known: Occasion, new: Occasion) -> bool:
    return "unspecified" in (known.mode, new.mode) or known.mode == new.mode


def _is_one_day(known: Occasion, new: Occasion) -> bool:
    return known.date is not None and known.date == new.date


def _statuses_agree(known: Occasion, new: Occasion, today: date | None) -> bool:
    """Whether one report may tell what becomes of the meeting that the other one tells of."""
    if new.headline or _is_one_day(known, new):
        return True
    few, many = sorted((known.participants, new.participants), key=len)
    if known.status != new.status and len(few) == 1 and not (len(many) == 1 and few[0].kind == "body"):
        return False
    another = (known.manner == "another") != (new.manner == "another")
    statuses = {known.status, new.status}
    if len(statuses) == 1:
        return not (another and known.status == "held")
    if another:
        return False
    if "cancelled" in statuses:
        return new.manner == "known" or statuses <= {"cancelled", *_OPEN}
    in_passing = new.manner == "known" and new.status == "proposed" and new.date is None
    return "held" not in statuses or in_passing or not _is_past(known if known.status == "held" else new, today)


def _is_past(held: Occasion, today: date | None) -> bool:
    """Whether a meeting was held so long ago that nobody plans it now."""
    if held.date is None or today is None:
        return False
    if len(held.date) == _FULL_DATE:
        return (today - date.fromisoformat(held.date)).days > _RECENT
    return not today.isoformat().startswith(held.date)


def _is_apart(known: Occasion, new: Occasion) -> bool:
    """Whether one tells of a body or of states, and the other of people who may have met without them."""
    return _convenes(known, new) or _are_states(known, new) or _is_negotiated(known, new)


def _convenes(known: Occasion, new: Occasion) -> bool:
    """Whether one is a body's own meeting and the other one of its people with others."""
    few, many = sorted((known.participants, new.participants), key=len)
    return len(few) == 1 and len(many) > 1 and not few[0].key and few[0].name not in {a.name for a in many}


def _is_negotiated(known: Occasion, new: Occasion) -> bool:
    """Whether one is only talks with a state, which may go on for years: the trade talks with China."""
    talks = next((each for each in (new, known) if each.negotiation and not each.date), None)
    if talks is None:
        return False
    other = known if talks is new else new
    states = {a.affiliation for a in talks.participants if a.kind == "country"}
    return any(actor.key and actor.affiliation in states for actor in other.participants)


def _are_states(known: Occasion, new: Occasion) -> bool:
    """Whether one tells of states alone, and that elsewhere than the other: no word on which of their people."""
    few = min(known.participants, new.participants, key=len)
    dated = known.date is not None and new.date is not None
    return all(actor.kind == "country" for actor in few) and new.sentence - known.sentence > 1 and not dated
