"""Whom an Arabic noun or verb of meeting brings together: مع B, بين A وB, بحضور C, جمع A بB."""

from collections.abc import Iterator

from rasid.enrichment.extract.chains import Chain, View
from rasid.enrichment.languages.ar.clauses import AND, TWO, Found, clause_end, is_phone
from rasid.enrichment.languages.ar.triggers import trigger_of
from rasid.enrichment.languages.ar.words import words_of

_NEAR_NOUN = 14
_NEXT_TO = 3
_BETWEEN = 7
_NEAR_VERB = 6
_GATHERS = ("", "و", "ب", "بين", "مع")


def companions(chains: tuple[Chain, ...], noun: int, view: View) -> Iterator[Chain]:
    """The chains that a noun of meeting takes: مع B, بين A وB, بحضور C, من B of a call."""
    open_, near = False, noun
    for chain in chains:
        owned = near > noun and not open_ and chain.marker == "ب" and _is_near(chain, near)
        again = open_ and view.word(chain.first - 1) == "مع"  # another's: a second one would be ومع
        if (_accompanies(chain, noun, near, view) and not again) or owned:
            open_ = True
        elif not (chain.marker in AND and open_):
            near = chain.last if chain.marker == "" and chain.first - near <= TWO else near
            continue
        near = chain.last
        yield chain


def _is_near(chain: Chain, near: int) -> bool:
    """لقاء A أمس في القصر بB: a time and place may stand before the other person."""
    people = chain.actors[0].kind in ("person", "office", "group")
    return chain.first - near < (_BETWEEN if people else TWO)


def _accompanies(chain: Chain, noun: int, near: int, view: View) -> bool:
    """Whether a chain takes part; `near` is the noun, or the end of those who are already told to."""
    distance = chain.first - near
    if any(view.word(token) == '"' for token in range(near + 1, chain.first - 1)):
        return False
    if chain.marker == "مع" or (chain.marker == "من" and is_phone(view, noun)):
        return distance <= _NEAR_NOUN
    if chain.marker == "ب" and trigger_of(view.word(noun)) is not None and view.word(noun).endswith(("ه", "ها")):
        return distance <= _NEAR_NOUN
    return (
        (chain.marker == "بين" and distance <= _NEAR_NOUN)
        or chain.marker in words_of("taking_part")
        or (chain.marker == "ب" and distance <= _NEXT_TO)
    )


def gathering_verb(found: Found) -> int | None:
    """اللقاء الذي جمع A بB, اجتماع ضم A وB."""
    for token in range(found.token + 1, min(found.token + _NEAR_VERB, found.view.last)):
        trigger = trigger_of(found.view.word(token))
        if trigger is not None and trigger.kind == "gather":
            return token
    return None


def gathered(found: Found) -> list[Chain]:
    """Whom the meeting brought together."""
    verb = gathering_verb(found)
    return gathered_behind(found.view, verb) if verb is not None else []


def gathered_behind(view: View, verb: int) -> list[Chain]:
    """The people behind a verb of gathering."""
    chains = view.chains_between(verb + 1, clause_end(view, verb))
    return [chain for chain in chains[:5] if chain.marker in _GATHERS or chain.marker in words_of("taking_part")]
