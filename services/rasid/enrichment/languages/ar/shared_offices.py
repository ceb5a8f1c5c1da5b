"""Arabic offices that several hold, each named by a state: وزيرا الخارجية الروسي A والتركي B."""

from collections.abc import Iterator

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.apposition import name_behind
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.words import is_definite, words_of
from rasid.enrichment.text.document import HitKind
from rasid.enrichment.text.normalise import fold

_STATES: tuple[HitKind, ...] = ("nationality", "country")
_AND = "و"


def holders_behind(chart: Chart, first: Actor, last: int) -> Iterator[Actor]:
    """Those named behind the first holder of an office in the dual or plural, as far as each is named by a state."""
    if not first.plural or first.affiliation is None or first.kind not in ("person", "office"):
        return
    token, role = first.last, _without_state(chart, first)
    while (holder := _holder_at(chart, token, last)) is not None:
        yield holder._replace(role=role if holder.key else None)
        token = holder.last


def _holder_at(chart: Chart, token: int, last: int) -> Actor | None:
    opening = token + (chart.word(token) == ",")
    state = _state_at(chart, opening)
    if state is None or state.last > last:
        return None
    begin, end = name_behind(chart, state.last, last)
    if end == begin and (state.hit.kind == "country" or is_definite(chart.word(begin))):
        return None  # وتركيا is the state itself, والسعودي الجبير somebody known by his surname
    phrase = Phrase(opening, state.last, clitics=_AND, official=True)
    holder = actor_of(chart, phrase.named(begin, end) if end > begin else phrase)
    return holder._replace(affiliation=state.hit.code)


def _state_at(chart: Chart, token: int) -> Mark | None:
    marks = (chart.mark(kind, token) for kind in _STATES)
    return next((mark for mark in marks if mark is not None and mark.hit.clitics == _AND), None)


def _without_state(chart: Chart, first: Actor) -> str | None:
    """وزيرا الخارجية of وزيرا الخارجية الروسي: each holder has a state of his own. نظيريه alone is no office."""
    role = first.role
    for token in range(first.first, first.last):
        for mark in chart.marks_of(_STATES, token):
            if role is not None and mark.hit.code == first.affiliation:
                role = role.removesuffix(chart.source(mark.first, mark.last)).rstrip()
    return None if role is None or fold(role) in words_of("counterpart") else role
