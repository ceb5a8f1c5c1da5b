"""Whether an English meeting was called off: the meeting itself, not what was spoken of at it."""

from rasid.enrichment.extract.chains import View
from rasid.enrichment.languages.en.words import words_of

_BEFORE = 16
"""Tokens from a word of calling off to the meeting."""
_BEHIND = 40
_WEIGHED = 4
"""Tokens before a word of calling off in which it is only threatened, weighed or denied."""
_ADVERBS = 2
_OFF = {"called": "off", "calls": "off", "call": "off", "calling": "off", "put": "off", "puts": "off", "putting": "off"}
_OUT = dict.fromkeys(("pulled", "pulling", "pull", "pulls", "backed", "backs", "backing"), "out")
_PARTICLES = _OFF | _OUT
_HELD_BACK = frozenset({"has", "had", "have", "having"})
_BE = frozenset({"was", "were", "been", "be", "is", "are", "being"})
_FINITE = frozenset({"was", "were", "is", "are", "has", "have", "had", "will", "did", "does", "would", "can", "could"})
_RELATIVES = frozenset({"that", "which"})
_TURNS = frozenset({"but", "until", "however", "before"})
_IT = frozenset({"it", "they", "them", "that", "everything", "both"})
_HAPPENS = frozenset({"take", "took", "happen", "happened", "occur", "occurred"})
_ENDS = frozenset({",", ";", ":", ".", "(", ")"})
_DURING = frozenset({"in", "during", "at", "after", "following", "from", "since", "amid", "before", "ahead"})


def called_off(view: View, token: int) -> bool | None:
    """Whether the meeting at a token was called off; False where that is only weighed or denied, None if not told."""
    verb, told = _verb_before(view, token), _told_behind(view, token)
    if verb is not None and not (_describes(view, verb) and told is False):
        return not _is_weighed(view, verb)
    return True if told else None


def falls_through(view: View, token: int) -> bool:
    """Was to meet B, but B cancelled; but the meeting was called off, not but the strike was."""
    behind = range(token + 1, min(view.last, token + _BEHIND))
    turn = next((t for t in behind if view.word(t) in _TURNS), view.last)
    verb = next((t for t in range(turn, min(view.last, turn + _BEFORE)) if _calls_off(view, t)), None)
    return verb is not None and not _is_weighed(view, verb) and _means_it(view, turn, verb)


def _means_it(view: View, turn: int, verb: int) -> bool:
    """Whether what is called off is the meeting or its journey: B cancelled, B cancelled it, the trip was put off."""
    passive = not _BE.isdisjoint(view.word(t) for t in range(verb - _ADVERBS - 1, verb))
    behind = verb + 1 + (view.word(verb + 1) == _PARTICLES.get(view.word(verb), ""))
    if passive:
        subject = [view.word(t) for t in range(turn + 1, verb)]
        return any(_is_meeting(word) or word in words_of("called_off_with_it") or word in _IT for word in subject)
    object_ = view.word(behind)
    nothing = not object_.isalpha() or _is_function(object_)
    return nothing or object_ in _IT or _object_of(view, verb, view.last) is not None


def _calls_off(view: View, token: int) -> bool:
    """Whether a word calls off: cancelled, called off, pulled out."""
    word = view.word(token)
    return word in words_of("cancelled") or (word in _PARTICLES and view.word(token + 1) == _PARTICLES[word])


def _verb_before(view: View, token: int) -> int | None:
    """The word of calling off whose object is the meeting: cancelled talks with B, cancelled a trip to meet B."""
    if view.word(token) in _HELD_BACK:
        verb = next((t for t in range(token + 1, token + 2 + _ADVERBS) if _calls_off(view, t)), None)
        return verb if verb is not None and _object_of(view, verb, view.last) is not None else None
    for verb in range(token - 1, max(view.first, token - _BEFORE) - 1, -1):
        if _calls_off(view, verb) or _is_split(view, verb, token):
            return verb if _governs(view, verb, token) else None
    return None


def _is_split(view: View, verb: int, token: int) -> bool:
    """Called her meeting with B off."""
    if verb < token - _ADVERBS - 1 or view.word(verb) not in _OFF:
        return False
    behind = range(token + 1, min(view.last, token + _BEFORE))
    return any(view.word(t) == "off" and not view.word(t + 1).isalpha() for t in behind)


def _governs(view: View, verb: int, token: int) -> bool:
    """Whether the meeting at a token is what a verb calls off, or is part of it."""
    called = _object_of(view, verb, token + 1)
    if called is None or called == token:
        return called == token
    between = [view.word(t) for t in range(called + 1, token)]
    if _is_meeting(view.word(called)):
        return all(word in ("and", "or", "/") or word in words_of("modifier") for word in between)
    return not any(word in _DURING or word in words_of("speech") for word in between if word not in ("in", "at"))


def _object_of(view: View, verb: int, limit: int) -> int | None:
    """The noun of meeting or travel that is called off, over what describes it; None where it is another thing."""
    if not view.word(verb).endswith("ing") and _BE.intersection((view.word(verb - 1), view.word(verb - 2))):
        return None  # it was called off, not somebody else's meeting
    start = verb + 1 + (view.word(verb + 1) == _PARTICLES.get(view.word(verb), ""))
    for token in range(start, min(limit, start + _BEFORE)):
        word = view.word(token)
        if _is_meeting(word) or word in words_of("called_off_with_it"):
            return token
        hyphened = "-" in (view.word(token - 1), view.word(token + 1))
        if word in _ENDS or (_is_function(word) and not hyphened):
            return None
    return None


def _is_meeting(word: str) -> bool:
    return word in words_of("meet_noun") or word in words_of("call_noun")


def _is_function(word: str) -> bool:
    return word in words_of("function") and word not in words_of("before_called_off")


def _is_weighed(view: View, verb: int) -> bool:
    """Threatened to cancel, did not call off, may postpone."""
    before = [t for t in range(max(view.first, verb - _WEIGHED), verb) if not _is_the_month(view, t)]
    return any(view.word(t) in words_of("weighs_calling_off") or view.word(t).endswith("n't") for t in before)


def _is_the_month(view: View, token: int) -> bool:
    return view.word(token) == "may" and token in view.chart.capitals


def _told_behind(view: View, token: int) -> bool | None:
    """Whether the talks between A and B, scheduled for Monday, were postponed: the finite verb behind the noun decides.

    False where it tells something else of them, None where there is none.
    """
    if not _is_meeting(view.word(token)) or _is_setting(view, token):
        return None
    related = False
    for ahead in range(token + 1, min(view.last, token + _BEHIND)):
        word = view.word(ahead)
        if word in _RELATIVES and view.word(ahead + 1) in _FINITE:
            related = True
        elif word in words_of("clause_stop") or word in (";", "but"):
            return None
        elif word in _FINITE or word in _HAPPENS or word in ("fell", "falls"):
            if _ends_it(view, ahead) or not related:
                return _ends_it(view, ahead)
            related = False
    return None


def _describes(view: View, verb: int) -> bool:
    """The postponed meeting: it may have been held since."""
    return view.word(verb - 1) in ("the", "a", "his", "her", "their", "s", "long", "once", "-")


def _is_setting(view: View, token: int) -> bool:
    """Whether something else is told, and the meeting only says when: in talks with B the deal was cancelled."""
    return any(view.word(before) in _DURING for before in range(token - _WEIGHED, token))


def _ends_it(view: View, finite: int) -> bool:
    """Was cancelled, has been abruptly called off, is off, fell through, did not take place."""
    words = [view.word(t) for t in range(finite, finite + 6)]
    if words[:2] in (["fell", "through"], ["falls", "through"]):
        return True
    verb = next((n for n, word in enumerate(words[1:], 1) if not _is_beside(word)), len(words) - 1)
    denied = any(word in ("not", "never") or word.endswith("n't") for word in words[: verb + 1])
    if words[verb] in _HAPPENS:
        return denied
    if denied or not _BE.intersection(words[:verb]):
        return False
    delayed = words[verb] == "delayed" and view.word(finite + verb + 1) not in ("for", "by")
    alone = words[verb] == "off" and not view.word(finite + verb + 1).isalpha()
    return _calls_off(view, finite + verb) or delayed or alone


def _is_beside(word: str) -> bool:
    return word in words_of("beside_verb") or word.endswith(("ly", "n't"))
