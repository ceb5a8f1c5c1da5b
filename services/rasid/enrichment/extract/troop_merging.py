"""From what single sentences tell to what the article announces: one record per decision, change or number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasid.enrichment.extract.troop_bounds import Numbers
from rasid.enrichment.extract.troop_candidates import Candidate

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
    """Candidates that tell the same become one; what an article says once of owner and place holds for all of it."""
    completed = _with_defaults(candidates)
    numbered = [c for c in completed if _values(c.numbers)]
    plain = [c for c in completed if not _values(c.numbers)]
    merged: list[Merged] = []
    for candidate in [*numbered, *plain]:
        position = next((i for i, m in enumerate(merged) if _same(m.candidate, candidate)), None)
        if position is None:
            merged.append(Merged(candidate, ((candidate.start, candidate.end),)))
        else:
            merged[position] = _joined(merged[position], candidate)
    return sorted(merged, key=lambda m: m.spans[0])


def _with_defaults(candidates: Sequence[Candidate]) -> list[Candidate]:
    places = Counter(c.location for c in candidates if c.location and c.location.country)
    affiliations = Counter(c.owner.affiliation for c in candidates if c.owner.affiliation)
    place = places.most_common(1)[0][0] if places else None
    affiliation = affiliations.most_common(1)[0][0] if affiliations else None
    return [
        replace(
            c,
            location=c.location or place,
            owner=c.owner if c.owner.affiliation else replace(c.owner, affiliation=affiliation),
        )
        for c in candidates
    ]


def _values(numbers: Numbers) -> frozenset[float]:
    told = (
        numbers.count,
        numbers.count_min,
        numbers.count_max,
        numbers.count_from,
        numbers.count_delta,
        numbers.multiplier,
    )
    return frozenset(float(value) for value in told if value is not None)


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates tell the same decision, change or number."""
    if _FAMILY[one.action] != _FAMILY[other.action] or one.owner.affiliation != other.owner.affiliation:
        return False
    same_country = _country(one) == _country(other) or None in (_country(one), _country(other))
    ours, theirs = _values(one.numbers), _values(other.numbers)
    if ours and theirs:
        return bool(ours & theirs) and same_country
    if ours and not theirs:
        return same_country and "strength" not in (one.action, other.action)
    return same_country and one.numbers.approximate == other.numbers.approximate


def _country(candidate: Candidate) -> str | None:
    return candidate.location.country if candidate.location else None


def _joined(merged: Merged, other: Candidate) -> Merged:
    """A restatement adds its evidence, and what the record lacks."""
    ours = merged.candidate
    numbers = _with(ours.numbers, other.numbers)
    action = "increase" if {ours.action, other.action} == {"deploy", "increase"} else ours.action
    confidence = round(1 - (1 - ours.confidence) * (1 - other.confidence / 2), 2)
    candidate = replace(
        ours, action=action, numbers=numbers, date=ours.date or other.date, confidence=min(confidence, 0.98)
    )
    spans = dict.fromkeys((*merged.spans, (other.start, other.end)))
    return Merged(candidate, tuple(sorted(spans)))


def _with(ours: Numbers, theirs: Numbers) -> Numbers:
    """Our numbers, and theirs where we have none."""
    return Numbers(
        count=theirs.count if ours.count is None else ours.count,
        count_min=theirs.count_min if ours.count_min is None else ours.count_min,
        count_max=theirs.count_max if ours.count_max is None else ours.count_max,
        count_from=theirs.count_from if ours.count_from is None else ours.count_from,
        count_delta=theirs.count_delta if ours.count_delta is None else ours.count_delta,
        multiplier=theirs.multiplier if ours.multiplier is None else ours.multiplier,
        hedge=ours.hedge or theirs.hedge,
        approximate=ours.approximate or theirs.approximate,
    )
