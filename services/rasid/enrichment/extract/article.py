"""An article read for its actors: who is named in each sentence, and who they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import View, chains_of
from rasid.enrichment.extract.chart import Chart, chart_of
from rasid.enrichment.extract.people import People, people_of
from rasid.enrichment.languages.grammar import Grammar, grammar
from rasid.enrichment.text.document import Document, Sentence
from rasid.enrichment.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Article:
    """A document with the actors of each sentence that may give evidence."""

    document: Document
    chart: Chart
    grammar: Grammar
    views: tuple[View, ...]
    people: People


def read_article(document: Document) -> Article:
    """Find the actors of every sentence, then let short names and offices stand for persons."""
    chart, rules = chart_of(document), grammar(document.language)
    sentences = tuple(document.evidence_sentences())
    found = [rules.actors_of(chart, s.first_token, s.last_token) for s in sentences]
    people = people_of(actor for actors in found for actor in actors)
    views = tuple(_view(chart, rules, s, actors, people) for s, actors in zip(sentences, found, strict=True))
    return Article(document, chart, rules, views, people)


def _view(chart: Chart, rules: Grammar, sentence: Sentence, actors: Iterable[Actor], people: People) -> View:
    known = tuple(people.resolve(actor) for actor in actors)
    short = _short_mentions(chart, rules, sentence, known, people) if people.persons else ()
    every = tuple(sorted((*known, *short), key=_first))
    every = tuple(actor for actor in every if not _is_outlet(actor, chart.document.source))
    return View(chart, sentence, every, chains_of(chart, every, rules.joints))


def _short_mentions(
    chart: Chart, rules: Grammar, sentence: Sentence, known: tuple[Actor, ...], people: People
) -> Iterator[Actor]:
    """The words outside other actors that are the surname of somebody the article names in full."""
    taken = {token for actor in known for token in range(actor.first, actor.last)}
    for token in range(sentence.first_token, sentence.last_token):
        if token not in taken:
            actor = _short_mention(chart, rules, token, people)
            if actor is not None:
                yield actor


def _short_mention(chart: Chart, rules: Grammar, token: int, people: People) -> Actor | None:
    for surname, clitics in rules.short_names(chart, token):
        person = people.by_surname.get(surname)
        if person is not None:
            start, end = chart.tokens[token].start + len(clitics), chart.tokens[token].end
            return Actor(
                "person", token, token + 1, start, end, person.name, start, end, person.role, person.affiliation,
                clitics, person.official, False, person.former, person.key,
            )  # fmt: skip
    return None


def _is_outlet(actor: Actor, source: str | None) -> bool:
    """The outlet that tells the news takes no part in it."""
    return source is not None and fold(actor.name) == fold(source)


def _first(actor: Actor) -> int:
    return actor.first
