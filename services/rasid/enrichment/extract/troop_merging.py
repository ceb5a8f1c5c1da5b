"""From what single sentences tell to what the article announces: one record per decision, change or number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasid.enrichment.extract.troop_bounds import Numbers
from rasid.enrichment.extract.troop_candidate import Candidate

_ROUNDING = 0.05
_MONTH = 7
"""Length of a date that tells the month."""
_GULF = frozenset({"GCC", "Arab coalition", "Saudi-led coalition"})
_STAGE = {"announced": 1, "proposed": 4, "under_way": 1, "completed": 2, "denied": 3, "current": 1}
"""A change without a number is a restatement only of one in the same stage."""
_COARSE_STAGE = {**_STAGE, "proposed": 1}
"""One told by `hundreds` restates a number that is decided or only proposed."""
_FAMILY = {
    "deploy": "in",
    "increase": "in",
    "withdraw": "out",
    "decrease": "out",
    "maintain": "stay",
    "strength": "number",
}


@dataclass(frozen=True, slots=True)
class Merged:
    """A candidate with the evidence of all its restatements."""

    candidate: Candidate
    spans: tuple[tuple[int, int], ...]


def merge(candidates: Sequence[Candidate]) -> list[Merged]:
    """Candidates that tell the same become one, those with numbers first."""
    numbered = [c for c in candidates if _values(c.numbers)]
    plain = sorted((c for c in candidates if not _values(c.numbers)), key=_is_stay)
    merged: list[Merged] = []
    for candidate in [*numbered, *plain]:
        like = [m for m in merged if _FAMILY[m.candidate.action] == _FAMILY[candidate.action]]
        alone = len(like) == 1
        position = next((i for i, m in enumerate(merged) if _same(m.candidate, candidate, alone)), None)
        if position is None:
            merged.append(Merged(candidate, (candidate.evidence[:2],)))
        else:
            merged[position] = _joined(merged[position], candidate)
    return sorted(merged, key=lambda m: m.spans[0])


def _values(numbers: Numbers) -> frozenset[float]:
    told = (
        numbers.count,
        numbers.count_min,
        numbers.count_max,
        numbers.count_from,
        numbers.count_delta,
    )
    return frozenset(float(value) for value in told if value is not None)


def _same(one: Candidate, other: Candidate, alone: bool = False) -> bool:
    """Whether two candidates tell the same decision, change or number; `alone`: whether one has its like nowhere."""
    if _FAMILY[one.action] != _FAMILY[other.action] or not (_side(one) == _side(other) or _of_anybody(one, other)):
        return False
    known = _country(one) == _country(other) or {_country(one), _country(other)} & {None, one.owner.affiliation}
    if not known and not _on_one_day(one, other):
        return False
    if _at_home_elsewhere(one, other) or _begins_where(one, other) or _begins_where(other, one):
        return False
    ours, theirs = _values(one.numbers), _values(other.numbers)
    if ours and theirs:
        return (
            bool(ours & theirs) or _is_same_strength(one, other) or _is_total_of(one, other) or _is_total_of(other, one)
        )
    if "strength" in (one.action, other.action) or _dates_differ(one.date, other.date):
        return False
    stages = _STAGE if other.numbers.least is None else _COARSE_STAGE
    if stages[one.status] != stages[other.status] and not _may_have_changed(one, other, alone):
        return False
    return _may_be(one.numbers, other.numbers)


def _side(candidate: Candidate) -> str | None:
    """For whom troops act; the names of the coalition that Gulf states formed are one."""
    affiliation = candidate.owner.affiliation
    return "GCC" if affiliation in _GULF else affiliation


def _is_stay(candidate: Candidate) -> bool:
    """Whether a withdrawal is denied: said of one that is told elsewhere, it only doubts or opposes it."""
    return candidate.action == "withdraw" and candidate.status == "denied"


def _of_anybody(one: Candidate, other: Candidate) -> bool:
    """Whether `foreign troops` leave or come where somebody's own do, told without a number."""
    sides = [c for c in (one, other) if not c.owner.international]
    plain = not _values(one.numbers) and not _values(other.numbers)
    return plain and len(sides) == 1 and one.action == other.action and _side(sides[0]) != _country(one)


def _on_one_day(one: Candidate, other: Candidate) -> bool:
    """Whether a change without a number is of the same month or day as another; then its place was mistaken."""
    dated = one.date is not None and one.date == other.date and len(one.date) >= _MONTH
    return dated and one.action == other.action and not _values(other.numbers)


def _at_home_elsewhere(one: Candidate, other: Candidate) -> bool:
    """Whether both are of the National Guard, and each in a town of its own."""
    guard = all("guard" in (c.owner.force or "").lower() for c in (one, other))
    border = any(c.location and "border" in c.location.name.lower() for c in (one, other))
    return guard and not border and _places_differ(one, other)


def _begins_where(later: Candidate, former: Candidate) -> bool:
    """Whether a change begins with the number that the other led to."""
    begun, ended = later.numbers, former.numbers
    return begun.count_from is not None and begun.count_from == ended.count and begun.count not in (None, ended.count)


def _may_have_changed(one: Candidate, other: Candidate, alone: bool) -> bool:
    """Whether two stages can be those of one withdrawal, told without a number and a day the second time."""
    if "denied" in (one.status, other.status):
        return _is_stay(other) and one.status in ("announced", "under_way") and not _places_differ(one, other)
    if "proposed" in (one.status, other.status):
        return not _values(one.numbers) or (alone and one.status == "announced" and _FAMILY[one.action] == "in")
    if not _values(one.numbers):
        again = one.history != other.history and _FAMILY[one.action] == "in"
        return not again and not _parts_differ(one, other)
    done = one.status == "announced" and other.status == "completed"
    return (done or _FAMILY[one.action] == "out") and one.action == other.action and not other.history


def _places_differ(one: Candidate, other: Candidate) -> bool:
    """Whether both sentences tell a place, and not the same: the towns are left before the country is."""
    return one.placed and other.placed and one.location != other.location


def _parts_differ(one: Candidate, other: Candidate) -> bool:
    """The same of reports with a date; without one, a town or border is named for the whole withdrawal."""
    return _places_differ(one, other) and not (one.date is None and other.date is None)


def _is_same_strength(one: Candidate, other: Candidate) -> bool:
    """Whether two strengths are one, rounded once: 5,200 and some 5,000."""
    a, b = one.numbers.count, other.numbers.count
    rounded = one.numbers.approximate or other.numbers.approximate
    return one.action == "strength" and a is not None and b is not None and rounded and abs(a - b) <= a * _ROUNDING


def _is_total_of(total: Candidate, change: Candidate) -> bool:
    """Whether one candidate tells to what number the change of the other leads."""
    told = change.numbers
    if _dates_differ(total.date, change.date) or (change.status == "completed" and total.status == "announced"):
        return False
    if total.rule == "decrease.total":
        return change.rule == "withdraw.number"
    return total.rule == "increase.total" and told.count_delta is not None and told.count is None


def _may_be(numbers: Numbers, vague: Numbers) -> bool:
    """Whether words such as `hundreds`, or none, can stand for these numbers."""
    if vague.least is None:
        return True
    if numbers.least is not None:
        return numbers.least == vague.least
    return any(vague.least <= value < vague.least * 10 for value in _values(numbers))


def _dates_differ(one: str | None, other: str | None) -> bool:
    return bool(one and other) and not (str(one).startswith(str(other)) or str(other).startswith(str(one)))


def _country(candidate: Candidate) -> str | None:
    return candidate.location.country if candidate.location else None


def _joined(merged: Merged, other: Candidate) -> Merged:
    """A restatement adds its evidence, and what the record lacks."""
    ours = merged.candidate
    numbers = _with(_more(ours, other), other.numbers)
    action = "increase" if {ours.action, other.action} == {"deploy", "increase"} else ours.action
    restated = _values(ours.numbers) & _values(other.numbers) or not _values(ours.numbers)
    date = ours.date or (other.date if restated else None)
    confidence = round(1 - (1 - ours.confidence) * (1 - other.confidence / 2), 2)
    told = other if other.placed and not ours.placed else ours
    to_come = other.status == "announced" and other.date and not ours.date and not _values(ours.numbers)
    candidate = replace(
        ours,
        action=action,
        owner=other.owner if ours.owner.international and not other.owner.international else ours.owner,
        status=other.status if to_come and ours.status == "completed" else ours.status,
        numbers=numbers,
        date=date,
        location=told.location,
        placed=told.placed,
        confidence=min(confidence, 0.98),
    )
    spans = dict.fromkeys((*merged.spans, other.evidence[:2]))
    return Merged(candidate, tuple(sorted(spans)))


def _more(ours: Candidate, other: Candidate) -> Numbers:
    """Our numbers; what is deployed is what comes to others where a restatement calls it more."""
    numbers = ours.numbers
    if ours.action != "deploy" or other.action != "increase" or _values(other.numbers) or numbers.count is None:
        return numbers
    return replace(numbers, count=None, count_delta=numbers.count)


def _with(ours: Numbers, theirs: Numbers) -> Numbers:
    """Our numbers, and theirs where we have none."""
    count = theirs.count if ours.count is None else ours.count
    count_delta = theirs.count_delta if ours.count_delta is None else ours.count_delta
    low = theirs.count_min if ours.count_min is None else ours.count_min
    high = theirs.count_max if ours.count_max is None else ours.count_max
    return Numbers(
        count=None if count is not None and count in (count_delta, low, high) else count,
        count_min=low,
        count_max=high,
        count_from=theirs.count_from if ours.count_from is None else ours.count_from,
        count_delta=count_delta,
        least=theirs.least if ours.least is None else ours.least,
        multiplier=theirs.multiplier if ours.multiplier is None else ours.multiplier,
        hedge=ours.hedge or theirs.hedge,
        approximate=ours.approximate or (theirs.approximate and theirs.least is None),
    )
