"""Who attended an Arabic meeting that was told before: حضر الاستقبال A وB."""

from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.ar.clauses import Found, proposal_of
from rasid.enrichment.languages.ar.triggers import trigger_of


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
