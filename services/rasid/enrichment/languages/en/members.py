"""The persons whom an English group only describes: Democratic leaders Kate Archer and Paul Stone."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.names import name_end
from rasid.enrichment.languages.en.persons import person_of
from rasid.enrichment.languages.en.titles import Title
from rasid.enrichment.languages.en.words import ARTICLES, words_of

_JOINING = frozenset({"and", "&"})
_BEFORE_A_LIST = frozenset({",", "-", ":"})
_BEHIND_A_LIST = frozenset({",", "-", ".", ";", ")"})
_FEWEST_LISTED = 2


def named_members(chart: Chart, group: Actor, last: int, crowd: bool) -> tuple[Actor, ...]:
    """Democratic leaders Kate Archer and Paul Stone: the persons whom a group only describes."""
    if not group.plural or (crowd and chart.mark("given_name", group.last) is None):
        return ()
    if chart.word(group.last) in _BEFORE_A_LIST:
        return _listed_members(chart, group, last)
    return _members_at(chart, group, group.last, last)


def _listed_members(chart: Chart, group: Actor, last: int) -> tuple[Actor, ...]:
    """Three senators, Kate Archer, Paul Stone and Jan Hale, met: a list in apposition, which the clause goes on behind
    a comma or ends with."""
    first = group.last + 1
    while chart.word(first) == "-":
        first += 1
    members = _members_at(chart, group, first, last)
    if len(members) < _FEWEST_LISTED or chart.word(members[-1].first - 1) not in _JOINING:
        return ()
    return members if members[-1].last >= last or chart.word(members[-1].last) in _BEHIND_A_LIST else ()


def _members_at(chart: Chart, group: Actor, token: int, last: int) -> tuple[Actor, ...]:
    members: list[Actor] = []
    while name_end(chart, token, last) > token + 1 and chart.mark("place", token) is None:
        name = person_of(chart, Title(token, token), token, name_end(chart, token, last))
        members.append(_member(chart, group, name, first=not members))
        token = name.last + (chart.word(name.last) == ",")
        token += chart.word(token) in _JOINING
        if token == name.last:
            break
    return tuple(members)


def _member(chart: Chart, group: Actor, named: Actor, *, first: bool) -> Actor:
    """One of a group, who has its office where its noun is one."""
    office = chart.word(group.last - 1) in words_of("offices")
    return named._replace(
        first=group.first if first else named.first,
        start=group.start if first else named.start,
        role=_role_of_each(chart, group) if office else None,
        affiliation=named.affiliation or group.affiliation,
        official=named.official or group.official,
    )


def _role_of_each(chart: Chart, group: Actor) -> str:
    """Senators of the two senators: the office without how many have it."""
    counts, first = ARTICLES | words_of("count"), group.first
    while first < group.last - 1 and (chart.word(first) in counts or chart.word(first).isdigit()):
        first += 1
    return chart.source(first, group.last)
