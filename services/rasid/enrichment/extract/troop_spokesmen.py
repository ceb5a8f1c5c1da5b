"""Who acts for a country without its name: known leaders by surname, and its institutions."""

from collections.abc import Iterator

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.document import Hit, Sentence

_TITLE = 4
_SURNAME = {"ar": 4, "en": 5}
"""Letters of a surname, at least; shorter ones are other words too often."""


def spokesmen(chart: Chart, sentence: Sentence) -> Iterator[Mark]:
    """The leaders and institutions that act for a country: `Merkel`, `Congress`."""
    language = chart.document.language
    known, least = leaders(language).by_surname, _SURNAME[language]
    for position in range(sentence.first_token, sentence.last_token):
        word = chart.words[position]
        institution = chart.mark("institution", position) if language == "en" else None
        if institution:
            yield institution
        elif word in known and len(word) >= least and not _is_namesake(chart, position):
            token = chart.tokens[position]
            yield Mark(position, position + 1, Hit(token.start, token.end, "institution", known[word], word, ""))


def _is_namesake(chart: Chart, position: int) -> bool:
    """Whether a surname is another word, or stands behind a given name that is not the leader's, or his country."""
    token = chart.tokens[position]
    if token.word.startswith("ال") or chart.document.text[token.start].islower():
        return True
    if chart.mark("place", position) or any(chart.mark("nationality", position - i) for i in range(1, _TITLE)):
        return True
    before = chart.tokens[position - 1] if position else None
    given = before and any(hit.kind == "given_name" for hit in chart.document.hits_in(before.start, before.end))
    names = leaders(chart.document.language).by_name
    return bool(given) and f"{chart.word(position - 1)} {chart.word(position)}" not in names
