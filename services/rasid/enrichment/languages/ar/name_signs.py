"""What tells that an Arabic word is of a personal name."""

import re

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.ar.vocabulary import given_names, is_common, is_name_word
from rasid.enrichment.languages.ar.words import is_definite, words_of
from rasid.enrichment.languages.leaders import leaders

ALI = "علي"
"""The name and the preposition `على` fold to the same letters."""
SON = frozenset({"بن", "بنت"})
LINKS = SON | {"ابن", "ال"}
STRONG = LINKS | {"عبد", "ابو", "ابي"}
"""Particles that take any word behind them into the name."""
_LONGEST_LEADER = 4
_ANNE = "ان"
_VERBAL = re.compile(r"(?:ي|سي|ست|يست|تست)\w{3,5}")
"""The look of a verb of the present or future."""
_HAMZA = ("أ", "إ", "آ")
_TANWIN = "ً"
_MONTH_NAMES = frozenset({"رجب", "شعبان", "رمضان"})
"""Months and given names."""


def is_leaders_name(chart: Chart, first: int, limit: int) -> bool:
    """Whether a leader's full name begins here."""
    return behind_leader(chart, first, limit) > first


def behind_leader(chart: Chart, first: int, limit: int) -> int:
    """The token behind the name of a leader, whose words may be others elsewhere: بان كي مون."""
    known = leaders("ar")
    if chart.words[first] in known.first_words:
        for length in range(min(_LONGEST_LEADER, limit - first), 1, -1):
            if " ".join(chart.words[first : first + length]) in known.by_name:
                return first + length
    return first


def is_hyphened(chart: Chart, token: int, limit: int) -> bool:
    """كيم يونغ-إيل: a hyphen written to the words on both its sides."""
    joined = chart.word(token) == "-" and token + 1 < limit and chart.word(token + 1).isalpha()
    return joined and " " not in chart.source(token - 1, token + 2)


def bears_a_title(chart: Chart, token: int) -> bool:
    """الدكتور سلطان الشايع: a given name that is a title too, right behind a rank and before a surname."""
    rank = chart.mark("rank", token - 1) or chart.mark("rank", token - 2)
    if rank is None or rank.last != token or rank.first == token or not is_given_name(chart, token):
        return False
    known = chart.begins(("country", "organisation"), token + 1)
    return not known and looks_like_a_surname(chart.word(token + 1))


def is_a_verb_form(word: str) -> bool:
    """Whether an unknown word has the look of a present or future verb: يستعين, سيتحدد."""
    return _VERBAL.fullmatch(word) is not None and word not in leaders("ar").by_surname


def is_joined(word: str, words: int) -> bool:
    """Whether a word's first letter is "and": not in ويدي روسادا right behind a title."""
    if not word.startswith("و") or is_name_word(word):
        return False
    return words > 0 or joins_a_name(word) or is_common(word) or is_definite(word[1:]) or is_a_verb_form(word[1:])


def joins_a_name(word: str) -> bool:
    """وأحمد, وعبد: with the conjunction another name begins."""
    stem = word[1:] if word.startswith("و") and not is_name_word(word) else ""
    return is_name_word(stem) or stem in given_names() or stem in STRONG


def is_given_name(chart: Chart, token: int) -> bool:
    """Whether a word, without clitics, is a given name here."""
    mark = chart.mark("given_name", token)
    if mark is None or mark.hit.clitics:
        return False
    word = chart.word(token)
    if word == ALI:
        return chart.source(token, token + 1).endswith("ي")
    if word == _ANNE:
        return chart.source(token, token + 1) == "آن"
    if chart.word(token + 1) in SON:
        return True
    return word not in words_of("function") and (word not in words_of("time") or word in _MONTH_NAMES)


def has_article(chart: Chart, token: int) -> bool:
    """Whether a word carries the article: no foreign name written with a hamza does, أليسا."""
    return is_definite(chart.word(token)) and not chart.source(token, token + 1).startswith(_HAMZA)


def has_tanwin(chart: Chart, token: int) -> bool:
    """Whether a word is written with the ending of an indefinite accusative."""
    return _TANWIN in chart.source(token, token + 1)


def looks_like_a_surname(word: str) -> bool:
    """Whether a definite word may be a surname: a nisba, a name, or a given name with the article."""
    return word.endswith("ي") or is_name_word(word) or word.removeprefix("ال") in given_names()
