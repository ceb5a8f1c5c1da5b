"""How English joins actors, and what it puts before them."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.words import is_capitalised, is_function, is_trigger, words_of

_GAP = 8
_DESCRIBED = 4
_JOINING = frozenset({"and", "&"})
_GOING_ON = frozenset({",", "-", "(", "as", "along", "together", "including"})
_ADDING = frozenset(
    {"as well as", "along with", "together with", "accompanied by", "flanked by", "including", "among them", "such as"}
)
"""What adds those who are there too."""
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
_PREPOSITIONS = frozenset(
    {"with", "between", "by", "to", "from", "of", "in", "at", "for", "against", "on", "about", "over", "under",
     "into", "like", "than", "near", "after", "before", "including", "among", "alongside", "toward", "towards"}
)  # fmt: skip


class EnglishJoints:
    """Implements `chains.Joints`."""

    def marker(self, chart: Chart, actor: Actor) -> str:
        """The preposition before an actor, over its article."""
        token = _behind_owner(chart, actor.first - 1)
        if actor.kind == "person":
            token = _behind_description(chart, token)
        while chart.word(token) in _ARTICLES or chart.word(token) == '"':
            token -= 1
        word = chart.word(token)
        return word if word in _PREPOSITIONS or word in _JOINING else ""

    def joined(self, chart: Chart, left: Actor, right: Actor) -> bool:
        """A, B and C: a conjunction or comma, and between them nothing but what belongs to the first."""
        gap = [chart.word(token) for token in range(left.last, right.first)]
        while gap and gap[-1] in _ARTICLES:
            gap.pop()
        if not gap or len(gap) > _GAP:
            return False
        if gap[-1] in _JOINING:
            return all(not is_function(word) and word not in ".;:" for word in gap[:-1]) and len(gap) < 4
        if gap == [","]:
            return _goes_on(chart, left, right)
        return (gap == ["-"] and right.start - left.end == 1) or " ".join(gap).removeprefix(", ") in _ADDING


def _behind_owner(chart: Chart, token: int) -> int:
    """The token before whose somebody is: with CNN's Kate Archer."""
    if chart.word(token) != "s" or chart.word(token - 1) != "'":
        return token
    before = token - 2
    while before > 0 and is_capitalised(chart, before):
        before -= 1
    return before


def _behind_description(chart: Chart, token: int) -> int:
    """The token before what somebody is called: with her primary rival Kate Archer."""
    before = token
    while token - before < _DESCRIBED and _describes(chart, before):
        before -= 1
    before = _before_nation(chart, before) if before < token else before
    return before if chart.word(before) in _ARTICLES or chart.word(before) in _PREPOSITIONS else token


def _before_nation(chart: Chart, token: int) -> int:
    """The token before a nationality that ends in a token: with the South Korean strongman."""
    for first in (token, token - 1):
        mark = chart.mark("nationality", first)
        if mark is not None and mark.last == token + 1:
            return first - 1
    return token


def _describes(chart: Chart, token: int) -> bool:
    word = chart.word(token)
    plain = word.isalpha() and not is_capitalised(chart, token) and not is_function(word)
    told = word in words_of("briefs") or word in words_of("visits")
    verbal = told or is_trigger(word) or word in words_of("auxiliary") or word.endswith(("ed", "ing", "ly"))
    return plain and not verbal


def _goes_on(chart: Chart, left: Actor, right: Actor) -> bool:
    """Whether a list goes on behind a comma: A, B and C, not After a meeting with A, B left; a headline has no and."""
    if left.end <= chart.document.headline_end:
        return True
    return chart.word(right.last) in _JOINING or chart.word(right.last) in _GOING_ON
