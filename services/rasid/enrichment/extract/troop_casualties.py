"""Soldiers who are dead, wounded or captured: told of, but no announcement."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence

_REACH = 6
"""Words around a number or a trigger."""


def is_casualty(chart: Chart, sentence: Sentence, first: int, last: int, words: TroopWords) -> bool:
    """Whether a word near the tokens `[first, last)`, in the same clause, tells of casualties."""
    begin = max(sentence.first_token, first - _REACH)
    end = min(sentence.last_token, last + _REACH)
    before = [chart.word(i) for i in range(begin, first)]
    behind = [chart.word(i) for i in range(first, end)]
    near = (*_until_comma(reversed(before)), *_until_comma(behind))
    return any(word in words["casualty"] for word in near)


def _until_comma(words: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda word: word != ",", words)
