"""How Arabic joins actors, and what it puts before them."""

from collections.abc import Iterator

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import COMPLEMENT
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.triggers import trigger_of
from rasid.enrichment.languages.ar.words import (
    clitics_before,
    is_definite,
    is_function,
    is_time,
    verb_clitics,
    words_of,
)
from rasid.enrichment.text.document import HitKind

GENITIVE = COMPLEMENT
"""Also the marker of an actor that somebody cooperates with."""
_NAMES: tuple[HitKind, ...] = ("place", "country", "nationality", "organisation", "given_name", "office", "rank")
_KIN = frozenset({"اخاه", "اخيه", "ضيفه"})
_SHORTEST_NOUN = 3
_GAP = 4
_KUNYA = frozenset({"ابو", "ابي", "ابا"})
_JOINING = frozenset({",", "و"})
_LETTERS_BEFORE = frozenset('"(),-*')
_WITH_PRONOUN = frozenset(
    preposition + pronoun
    for preposition in ("ب", "ل", "في", "من", "عن", "علي", "الي", "مع", "خلال")
    for pronoun in ("ه", "ها", "هم", "هما")
)
"""قام بها الوزير: the preposition has its complement."""
_TYING = frozenset({"مع", "بين"})
_WAS = frozenset({"كان", "كانت", "كانا", "كانوا", "يكون", "تكون", "ليس", "ليست"})
_EACH = frozenset({"كل", "كلا"})
_OPENING = frozenset({"لكن", "حيث", "فيما", "بينما", "عندما", "بعدما", "حين"})
"""Behind them a clause begins, mostly with its subject."""
_EACH_WITH = {"بكل": "ب", "لكل": "ل"}
"""`كل` with its preposition, where `من` follows."""
_TAIL = frozenset({"له", "لها", "لهم", "لهما", "الشقيقه", "الصديقه"})


def _governs(chart: Chart, token: int) -> bool:
    """Whether a word is an indefinite noun whose complement the actor is: قرار الرئيس, مكتب الوزير."""
    word = chart.word(token)
    if (
        not word.isalpha()
        or len(word) < _SHORTEST_NOUN
        or trigger_of(word) is not None
        or verb_clitics(word) is not None
    ):
        return False
    if is_function(word) or is_time(word) or word.startswith(("ال", "وال", "بال", "لل")) or word in _KIN:
        return False
    if word.endswith("ا") and len(word) > _SHORTEST_NOUN:  # خصوصا, جميعا: an indefinite accusative has no complement
        return False
    if "ً" in chart.source(token, token + 1) or (word.endswith(("ه", "ها")) and clitics_before(word, "noun") is None):
        return False
    return not any(mark.first <= token < mark.last for mark in _marks_before(chart, token))


def _marks_before(chart: Chart, token: int) -> Iterator[Mark]:
    for first in range(token - 3, token + 1):
        for kind in _NAMES:
            mark = chart.mark(kind, first)
            if mark is not None:
                yield mark


def _is_tied(chart: Chart, token: int) -> bool:
    """التعاون مع, الاتفاق النووي مع, العلاقات بين: what ties the two is not a meeting."""
    if clitics_before(chart.word(token), "with_noun") is not None:
        return trigger_of(chart.word(token)) is None  # عقد مع نظيره اجتماعا: no contract
    adjective = is_definite(chart.word(token)) and trigger_of(chart.word(token)) is None
    return adjective and clitics_before(chart.word(token - 1), "with_noun") is not None


def _before_each(chart: Chart, token: int) -> int:
    """The token before `كلا من`, which only says that a list follows."""
    if chart.word(token) != "من":
        return token
    each = chart.word(token - 1)
    return token - 2 if each in _EACH else (token - 1 if each in _EACH_WITH else token)


class ArabicJoints:
    """Implements `chains.Joints`."""

    def marker(self, chart: Chart, actor: Actor) -> str:
        """The preposition or proclitic before an actor."""
        clitics = actor.clitics.removeprefix("و") or ("و" if actor.clitics else "")
        if clitics not in ("", "و"):
            return clitics
        token = actor.first - 1
        token -= chart.word(token) in _LETTERS_BEFORE
        token -= chart.word(token) in words_of("excellency")
        token -= actor.kind == "person" and chart.word(token) in _KUNYA  # بين أبو A وB, of whom the surname is known
        listed = _before_each(chart, token)
        token, is_listed = listed, listed != token
        before = chart.word(token)
        word = before.removeprefix("و") if before.startswith("و") and len(before) > 2 else before
        if word in words_of("taking_part"):
            return word
        if word in words_of("phone_word"):
            return clitics
        if word in words_of("including"):
            return "و"  # مسؤولين بينهم A: one of those before
        if word in _EACH_WITH:
            return _EACH_WITH[word]
        if word in _TYING and _is_tied(chart, token - 1):
            return GENITIVE
        if word in _WITH_PRONOUN or word in _WAS or word in words_of("adverb"):
            return clitics
        if word in _OPENING:
            return clitics
        if word in words_of("function"):
            return clitics or word
        named_after = (
            chart.mark("rank", token) is not None and clitics_before(chart.word(token - 1), "institution") == ""
        )
        governed = not is_listed and (named_after or _governs(chart, token))
        return GENITIVE if not clitics and governed else clitics

    def joined(self, chart: Chart, left: Actor, right: Actor) -> bool:
        """A, B وC: a conjunction or comma, and between them nothing but what belongs to the first."""
        gap = [chart.word(token) for token in range(left.last, right.first)]
        if len(gap) == 1 and (gap == ["-"] or self._is_a_counterpart(chart, left.last)):
            return left.kind == right.kind == "person"
        if gap[:2] == ["من", "الجانب"]:
            gap = gap[3:]
        if len(gap) > _GAP or any(self._parts(word) for word in gap):
            return False
        if right.kind in ("body", "country") and gap and gap[-1][1:] in words_of("kind_of_body") and gap[-1][0] == "و":
            return True  # روسيا ومنظمة أوبك
        return right.clitics == "و" or (bool(gap) and gap[-1] in _JOINING and not right.clitics)

    def _is_a_counterpart(self, chart: Chart, token: int) -> bool:
        """نظيره الروسي A والأميركي B: the state stands for the office, also where it is told of one alone."""
        state = chart.mark("nationality", token) or chart.mark("country", token)
        return state is not None and state.last == token + 1 and chart.word(token).startswith("و")

    def _parts(self, word: str) -> bool:
        return word in ".;:" or (word not in _TAIL and (is_function(word) or verb_clitics(word) is not None))
