"""English sentences that only add to a meeting told before: Jane Roe attended the summit, the talks were in Oslo."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.en.clauses import Found
from rasid.enrichment.languages.en.subjects import subject_of
from rasid.enrichment.languages.en.words import is_capitalised, is_function, words_of

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their"})
_DAYS = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_WHOSE = frozenset({"of", "with", "between", "among", "by", "on", "for", "table", "room", "'"})
"""What stands behind a noun of meeting that is told for the first time, or is none."""
_AT = frozenset({"at", "in"})
_WAS = frozenset({"was", "were"})
_WINDOW = 10
"""Tokens behind the noun in which its day and place are told."""
_MODIFIERS = 4


def told_again(found: Found) -> Proposal | None:
    """The meeting, Friday's talks, the two-hour call: what the sentence says of it belongs to the one told before."""
    view, token = found.view, found.token
    first = _determiner(found)
    if first is None or found.word not in words_of("told_again") or view.word(token + 1) in _WHOSE:
        return None
    return Proposal(
        rule="en-again",
        first=token,
        last=token + 1,
        clause=(first, _window_end(found)),
        participants=tuple(_attendance(found, first)),
        mode="phone" if found.word in words_of("call_noun") else "unspecified",
        status="planned" if _is_to_come(found) else "held",
        confidence=0.5,
        adds=True,
    )


def _window_end(found: Found) -> int:
    """The token behind what says when and where it was: a verb of its own says when something else happened to it."""
    limit = min(found.end, found.token + _WINDOW)
    return next((token for token in range(found.token + 1, limit) if _tells_else(found, token)), limit)


def _tells_else(found: Found, token: int) -> bool:
    word = found.view.word(token)
    if not word.isalpha() or is_capitalised(found.view.chart, token) or is_function(word):
        return False
    return not any(word in words_of(kind) for kind in ("auxiliary", "takes_place", "future", "weekday", "place_noun"))


def _is_to_come(found: Found) -> bool:
    behind = range(found.token, _window_end(found))
    return any(found.view.word(token) in words_of("future") for token in behind)


def _determiner(found: Found) -> int | None:
    """The token of the determiner before a noun, over what describes it."""
    for back in range(1, _MODIFIERS + 1):
        word = found.view.word(found.token - back)
        if word in _DEFINITE:
            return found.token - back
        if word == "s" and found.view.word(found.token - back - 1) == "'":
            day = found.view.word(found.token - back - 2)
            return found.token - back - 2 if day in words_of("weekday") or day in _DAYS else None
        if word != "-" and (not word.isalpha() or word in words_of("function")):
            return None
    return None


def _attendance(found: Found, first: int) -> list[Actor]:
    """Who attended it, took part in it or joined it."""
    verb = next((t for t in (first - 1, first - 2) if found.view.word(t) in words_of("attends")), first - 2)
    if found.view.word(first - 1) in _AT and found.view.word(first - 2) in _WAS:
        verb = first - 2
    before = [found.view.word(token) for token in range(verb - 4, verb)]
    denied = any(word in words_of("negation") or word.endswith("n't") for word in before)
    if found.view.word(verb) not in words_of("attends") | _WAS or denied:
        return []
    attending = subject_of(Found(found.view, verb, found.end))
    return [actor for actor in attending if actor.kind in ("person", "group")]
