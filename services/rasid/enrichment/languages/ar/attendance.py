"""Who attended an Arabic meeting that was told before: حضر الاستقبال A وB."""

from rasid.enrichment.extract.chains import Chain
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.ar.clauses import Found, proposal_of
from rasid.enrichment.languages.ar.subjects import subject_before
from rasid.enrichment.languages.ar.triggers import trigger_of

_DELEGATION = "وفد"
_INTO = frozenset({"في", "الي", "اعمال", "فعاليات", "لحضور"})
_NEAR = 2


def _side(found: Found) -> str | None:
    """حضر من الجانب التونسي: the country whose people are listed."""
    for token in range(found.token + 1, found.token + 4):
        if found.view.word(token) == "الجانب":
            nationality = found.view.chart.mark("nationality", token + 1)
            return nationality.hit.code if nationality else None
    return None


def _has_object(found: Found) -> bool:
    return found.view.word(found.token).endswith(("حضره", "حضرها"))


def told_by_attendance(found: Found) -> Proposal | None:
    """حضر الاجتماع A وB: they took part in the meeting just told."""
    behind = found.token + 2 if found.view.word(found.token + 1) == "في" else found.token + 1
    behind += found.view.word(behind) == "جلسه"
    noun = trigger_of(found.view.word(behind))
    of_it = noun is not None and noun.kind == "noun" and noun.definite
    if found.trigger.clitics not in ("", "و") or not (of_it or _side(found) or _has_object(found)):
        return None
    side = _side(found)
    every = [a for a in found.view.actors if a.first > found.token and a.kind != "country"]
    people = [a if a.affiliation or not side else a._replace(affiliation=side) for a in every]
    return proposal_of(found, "ar-attend", people, 0.5, adds=True) if people else None


def heads_a_delegation(found: Found, noun: int) -> bool:
    """ترأس A وفد المملكة في الاجتماع: no meeting of A with the delegation."""
    words = [found.view.word(t) for t in range(found.token, noun)]
    return "راس" in words[0].replace("رؤس", "راس") and _DELEGATION in words and words[-1] in _INTO


def told_by_delegation(found: Found, noun: int) -> Proposal | None:
    """ترأس A وفد بلاده في اجتماع B: A meets B; without a B it tells who was at the meeting told before."""
    view = found.view
    subject = subject_before(found)
    around = (*view.chains_between(found.token + 1, noun), *view.chains_between(noun + 1, found.end))
    heads = [subject] if subject else [c for c in around if c.marker == "" and not _is_delegation(found, c)]
    if not heads:
        return None
    head = heads[0].actors[0]
    near = [c for c in view.chains_between(noun + 1, found.end) if c.first - noun <= _NEAR and c is not heads[0]]
    met = [a for c in near[:1] if c.marker in ("", "of", "ل", "بين", "مع") for a in c.actors]
    told = trigger_of(view.word(noun))
    if met:
        return proposal_of(found, "ar-join", [head, *met], 0.8)
    return proposal_of(found, "ar-attend", [head], 0.5, adds=True) if told is not None and told.definite else None


def _is_delegation(found: Found, chain: Chain) -> bool:
    return found.view.word(chain.first).endswith(_DELEGATION)
