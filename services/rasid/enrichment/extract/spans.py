"""The stretch of text that states an event."""

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.text.document import Document
from rasid_schemas.extraction import MAX_EVIDENCE_LENGTH, Evidence

_BREAKS = frozenset({",", ";", ".", ":"})


def span_of(view: View, proposal: Proposal, limit: int) -> tuple[int, int]:
    """The sentence, or where it is long or tells another meeting from `limit` on, the clause around the trigger."""
    sentence, tokens = view.sentence, view.chart.tokens
    end = sentence.end if limit >= view.last else tokens[limit - 1].end
    if end - sentence.start <= MAX_EVIDENCE_LENGTH:
        return sentence.start, end
    start = tokens[min(proposal.first, proposal.clause[0])].start
    return start, _last_break(view, proposal, start + MAX_EVIDENCE_LENGTH, end)


def _last_break(view: View, proposal: Proposal, furthest: int, end: int) -> int:
    """The end of the last clause that begins in the clause told and still fits."""
    if end <= furthest:
        return end
    fitting = [t for t in range(proposal.first, view.last) if view.chart.tokens[t].end <= furthest]
    breaks = [t for t in fitting if view.word(t) in _BREAKS and t >= proposal.clause[1]]
    last = breaks[0] - 1 if breaks else fitting[-1]
    return view.chart.tokens[max(last, proposal.first)].end if fitting else furthest


def evidence_of(document: Document, span: tuple[int, int]) -> Evidence:
    """A span with its quote."""
    start, end = span
    return Evidence(start=start, end=end, quote=document.text[start:end])
