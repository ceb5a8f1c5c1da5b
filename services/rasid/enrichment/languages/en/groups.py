"""English groups that meet as one: Republican lawmakers, NATO defence ministers, members of Congress."""

from functools import cache

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.en.names import name_end
from rasid.enrichment.languages.en.words import (
    belongs_to_a_group,
    is_capitalised,
    is_function,
    is_people,
    is_trigger,
    words_of,
)
from rasid.enrichment.text.document import HitKind

_OWNERS: tuple[HitKind, ...] = ("nationality", "country", "organisation")
_OWNERS_BEFORE: tuple[HitKind, ...] = (*_OWNERS, "institution")
_SIDES: tuple[HitKind, ...] = ("nationality", "country", "organisation")
_TITLES: tuple[HitKind, ...] = ("office", "rank")
LONGEST = 12
"""Tokens of a group up to its noun."""
_LOOSE, _FAR = 4, 8
FURTHEST_VERB = _LOOSE + 2
"""Tokens from people up to which the verb stands that tells what they do."""
_MET = frozenset({"with", "between"})
_OF = frozenset({"of", "from", "at"})
_KOREAS = {"KR": "KP", "KP": "KR"}
_HALVES = frozenset({"north", "south"})
_JOINING = frozenset({"and", "-"})
_TIES_OF_NAMES = frozenset({"for", "of"})
_COUNTING = frozenset({"than", "least", "about", "nearly", "half"})
_DETERMINERS = frozenset({"the", "a", "an"})
_BEFORE_GROUPS = frozenset({*_DETERMINERS, "his", "her", "their", "its", "some", "s"})


def group_at(chart: Chart, token: int, last: int) -> Actor | None:
    """The group that begins at a token."""
    body = chart.mark("organisation", token)
    head, affiliation = _head(chart, token, last)
    if head is None or (body is not None and body.last > head):
        return None
    behind, code = _complement(chart, head + 1, last)
    first = token + 1 if chart.word(token) in _DETERMINERS else token
    start, end = chart.tokens.starts[first], chart.tokens.ends[behind - 1]
    word = chart.word(head)
    return Actor(
        kind="group", first=token, last=behind, start=start, end=end, name=chart.document.text[start:end],
        name_start=start, name_end=end, affiliation=affiliation or code,
        official=word in words_of("official_group") or (affiliation or code) is not None,
        plural=word.endswith("s") or word in words_of("body_noun"),
    )  # fmt: skip


def met_house_at(chart: Chart, token: int, last: int) -> Actor | None:
    """A name that no list has, of a house or of somebody told by surname, behind a word of meeting: met with Acme."""
    first = token + 1 if chart.word(token) in _DETERMINERS else token
    if first in chart.marked or not any(is_trigger(chart.word(before)) for before in range(token - _LOOSE, token - 1)):
        return None
    behind = first
    while behind < min(last, first + _FAR) and _is_named(chart, behind, first):
        behind += 1
    titles = any(chart.begins(_TITLES, inside) for inside in range(first, behind))
    if behind == first or titles or chart.word(first) in words_of("no_house"):
        return None
    start, end = chart.tokens[first].start, chart.tokens[behind - 1].end
    return Actor("group", token, behind, start, end, chart.document.text[start:end], start, end)


def sides_of(chart: Chart, group: Actor) -> tuple[Actor, ...]:
    """Israeli and Egyptian officials: a group of two states as the two it is made of."""
    first = _state(chart, group.first)
    if first is not None and (both := _two_koreas(chart, group, first)):
        return both
    if first is None or chart.word(first.last) != "and":
        return (group,)
    second = _state(chart, first.last + 1)
    if second is None or second.hit.code == first.hit.code or second.last >= group.last:
        return (group,)
    owner = chart.source(group.first, first.last)
    start, text = chart.tokens.starts[second.first], chart.document.text
    head = text[chart.tokens.starts[second.last] : group.name_end]
    return (
        group._replace(last=first.last, end=first.hit.end, name=f"{owner} {head}", name_end=first.hit.end,
                       affiliation=first.hit.code),
        group._replace(first=second.first, start=start, name=text[start : group.name_end], name_start=start,
                       affiliation=second.hit.code),
    )  # fmt: skip


def _two_koreas(chart: Chart, group: Actor, second: Mark) -> tuple[Actor, ...]:
    """North and South Korean envoys: one word stands for both."""
    other = _KOREAS.get(second.hit.code or "")
    side = chart.word(group.first - 2)
    if other is None or side not in _HALVES or chart.word(group.first - 1) != "and":
        return ()
    start, end = chart.tokens.starts[group.first - 2], chart.tokens.ends[group.first - 2]
    rest = chart.document.text[chart.tokens.starts[second.last - 1] : group.name_end]
    name = f"{chart.document.text[start:end]} {rest}"
    first = group._replace(
        first=group.first - 2, last=group.first - 1, start=start, end=end, name=name, name_start=start, name_end=end,
        affiliation=other,
    )  # fmt: skip
    return first, group


def _state(chart: Chart, token: int) -> Mark | None:
    return next(iter(chart.marks_of(_SIDES, token)), None)


def _head(chart: Chart, token: int, last: int) -> tuple[int | None, str | None]:
    """The group noun behind its modifiers, and whom those say it acts for."""
    word = chart.words[token]
    met = is_met(chart, token)
    if token not in chart.marked and not belongs_to_a_group(word) and not met:
        return None, None
    affiliation: str | None = None
    position = token
    while position < min(last, token + LONGEST):
        word = chart.word(position)
        if _is_head(chart, position, met) and not _names_follow(chart, position, last):
            return (position + 1 if _is_head(chart, position + 1, met) else position), affiliation
        behind, code = _modifier(chart, position, started=position > token)
        if behind == position and position - token < _FAR and (met or affiliation):
            behind = _behind_loose_modifier(chart, position)
        if behind == position:
            break
        affiliation = affiliation or code
        position = behind
    return None, None


def is_met(chart: Chart, token: int) -> bool:
    """Whether those are named with whom somebody meets."""
    before = token - 1
    while chart.word(before) in _BEFORE_GROUPS or chart.word(before) == "'":
        before -= 1
    return chart.word(before) in _MET


def _is_head(chart: Chart, position: int, met: bool) -> bool:
    """Whether a noun names a group; private people are one only where somebody meets with them, or they meet."""
    word = chart.word(position)
    if word in words_of("group"):
        return True
    return is_people(word) and not is_capitalised(chart, position) and (met or _meets(chart, position + 1))


def _meets(chart: Chart, token: int) -> bool:
    """Whether a word of meeting follows, over auxiliaries and who."""
    words = range(token, token + _LOOSE + 1)
    ahead = next((t for t in words if not _leads_to_a_verb(chart.word(t))), token)
    return chart.word(ahead) in meeting_verbs()


@cache
def meeting_verbs() -> frozenset[str]:
    """The verbs by which private people become a group."""
    return words_of("meet_verb") | words_of("speak_verb")


def _leads_to_a_verb(word: str) -> bool:
    return word != "" and (word in words_of("auxiliary") or word == "who")


def _behind_loose_modifier(chart: Chart, position: int) -> int:
    """Any small word may describe those whom one meets with, or who belong to a country: with inland fishing groups,
    Kenyan harbour officials, NATO alliance's ministers."""
    word = chart.word(position)
    plain = (word.isalpha() and not is_capitalised(chart, position) and not is_function(word)) or word.isdigit()
    if not plain or is_trigger(word):
        return position
    possessive = chart.word(position + 1) == "'" and chart.word(position + 2) == "s"
    return position + 3 if possessive else position + 1


def _names_follow(chart: Chart, head: int, last: int) -> bool:
    """A title in front of a name is no group: Secretary Kate Archer; the special envoy, Kate Archer."""
    word, ahead = chart.word(head), head + 1
    if word in words_of("body_noun"):
        return is_capitalised(chart, ahead) and chart.mark("office", ahead) is not None
    if word.endswith("s"):
        return False
    first = ahead + 1 if chart.word(ahead) == "," else ahead
    surname = first == ahead < last and is_capitalised(chart, ahead) and is_capitalised(chart, head)
    return surname or name_end(chart, first, last) > first + 1


def _modifier(chart: Chart, position: int, *, started: bool) -> tuple[int, str | None]:
    for mark in chart.marks_of(_OWNERS_BEFORE, position):
        possessive = chart.word(mark.last) == "'" and chart.word(mark.last + 1) == "s"
        return (mark.last + 2 if possessive else mark.last), mark.hit.code
    word = chart.word(position)
    if word in words_of("quantity") and chart.word(position + 1) == "of":
        return position + 2 + (chart.word(position + 2) in _BEFORE_GROUPS), None
    counted = word in _DETERMINERS and (not started or chart.word(position - 1) in _COUNTING)
    if word in words_of("modifier") or (word in _JOINING and started) or counted:
        return position + 1, None
    return position, None


def _complement(chart: Chart, token: int, last: int) -> tuple[int, str | None]:
    """of Congress, from Oman, of Kenyan officials."""
    if token >= last or chart.word(token) not in _OF:
        return token, None
    ahead = token + 2 if chart.word(token + 1) == "the" else token + 1
    inner = group_at(chart, ahead, min(last, ahead + LONGEST))
    if inner is not None and chart.word(token) != "at":
        return inner.last, inner.affiliation
    for mark in chart.marks_of(_OWNERS, ahead):
        if chart.word(token) != "at" or mark.hit.kind == "organisation":
            return mark.last, mark.hit.code
    behind = ahead
    while behind < last and behind - ahead < LONGEST and _is_named(chart, behind, ahead):
        behind += 1
    if behind == ahead and ahead == token + 1 and chart.word(token) == "of":
        behind = _small_words(chart, ahead, last)
    return (behind, None) if behind > ahead and chart.word(token) != "at" else (token, None)


def _is_named(chart: Chart, token: int, first: int) -> bool:
    """Whether a word belongs to the name of a house: Farmers for Better Wells."""
    tied = token > first and chart.word(token) in _TIES_OF_NAMES and is_capitalised(chart, token + 1)
    return tied or (is_capitalised(chart, token) and chart.word(token) not in words_of("weekday"))


def _small_words(chart: Chart, token: int, last: int) -> int:
    """owners of small fishing boats."""
    behind = token
    if chart.word(token).endswith("ing"):  # accused the group of hiding
        return token
    while behind < min(last, token + _LOOSE) and chart.word(behind).isalpha() and not is_function(chart.word(behind)):
        behind += 1
    return behind
