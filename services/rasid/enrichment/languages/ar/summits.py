"""Arabic meetings whose noun says whose they are: قمة المناخ, القمة العربية, قمة كامب ديفيد, لقاء سعودي مصري."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Mark
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.ar.clauses import Found, proposal_of
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.subjects import earlier_subject
from rasid.enrichment.languages.ar.words import clitics_before, is_definite, is_function, is_time, words_of

_LONGEST = 5
"""Words behind the noun that may say which summit it is."""
_BEFORE = 3
_BETWEEN = frozenset({"-", "و"})


def told_by_summit(found: Found) -> Proposal | None:
    """A summit named by its topic, its members or its place; whoever goes there takes part."""
    summit = _summit(found) if not _is_of_its_head(found) else None
    return proposal_of(found, "ar-summit", [*attending(found), summit], 0.6) if summit is not None else None


def told_by_states(found: Found) -> Proposal | None:
    """قمة فلسطينية - إسرائيلية, لقاء سعودي مصري: the adjectives say whose it is."""
    view, token = found.view, found.token + 1
    states: list[Actor] = []
    while token < found.end and len(states) < _LONGEST:
        state = view.chart.mark("nationality", token)
        if state is not None:
            states.append(_state(found, state))
        elif view.word(token) not in _BETWEEN and (
            states or clitics_before(view.word(token), "kind_of_meeting") is None
        ):
            break
        token += 1
    return proposal_of(found, "ar-states", states, 0.55) if len(states) > 1 else None


def _state(found: Found, adjective: Mark) -> Actor:
    chart = found.view.chart
    phrase = Phrase(adjective.first, adjective.last, clitics=adjective.hit.clitics, official=True)
    return actor_of(chart, phrase, "country", adjective.hit.code)


def _summit(found: Found) -> Actor | None:
    clitics = clitics_before(found.view.word(found.token), "summit")
    behind = _named_behind(found) if clitics is not None else found.token + 1
    if behind == found.token + 1:
        return None
    return actor_of(found.view.chart, Phrase(found.token, behind, clitics=clitics or "", official=True), "body")


def _named_behind(found: Found) -> int:
    """The token behind the words that say which summit: a place, or what it is about or whose it is."""
    view, token = found.view, found.token + 1
    place = view.chart.mark("place", token + (view.word(token) == '"'))
    if place is not None and not place.hit.clitics:
        return place.last
    definite = is_definite(view.word(found.token)) or found.trigger.definite
    while token < min(found.end, found.token + _LONGEST) and _says_which(found, token, definite):
        token += 1
    return token


def _says_which(found: Found, token: int, definite: bool) -> bool:
    word = found.view.word(token)
    if is_function(word) or is_time(word) or word in words_of("no_summit"):
        return False
    adjective = found.view.chart.mark("nationality", token) is not None
    adjective = adjective or clitics_before(word, "of_several_states") == ""
    return is_definite(word) or (adjective and not definite)


def _is_of_its_head(found: Found) -> bool:
    """الرئيس الحالي للقمة العربية: who presides over summits is at none."""
    before = [found.view.word(t) for t in range(max(found.view.first, found.token - _BEFORE), found.token)]
    return any(clitics_before(word, "presidency") is not None for word in before)


def attending(found: Found) -> list[Actor]:
    """للمشاركة في القمة, لحضور القمة: the subject goes there."""
    before = [found.view.word(t) for t in range(max(found.view.first, found.token - _BEFORE), found.token)]
    goes = any(clitics_before(word, "attendance") is not None for word in before)
    return [actor for actor in earlier_subject(found) if actor.kind in ("person", "office")] if goes else []
