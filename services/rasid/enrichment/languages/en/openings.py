"""Where in a text an English actor may begin, found once for all its sentences.

Most words that a gazetteer or the lexicon knows begin none: a town that no capital follows, a modifier in front of a
word that is neither title nor group. They are left out here with sets of tokens, before any rule looks at them.
"""

from typing import NamedTuple

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.words import (
    begins_an_actor,
    is_capitalised,
    only_describes,
    takes_a_capital,
    ties_a_name,
)
from rasid.enrichment.text.document import HitKind, within

_CROWD = 0.85
"""Share of capitalised words, small ones aside, above which capitals tell nothing: a headline."""
_FEW = 3
_MEETING_WITH = frozenset({"with", "between"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "some"})
_JOINING = frozenset({"and", "-"})
_BEGINNING: tuple[HitKind, ...] = ("office", "country", "nationality", "organisation", "institution", "place")
"""What a title or group may begin with; a rank does with a capital."""


class Openings(NamedTuple):
    """Tokens of a document, each list in order."""

    tokens: list[int]
    """Where an actor may begin."""
    names: frozenset[int]
    """Those of them where none but a name without a title may begin."""
    capitals: list[int]


def openings_of(chart: Chart) -> Openings:
    """Look through a document once."""
    tokens = chart.tokens
    met = {_behind_possessive(chart, token + 1) for token in tokens.where(_MEETING_WITH)}
    known = set(tokens.where(begins_an_actor))
    leading = {*chart.marked, *known, *met, *tokens.where(_JOINING)}
    idle = {token for token in tokens.where(only_describes) if token + 1 not in leading}
    marked = set().union(*(chart.marks[kind] for kind in _BEGINNING), chart.capitals & chart.marks["rank"].keys())
    titled = (known - idle) | marked | met
    followed = {token - 1 for token in (*chart.capitals, *tokens.where(ties_a_name), *chart.marks["office"])}
    names = (chart.capitals & followed) - titled
    return Openings(sorted(titled | names), names, sorted(chart.capitals))


def in_title_case(chart: Chart, capitals: list[int], first: int, last: int) -> bool:
    """Whether the words of a range are capitalised as in a headline."""
    if len(within(capitals, first, last)) <= _FEW:
        return False
    words = [token for token in range(first, last) if takes_a_capital(chart.words[token])]
    capitalised = sum(is_capitalised(chart, token) for token in words)
    return len(words) > _FEW and capitalised > _CROWD * len(words)


def _behind_possessive(chart: Chart, token: int) -> int:
    """with his supporters, with some of them."""
    return token + 1 if chart.word(token) in _POSSESSIVES else token
