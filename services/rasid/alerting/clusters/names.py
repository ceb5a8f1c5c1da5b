"""Names of people, bodies, forces and places, normalised so that spellings of one name compare equal."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile

from rasid.alerting.clusters.spoken import TELLING_WORDS, Words, is_ancestry, same_spoken, spoken_handles
from rasid_schemas.extraction import Participant

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`ʼʿʾـ"))  # tatweel goes with them: it only stretches a word
_LETTERS = str.maketrans({"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ٱ": "ا", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_WORD = re.compile(r"[^\W_]+")
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
_ARTICLE = "ال"
_SHORTEST_WITH_ARTICLE = 5
"""Letters: in a shorter word, such as `الله`, the article belongs to the name."""

_PARTICLES = frozenset({"al", "el", "the"})
_HONORIFICS = frozenset((
    "mr", "mrs", "ms", "dr", "sir", "general", "gen", "lieutenant", "lt", "major", "maj", "colonel", "col", "admiral",
    "السيد", "السيده", "الدكتور", "الدكتوره", "الجنرال", "الفريق", "اللواء", "العميد", "العقيد", "المشير", "الادميرال",
))  # fmt: skip
"""Left out in front of a name. Offices stay: of "وزير الدفاع العراقي" they are the name."""

_COMMON = frozenset((
    "a", "accompanying", "and", "counterpart", "counterparts", "delegation", "delegations", "her", "his", "leader",
    "leaders", "member", "members", "minister", "ministers", "of", "official", "officials", "other", "others", "senior",
    "several", "team", "their",
    "وفد", "والوفد", "وفدا", "وفود", "مرافق", "المرافق", "مرافقه", "مرافقين", "له", "لها", "لهم", "مسوول", "مسوولين",
    "مسوولون", "مسيول", "مسيولين", "مسيولون", "كبار", "عدد", "من", "اعضاء", "وزير", "وزراء", "قاده", "نظير", "نظيره",
    "نظيرها", "اخر", "اخرين", "اخرون",
))  # fmt: skip
"""Words of which a name alone says nothing: there is an accompanying delegation at every meeting."""


LONGEST_NAME = 500
"""Code points of a name that are compared; what is longer is no name, and names are remembered by the thousand."""


def words_of(name: str) -> Words:
    """Split a name into its folded words, without articles and without honorifics and ranks in front.

    Letter case, accents, Arabic vowel signs and hamza seats, apostrophes and hyphens make no difference.
    """
    return _words_of(name[:LONGEST_NAME])


@lru_cache(maxsize=65_536)
def _words_of(name: str) -> Words:
    words = folded_words(name)
    named = dropwhile(_HONORIFICS.__contains__, words)
    bare = [_without_article(word) for word in named if word not in _PARTICLES]
    return tuple(bare or words)


@lru_cache(maxsize=16_384)
def place_words(location: str | None) -> frozenset[str]:
    """The words of a place's name; none for none."""
    return frozenset(words_of(location or ""))


def folded_words(text: str) -> Words:
    """All words of a text, folded as those of names are."""
    return tuple(_joined(_WORD.findall(_folded(text))))


def _folded(name: str) -> str:
    if name.isascii():  # nothing to take apart
        return name.translate(_APOSTROPHES).casefold()
    letters = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    if not letters.replace(" ", "").isalpha():  # else there are no marks among them
        letters = "".join([letter for letter in letters if not unicodedata.category(letter).startswith("M")])
    return letters.casefold().translate(_LETTERS)


def _joined(words: list[str]) -> list[str]:
    """`عبد الله` and `عبدالله` are one name."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "عبد":
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _without_article(word: str) -> str:
    return word[len(_ARTICLE) :] if word.startswith(_ARTICLE) and len(word) >= _SHORTEST_WITH_ARTICLE else word


def same_words(one: Words, other: Words) -> bool:
    """Whether two names can be the same.

    Either the last word is the same and the shorter one left out words of the longer: "Biden" is "Joe Biden", and
    `عبد الأمير يارالله` is `عبد الأمير رشيد يارالله`. Or the longer one goes on, by a house or tribe, where the shorter
    one of at least three words ends: `سالم بن ناصر` is `سالم بن ناصر آل فهد`. `سالم بن ناصر` is not his son
    `فهد بن سالم بن ناصر`.
    """
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= TELLING_WORDS and longer[: len(shorter)] == shorter:
        return True
    if is_ancestry(shorter) and shorter[0] != longer[0]:
        return False
    rest = iter(longer)
    return shorter[-1] == longer[-1] and all(word in rest for word in shorter)


def _handles(words: Words) -> Iterator[str]:
    if words:
        yield words[-1]
    if len(words) >= TELLING_WORDS:
        yield " ".join(words[:TELLING_WORDS])


@dataclass(frozen=True, slots=True)
class ParticipantName:
    """A participant's name as written, and in Latin letters where they are known."""

    written: Words
    latin: Words
    arabic: bool
    """Whether it is written in Arabic letters, so that its Latin ones are but one way to spell it."""
    handles: Words
    """What participants are looked up by: of two names that can be the same at least one is equal.

    The sound of the Latin name, since what is the same by the letter is so by ear; an Arabic name's letters beside
    it, since not every one has a Latin form.
    """

    def is_same(self, other: "ParticipantName") -> bool:
        """Whether both name the same participant: by the letter in one script, by ear across two."""
        if self.arabic is other.arabic:
            return same_words(self.written, other.written)
        return same_spoken(self.latin, other.latin)

    @property
    def is_specific(self) -> bool:
        """Whether it names somebody in particular: "the accompanying delegation" does not."""
        return not _COMMON.issuperset(self.written)


def participant_name(participant: Participant) -> ParticipantName:
    """Normalise the name of a meeting's participant."""
    return name_of(participant.name, participant.name_latin)


def name_of(name: str, latin: str | None) -> ParticipantName:
    """Normalise a participant's name, with its Latin form where one is known."""
    return _participant_name(name[:LONGEST_NAME], latin and latin[:LONGEST_NAME])


@lru_cache(maxsize=65_536)
def _participant_name(name: str, latin: str | None) -> ParticipantName:
    arabic = _ARABIC_LETTER.search(name) is not None
    written = words_of(name)
    in_latin = words_of(latin or "") if arabic else written
    handles = (*(_handles(written) if arabic else ()), *spoken_handles(in_latin))
    return ParticipantName(written, in_latin, arabic, tuple(dict.fromkeys(handles)))
