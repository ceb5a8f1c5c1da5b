"""Who acts for a country: leaders by surname, its institutions, or the country itself as the subject of a verb."""

from collections.abc import Iterator
from itertools import takewhile

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.document import Hit, Sentence

_TITLE = 4
_SURNAME = {"ar": 4, "en": 5}
"""Letters of a surname, at least; shorter ones are other words too often."""

_OBJECT_REACH = 3
_ALSO_ADJECTIVE = frozenset({"US"})
"""Countries whose name is their adjective too: `U.S. officials`."""
_VERBAL = (
    "chain",
    "auxiliary",
    "saying",
    "deciding",
    "future",
    "proposed",
    "denied",
    "begun",
    "behind_subject",
    "giving",
)
_BEFORE_VERB = ("chain", "negation", "future", "proposed", "denied", "begun", "deciding")
_PERSONS = frozenset({"he", "she", "i"})


def spokesmen(chart: Chart, sentence: Sentence) -> Iterator[Mark]:
    """The leaders and institutions that act for a country: `Merkel`, `Congress`."""
    language = chart.document.language
    known, least, english = leaders(language).by_surname, _SURNAME[language], language == "en"
    for position in range(sentence.first_token, sentence.last_token):
        word = chart.words[position]
        institution = chart.mark("institution", position) if english else None
        if institution:
            foreign = any(chart.mark("nationality", position - i) for i in (1, 2))  # Danish lawmakers
            yield from () if foreign else (institution,)
        elif word in known and len(word) >= least and not _is_namesake(chart, position):
            token = chart.tokens[position]
            yield Mark(position, position + 1, Hit(token.start, token.end, "institution", known[word], word, ""))


def _is_namesake(chart: Chart, position: int) -> bool:
    """Whether a surname is another word, or stands behind a given name that is not the leader's, or his country."""
    token = chart.tokens[position]
    if token.word.startswith("ال") or chart.document.text[token.start].islower():
        return True
    title = range(position - 1, max(position - _TITLE, -1), -1)
    titled = any(chart.mark("nationality", i) for i in takewhile(lambda i: chart.words[i] != ",", title))
    if chart.mark("place", position) or titled:
        return True
    before = chart.tokens[position - 1] if position else None
    given = before and any(hit.kind == "given_name" for hit in chart.document.hits_in(before.start, before.end))
    names = leaders(chart.document.language).by_name
    return bool(given) and f"{chart.word(position - 1)} {chart.word(position)}" not in names


def is_subject_en(chart: Chart, mark: Mark, words: TroopWords) -> bool:
    """Whether an English country may act: `Turkey sent`, `Turkey, which sent`; not `visited Turkey with`."""
    before = {chart.word(token) for token in range(mark.first - _OBJECT_REACH, mark.first)}
    if chart.word(mark.last) == "-" and chart.word(mark.last + 1) != "led":  # Russian-backed
        return False
    if mark.hit.kind == "nationality" and not words["object_of"].isdisjoint(before) and "," not in before:
        return False
    if mark.hit.kind != "country" or mark.hit.code in _ALSO_ADJECTIVE:
        return True
    following = chart.word(mark.last)
    verbal = any(following in words[name] for name in _VERBAL) or following in words.triggers
    return verbal or following.endswith(("ed", "s", "ing"))


def is_of_person_en(chart: Chart, first: int, position: int, words: TroopWords) -> bool:
    """Whether the subject of a verb at a token is a person that only a pronoun names: `he has refused to send`."""
    for token in range(position - 1, first - 1, -1):
        word = chart.words[token]
        if word in _PERSONS:
            return True
        if not (any(word in words[name] for name in _BEFORE_VERB) or words.is_adverb(word)):
            return False
    return False
