"""What the fields of a meeting came from."""

from collections.abc import Iterator

from rasid.enrichment.explain.origins import (
    Origin,
    dates_of_sentence,
    find_words,
    from_words,
    hits_of,
    ordered_sentences,
)
from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.article import Article
from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.when import day_of
from rasid.enrichment.languages.leaders import leaders
from rasid_schemas.extraction import Meeting, Participant

_BEFORE = 3
"""Tokens before a word of meeting that may move its status: will, is expected to, قد."""
_PLACES = ("place", "country", "nationality")


def meeting_origins(article: Article, meeting: Meeting) -> tuple[Origin, ...]:
    """An origin for each filled field, in the order of the contract."""
    return tuple(_origins(article, meeting))


def _origins(article: Article, meeting: Meeting) -> Iterator[Origin]:
    trigger = _trigger(article, meeting)
    yield from_words("status", meeting.status, "the word of meeting, its tense and the words before it", trigger)
    yield from_words("mode", meeting.mode, "the word of meeting and the words around it", trigger)
    for number, participant in enumerate(meeting.participants):
        yield from _participant(article, meeting, participant, f"participants[{number}]")
    if meeting.location is not None:
        where = find_words(article.document, meeting.location, meeting.evidence)
        yield from_words("location", meeting.location, "the place told with the meeting", where)
    if meeting.country is not None:
        yield _country(article, meeting, meeting.country)
    if meeting.date is not None:
        yield _date(article, meeting, meeting.date)


def _views(article: Article, meeting: Meeting) -> list[View]:
    spans = [(e.start, e.end) for e in meeting.evidence]
    return [v for v in article.views if any(v.sentence.start < end and start < v.sentence.end for start, end in spans)]


def _trigger(article: Article, meeting: Meeting) -> tuple[int, int] | None:
    """The word the rule started from, with what stands right before it."""
    for view in _views(article, meeting):
        for proposal in article.grammar.propose(view):
            if proposal.rule == meeting.rule:
                tokens = article.chart.tokens
                first = max(view.first, proposal.first - _BEFORE)
                return tokens[first].start, tokens[proposal.last - 1].end
    return None


def _participant(article: Article, meeting: Meeting, participant: Participant, field: str) -> Iterator[Origin]:
    actor = _actor(article, meeting, participant)
    words = (actor.name_start, actor.name_end) if actor else None
    short = words is not None and article.document.text[slice(*words)] != participant.name
    reason = "stands for the one the article names in full" if short else "named with the word of meeting"
    words = words or find_words(article.document, participant.name, meeting.evidence)
    yield from_words(f"{field}.name", participant.name, reason, words)
    title = find_words(article.document, participant.role, meeting.evidence) if participant.role else None
    if participant.role is not None:
        yield from_words(f"{field}.role", participant.role, "the title the article gives", title)
    if participant.affiliation is not None:
        yield _affiliation(article, participant, participant.affiliation, field, actor, title)
    if participant.name_latin is not None and participant.name_latin != participant.name:
        yield Origin(f"{field}.name_latin", participant.name_latin, "romanised")


def _actor(article: Article, meeting: Meeting, participant: Participant) -> Actor | None:
    actors = (actor for view in _views(article, meeting) for actor in view.actors)
    return next((actor for actor in actors if actor.name == participant.name), None)


def _affiliation(
    article: Article,
    participant: Participant,
    code: str,
    field: str,
    actor: Actor | None,
    title: tuple[int, int] | None,
) -> Origin:
    document = article.document
    named = (actor.start, actor.end) if actor else find_words(document, participant.name, ())
    for span in (named, title):
        hit = next(hits_of(document, span, code), None)
        if hit is not None:
            return Origin(f"{field}.affiliation", code, "the words of the name or title", hit.start, hit.end)
    if actor is not None and actor.key and leaders(document.language).affiliation(actor.key) == code:
        return Origin(f"{field}.affiliation", code, "a known leader (languages/leaders.tsv)")
    if article.affiliations.home == code:
        institution = next((h for h in document.hits if h.kind == "institution" and h.code == code), None)
        span = (institution.start, institution.end) if institution else None
        return from_words(f"{field}.affiliation", code, "the country whose institutions the article names most", span)
    elsewhere = next(hits_of(document, (0, len(document.text)), code), None)
    span = (elsewhere.start, elsewhere.end) if elsewhere else None
    return from_words(f"{field}.affiliation", code, "told of the person elsewhere, or as the host's", span)


def _country(article: Article, meeting: Meeting, code: str) -> Origin:
    document = article.document
    where = find_words(document, meeting.location, meeting.evidence) if meeting.location else None
    hit = next((hit for hit in hits_of(document, where, code) if hit.kind in _PLACES), None)
    if hit is not None:
        return Origin("country", code, "where the place lies (gazetteer)", hit.start, hit.end)
    return Origin("country", code, "told with the place, or the host's")


def _date(article: Article, meeting: Meeting, iso: str) -> Origin:
    document = article.document
    for sentence in ordered_sentences(document, meeting.evidence):
        for told in dates_of_sentence(document, sentence):
            if day_of(told, meeting.status, document) == iso:
                return Origin("date", iso, "the day told, read from the day of publication", told.start, told.end)
    return Origin("date", iso, "the day of publication")
