"""English titles in front of a name: the former South Korean Foreign Minister."""

from typing import NamedTuple

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.en.words import belongs_to_a_title, is_capitalised, words_of
from rasid.enrichment.languages.terms import OFFICIAL
from rasid.enrichment.text.document import HitKind

_OWNERS: tuple[HitKind, ...] = ("nationality", "country", "organisation")
_ARTICLES = frozenset({"the", "a", "an"})
_OF = frozenset({"of", "for", "to", "in"})
_COMPLEMENT = 7
_LONGEST = 16


class Title(NamedTuple):
    """The tokens `[first, last)` of a title, and what it says of its holder."""

    first: int
    last: int
    office: Mark | None = None
    rank: Mark | None = None
    affiliation: str | None = None
    former: bool = False
    official: bool = False
    counterpart: bool = False


def title_at(chart: Chart, token: int, limit: int) -> Title | None:
    """The title that begins at a token: modifiers, whom it is for, offices, ranks; None where no office or rank is."""
    if token not in chart.marked and not belongs_to_a_title(chart.words[token]):
        return None
    title = Title(token, token)
    limit = min(limit, token + _LONGEST)
    while title.last < limit:
        longer = _longer(chart, title)
        if longer is None:
            break
        title = longer
    if title.office is None and title.rank is None and not title.counterpart:
        return None
    return _with_complement(chart, title, limit)


def _longer(chart: Chart, title: Title) -> Title | None:
    token, word = title.last, chart.word(title.last)
    if token not in chart.marked:
        return _longer_by_word(chart, title, word) if belongs_to_a_title(word) else None
    rank, office = chart.mark("rank", token), chart.mark("office", token)
    if office is not None and _describes_another(chart, office):
        return title._replace(last=office.last)
    if office is not None and (rank is None or office.last >= rank.last) and not _is_verb(chart, office):
        return _with_office(chart, title, office)
    if rank is not None and is_capitalised(chart, token):
        official = title.official or rank.hit.code == "rank" or chart.word(token) in words_of("official_honorific")
        return title._replace(last=_behind_dot(chart, rank.last), rank=rank, official=official)
    return _longer_by_word(chart, title, word)


def _describes_another(chart: Chart, office: Mark) -> bool:
    """Whether an office is but the first word of one that says whose it is in its midst: chief Taliban negotiator."""
    if office.last > office.first + 1 or chart.word(office.first) not in words_of("modifier"):
        return False
    owner = next((mark for kind in _OWNERS if (mark := chart.mark(kind, office.last)) is not None), None)
    return owner is not None and chart.mark("office", owner.last) is not None


def _longer_by_word(chart: Chart, title: Title, word: str) -> Title | None:
    if word in words_of("counterpart"):
        return title._replace(last=title.last + 1, counterpart=True, official=True)
    if title.office is not None or title.rank is not None or title.counterpart:
        return None
    return _with_modifier(chart, title, word)


def _with_office(chart: Chart, title: Title, office: Mark) -> Title:
    inside = (chart.mark(kind, t) for t in range(office.first, office.last) for kind in _OWNERS)
    code = next((mark.hit.code for mark in inside if mark is not None), None)
    return title._replace(
        last=office.last,
        office=office,
        affiliation=title.affiliation or code,
        official=title.official or office.hit.code == OFFICIAL,
        former=title.former or office.hit.name.startswith(("former", "ex-")),
    )


def _with_modifier(chart: Chart, title: Title, word: str) -> Title | None:
    token = title.last
    if word in words_of("former"):
        return title._replace(last=token + 1, former=True)
    for kind in _OWNERS if token in chart.marked else ():
        mark = chart.mark(kind, token)
        if mark is not None:
            last = mark.last + 2 if chart.word(mark.last) == "'" and chart.word(mark.last + 1) == "s" else mark.last
            return title._replace(last=last, affiliation=mark.hit.code)
    if word in words_of("modifier") or (word in _ARTICLES and title.last == title.first):
        return title._replace(last=token + 1)
    if word == "-" and title.last > title.first:
        return title._replace(last=token + 1)
    return None


def _with_complement(chart: Chart, title: Title, limit: int) -> Title:
    """of Kenya, to NATO, of the Central Bank: what an office is the office of."""
    token = title.last
    if title.office is None or chart.word(token) not in _OF:
        return title
    ahead = token + 2 if chart.word(token + 1) == "the" else token + 1
    for kind in _OWNERS:
        mark = chart.mark(kind, ahead)
        if mark is not None and not (chart.word(token) == "in" and kind != "country"):
            code = mark.hit.code if chart.word(token) != "to" else title.affiliation
            return title._replace(last=mark.last, affiliation=title.affiliation or code)
    behind = ahead
    while behind < min(limit, ahead + _COMPLEMENT) and _is_named(chart, behind, ahead):
        behind += 1
    if behind == ahead or chart.word(token) != "of":
        return title
    inside = (chart.mark(kind, t) for t in range(ahead, behind) for kind in _OWNERS)
    code = next((mark.hit.code for mark in inside if mark is not None), None)
    return title._replace(last=behind, affiliation=title.affiliation or code)


def _is_named(chart: Chart, token: int, first: int) -> bool:
    """the Farmers' Union of Kenya: capitals, with what ties them."""
    tie = chart.word(token) in ("'", "s", "of", "and", "for") and token > first and is_capitalised(chart, token + 1)
    return is_capitalised(chart, token) or tie or (chart.word(token) == "'" and chart.word(token + 1) == "s")


def _behind_dot(chart: Chart, token: int) -> int:
    return token + 1 if chart.word(token) == "." else token


def _is_verb(chart: Chart, office: Mark) -> bool:
    """Whether a word that is also a title is none here: leaders in small letters are a group, "to chair" a verb."""
    if office.last > office.first + 1 or chart.word(office.first) not in words_of("group"):
        return False
    named = is_capitalised(chart, office.last) and is_capitalised(chart, office.last + 1)
    return not named or chart.word(office.first).endswith("s")
