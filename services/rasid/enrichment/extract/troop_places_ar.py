"""Places that Arabic tells by a common noun: `ولاية ميشيغان`, `المدن العراقية`, `أقصى شمال البلاد`."""

from collections.abc import Iterator
from typing import NamedTuple

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.languages.ar.words import is_function, is_time
from rasid.enrichment.text.document import Hit, HitKind, Sentence

_LONGEST = 7
"""Words of such a place, at most."""
_INSIDE: tuple[HitKind, ...] = ("place", "country", "nationality")
_CLITICS = ("وب", "ول", "ب", "ل", "و")
_SHORTEST_NAME = 3
_ARTICLE = "ال"
_NO_ENTRY = ""
"""The name of a hit that stands for no entry of a gazetteer."""


class _Phrase(NamedTuple):
    """What was read so far: the token behind it, the country told, whether a name or adjective is among it."""

    last: int
    code: str | None = None
    named: bool = False


def noun_places(chart: Chart, sentence: Sentence, words: TroopWords) -> Iterator[Mark]:
    """The places of a sentence whose names begin with a noun for a place."""
    token = sentence.first_token
    while token < sentence.last_token:
        found = None
        if chart.word(token) in words["place_noun"]:
            found = _place_at(chart, token, min(sentence.last_token, token + _LONGEST), words)
            yield from (found,) if found else ()
        token = found.last if found else token + 1


def _place_at(chart: Chart, token: int, end: int, words: TroopWords) -> Mark | None:
    read = _Phrase(token + 1)
    while read.last < end:
        step = _known(chart, read) or _noun(chart, read, words) or _unknown(chart, read, words)
        if step is None:
            break
        read = step
    return _mark(chart, token, read, words) if read.named else None


def _known(chart: Chart, read: _Phrase) -> _Phrase | None:
    """With one more name or nationality of the gazetteer."""
    marks = [mark for kind in _INSIDE if (mark := chart.mark(kind, read.last)) and not mark.hit.clitics]
    longest = max(marks, key=lambda mark: mark.last, default=None)
    if longest is None or (read.named and longest.hit.kind != "nationality"):
        return None
    return _Phrase(longest.last, longest.hit.code if read.code is None else read.code, True)


def _noun(chart: Chart, read: _Phrase, words: TroopWords) -> _Phrase | None:
    """With one more noun or adjective of places: `محيط مدينة`, `المدن والبلدات`, `الجوية` of a base."""
    word = chart.word(read.last)
    if word in words["of_a_place"]:
        return read._replace(last=read.last + 1)
    if read.named or word not in words.any_of("place_noun", "there_country") or word[:1] in "بل":
        return None
    inside = word.startswith(_ARTICLE) and not chart.word(read.last - 1).startswith(_ARTICLE)  # محيط القاعدة
    return read._replace(last=read.last + 1, named=inside or word in words["there_country"])


def _unknown(chart: Chart, read: _Phrase, words: TroopWords) -> _Phrase | None:
    """With the name behind `ولاية` or `قاعدة` that no gazetteer knows."""
    word = chart.word(read.last)
    if read.named or chart.word(read.last - 1) not in words["naming"] or len(word) < _SHORTEST_NAME:
        return None
    other = (
        not word.isalpha()
        or word in words["no_name"]
        or is_function(word)
        or is_time(word)
        or word in words["preposition"]
    )
    return None if other or word in words.triggers else read._replace(last=read.last + 1, named=True)


def _mark(chart: Chart, token: int, read: _Phrase, words: TroopWords) -> Mark:
    word = chart.word(token)
    bare = words["place_noun"]
    clitics = next((c for c in _CLITICS if word.startswith(c) and word[len(c) :] in bare), "")
    swallowed = word.startswith("ل", len(clitics)) and clitics.endswith("ل")  # للمدن is ل and المدن
    start = chart.tokens[token].start + len(clitics) + swallowed
    end = chart.tokens[read.last - 1].end
    return Mark(token, read.last, Hit(start, end, "place", read.code, _NO_ENTRY, clitics))
