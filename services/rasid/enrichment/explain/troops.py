"""What the fields of a troop announcement came from."""

from collections.abc import Iterator

from rasid.enrichment.explain.origins import (
    Origin,
    dates_of_sentence,
    find_words,
    from_words,
    hits_of,
    ordered_sentences,
    sentences_of,
)
from rasid.enrichment.extract.numbers import NumberMention, find_numbers
from rasid.enrichment.extract.troop_chart import chart_of
from rasid.enrichment.extract.troop_triggers import triggers_in
from rasid.enrichment.extract.troop_words import troop_words
from rasid.enrichment.text.document import Document
from rasid_schemas.extraction import TroopAnnouncement

_NUMBERS = ("count", "count_min", "count_max", "count_from", "count_delta")
_BEFORE = 3
"""Tokens before a word of change that may move its status: will, may, لن."""


def troop_origins(document: Document, announcement: TroopAnnouncement) -> tuple[Origin, ...]:
    """An origin for each filled field, in the order of the contract."""
    return tuple(_origins(document, announcement))


def _origins(document: Document, told: TroopAnnouncement) -> Iterator[Origin]:
    trigger = _trigger(document, told)
    change = "the word of change" if trigger else "a number of troops without a word of change"
    yield from_words("action", told.action, change, trigger)
    yield from_words("status", told.status, "the word of change, its tense and the words before it", trigger)
    force = find_words(document, told.force, told.evidence) if told.force else None
    if told.force is not None:
        yield from_words("force", told.force, "the force as the article names it", force)
    if told.force_affiliation is not None:
        yield _affiliation(document, told.force_affiliation, force)
    yield from _numbers(document, told)
    where = find_words(document, told.location, told.evidence) if told.location else None
    if told.location is not None:
        yield from_words("location", told.location, "the place told with the force", where)
    if told.country is not None:
        hit = next(hits_of(document, where, told.country), None)
        span = (hit.start, hit.end) if hit else None
        reason = "where the place lies (gazetteer)" if hit else "told with the place, or the force's own"
        yield from_words("country", told.country, reason, span)
    if told.date is not None:
        yield _date(document, told, told.date)


def _trigger(document: Document, told: TroopAnnouncement) -> tuple[int, int] | None:
    """The word that tells the change, with what stands right before it."""
    chart, words = chart_of(document), troop_words(document.language)
    for sentence in sentences_of(document, told.evidence):
        for trigger in triggers_in(chart, sentence, words):
            if trigger.action == told.action or {trigger.action, told.action} == {"deploy", "increase"}:
                first = max(sentence.first_token, trigger.position - _BEFORE)
                return document.tokens[first].start, document.tokens[trigger.position].end
    return None


def _affiliation(document: Document, code: str, force: tuple[int, int] | None) -> Origin:
    inside = next(hits_of(document, force, code), None)
    if inside is not None:
        return Origin("force_affiliation", code, "the words of the force", inside.start, inside.end)
    named = next(hits_of(document, (0, len(document.text)), code), None)
    span = (named.start, named.end) if named else None
    return from_words("force_affiliation", code, "who acts in the sentence, or else in the article", span)


def _numbers(document: Document, told: TroopAnnouncement) -> Iterator[Origin]:
    mentions = [
        (evidence.start, number)
        for evidence in told.evidence
        for number in find_numbers(evidence.quote, document.language)
    ]
    for field in _NUMBERS:
        value = getattr(told, field)
        if value is not None:
            span = next(((at + n.start, at + n.end) for at, n in mentions if value in _values(n)), None)
            yield from_words(field, f"{value:,}", "the number told of the force", span)
    if told.multiplier is not None:
        yield Origin("multiplier", f"{told.multiplier:g}", "a word that multiplies: doubled, eight-fold")
    if told.approximate:
        span = next(((at + n.start, at + n.end) for at, n in mentions if n.approximate), None)
        yield from_words("approximate", "true", "the text hedges the number", span)


def _values(number: NumberMention) -> tuple[int | None, ...]:
    return number.value, number.minimum, number.maximum


def _date(document: Document, told: TroopAnnouncement, iso: str) -> Origin:
    for sentence in ordered_sentences(document, told.evidence):
        for mention in dates_of_sentence(document, sentence):
            if mention.iso == iso:
                return Origin("date", iso, "the day told, read from the day of publication", mention.start, mention.end)
    return Origin("date", iso, "the day of publication")
