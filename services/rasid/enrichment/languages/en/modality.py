"""Whether an English meeting was held, is planned, proposed or cancelled, and by which means."""

from collections.abc import Sequence

from rasid.enrichment.extract.chains import View
from rasid.enrichment.languages.en.calling_off import called_off, falls_through
from rasid.enrichment.languages.en.words import words_of
from rasid_schemas.extraction import MeetingMode, MeetingStatus

_NEAR = 8
_AHEAD_OF = 12
"""Tokens between "ahead of" and a meeting."""
_NEGATES = 4
_WISHED = 5
_BEHIND = 24
_SOON = 12
"""Tokens behind "is meeting" in which a day to come makes it a plan."""
_IS = frozenset({"is", "are", "was", "were"})
_PAST = frozenset(
    {"met", "held", "hosted", "spoke", "spoken", "talked", "sat", "received", "welcomed", "greeted", "had",
     "telephoned"}
)  # fmt: skip
_PRESENT = frozenset({"meet", "meets", "sits", "sit", "hosts", "host", "welcomes", "receives", "holds", "hold"})
_ON_THE_WAY = frozenset({("ahead", "of"), ("en", "route"), ("way", "to"), ("bound", "for")})
"""What says that a meeting is to come: en route to Oslo for a meeting."""
_FOR = frozenset({"for", "on", "in", "at"})
_SCHEDULED = frozenset({"scheduled", "planned", "coming"})
_WHEN = frozenset({"when", "before", "until", "once", "if"})
_DURING = frozenset({"in", "during", "at", "after", "following", "from", "since", "amid"})
"""What is wished or offered before them is another thing: offered to resign in a conversation with."""
_EPISTEMIC = frozenset({"may", "might", "could", "would", "should"})


def status_of(view: View, token: int) -> MeetingStatus | None:
    """The meeting's status; None where the sentence says that it did not happen and was never meant to."""
    before = [view.word(t) for t in range(max(view.first, token - _NEAR), token)]
    if (wishes := _wishes_of_another(view, token)) and _any(wishes, "proposed"):
        return None if _any(wishes, "negation") else "proposed"
    past = view.word(token) in _PAST and not _any(before[-3:], "negation")
    called = called_off(view, token) if not past or view.word(token) == "had" else None
    if called is not None:
        return "cancelled" if called else "planned"
    if past:
        return "cancelled" if before[-2:] == ["to", "have"] and falls_through(view, token) else "held"
    if _any(before[-_NEGATES:], "negation"):
        return None
    modal = _modality(view, token, before)
    return "cancelled" if modal == "planned" and falls_through(view, token) else modal


def _wishes_of_another(view: View, token: int) -> list[str]:
    """The words before whom they ask to meet: a request for A to meet B, wants A to meet B."""
    if view.word(token - 1) != "to":
        return []
    asked = next((chain.first for chain in view.chains if chain.last == token - 1), None)
    return [word for word, _ in _pairs(view, asked)[-_WISHED:]] if asked is not None else []


def _modality(view: View, token: int, before: list[str]) -> MeetingStatus:
    """What the words before a trigger say of it, the nearest first."""
    wishes = [word for word, follows in _pairs(view, token) if not (word in _EPISTEMIC and _is_no_modal(follows))]
    near = _WISHED + 2 * before.count("-")  # hope for a history-making summit
    if _any(wishes[-near:], "proposed") and not _any(before[-1:], "future") and not _is_aside(view, token):
        return "proposed"
    if before[-1:] == ["to"] and view.word(token - 2) in _IS:
        return "planned"
    if (
        "to" in before[-3:]
        and _any(view.chart.words[max(view.first, token - 2 * _NEAR) : token], "went")
        and not _any(before, "future")
    ):
        return "held"
    if before[-1:] == ["to"] or _any(before[-6:], "future") or _is_to_come(view, token):
        return "planned"
    return "held"


def _pairs(view: View, token: int) -> list[tuple[str, str]]:
    """The words before a trigger, each with the one that follows it."""
    tokens = (t for t in range(max(view.first, token - _NEAR), token) if not _is_may(view, t))
    return [(view.word(t), view.word(t + 1)) for t in tokens]


def _is_may(view: View, token: int) -> bool:
    """Whether may is a month or somebody's name."""
    return view.word(token) == "may" and token != view.first and token in view.chart.capitals


def _is_no_modal(follows: str) -> bool:
    """may have met is a guess at what was; May 10 is a day."""
    return follows == "have" or follows[:1].isdecimal()


def _is_aside(view: View, token: int) -> bool:
    """Whether something else is wished or offered, and the meeting only says when: hoped to end it in talks with."""
    if view.word(token) not in words_of("meet_noun"):
        return False
    start = token
    while start > view.first and token - start < _NEGATES and view.word(start) not in _DURING:
        start -= 1
    return view.word(start) in _DURING


def _is_to_come(view: View, token: int) -> bool:
    """Before he meets B; ahead of his talks with B; is meeting B on Friday."""
    word, near = view.word(token), [view.word(t) for t in range(max(view.first, token - _NEGATES), token)]
    if word in _PRESENT:
        return view.word(token + 1) == "next" or any(before in _WHEN for before in near)
    if word == "meeting" and near[-1:] in (["is"], ["are"]):
        return _any([view.word(t) for t in range(token + 1, token + _SOON)], "day_to_come")
    if view.word(token + 1) in _SCHEDULED:
        return True
    far = range(max(view.first, token - _AHEAD_OF), token)
    ahead = any((view.word(t), view.word(t + 1)) in _ON_THE_WAY for t in far)
    return ahead or (word in words_of("meet_noun") and _is_announced(view, token))


def _is_announced(view: View, token: int) -> bool:
    """The talks between A and B are expected to begin, will take place: the verb behind a noun of meeting."""
    for ahead in range(token + 1, min(view.last, token + _BEHIND)):
        word, follows = view.word(ahead), view.word(ahead + 1)
        if word == "," and follows in words_of("still_to_come") and view.word(ahead + 2) in _FOR:
            return True
        if word in words_of("cuts") or word == ",":
            return False
        if word in words_of("opens_soon"):
            return follows in words_of("day_to_come") or follows == "on"
        if word in _IS or word == "will":
            return follows in words_of("still_to_come" if word in _IS else "takes_place") or follows == "be"
    return False


def _any(words: Sequence[str], name: str) -> bool:
    if not words_of(name).isdisjoint(words):
        return True
    return name == "negation" and any(word.endswith("n't") for word in words)


def mode_of(view: View, token: int, end: int, rule: str) -> MeetingMode:
    """By phone, by video, or in person; unspecified where only talk is told of."""
    around = [view.word(t) for t in range(max(view.first, token - 4), min(view.last, end + 2))]
    if _any(around, "phone_word"):
        return "phone"
    if _any(around, "video_word"):
        return "video"
    return "unspecified" if rule == "en-speak" else "in_person"
