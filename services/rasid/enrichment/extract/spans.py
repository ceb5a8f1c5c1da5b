"""The stretch of text that states an event."""

from collections.abc import Iterable

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.document import Document
from rasid.enrichment.text.inserts import pieces
from rasid_schemas.extraction import MAX_EVIDENCE_LENGTH, Evidence

_BREAKS = frozenset({",", ";", ".", ":"})
_EDGES = _BREAKS | {"("}
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_LONG_FRONT = 50
"""Code points before the first word told beyond which the clause, not the sentence, states the meeting."""
_LONG_TAIL = {"ar": 90, "en": 120}
"""Code points behind the last one beyond which the sentence goes on about something else."""


def span_of(view: View, proposal: Proposal, window: tuple[int, int], told: tuple[int, ...]) -> tuple[int, int]:
    """The sentence, or where it is long or tells another meeting outside the window, the clause around what is told.

    `told` are tokens of the place and date; with trigger and participants they lie within the span.
    """
    sentence, tokens = view.sentence, view.chart.tokens
    first, last = _extent(view, proposal, told)
    start, end = sentence.start, sentence.end
    if tokens[first].start - start > _LONG_FRONT or window[0] > view.first:
        start = tokens[_clause_start(view, first)].start
    if window[1] < view.last:
        end = tokens[min(window[1], _clause_end(view, last + 1, joined=True)) - 1].end
    elif end - tokens[last].end > _LONG_TAIL[view.chart.document.language]:
        end = tokens[_clause_end(view, last + 1) - 1].end
    if proposal.adds and proposal.participants:
        end = min(end, tokens[_first_named(proposal, last)].end)
    return (start, end) if end - start <= MAX_EVIDENCE_LENGTH else _around_the_trigger(view, proposal, end)


def _extent(view: View, proposal: Proposal, told: tuple[int, ...]) -> tuple[int, int]:
    """The first and the last token of the sentence that tell something of the meeting."""
    participants = (token for actor in proposal.participants for token in (actor.first, actor.last - 1))
    inside = [token for token in (*participants, *told) if view.first <= token < view.last]
    every = (proposal.first, proposal.last - 1, *inside)
    return min(every), max(every)


def _first_named(proposal: Proposal, last: int) -> int:
    """The last token of the first of those who attended: a list of guests states the meeting no better."""
    behind = (actor.last - 1 for actor in proposal.participants if actor.first > proposal.first)
    return min(behind, default=last)


def _clause_start(view: View, token: int) -> int:
    """The token behind the nearest comma or word that begins a clause."""
    opens = lexicon(view.chart.document.language)["opens_clause"]
    while token > view.first and not _is_edge(view, token - 1) and view.word(token - 1) not in opens:
        token -= 1
    return token


def _clause_end(view: View, token: int, *, joined: bool = False) -> int:
    """The next comma, or word that begins a clause of its own; where another meeting is joined, the conjunction too."""
    words = lexicon(view.chart.document.language)
    stops = words["clause_stop"] | words["and"] if joined else words["clause_stop"]
    while token < view.last and not _is_edge(view, token) and view.word(token) not in stops:
        token += 1
    return token


def _is_edge(view: View, token: int) -> bool:
    """Whether a sign parts clauses: a comma, a dash, but no hyphen."""
    if view.word(token) not in _DASHES:
        return view.word(token) in _EDGES
    tokens = view.chart.tokens
    return tokens[token - 1].end < tokens[token].start and tokens[token].end < tokens[token + 1].start


def _around_the_trigger(view: View, proposal: Proposal, end: int) -> tuple[int, int]:
    start = view.chart.tokens[min(proposal.first, proposal.clause[0])].start
    return start, _last_break(view, proposal, start + MAX_EVIDENCE_LENGTH, end)


def _last_break(view: View, proposal: Proposal, furthest: int, end: int) -> int:
    """The end of the last clause that begins in the clause told and still fits."""
    if end <= furthest:
        return end
    fitting = [t for t in range(proposal.first, view.last) if view.chart.tokens[t].end <= furthest]
    breaks = [t for t in fitting if view.word(t) in _BREAKS and t >= proposal.clause[1]]
    last = breaks[0] - 1 if breaks else fitting[-1]
    return view.chart.tokens[max(last, proposal.first)].end if fitting else furthest


def evidence_of(document: Document, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
    """Spans with their quotes; what a link box divides is two."""
    parts = (part for span in spans for part in pieces(document.text, span, document.inserts))
    return tuple(Evidence(start=start, end=end, quote=document.text[start:end]) for start, end in parts)
