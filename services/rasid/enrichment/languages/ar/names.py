"""Where an Arabic personal name ends."""

import re

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.ar.name_signs import (
    ALI,
    LINKS,
    STRONG,
    bears_a_title,
    behind_leader,
    has_article,
    has_tanwin,
    is_a_verb_form,
    is_given_name,
    is_hyphened,
    is_joined,
    joins_a_name,
)
from rasid.enrichment.languages.ar.vocabulary import given_names, is_common, is_name_word
from rasid.enrichment.languages.ar.words import (
    clitics_before,
    ends_a_name,
    is_definite,
    is_function,
    is_time,
    looks_like_a_noun,
    verb_clitics,
    words_of,
)
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.document import HitKind

MAX_TOKENS = 9
MAX_WORDS = 5
"""Name words without those that a particle such as `بن` ties on."""
_FULL = 2
"""Words of a name behind which a verb is as likely as one more name."""
_PREPOSITIONS = ("ب", "ل", "ك")
_POSSESSORS = ("ها", "هما", "هم", "هن")
_TA_MARBUTA = "ة"
_KNOWN: tuple[HitKind, ...] = ("country", "nationality", "organisation", "place")
_UNLIKELY = frozenset({"ك", "ف", "وك"})
"""Clitics that are more likely the first letter of a foreign name: كلاوس is not like Laos."""
_SHALL = re.compile(r"سي\w{3}")
"""The look of a verb of the future: سيعرف."""
_PARTICLES = frozenset({"بن", "بنت", "بو", "ال"})
_BEHIND_ALI = frozenset({"اصغر", "اكبر"})


def name_end(chart: Chart, first: int, limit: int, after_title: bool, words: int = 0) -> int:
    """The token behind the name that begins at `first`; `first` itself where none begins.

    `words` of the name are read already.
    """
    token, before = behind_leader(chart, first, limit), words
    if token > first:
        words, limit = _FULL, limit if _goes_further(chart, token) else token
    limit = min(limit, first + MAX_TOKENS)
    while token < limit and words < MAX_WORDS:
        if _ties_on(chart, token, limit):
            token += 3 if _is_of_god(chart, token + 1, limit) else 2
        elif _belongs(chart, token, token - first + before, after_title):
            token += 1
        elif is_hyphened(chart, token, limit):
            token += 2
        else:
            break
        words += 0 if chart.word(token - 2) in LINKS else 1
    return token if token == first or _is_name(chart, first, token) else first


def _goes_further(chart: Chart, token: int) -> bool:
    """Whether more than a leader's usual name is told: صباح الأحمد الجابر, عبدالله بن عبدالعزيز الربيعة."""
    word = chart.word(token)
    return word in LINKS or chart.word(token - 2) == _SON_OF or word.removeprefix("ال") in given_names()


def name_end_with_clitics(chart: Chart, token: int, limit: int) -> int:
    """The token behind a name before whose first word a clitic is written: وعبد الكريم فلان, لخالد فلان."""
    servant = chart.word(token).endswith(_SERVANT) and token + 1 < limit
    return name_end(chart, token + 2 if servant else token + 1, limit, False, words=1)


_SERVANT = "عبد"
_OF_GOD = frozenset(
    {
        *("جار", "سيف", "نصر", "حبيب", "ضيف", "فضل", "عون", "هبه", "عطا", "خلف", "سعد", "شكر"),
        *("رزق", "رحمه", "نور", "لطف", "فتح", "حمد", "خير", "اسد", "روح", "عبد"),
    }
)
"""What makes one name with الله, however it is spaced."""
_OF_COMPOUNDS = frozenset({"الدين", "الاسلام", "الله", "الحق", "الرحمن"})
"""What closes a first name of two words: سيف الإسلام, صلاح الدين."""
_ON_BEHALF = "باسم"
_SON_OF = "بن"
_CLAN = frozenset({"ال"})


def _is_of_god(chart: Chart, token: int, limit: int) -> bool:
    """عبد الله, جار الله written as two words."""
    return token + 1 < limit and chart.word(token) in _OF_GOD and chart.word(token + 1) == "الله"


def _ties_on(chart: Chart, token: int, limit: int) -> bool:
    """Whether a particle takes the next word into the name: عبد الأمير, بن سلمان, آل ثاني."""
    if _is_of_god(chart, token, limit):
        return True
    if chart.word(token) not in words_of("name_particle") or token + 1 >= limit:
        return False
    following = chart.word(token + 1)
    if not following.isalpha() or joins_a_name(following):
        return False
    if chart.word(token) in STRONG:
        return True
    if is_a_verb_form(following) or is_common(following):
        return False
    return not (_is_title(chart, token + 1) or ends_a_name(following))


def _belongs(chart: Chart, token: int, words: int, after_title: bool) -> bool:
    word = chart.word(token)
    if _is_title(chart, token):
        return _is_a_name_and_a_title(chart, token, words, after_title)
    if is_given_name(chart, token) or (words > 0 and f"{chart.word(token - 1)} {word}" in leaders("ar").by_name):
        return words < _FULL or not _is_doing(chart, token)
    joined = is_joined(word, words)
    if chart.word(token + 1) in LINKS and not (joined or is_definite(word) or verb_clitics(word) is not None):
        return bool(words) or after_title
    if words >= _FULL and _is_closed(chart, token):
        return False
    if _is_inside(chart, token, words, after_title):
        return True
    return not joined and _is_no_common_word(chart, token, words, after_title)


def _is_a_name_and_a_title(chart: Chart, token: int, words: int, after_title: bool) -> bool:
    if words == 0 and after_title and bears_a_title(chart, token):
        return True
    a_prince = words > 0 and chart.word(token) == "امير" and is_given_name(chart, token + 1)
    return chart.word(token + 1) == "بن" or a_prince


def _is_inside(chart: Chart, token: int, words: int, after_title: bool) -> bool:
    """علي أكبر, خالد قرار الحربي: words that are names only in their company."""
    if words and chart.word(token) in _BEHIND_ALI and chart.word(token - 1) == ALI:
        return True
    return words == 1 and after_title and _is_a_middle_name(chart, token)


def _is_no_common_word(chart: Chart, token: int, words: int, after_title: bool) -> bool:
    word = chart.word(token)
    known = is_name_word(word)
    if ends_a_name(word) or has_tanwin(chart, token) or (not known and word.endswith(_POSSESSORS)):
        return False
    if is_common(word):
        return words == 1 and after_title and is_definite(word) and is_name_word(chart.word(token - 1))
    noun = not known and looks_like_a_noun(word, chart.source(token, token + 1))
    if noun and chart.word(token + 1) not in _PARTICLES:
        return words <= _FULL and _is_surname_in_ta(chart, token)
    return _goes_on(chart, token, words, after_title) if words else after_title and _may_open(chart, token)


def _is_a_middle_name(chart: Chart, token: int) -> bool:
    """اللواء خالد قرار الحربي: a common word between a given name and a surname."""
    surname = chart.word(token + 1)
    word = chart.word(token)
    inside = is_given_name(chart, token - 1) and not (is_definite(word) or is_function(word) or is_time(word))
    inside = inside and word.isalpha() and verb_clitics(word) is None and is_definite(surname)
    return inside and surname.endswith("ي") and not is_common(surname) and chart.mark("nationality", token + 1) is None


def _is_closed(chart: Chart, token: int) -> bool:
    """Whether the name is at its surname, behind which only another that is known can stand: آل سعود, الشمراني."""
    before = chart.word(token - 1)
    if chart.word(token - 2) in _CLAN:
        return True
    if not is_definite(before) or chart.word(token - 2) in STRONG or before in _OF_COMPOUNDS:
        return False
    word = chart.word(token)
    further = not before.endswith("ي") and word.removeprefix("ال") in given_names()
    return not further and not (is_name_word(word) and word.endswith("ي"))


def _is_doing(chart: Chart, token: int) -> bool:
    """كارل ليفين طالب فيها: behind a full name a name that is a verb too, with what a verb has behind it."""
    following = chart.word(token + 1)
    return verb_clitics(chart.word(token)) == "" and (is_function(following) or following.startswith("بال"))


def _may_open(chart: Chart, token: int) -> bool:
    """Whether an unknown word behind a title may be the first of a name."""
    word = chart.word(token)
    if _is_for_something(word) or (is_a_verb_form(word) and not _may_go_on(chart, token + 1)):
        return False
    governed = word.startswith(_PREPOSITIONS) and is_function(word[1:])
    return not governed and not has_article(chart, token) and not _is_known(chart, token)


def _goes_on(chart: Chart, token: int, words: int, after_title: bool) -> bool:
    """Whether an unknown word belongs to the name that has begun."""
    word = chart.word(token)
    if words == 1 and after_title and chart.mark("given_name", token - 1) and chart.mark("place", token):
        return True
    if chart.mark("nationality", token) is not None:
        return is_definite(word) and (words == 1 or (word.endswith("ي") and not is_definite(chart.word(token - 1))))
    if _is_known(chart, token) or _SHALL.fullmatch(word):
        return False
    if is_name_word(word):
        return True
    if words < _FULL and not after_title and is_a_verb_form(word):
        return False
    return words < _FULL or not (_opens_a_noun_phrase(chart, token) or is_a_verb_form(word))


def _is_surname_in_ta(chart: Chart, token: int) -> bool:
    """الربيعة, هنية: a word in ة right behind a given name, with nothing definite to agree with it."""
    agrees = is_definite(chart.word(token + 1)) and chart.mark("office", token + 1) is None
    if not chart.source(token, token + 1).endswith(_TA_MARBUTA) or agrees:
        return False
    if clitics_before(chart.word(token), "place_noun") is not None or _is_known(chart, token):
        return False
    return is_given_name(chart, token - 1) and chart.word(token - 1) != ALI


def _may_go_on(chart: Chart, token: int) -> bool:
    """Whether a word may be the second part of a name: يوكيا أمانو, but not يزور موسكو."""
    word = chart.word(token)
    return not (ends_a_name(word) or has_article(chart, token) or _is_known(chart, token) or _is_title(chart, token))


def _is_for_something(word: str) -> bool:
    """لشؤون, لبرنامج: a noun with the preposition that ties it to a title."""
    return any(clitics_before(word, kind) == "ل" for kind in ("noun", "place_noun", "institution", "title_complement"))


def _opens_a_noun_phrase(chart: Chart, token: int) -> bool:
    """An indefinite word before a definite one: after a full name that is the next noun phrase, not a surname."""
    following = chart.word(token + 1)
    return not is_definite(chart.word(token)) and is_definite(following) and chart.mark("given_name", token + 1) is None


def _is_title(chart: Chart, token: int) -> bool:
    return chart.begins(("office", "rank"), token)


def _is_known(chart: Chart, token: int) -> bool:
    """Whether the word is a place, a country or an organisation instead."""
    return any(mark.hit.clitics not in _UNLIKELY for mark in chart.marks_of(_KNOWN, token))


def _is_name(chart: Chart, first: int, behind: int) -> bool:
    """النائب العربي: a single word that is more often another is no name."""
    if behind != first + 1:
        return behind > first
    word = chart.word(first)
    weak = word in words_of("weak_name") and (is_definite(word) or word == _ON_BEHALF)
    return clitics_before(word, "name_particle") is None and not weak
