"""Arabic talks with a state, or in its country: أجرى A محادثات في موسكو, محادثات A في موسكو."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.languages.ar.clauses import Found
from rasid.enrichment.languages.ar.words import clitics_before, words_of

_NEAR = 3
_IN = "في"
_COUNTRY_CODE = 2


def talks_abroad(found: Found, noun: int, doer: list[Actor]) -> bool:
    """Whether one official is told to hold talks abroad: there are hosts, even if nobody names them."""
    word = found.view.word(noun).removesuffix(found.trigger.suffix)
    if len(doer) != 1 or clitics_before(word, "negotiation") is None:
        return False
    actor = doer[0]
    if not actor.official or actor.kind not in ("person", "office", "group") or actor.affiliation is None:
        return False
    behind = actor.last if actor.first == noun + 1 else noun + 1
    country = next((code for t in range(behind, behind + _NEAR) if (code := _country(found, t))), None)
    return country is not None and country != actor.affiliation


def is_with_a_state(found: Found, noun: int, others: list[Actor]) -> bool:
    """بدأت الحكومة مفاوضات مع A: without a round, place or day a state of affairs."""
    talks = clitics_before(found.view.word(noun), "negotiation") is not None
    return talks and all(actor.kind in ("country", "body") for actor in others)


def _country(found: Found, token: int) -> str | None:
    """The country of a place that a preposition makes the scene."""
    view, chart = found.view, found.view.chart
    ahead = token + 1 + (view.word(token + 1) in words_of("capital"))
    for kind in ("place", "country"):
        mark = chart.mark(kind, ahead) if view.word(token) == _IN else chart.mark(kind, token)
        scene = mark is not None and (view.word(token) == _IN or mark.hit.clitics == "ب")
        if mark is not None and scene and len(mark.hit.code or "") == _COUNTRY_CODE:
            return mark.hit.code
    return None
