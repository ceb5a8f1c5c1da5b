"""Where in a text an English actor may begin, found once for all its sentences."""

from typing import NamedTuple

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.words import begins_an_actor, takes_a_capital, ties_a_name
from rasid.enrichment.text.document import within

_CROWD = 0.85
"""Share of capitalised words, small ones aside, above which capitals tell nothing: a headline."""
_FEW = 3
_MEETING_WITH = frozenset({"with", "between"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "some"})


class Openings(NamedTuple):
    """Tokens of a document, each list in order."""

    tokens: list[int]
    """Where an actor may begin."""
    names: frozenset[int]
    """Those of them where none but a name without a title may begin."""
    capitalised: list[int]
    """The words with a capital among `large`."""
    large: list[int]
    """The words that have a capital in a headline."""

    def in_title_case(self, first: int, last: int) -> bool:
        """Whether the words of a range are capitalised as in a headline."""
        capitals, words = len(within(self.capitalised, first, last)), len(within(self.large, first, last))
        return words > _FEW and capitals > _CROWD * words


def openings_of(chart: Chart) -> Openings:
    """Look through a document once."""
    large = chart.tokens.where(takes_a_capital)
    met = [_behind_possessive(chart, token + 1) for token in chart.tokens.where(_MEETING_WITH.__contains__)]
    any_kind = {*chart.marked, *chart.tokens.where(begins_an_actor), *met}
    followed = {token - 1 for token in (*chart.capitals, *chart.tokens.where(ties_a_name), *chart.marks["office"])}
    names = (chart.capitals & followed) - any_kind
    capitalised = [token for token in large if token in chart.capitals]
    return Openings(sorted(any_kind | names), names, capitalised, large)


def _behind_possessive(chart: Chart, token: int) -> int:
    """with his supporters, with some of them."""
    return token + 1 if chart.word(token) in _POSSESSIVES else token
