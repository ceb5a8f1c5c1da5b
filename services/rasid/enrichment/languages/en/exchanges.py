"""English verbs of talking with somebody: A spoke with B, A discussed grain with B, A shook hands with B."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.en.clauses import WITH, Found, is_governed, proposal_of
from rasid.enrichment.languages.en.subjects import convenes, near_subject, subject_of
from rasid.enrichment.languages.en.words import words_of

_SPOKEN_TO = 7
_TWO = 2
_CONSULTS = ("consult", "confer")
_SITS = frozenset({"sat", "sit", "sits", "sitting"})
_PEOPLE = ("person", "office", "group")
_BY = frozenset({"was", "were", "been", "being", "be", "is", "are"})


def spoke_with(found: Found) -> Proposal | None:
    """A sat down with B, A conferred with B, A spoke with B, A talked to B."""
    ahead = [found.view.word(t) for t in range(found.token + 1, found.token + 5)]
    if found.word in _SITS and ahead[:1] != ["down"] and (found.word != "sat" or "with" not in ahead):
        return None
    if found.word in _SITS and "with" not in ahead:
        return _sat_down(found)
    if "with" not in ahead and not (found.word in words_of("speak_verb") and ahead[:1] == ["to"]):
        return None
    near = [
        c for c in found.chains()[:1] if (c.marker in WITH or c.marker == "to") and c.first - found.token <= _SPOKEN_TO
    ]
    together = found.word in words_of("meet_with_verb") and not found.word.startswith(_CONSULTS)
    return _between(found, [a for c in near for a in c.actors], "en-meet" if together else "en-speak")


def _sat_down(found: Found) -> Proposal | None:
    """The two leaders sat down in Oslo."""
    doer = near_subject(found) or []
    people = bool(doer) and all(actor.kind in _PEOPLE and actor.official for actor in doer)
    return proposal_of(found, "en-meet", doer, 0.65) if people and convenes(doer) else None


def discussed_with(found: Found) -> Proposal | None:
    """A discussed grain with B: the one with whom is named last in the clause."""
    if found.view.word(found.token - 1) in _BY:
        return None
    met = [c for c in found.chains() if c.marker == "with" and not is_governed(found.view, c)]
    return _between(found, [a for c in met[:1] for a in c.actors]) or _discussed_together(found)


def _discussed_together(found: Found) -> Proposal | None:
    """A and B discussed grain: two leaders of whom both are named."""
    doer = near_subject(found) or []
    if len(doer) != _TWO or any(not a.official or a.kind not in ("person", "office") for a in doer):
        return None
    return proposal_of(found, "en-speak", doer, 0.65)


def shook_hands(found: Found) -> Proposal | None:
    """A shook hands with B, the two shook hands."""
    if found.view.word(found.token - 1) not in words_of("shakes"):
        return None
    verb = Found(found.view, found.token - 1, found.end)
    doer = [actor for actor in subject_of(verb) if actor.kind in _PEOPLE]
    near = [c for c in found.chains()[:1] if c.marker == "with" and c.first - found.token <= _SPOKEN_TO]
    met = [a for c in near for a in c.actors if a.kind in _PEOPLE and a.official]
    if not doer or not (met or convenes(doer)):
        return None
    return proposal_of(found, "en-meet", [*doer, *met], 0.7)


def _between(found: Found, met: list[Actor], rule: str = "en-speak") -> Proposal | None:
    met = [a for a in met if a.kind in _PEOPLE and a.official]
    doer = [a for a in subject_of(found) if a.official or a.former] if met else []
    return proposal_of(found, rule, [*doer, *met], 0.65) if doer else None
