"""Arabic persons whose name comes first."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.apposition import apposition
from rasid.enrichment.languages.ar.name_signs import is_given_name, is_leaders_name, looks_like_a_surname
from rasid.enrichment.languages.ar.names import name_end, name_end_with_clitics
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.vocabulary import is_common, is_name_word
from rasid.enrichment.languages.ar.words import ends_a_name, is_definite, is_function, looks_like_a_noun, words_of

SON = frozenset({"بن", "بنت"})
_ALI = "علي"
"""Also how the preposition على folds."""
_KUNYA = frozenset({"ابو", "ابي", "ام"})
_TWO_WORDS = 2


def named_at(chart: Chart, token: int, last: int) -> Actor | None:
    """A name without a title in front: كمال بوزيد, ربيع خوري وزير النقل اللبناني."""
    given = chart.mark("given_name", token)
    if given is None or chart.mark("place", token) is not None:
        return None
    if _is_another_word(chart, token, given) and not is_leaders_name(chart, token, last):
        return None
    behind = name_end_with_clitics(chart, token, last) if given.hit.clitics else name_end(chart, token, last, False)
    entitled = chart.mark("office", behind) is not None
    if behind - token < _TWO_WORDS or not (entitled or _closes_a_name(chart, behind - 1)):
        return None
    first = token - 1 if chart.word(token - 1) in _KUNYA and not given.hit.clitics else token
    phrase = Phrase(first, first, clitics=given.hit.clitics).named(first, behind)
    return actor_of(chart, apposition(chart, phrase, last))


def _is_another_word(chart: Chart, token: int, given: Mark) -> bool:
    """Whether a given name is a common word here: على الرغم, خلف القضبان, نادي الهلال."""
    word = chart.word(token)
    if word in SON:
        return chart.word(token - 1).isalpha() and not is_function(chart.word(token - 1))
    bare = word[len(given.hit.clitics) :]
    if ends_a_name(word) and bare != _ALI:
        return chart.word(token + 1) not in SON
    return (bare == _ALI or bare in words_of("weak_name")) and not _is_firm(chart, token + 1)


def named_before_son(chart: Chart, token: int, last: int) -> Actor | None:
    """هجاد بن عمر الغامدي: a word no gazetteer has is a name before بن."""
    word = chart.word(token)
    noun = is_common(word) and is_definite(word)
    noun = noun or (looks_like_a_noun(word, chart.source(token, token + 1)) and not is_name_word(word))
    if ends_a_name(word) or noun:
        return None
    behind = name_end(chart, token + 1, last, False, words=1)
    clitics = "و" if word.startswith("و") and not is_name_word(word) else ""
    if behind - token <= _TWO_WORDS:
        return None
    return actor_of(chart, apposition(chart, Phrase(token, token, clitics=clitics).named(token, behind), last))


def entitled_behind(chart: Chart, token: int, last: int) -> Actor | None:
    """مع هانيال ديرسي رئيس الوزراء: words no gazetteer has are a name where an office stands right behind them."""
    behind = name_end(chart, token, last, after_title=True)
    office = chart.mark("office", behind)
    if behind - token < _TWO_WORDS or office is None or office.hit.clitics or office.hit.code is None:
        return None
    return actor_of(chart, apposition(chart, Phrase(token, token).named(token, behind), last))


def _closes_a_name(chart: Chart, token: int) -> bool:
    """Without a title a definite last word must not be a common one: كامل الأموال is none."""
    word = chart.word(token)
    common = is_common(word) or is_common(word.removeprefix("ال"))
    return not (is_definite(word) and common) or looks_like_a_surname(word)


def _is_firm(chart: Chart, token: int) -> bool:
    """Whether a word makes a name of the weak one before it: طالب بن سعيد, علي عبدالله, but not نادي ريال."""
    return chart.word(token) in ("بن", "ال") or is_given_name(chart, token)
