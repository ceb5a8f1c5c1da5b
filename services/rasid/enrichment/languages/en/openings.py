"""Where in a text an English actor may begin, found once for all its sentences.

Most words that a gazetteer or the lexicon knows begin none: a town that no capital follows, a modifier in front of a
word that is neither title nor group. They are left out here with sets of tokens, before any rule looks at them.
"""

from typing import NamedTuple

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.words import describers, name_ties, openers, people_among, takes_a_capital
from rasid.enrichment.text.document import HitKind, within

_CROWD = 0.9
"""Share of capitalised words, small ones aside, above which capitals tell nothing: a headline."""
_FEW = 3
_FOURFOLD = 4
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
    known = {*tokens.where(openers()), *tokens.where(people_among(tokens.places.keys()))}
    leading = {*chart.marked, *known, *met, *tokens.where(_JOINING)}
    idle = {token for token in tokens.where(describers()) if token + 1 not in leading}
    marked = set().union(*(chart.marks[kind] for kind in _BEGINNING), chart.capitals.intersection(chart.marks["rank"]))
    titled = (known - idle) | marked | met
    followed = {token - 1 for token in (*chart.capitals, *tokens.where(name_ties()), *chart.marks["office"])}
    names = (chart.capitals & followed) - titled
    return Openings(sorted(titled | names), names, sorted(chart.capitals))


def in_title_case(chart: Chart, capitals: list[int], first: int, last: int) -> bool:
    """Whether the words of a range are capitalised as in a headline."""
    most, capitalised, small = len(within(capitals, first, last)), 0, 0
    if most <= _FEW:
        return False
    for token in range(first, last):
        if takes_a_capital(chart.words[token]):
            capitalised += token in chart.capitals
            small += token not in chart.capitals
            if small * _FOURFOLD > most:  # the share can no longer be reached
                return False
    return capitalised + small > _FEW and capitalised > _CROWD * (capitalised + small)


def _behind_possessive(chart: Chart, token: int) -> int:
    """with his supporters, with some of them."""
    return token + 1 if chart.word(token) in _POSSESSIVES else token
