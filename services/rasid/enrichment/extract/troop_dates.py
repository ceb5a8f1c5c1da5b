"""When a change of troops takes effect, as its sentence says."""

from rasid.enrichment.extract.dates import DateMention, dates_in
from rasid.enrichment.extract.troop_words import troop_words
from rasid.enrichment.text.document import Document, Sentence

_SAID_BEFORE = 4
"""Words between a word of saying and the day on which it was said."""
_REACH = 70
"""Code points; a date further away tells of something else."""
_DAY = 10
"""Length of a date that tells the day."""


def date_of(document: Document, sentence: Sentence, anchor: int, *, present: bool) -> str | None:
    """The date nearest to an offset in its sentence that is not the day of the saying; `present` lets `now` count."""
    tokens = document.tokens[sentence.first_token : sentence.last_token]
    mentions = [
        mention
        for mention in dates_in(document.text, tokens, document.language, document.published_on)
        if not _is_day_of_saying(document, sentence, mention)
    ]
    nearest = min(mentions, key=lambda mention: abs(mention.start - anchor), default=None)
    if nearest and abs(nearest.start - anchor) <= _REACH:
        return nearest.iso
    now = troop_words(document.language)["now"]
    if present and document.published_on and any(token.word in now for token in tokens):
        return document.published_on.isoformat()
    return None


def _is_day_of_saying(document: Document, sentence: Sentence, mention: DateMention) -> bool:
    if len(mention.iso) < _DAY:
        return False
    before = [
        token.word
        for token in document.tokens[sentence.first_token : sentence.last_token]
        if token.start < mention.start
    ][-_SAID_BEFORE:]
    return any(word in troop_words(document.language)["saying"] for word in before)
