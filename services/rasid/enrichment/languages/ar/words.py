"""Arabic words: their classes, with the clitics that may be written to them."""

import re
from functools import cache, lru_cache

from rasid.enrichment.languages.lexicon import lexicon

CONJUNCTIONS = ("", "و", "ف")
PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_BY_LETTER = {letter: tuple(c for c in PREFIXES if c[:1] == letter) for letter in "وفبلك"}
_WORDS_KEPT = 8_192
_BEFORE_VERBS = frozenset("وفل")
_OPENING = ("group", "quantity", "counterpart", "states")


@cache
def words_of(name: str) -> frozenset[str]:
    """A class of the Arabic lexicon."""
    return lexicon("ar")[name]


@cache
def verbs() -> frozenset[str]:
    """Every form of the verbs in the lexicon, without clitics."""
    return past_forms(words_of("past")) | present_forms(words_of("present"))


def past_forms(bases: frozenset[str]) -> frozenset[str]:
    """Third persons of the past: masculine and feminine, dual, plural, with an object suffix."""
    forms: set[str] = set(bases)
    for base in bases:
        weak = base[-1] in "يا" and len(base) > 3
        stem = base[:-1] if weak else base
        forms |= {stem + "ت", stem + "تا", stem + "وا", (base if weak else stem) + "ا"}
        suffixes = ("ها", "هم", "هما") if _is_hollow(base) else ("ه", "ها", "هم", "هما")
        forms |= {(stem + "ا" if weak else stem) + suffix for suffix in suffixes}
    return frozenset(forms)


def _is_hollow(base: str) -> bool:
    """ادار, استعاد: with ه they would be the nouns ادارة, استعادة."""
    return len(base) > 3 and base[0] == "ا" and base[-2] == "ا"


def present_forms(bases: frozenset[str]) -> frozenset[str]:
    """Third persons of the present and future: masculine and feminine, dual, plural."""
    forms: set[str] = set()
    for base in bases:
        for person in (base, "ت" + base[1:], "ن" + base[1:]):
            stem = person[:-1] if person[-1] in "ي" and len(person) > 3 else person
            forms |= {person, person + "ان", stem + "ون", stem + "وا", person + "ا", person + "ه", person + "ها"}
    return frozenset(forms | {"س" + form for form in forms})


def prefixes_of(word: str) -> tuple[str, ...]:
    """The clitics that the first letters of a word may be, in the order of `PREFIXES`; none at all aside."""
    return tuple(clitics for clitics in _BY_LETTER.get(word[:1], ()) if word.startswith(clitics))


@cache
def spelled(name: str) -> dict[str, str]:
    """Every word of a class with each clitic that may be written to it, and that clitic; none before any other."""
    words = words_of(name)
    found: dict[str, str] = {}
    for clitics in PREFIXES:
        for word in words:
            found.setdefault(clitics + word, clitics)
    for word in words:
        if word.startswith("ال"):
            found.setdefault("لل" + word[2:], "ل")
            found.setdefault("ولل" + word[2:], "ول")
    return found


def clitics_before(word: str, name: str) -> str | None:
    """The clitics that leave a word of the class `name`, None where none do."""
    return spelled(name).get(word)


def verb_clitics(word: str) -> str | None:
    """The conjunction before a verb form, None for what is no verb."""
    if word in verbs():
        return ""
    return word[0] if word[:1] in _BEFORE_VERBS and word[1:] in verbs() else None


@cache
def _functions() -> frozenset[str]:
    return frozenset(conjunction + word for conjunction in CONJUNCTIONS for word in words_of("function"))


def is_function(word: str) -> bool:
    """Whether a word only holds others together: preposition, particle, pronoun, adverb."""
    return word in _functions()


@cache
def openers() -> frozenset[str]:
    """The words that an actor may begin with and that are neither names nor titles, with every clitic."""
    return frozenset().union(*map(spelled, _OPENING))


def is_time(word: str) -> bool:
    """Whether a word tells time."""
    return word in spelled("time")


@lru_cache(_WORDS_KEPT)
def ends_a_name(word: str) -> bool:
    """Whether a word cannot belong to a person's name."""
    return (
        not word.isalpha()
        or len(word) < 2
        or is_function(word)
        or is_time(word)
        or verb_clitics(word) is not None
        or clitics_before(word, "noun") is not None
        or _has_possessor(word)
        or clitics_before(word, "group") is not None
        or clitics_before(word, "counterpart") is not None
        or word.startswith(("بال", "وال", "لل", "ولل", "كال"))
        or (word.startswith("ال") and len(word) > 7 and word.endswith(("ين", "ون", "يه", "ات")))
        or (word.endswith("ات") and len(word) > 4)
    )


def _has_possessor(word: str) -> bool:
    """Whether a word is a noun with a pronoun: اجتماعه, لقائهما."""
    for suffix in ("ه", "ها", "هم", "هما"):
        stem = word.removesuffix(suffix)
        if stem != word and any(
            clitics_before(form, "noun") is not None for form in (stem, stem + "ه", stem[:-1] + "ه")
        ):
            return True
    return False


_MASDAR = re.compile(
    r"[بلوف]?(?:ت\w\wي\w|ا\wت\w{1,2}ا\w|است\w{1,3}ا\w|م\wا\w\wه|ا\w\wا\w|ا\w{3,5}ت|\w{3,}ت(?:ه|ها|هم|ك|نا))"
)
_TA_MARBUTA = "ة"


def looks_like_a_noun(word: str, source: str) -> bool:
    """Whether an unknown word has the shape of a common noun: a feminine ending, or a verbal noun's pattern."""
    return source.endswith(_TA_MARBUTA) or _MASDAR.fullmatch(word) is not None


def is_definite(word: str) -> bool:
    """Whether a word carries the article."""
    return word.startswith("ال") and len(word) > 3
