"""Where in a text an English actor may begin, found once for all its sentences.

Most words that a gazetteer or the lexicon knows begin none: a town that no capital follows, a modifier in front of a
word that is neither title nor group. They are left out here with sets of tokens, before any rule looks at them.
"""

import sys
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.groups import FURTHEST_VERB, is_met, meeting_verbs
from rasid.enrichment.languages.en.groups import LONGEST as LONGEST_GROUP
from rasid.enrichment.languages.en.names import may_begin_a_name
from rasid.enrichment.languages.en.titles import LONGEST as LONGEST_TITLE
from rasid.enrichment.languages.en.words import (
    describers,
    name_ties,
    openers,
    people_among,
    takes_a_capital,
    words_of,
)
from rasid.enrichment.text.document import HitKind, within

_CROWD = 0.9
"""Share of capitalised words, small ones aside, above which capitals tell nothing: a headline."""
_FEW = 3
_NINEFOLD = 9
"""One small word among so many capitalised ones is the share."""
_MEETING_WITH = frozenset({"with", "between"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "some"})
_JOINING = frozenset({"and", "-"})
_BEGINNING: tuple[HitKind, ...] = ("office", "country", "nationality", "organisation", "institution", "place")
"""What a title or group may begin with; a rank does with a capital."""


class Openings(NamedTuple):
    """The tokens of a document at which each sort of actor may begin."""

    counterparts: list[int]
    groups: set[int]
    titles: list[int]
    citizens: set[int]
    """Countries and nationalities that begin no title."""
    names: set[int]
    """Of persons without a title in front."""
    bodies: set[int]
    met: set[int]
    """Behind with and between."""


def openings_of(chart: Chart) -> Openings:
    """Look through a document once."""
    tokens, marks = chart.tokens, chart.marks
    words = openers().intersection(tokens.places)
    offices, counterparts = marks["office"], tokens.where(words_of("counterpart") & words)
    behind = {token + 1 for token in tokens.where(_MEETING_WITH)}
    people = tokens.where(people_among(tokens.places.keys()))
    begun = _begun(chart, {*tokens.where(words), *people}, tokens.where(describers() & words), behind)
    named = {token - 1 for token in (*chart.capitals, *tokens.where(name_ties()), *offices)} & chart.capitals
    ranks = chart.capitals.intersection(marks["rank"])
    titles = _followed(begun, sorted({*offices, *ranks, *counterparts}), LONGEST_TITLE)
    states = marks["country"].keys() | marks["nationality"].keys()
    return Openings(
        counterparts=_followed(begun, counterparts, LONGEST_TITLE) if counterparts else [],
        groups=_groups(chart, begun, people, tokens.where(words_of("group") & words)),
        titles=titles,
        citizens=states.difference(titles),
        names={token for token in named - marks["institution"].keys() if may_begin_a_name(chart, token)},
        bodies=marks["organisation"].keys() | marks["country"].keys(),
        met=behind.intersection(begun),
    )


def _begun(chart: Chart, known: set[int], describing: list[int], behind: set[int]) -> list[int]:
    """The tokens with which a title or group may begin, in order.

    `known` are those whose word says so; those `describing` begin one only in front of another that does.
    """
    met = {_behind_possessive(chart, token) for token in behind}
    leading = {*chart.marked, *known, *met, *chart.tokens.where(_JOINING)}
    idle = {token for token in describing if token + 1 not in leading}
    marked = set().union(*(chart.marks[kind] for kind in _BEGINNING), chart.capitals.intersection(chart.marks["rank"]))
    return sorted((known - idle) | marked | met)


def _groups(chart: Chart, begun: list[int], people: list[int], nouns: list[int]) -> set[int]:
    """Where a group may begin: before a noun for one, or before people who meet or are met."""
    acting = _followed(people, chart.tokens.where(meeting_verbs()), FURTHEST_VERB)
    heads = sorted({*acting, *nouns})
    met = (token for token in _followed(begun, people, LONGEST_GROUP) if is_met(chart, token))
    return {*_followed(begun, heads, LONGEST_GROUP), *met}


def _followed(tokens: Iterable[int], heads: list[int], furthest: int) -> list[int]:
    """Those of some tokens that one of `heads` is, or follows before the `furthest` token."""
    heads = [*heads, sys.maxsize]
    return [token for token in tokens if heads[bisect_left(heads, token)] < token + furthest]


def in_title_case(chart: Chart, capitals: list[int], first: int, last: int) -> bool:
    """Whether the words of a range are capitalised as in a headline."""
    most, capitalised, small = len(within(capitals, first, last)), 0, 0
    if most <= _FEW:
        return False
    for token in range(first, last):
        if takes_a_capital(chart.words[token]):
            capitalised += token in chart.capitals
            small += token not in chart.capitals
            if small * _NINEFOLD > most:  # the share can no longer be reached
                return False
    return capitalised + small > _FEW and capitalised > _CROWD * (capitalised + small)


def _behind_possessive(chart: Chart, token: int) -> int:
    """with his supporters, with some of them."""
    return token + 1 if chart.word(token) in _POSSESSIVES else token
