"""An article read for its actors: who is named in each sentence, and who they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.affiliations import Affiliations, affiliations_of
from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.chart import Chart, chart_of
from rasid.enrichment.extract.heads import Heads, heads_named
from rasid.enrichment.extract.people import People, Person, people_of
from rasid.enrichment.languages.careers import is_in_office
from rasid.enrichment.languages.grammar import Grammar, grammar
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.document import Document, HitKind, Sentence, within
from rasid.enrichment.text.normalise import fold

_WELL_KNOWN = 5
"""Letters of a surname below which it may be too many other words."""
_OTHER_WORDS: tuple[HitKind, ...] = ("given_name", "place", "nationality", "office", "rank")


@dataclass(frozen=True, slots=True)
class Article:
    """A document with the actors of each sentence that may give evidence."""

    document: Document
    chart: Chart
    grammar: Grammar
    views: tuple[View, ...]
    people: People
    affiliations: Affiliations


def read_article(document: Document) -> Article:
    """Find the actors of every sentence, then let short names and offices stand for persons."""
    chart, rules = chart_of(document), grammar(document.language)
    sentences = tuple(document.evidence_sentences())
    found = rules.actors_of(chart, sentences)
    affiliations = affiliations_of(document)
    every, heads = (a for actors in found for a in actors), _heads(chart, found, affiliations.home)
    people = people_of(every, document.language, affiliations.home, heads, document.day)
    outlet = fold(document.source) if document.source else None
    surnames = _surnames(chart, rules, people)
    views = tuple(
        _view(chart, rules, sentence, actors, people, outlet, surnames)
        for sentence, actors in zip(sentences, found, strict=True)
    )
    return Article(document, chart, rules, views, people, affiliations)


def _heads(chart: Chart, found: Iterable[Iterable[Actor]], home: str | None) -> Heads:
    """The heads of state and government whom an English article names."""
    document = chart.document
    if document.language != "en":
        return Heads()
    keys = {actor.key for actors in found for actor in actors if actor.key}
    return heads_named(keys, chart.tokens.places.keys(), document.published_on, home)


def _surnames(chart: Chart, rules: Grammar, people: People) -> list[int]:
    """The tokens that may be somebody's surname, by their word and, in English, its capital."""
    persons = frozenset(word for surname in people.by_surname for word in rules.surname_spelled(surname))
    found = {*chart.tokens.where(persons), *chart.tokens.where(_leaders_spelled(chart.document.language))}
    return sorted(found & chart.capitals if chart.document.language == "en" else found)  # Mr. He, but not he


@cache
def _leaders_spelled(language: str) -> frozenset[str]:
    spelled = grammar(language).surname_spelled
    return frozenset(word for surname in leaders(language).by_surname for word in spelled(surname))


def _view(
    chart: Chart,
    rules: Grammar,
    sentence: Sentence,
    actors: tuple[Actor, ...],
    people: People,
    outlet: str | None,
    surnames: list[int],
) -> View:
    first, last = sentence.first_token, sentence.last_token
    near = within(surnames, first, last)
    known = _known(chart, rules, actors, people, outlet, near) if actors or near else ()
    return View(chart, sentence, first, last, known, rules.joints)


def _known(
    chart: Chart, rules: Grammar, actors: Iterable[Actor], people: People, outlet: str | None, near: list[int]
) -> tuple[Actor, ...]:
    """The actors of a sentence as the article knows them; `near` are tokens that may be surnames."""
    every = [
        _named(chart, rules, actor, people) if actor.kind == "group" else people.resolve(actor) for actor in actors
    ]
    short = list(_short_mentions(chart, rules, near, every, people)) if near else []
    if short:
        every = sorted((*every, *short), key=_first)
    if chart.document.language == "en":
        every = _owned(chart, every)
    if outlet is not None:
        every = [actor for actor in every if not _is_outlet(actor, outlet)]
    if chart.document.language == "ar":
        every = list(_without_appositions(chart, every))
    return tuple(every)


def _owned(chart: Chart, actors: list[Actor]) -> list[Actor]:
    """The actors, those of a head's own house as one: Archer administration officials."""
    kept: list[Actor] = []
    for actor in actors:
        word = chart.words[actor.first]
        own = actor.kind == "group" and (word in lexicon("en").get("of_somebody") or word in lexicon("en").get("aides"))
        if own and kept and kept[-1].kind == "person" and kept[-1].last == actor.first:
            head = kept.pop()
            name = chart.document.text[head.name_start : actor.name_end]
            side = actor.affiliation or head.affiliation
            actor = actor._replace(
                first=head.first, start=head.start, name=name, name_start=head.name_start, affiliation=side
            )
        kept.append(actor)
    return kept


def _named(chart: Chart, rules: Grammar, group: Actor, people: People) -> Actor:
    """Whom an unknown name of one word means, where it is the surname of somebody: a meeting with Keller."""
    alone = group.last == group.first + 1 and not group.official
    return (_short_mention(chart, rules, group.first, people) if alone else None) or group


def _without_appositions(chart: Chart, actors: list[Actor]) -> Iterator[Actor]:
    """ميركل، زعيمة الحزب،: an office between commas is that of the surname before it."""
    behind: Actor | None = None
    for actor in actors:
        if behind is not None and _is_apposed(chart, behind, actor):
            behind = None
            continue
        behind = actor if actor.kind == "person" else None
        yield actor


def _is_apposed(chart: Chart, person: Actor, office: Actor) -> bool:
    if office.kind != "office" or office.clitics or office.plural or office.first != person.last + 1:
        return False
    between = chart.word(person.last) == "," and chart.word(office.last) in (",", ".")
    return between and office.affiliation in (None, person.affiliation)


def _short_mentions(
    chart: Chart, rules: Grammar, tokens: Iterable[int], known: list[Actor], people: People
) -> Iterator[Actor]:
    """The words outside other actors that are the surname of somebody the article names in full."""
    taken = {token for actor in known for token in range(actor.first, actor.last)}
    for token in tokens:
        if token not in taken:
            actor = _short_mention(chart, rules, token, people)
            if actor is not None:
                yield actor


def _short_mention(chart: Chart, rules: Grammar, token: int, people: People) -> Actor | None:
    for surname, clitics in rules.short_names(chart, token):
        person = people.by_surname.get(surname) or _leader(chart, token, surname)
        if person is not None:
            start, end = chart.tokens.starts[token] + len(clitics), chart.tokens.ends[token]
            return Actor(
                "person", token, token + 1, start, end, person.name, start, end, person.role, person.affiliation,
                clitics, person.official, False, person.former, person.key,
            )  # fmt: skip
    return None


def _leader(chart: Chart, token: int, surname: str) -> Person | None:
    """A leader so well known that the article gives the surname alone."""
    code = leaders(chart.document.language).by_surname.get(surname)
    if code is None or len(surname) < _WELL_KNOWN or surname.startswith("ال") or chart.begins(_OTHER_WORDS, token):
        return None
    start, end = chart.tokens.starts[token], chart.tokens.ends[token]
    name = chart.document.text[end - len(surname) : end] if end - start >= len(surname) else surname
    acts = is_in_office(surname, chart.document.day)
    return Person(name, surname, None, code if acts else None, acts, False)


def _is_outlet(actor: Actor, outlet: str) -> bool:
    """The outlet that tells the news takes no part in it."""
    return len(actor.name) == len(outlet) and fold(actor.name) == outlet


def _first(actor: Actor) -> int:
    return actor.first
