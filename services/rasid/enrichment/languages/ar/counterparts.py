"""Arabic counterparts: persons known by another's office."""

from functools import cache

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.ar.apposition import name_behind
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.titles import Title, title_at
from rasid.enrichment.languages.ar.words import CONJUNCTIONS, clitics_before, words_of

_OF_A_BODY = frozenset({"في", "من"})


def counterpart_at(chart: Chart, token: int, last: int) -> Actor | None:
    """نظيره الروسي سيرغي لافروف: a person known by another's office."""
    word = chart.word(token)
    clitics = _counterparts().get(word)
    if clitics is None:
        return None
    behind, affiliation = token + 1, None
    nationality = chart.mark("nationality", behind)
    if nationality is not None:
        behind, affiliation = nationality.last, nationality.hit.code
    within = chart.word(behind) in _OF_A_BODY and affiliation is None
    ahead = behind + 1 + (clitics_before(chart.word(behind + 1), "states") == "")
    body = (chart.mark("organisation", behind + 1) or chart.mark("organisation", ahead)) if within else None
    if body is not None:
        behind, affiliation = body.last, body.hit.code
    office = chart.mark("office", behind)
    if office is not None and not office.hit.clitics and body is None:
        title = title_at(chart, office, last)
        behind, affiliation = title.last, affiliation or title.affiliation
    phrase = Phrase(token, behind, clitics=clitics, title=Title(token, behind, affiliation, False), official=True)
    first, end = name_behind(chart, behind, last)
    return actor_of(chart, phrase.named(first, end) if end > first else phrase)


@cache
def _counterparts() -> dict[str, str]:
    """The words for a counterpart with what may be written to their front, and what that is."""
    fronts = ("ل", "ب", *reversed(CONJUNCTIONS))
    return {front + word: front for front in fronts for word in words_of("counterpart")}
