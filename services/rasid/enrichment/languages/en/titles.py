"""English titles in front of a name: the former South Korean Foreign Minister."""

from typing import NamedTuple

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.en.words import (
    belongs_to_a_title,
    is_capitalised,
    is_function,
    is_trigger,
    words_of,
)
from rasid.enrichment.languages.terms import OFFICIAL
from rasid.enrichment.text.document import HitKind

_OWNERS: tuple[HitKind, ...] = ("nationality", "country", "organisation")
_ARTICLES = frozenset({"the", "a", "an"})
_OF = frozenset({"of", "for", "to", "in"})
_PLACING = frozenset({"in", "at", "from", "to", "near", "on", "of", "outside"})
_COMPLEMENT = 7
LONGEST = 16
"""Tokens of a title."""
_HOUSE = 6
_BRANCH = 4
_PLAIN_BRANCH = 2


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

    @property
    def office_end(self) -> int:
        """The token behind the office, before what it is the office of."""
        return self.office.last if self.office else self.last


def title_at(chart: Chart, token: int, limit: int) -> Title | None:
    """The title that begins at a token: modifiers, whom it is for, offices, ranks; None where no office or rank is."""
    if token not in chart.marked and not belongs_to_a_title(chart.words[token]):
        return None
    title = Title(token, token)
    limit = min(limit, token + LONGEST)
    while title.last < limit:
        longer = _longer(chart, title)
        if longer is None or longer.last == title.last:
            break
        title = longer
    if title.office is None and title.rank is None and not title.counterpart:
        return None
    whole = _with_complement(chart, title, limit)
    if _is_of_a_private_house(chart, whole):
        return whole._replace(official=False)
    return whole if whole.official or not _heads_a_house(chart, whole) else _of_a_house(whole)


def _is_of_a_private_house(chart: Chart, title: Title) -> bool:
    """The network's president, president of the company: somebody whom no state has."""
    if title.affiliation is not None or title.office is None:
        return False
    whose = chart.word(title.first - 3) if chart.word(title.first - 1) == "s" else ""
    behind = title.office_end + 1 + (chart.word(title.office_end + 1) in _ARTICLES)
    house = chart.word(behind) if chart.word(title.office_end) == "of" else ""
    return not words_of("private_house").isdisjoint((whose, house))


def _heads_a_house(chart: Chart, title: Title) -> bool:
    """Whether an office says what it is only by whose it is: head, member, deputy."""
    return title.office is not None and chart.word(title.office.last - 1) in words_of("office_of")


def _of_a_house(title: Title) -> Title | None:
    """The head of an agency of a state acts for it; a head of nothing is no title."""
    if title.last == title.office_end and title.affiliation is None:
        return None
    return title._replace(official=title.affiliation is not None)


def _longer(chart: Chart, title: Title) -> Title | None:
    token, word = title.last, chart.word(title.last)
    if token not in chart.marked:
        branch = title.affiliation is not None
        return _longer_by_word(chart, title, word) if branch or belongs_to_a_title(word) else None
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
    owners = chart.marks_of(_OWNERS, office.last)
    return owners != [] and chart.mark("office", owners[0].last) is not None


def _longer_by_word(chart: Chart, title: Title, word: str) -> Title | None:
    if word in words_of("counterpart"):
        return title._replace(last=title.last + 1, counterpart=True, official=True)
    if title.office is not None or title.rank is not None or title.counterpart:
        return None
    return _with_modifier(chart, title, word)


def _with_office(chart: Chart, title: Title, office: Mark) -> Title:
    inside = (mark for token in range(office.first, office.last) for mark in chart.marks_of(_OWNERS, token))
    code = next((mark.hit.code for mark in inside), None)
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
    for mark in chart.marks_of(_OWNERS, token):
        last = mark.last + 2 if chart.word(mark.last) == "'" and chart.word(mark.last + 1) == "s" else mark.last
        return title._replace(last=last, affiliation=mark.hit.code)
    if word in words_of("modifier") or (word in _ARTICLES and title.last == title.first):
        return title._replace(last=token + 1)
    if (city := chart.mark("place", token)) is not None:
        return _of_city(chart, title, city)
    if word == "-" and title.last > title.first:
        return title._replace(last=token + 1)
    if title.affiliation is None:
        return None
    return _with_branch(chart, title) if is_capitalised(chart, token) else _with_plain_branch(chart, title)


def _with_branch(chart: Chart, title: Title) -> Title | None:
    """Kenyan Harbour Affairs Minister: what an office is about, in words that no gazetteer has."""
    behind = title.last
    while behind < title.last + _BRANCH and is_capitalised(chart, behind) and chart.mark("office", behind) is None:
        behind += 1
    branch = behind > title.last and chart.mark("office", behind) is not None and is_capitalised(chart, behind)
    return title._replace(last=behind) if branch else None


def _with_plain_branch(chart: Chart, title: Title) -> Title | None:
    """Kenyan fisheries minister, UN human rights chief: the same in small letters."""
    behind = title.last
    while behind < title.last + _PLAIN_BRANCH and _is_plain(chart, behind):
        behind += 1
    office = chart.mark("office", behind)
    if behind == title.last or office is None:
        return None
    kind = chart.word(office.last - 1)
    posted = kind in words_of("branch") and not kind.endswith("s")
    return title._replace(last=behind) if posted or (kind == "chief" and _is_of_a_body(chart, title)) else None


def _is_plain(chart: Chart, token: int) -> bool:
    word = chart.word(token)
    if chart.mark("office", token) is not None or not word.isalpha() or is_capitalised(chart, token):
        return False
    said = word in words_of("speech") or word in words_of("group") or word.endswith("ed")
    return not (said or is_function(word) or is_trigger(word))


def _is_of_a_body(chart: Chart, title: Title) -> bool:
    """Whether a title begins with a body of states, whose chiefs have no other name."""
    return chart.mark("organisation", title.first) is not None


def _of_city(chart: Chart, title: Title, city: Mark) -> Title | None:
    """Mombasa's governor, Mombasa Mayor Paul Stone; not in Mombasa President Archer."""
    behind = city.last + 2 if chart.word(city.last) == "'" and chart.word(city.last + 1) == "s" else city.last
    placed = title.first == city.first and chart.word(city.first - 1) in _PLACING
    if placed or (chart.mark("office", behind) is None and chart.mark("rank", behind) is None):
        return None
    return title._replace(last=behind, affiliation=title.affiliation or city.hit.code)


def _with_complement(chart: Chart, title: Title, limit: int) -> Title:
    """of Kenya, to NATO, of the Central Bank: what an office is the office of."""
    token = title.last
    if title.office is None or chart.word(token) not in _OF:
        return title
    ahead = token + 2 if chart.word(token + 1) == "the" else token + 1
    for mark in chart.marks_of(_OWNERS, ahead):
        if chart.word(token) != "in" or _is_posted(chart, title, mark.hit.kind):
            code = mark.hit.code if chart.word(token) != "to" else title.affiliation
            return title._replace(last=_house_end(chart, mark.last, limit), affiliation=title.affiliation or code)
    behind = ahead
    while behind < min(limit, ahead + _COMPLEMENT) and _is_named(chart, behind, ahead):
        behind += 1
    if behind == ahead or chart.word(token) != "of":
        return title
    kinds = (*_OWNERS, "institution", "place")
    inside = (
        chart.mark(kind, t) for t in range(ahead, behind) for kind in kinds if t == ahead or kind != "nationality"
    )
    code = next((mark.hit.code for mark in inside if mark is not None), None)
    longer = title._replace(last=behind, affiliation=title.affiliation or code)
    return longer if longer.affiliation else longer._replace(official=_acts_for_a_state(chart, title, ahead, behind))


def _is_posted(chart: Chart, title: Title, kind: HitKind) -> bool:
    """Whether an office is told by where it is held: ambassador in Kenya, but not the Omani leader in Kenya."""
    return kind == "country" and title.affiliation is None and chart.word(title.last - 1) not in words_of("leads")


def _house_end(chart: Chart, token: int, limit: int) -> int:
    """The token behind whose house it is: Kenya, Kenya's sovereign wealth fund, Kenya's Central Bank."""
    if chart.word(token) != "'" or chart.word(token + 1) != "s":
        return token
    behind = token + 2
    while behind < min(limit, token + _HOUSE) and _names_a_house(chart.word(behind)):
        behind += 1
    return behind if behind > token + 2 else token


def _names_a_house(word: str) -> bool:
    return word.isalpha() and not is_function(word) and not is_trigger(word) and word not in words_of("speech")


def of_unknown_house(chart: Chart, first: int, title: Title) -> Title:
    """Acme Foods president Paul Stone: a title behind the name of a house that no gazetteer has."""
    return title._replace(first=first, official=_acts_for_a_state(chart, title, first, title.first))


def _acts_for_a_state(chart: Chart, title: Title, first: int, last: int) -> bool:
    """Whether an office of a house of an unknown name is one of the state's: companies have presidents too."""
    office = title.office is None or chart.word(title.office.last - 1) not in words_of("office_of_any_house")
    return title.official and (office or any(chart.word(t) in words_of("house_of_state") for t in range(first, last)))


def _is_named(chart: Chart, token: int, first: int) -> bool:
    """the Farmers' Union of Kenya: capitals, with what ties them."""
    tie = chart.word(token) in ("'", "s", "of", "and", "for") and token > first and is_capitalised(chart, token + 1)
    nation = chart.mark("nationality", token)
    other = token > first and (nation is None or chart.mark("office", nation.last) is not None)
    other = other and (nation or chart.mark("office", token)) is not None
    own = is_capitalised(chart, token) and not other
    return own or tie or (chart.word(token) == "'" and chart.word(token + 1) == "s")


def _behind_dot(chart: Chart, token: int) -> int:
    return token + 1 if chart.word(token) == "." else token


def _is_verb(chart: Chart, office: Mark) -> bool:
    """Whether a word that is also a title is none here: leaders in small letters are a group, "to chair" a verb."""
    if office.last > office.first + 1 or chart.word(office.first) not in words_of("group"):
        return False
    named = is_capitalised(chart, office.last) and is_capitalised(chart, office.last + 1)
    return not named or chart.word(office.first).endswith("s")
