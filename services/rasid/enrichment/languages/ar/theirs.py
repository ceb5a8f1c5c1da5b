"""Arabic meetings of those named before: محادثاتهما, اجتماع لهما, اجتماعهم مع B."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.ar.clauses import TWO, Found, one_person_each, proposal_of
from rasid.enrichment.languages.ar.companions import companions
from rasid.enrichment.languages.ar.words import words_of

_NEAR = 4


def is_theirs(found: Found) -> bool:
    """محادثاتهما, اجتماع لهما, لقاء جمعهما."""
    behind = (found.view.word(t) for t in range(found.token + 1, found.token + _NEAR))
    return found.trigger.suffix in ("هما", "هم") or (
        not found.trigger.suffix and any(word in words_of("theirs") for word in behind)
    )


def told_of_them(found: Found) -> Proposal | None:
    """محادثاتهما: of the two who were named last; اجتماعهم مع B: of those named together."""
    before = found.view.chains_between(found.view.first, found.token)
    others = [actor for chain in companions(found.chains(), found.token, found.view) for actor in chain.actors]
    together = [chain for chain in before if chain.plural]
    if others and together:
        theirs = one_person_each(found.view, tuple(together[-1:]))[0].actors
        several = [actor for actor in theirs if actor.kind in ("group", "office")]
        return proposal_of(found, "ar-talks", [*(several or theirs), *others], 0.75)
    people = list({a.key: a for c in before for a in c.actors if a.kind == "person"}.values())
    if len(people) < TWO:
        people = list({a.key or a.name: a for c in before for a in c.actors if _is_one(a)}.values())
    earlier = list(found.view.together) if found.trigger.suffix else []
    met = people[-2:] if len(people) > 1 else earlier
    return proposal_of(found, "ar-talks", met, 0.75) if len(met) > 1 else None


def _is_one(actor: Actor) -> bool:
    return actor.kind in ("person", "office") and not actor.plural
