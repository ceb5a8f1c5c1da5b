"""What stands behind an English name and says for whom somebody acts: Jane Roe (R-Ohio), Juma Otieno of Kenya."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.text.document import HitKind

_PARTIES = frozenset({"r", "d", "i"})
_TAG = 8
_STATES: tuple[HitKind, ...] = ("country", "organisation")


def with_tail(chart: Chart, actor: Actor, last: int) -> Actor:
    """The person with what a party's letter or the country behind the name tells."""
    token = actor.last
    if token >= last:
        return actor
    word = chart.words[token]
    if word in ("(", ",") and chart.word(token + 1) in _PARTIES and _ends_a_tag(chart, token + 2):
        closing = ")" if word == "(" else ","
        behind = next((t for t in range(token + 2, token + _TAG) if chart.word(t) == closing), token - 1)
        last_of_tag = behind + 1 if word == "(" else behind
        return actor._replace(last=max(token, last_of_tag), affiliation=actor.affiliation or "US", official=True)
    if word == "of" and actor.affiliation is None and actor.role is not None:
        return _of_country(chart, actor, token + 1)
    return actor


def _ends_a_tag(chart: Chart, token: int) -> bool:
    """(R), (R-ME), R-Ohio, D.-N.Y.: a hyphen or bracket behind the letter."""
    return chart.word(token) in ("-", ")") or (chart.word(token) == "." and chart.word(token + 1) == "-")


def _of_country(chart: Chart, actor: Actor, token: int) -> Actor:
    ahead = token + 1 if chart.word(token) == "the" else token
    for mark in chart.marks_of(_STATES, ahead):
        return actor._replace(last=mark.last, end=chart.tokens.ends[mark.last - 1], affiliation=mark.hit.code)
    return actor
