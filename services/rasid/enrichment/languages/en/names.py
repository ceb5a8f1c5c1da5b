"""Where an English personal name ends."""

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.words import is_capitalised, words_of
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.document import HitKind

MAX_TOKENS = 8
MAX_WORDS = 4
_WIDEST = 3
"""Code points of white space between two words of a name."""
_KNOWN: tuple[HitKind, ...] = ("country", "organisation", "nationality")
_TITLES: tuple[HitKind, ...] = ("office", "rank")


def name_end(chart: Chart, first: int, limit: int) -> int:
    """The token behind the capitalised name that begins at `first`; `first` itself where none begins."""
    token, words, limit = first, 0, min(limit, first + MAX_TOKENS)
    if first > 0 and chart.word(first - 1) == "'" and chart.word(first) == "s":
        return first
    while token < limit and words < MAX_WORDS:
        behind = _part_end(chart, token, limit, started=words > 0)
        if behind == token or (words and _is_apart(chart, token)):
            break
        token, words = behind, words + 1
    return token


def _is_apart(chart: Chart, token: int) -> bool:
    """Whether a link box stands before a word."""
    return chart.tokens.starts[token] - chart.tokens.ends[token - 1] > _WIDEST


def _part_end(chart: Chart, token: int, limit: int, *, started: bool) -> int:
    """The token behind one part of a name: Jae-in, A., bin Salman, O'Neill."""
    word = chart.words[token]
    if not is_capitalised(chart, token):
        return _behind_particle(chart, token, limit) if started and word in words_of("name_particle") else token
    if len(word) == 1 and started:
        return token + 2 if chart.word(token + 1) == "." else token + 1
    if not may_begin_a_name(chart, token) and not (started and _is_surname(chart, token)):
        return token
    if len(word) == 1 and chart.word(token + 1) == "-":
        return token
    return hyphenated(chart, token + 1, limit)


def may_begin_a_name(chart: Chart, token: int) -> bool:
    """Whether a capitalised word may be a part of a name."""
    return not _is_no_name(chart, token) or _ends_a_leader(chart, token)


def _behind_particle(chart: Chart, token: int, limit: int) -> int:
    """The token behind a particle in small letters and the part that it ties on: van Dyke, al-Saud."""
    ahead = token + 2 if chart.word(token + 1) == "-" else token + 1
    behind = _part_end(chart, ahead, limit, started=True) if ahead < limit else ahead
    return behind if behind > ahead else token


def _ends_a_leader(chart: Chart, token: int) -> bool:
    """Whether a common word is a leader's name: Liu He."""
    return f"{chart.word(token - 1)} {chart.word(token)}" in leaders("en").by_name


def _is_surname(chart: Chart, token: int) -> bool:
    """Whether a title's word is a name's last: Pete King met B."""
    if chart.word(token) not in words_of("surnames"):
        return False
    return chart.mark("given_name", token - 1) is not None and not is_capitalised(chart, token + 1)


def hyphenated(chart: Chart, token: int, limit: int) -> int:
    """The token behind what hyphens tie to the word before `token`: Jae-in, Mar-a-Lago."""
    while token + 1 < limit and chart.word(token) == "-" and _touch(chart, token - 1) and _touch(chart, token):
        if chart.word(token - 1) in leaders("en").by_surname and is_capitalised(chart, token + 1):
            break
        token += 2
    return token


def _touch(chart: Chart, token: int) -> bool:
    return chart.tokens.ends[token] == chart.tokens.starts[token + 1]


def _is_no_name(chart: Chart, token: int) -> bool:
    if token not in chart.marked:
        return chart.words[token] in words_of("not_a_name")
    if chart.mark("given_name", token) is not None and chart.word(token) not in words_of("function"):
        return chart.begins(_TITLES, token)
    if chart.word(token) in words_of("not_a_name") or chart.begins(_TITLES, token):
        return True
    return chart.begins(_KNOWN, token) or _is_great_place(chart, token)


def _is_great_place(chart: Chart, token: int) -> bool:
    """A place of several words, or one that a preposition or comma ties to the sentence."""
    mark = chart.mark("place", token)
    if mark is None:
        return False
    return mark.last > token + 1 or chart.word(token - 1) in {"in", "at", "from", "to", "of", ",", "near"}
