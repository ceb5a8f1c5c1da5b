"""What a name in Latin letters sounds like, so that it is known again when it comes by way of Arabic.

Arabic has one letter for b and p, one for f and v, none for g, and leaves short vowels out; the press spells Arabic
names in many ways. So consonants fall into coarse classes, and vowels only have to be near each other.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_AMBIGUOUS = (
    ("sch", ("sh", "sk")), ("tch", ("sh",)), ("ch", ("sh", "k")), ("dh", ("d", "z")), ("dj", ("g",)),
    ("j", ("g", "y")), ("q", ("k", "g")), ("w", ("w", "v")),
)  # fmt: skip
"""Michel and Michael, Kadhimi and Kazemi, Jack and Jens, Qaddafi and Gaddafi; German and Polish w is v."""
_MOST_SOUNDS = 8

_RESPELLED = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(?<=[aeiou])h(?=[nrlm](?:$|[^aeiou]))", ""), (r"^x", "s"), (r"x", "ks"),
        (r"sh|zh|cz|[td]z|ts", "s"), (r"ph", "f"), (r"th", "t"), (r"gh", "g"), (r"kh|ck", "k"),
        (r"c(?=[eiy])|z", "s"), (r"c", "k"), (r"p", "b"), (r"v", "f"), (r"^ou(?=[aeiou])", "w"),
        (r"(?<=.)w", "u"), (r"(?<=[aeiou])h$", ""), (r"y", "i"), (r"([^aeiou])\1+", r"\1"),
    )
)  # fmt: skip
"""In this order; what is left besides vowels are the consonants compared: b d f g h k l m n r s t w."""
_SYLLABLE = re.compile(r"(^|[^aeiou])([aeiou]*)")
_GLIDE = re.compile(r"(?<!a)a++[ei]+")
_VOWEL_CLASSES = {"a": "a", "e": "i", "i": "i", "o": "u", "u": "u"}
_EITHER = frozenset("ai")
"""What a lone e is: Ahmed is Ahmad, Khaled is Khalid."""

_SHORT = 3
_ALLOWED, _ALLOWED_PER_CONSONANT = 0.75, 0.25
"""Vowels may differ by so much in words of up to three consonants, and by so much more for every further one."""
_OTHER_VOWEL, _LONG_VOWEL_MISSING, _SHORT_VOWEL_MISSING = 1.0, 0.5, 0.25

_SHORTEST_WITH_ARTICLE = 7
_ARTICLES = ("al", "el")


@dataclass(frozen=True, slots=True)
class Sound:
    """A word's consonants by class, and the classes of the vowels before, between and behind them."""

    consonants: str
    vowels: tuple[frozenset[str], ...]

    def is_near(self, other: "Sound") -> bool:
        """Whether both have the same consonants, and vowels that can be the same."""
        if self.consonants != other.consonants:
            return False
        allowed = _ALLOWED + _ALLOWED_PER_CONSONANT * max(0, len(self.consonants) - _SHORT)
        return sum(map(_difference, self.vowels, other.vowels, range(len(self.vowels)))) <= allowed


def _difference(ours: frozenset[str], theirs: frozenset[str], place: int) -> float:
    if ours & theirs or ours == theirs:
        return 0
    if (ours and theirs) or place == 0:
        return _OTHER_VOWEL
    return _SHORT_VOWEL_MISSING if "a" in ours | theirs else _LONG_VOWEL_MISSING


@lru_cache(maxsize=65_536)
def sounds_of(word: str) -> tuple[Sound, ...]:
    """What a folded word can sound like: `dh` is d to some and z to others, and `el` may be an article."""
    spellings = [word]
    for letters, sounds in _AMBIGUOUS:
        if letters in word:
            spellings = [spelling.replace(letters, sound) for spelling in spellings for sound in sounds]
    spellings = spellings[:_MOST_SOUNDS]
    if len(word) >= _SHORTEST_WITH_ARTICLE and word.startswith(_ARTICLES):
        spellings += [spelling[2:] for spelling in spellings]
    return tuple(dict.fromkeys(map(_sound, spellings)))


def _sound(word: str) -> Sound:
    for pattern, spelling in _RESPELLED:
        word = pattern.sub(spelling, word)
    syllables = [(match[1], _classes(match[2])) for match in _SYLLABLE.finditer(word)]
    return Sound("".join(consonant for consonant, _ in syllables), tuple(vowels for _, vowels in syllables))


def _classes(group: str) -> frozenset[str]:
    if group == "e":
        return _EITHER
    return frozenset(_VOWEL_CLASSES[vowel] for vowel in _GLIDE.sub("i", group))


@lru_cache(maxsize=65_536)
def same_sound(ours: str, theirs: str) -> bool:
    """Whether two folded words can be one name."""
    return ours == theirs or any(one.is_near(other) for one in sounds_of(ours) for other in sounds_of(theirs))
