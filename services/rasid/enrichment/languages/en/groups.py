"""English groups that meet as one: Republican lawmakers, NATO defence ministers, members of Congress."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.names import name_end
from rasid.enrichment.languages.en.words import belongs_to_a_group, is_capitalised, is_function, is_trigger, words_of
from rasid.enrichment.text.document import HitKind

_OWNERS: tuple[HitKind, ...] = ("nationality", "country", "organisation")
_LONGEST = 12
_LOOSE = 4
_MET = frozenset({"with", "between"})
_OF = frozenset({"of", "from", "at"})
_JOINING = frozenset({"and", "-"})
_DETERMINERS = frozenset({"the", "a", "an"})


def group_at(chart: Chart, token: int, last: int) -> Actor | None:
    """The group that begins at a token."""
    head, affiliation = _head(chart, token, last)
    if head is None:
        return None
    behind, code = _complement(chart, head + 1, last)
    first = token + 1 if chart.word(token) in _DETERMINERS else token
    start, end = chart.tokens[first].start, chart.tokens[behind - 1].end
    word = chart.word(head)
    return Actor(
        kind="group", first=token, last=behind, start=start, end=end, name=chart.document.text[start:end],
        name_start=start, name_end=end, affiliation=affiliation or code,
        official=word in words_of("official_group") or (affiliation or code) is not None,
        plural=word.endswith("s") or word in words_of("body_noun"),
    )  # fmt: skip


def _head(chart: Chart, token: int, last: int) -> tuple[int | None, str | None]:
    """The group noun behind its modifiers, and whom those say it acts for."""
    word = chart.words[token]
    if token not in chart.marked and not belongs_to_a_group(word) and chart.words[token - 1] not in _MET:
        return None, None
    affiliation: str | None = None
    position = token
    while position < min(last, token + _LONGEST):
        word = chart.word(position)
        if word in words_of("group") and not _names_follow(chart, position, last):
            return position, affiliation
        behind, code = _modifier(chart, position, started=position > token)
        if behind == position and _is_loose_modifier(chart, token, position):
            behind = position + 1
        if behind == position:
            break
        affiliation = affiliation or code
        position = behind
    return None, None


def _is_loose_modifier(chart: Chart, token: int, position: int) -> bool:
    """Any small word may describe those whom one meets with: with inland fishing groups."""
    word = chart.word(position)
    plain = word.isalpha() and not is_capitalised(chart, position) and not is_function(word)
    return plain and chart.word(token - 1) in _MET and position - token < _LOOSE and not is_trigger(word)


def _names_follow(chart: Chart, head: int, last: int) -> bool:
    """A title in front of a name is no group: Secretary Kate Archer; the special envoy, Kate Archer."""
    word, ahead = chart.word(head), head + 1
    if word.endswith("s") or word in words_of("body_noun"):
        return False
    first = ahead + 1 if chart.word(ahead) == "," else ahead
    surname = first == ahead < last and is_capitalised(chart, ahead) and is_capitalised(chart, head)
    return surname or name_end(chart, first, last) > first + 1


def _modifier(chart: Chart, position: int, *, started: bool) -> tuple[int, str | None]:
    for kind in _OWNERS if position in chart.marked else ():
        mark = chart.mark(kind, position)
        if mark is not None:
            possessive = chart.word(mark.last) == "'" and chart.word(mark.last + 1) == "s"
            return (mark.last + 2 if possessive else mark.last), mark.hit.code
    word = chart.word(position)
    if word in words_of("modifier") or (word in _JOINING and started) or (word in _DETERMINERS and not started):
        return position + 1, None
    return position, None


def _complement(chart: Chart, token: int, last: int) -> tuple[int, str | None]:
    """of Congress, from Oman, of Kenyan officials."""
    if token >= last or chart.word(token) not in _OF:
        return token, None
    ahead = token + 2 if chart.word(token + 1) == "the" else token + 1
    inner = group_at(chart, ahead, min(last, ahead + _LONGEST))
    if inner is not None and chart.word(token) != "at":
        return inner.last, inner.affiliation
    for kind in _OWNERS:
        mark = chart.mark(kind, ahead)
        if mark is not None:
            return mark.last, mark.hit.code
    behind = ahead
    while behind < last and is_capitalised(chart, behind) and behind - ahead < _LONGEST:
        behind += 1
    if behind == ahead and ahead == token + 1 and chart.word(token) == "of":
        behind = _small_words(chart, ahead, last)
    return (behind, None) if behind > ahead and chart.word(token) != "at" else (token, None)


def _small_words(chart: Chart, token: int, last: int) -> int:
    """owners of small fishing boats."""
    behind = token
    while behind < min(last, token + _LOOSE) and chart.word(behind).isalpha() and not is_function(chart.word(behind)):
        behind += 1
    return behind
