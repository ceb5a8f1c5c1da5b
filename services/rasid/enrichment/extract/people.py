"""Who is who in an article: surnames and offices stand for the person named in full before or after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.heads import Heads
from rasid.enrichment.languages.careers import is_in_office
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.normalise import fold

_EAST_ASIAN = 4
"""Letters up to which a first word may be the family name: Xi, Moon, Kim."""
_FAMILY_NAME_FIRST = frozenset({"CN", "KP", "KR", "VN", "TW", "KH", "SG"})
_RELATIVES = frozenset({"lady", "wife", "husband", "son", "daughter", "brother", "sister", "father", "mother"})
"""Titles of those who bear a leader's name."""
_ARTICLE = "ال"
_TWO_WORDS = 2
_KING = ("ملك",)
_CUSTODIAN = "خادم"
_SECRETARY = ("امين", "عام")
_SECRETARIATS = frozenset({"UN", "NATO", "Arab League", "GCC", "OIC"})
_COUNTERPART = "نظير"
_LED = frozenset({"وزراء", "حكومه", "مجلس", "برلمان", "نواب", "وفد", "هييه", "لجنه", "اركان", "ديوان", "حزب", "جهاز"})
"""What a president who needs no more words does not preside over."""
_ALIASES = {
    ("رييس", "دبلوماسيه"): ("وزير", "خارجيه"),
    ("نايب", "ملك"): ("نايب", "خادم", "حرمين", "شريفين"),
    ("رييس", "حكومه"): ("رييس", "وزراء"),
    ("رييس", "مجلس", "وزراء"): ("رييس", "وزراء"),
}
"""Other names of an office."""
_SONS = frozenset({"بن", "jr", "jr.", "sr"})
"""In a name they tell a son from his father."""
_ROLES_KEPT = 1_000
_ALIKE = 8
"""Persons of one surname that are told apart; more are a list of relatives."""


class Person(NamedTuple):
    """Somebody the article names, with the fullest name and the first office it gives."""

    name: str
    key: str
    role: str | None
    affiliation: str | None
    official: bool
    former: bool
    mentions: int = 1
    """How often the article names the person, by more than a surname."""

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return self.key.split()[-1]

    @property
    def short_names(self) -> tuple[str, ...]:
        """The words that stand for the person alone; where the family name goes first, that one too."""
        first = self.key.split()[0]
        return (self.surname, first) if self.affiliation in _FAMILY_NAME_FIRST else (self.surname,)


@dataclass(frozen=True, slots=True)
class People:
    """The persons of an article."""

    persons: tuple[Person, ...]
    by_word: dict[str, tuple[Person, ...]]
    """By the first and the last word of their names."""
    by_surname: dict[str, Person]
    by_office: dict[str, tuple[Person, ...]]
    """By the first word of their titles."""
    home: str | None
    """The country that the article tells from."""
    heads: Heads

    def resolve(self, actor: Actor) -> Actor:
        """The actor with the person's full name, office and affiliation where it stands for one."""
        person = self._person(actor)
        if person is None:
            return actor
        return actor._replace(
            kind="person",
            name=person.name,
            key=person.key,
            role=person.role or actor.role,
            affiliation=actor.affiliation or person.affiliation,
            official=actor.official or person.official,
            former=actor.former or person.former,
        )

    def _person(self, actor: Actor) -> Person | None:
        if actor.kind == "office":
            return self._holder(actor)
        if actor.kind != "person":
            return None
        words = actor.key.split()
        alike = (*self.by_word.get(words[-1], ()), *self.by_word.get(words[0], ()))
        for person in alike:
            if person.key == actor.key:
                return person
        known = (p for p in alike if _is_same(actor.key, p.key) or (" " in p.key and _is_short_for(p.key, actor.key)))
        return next(known, None)

    def _holder(self, actor: Actor) -> Person | None:
        """The only person of the article who has the office."""
        words = _words(actor.role or "")
        if actor.plural or not words:
            return None
        called = self._called(actor)
        if called is not None:
            return called
        holders = [p for p in self.by_office.get(_head(words), ()) if _same_office(actor, p)]
        if words == _KING and not holders:
            holders = [*self.by_office.get(_CUSTODIAN, ())]
        if len(holders) != 1 and (head := self.heads.holder(actor)) is not None:
            return next((p for p in self.by_word.get(head.split()[-1], ()) if _is_same(p.key, head)), None)
        if len(holders) > 1 and actor.affiliation is None:
            holders = self._at_home(holders, words)
        if not holders and words == _SECRETARY:
            holders = [p for p in self.persons if p.affiliation in _SECRETARIATS and p.role is None]
        return holders[0] if len(holders) == 1 else None

    def _called(self, actor: Actor) -> Person | None:
        """الوزير القصبي: the word behind the office is the surname of somebody named elsewhere."""
        words = fold(actor.name).split()
        if actor.affiliation is not None or len(words) != _TWO_WORDS or not words[0].startswith(_ARTICLE):
            return None
        person = self.by_surname.get(words[1])
        return person if person is not None and " " in person.key else None

    def _at_home(self, holders: list[Person], words: tuple[str, ...]) -> list[Person]:
        """Whose office needs no country: "the president" is not the Omani president, nor one named in passing."""
        bare = [p for p in holders if _words(p.role or "") == words] or holders
        near = [p for p in bare if self.home and p.affiliation == self.home] or bare
        most = max(person.mentions for person in near)
        known = [person for person in near if person.mentions == most]
        return known if near is not holders else holders


@dataclass(slots=True)
class _Gathering:
    """Persons while they are gathered."""

    persons: list[Person] = field(default_factory=list)
    by_word: dict[str, list[int]] = field(default_factory=dict)

    def add(self, actor: Actor) -> None:
        for position in self._alike(actor.key):
            known = self.persons[position]
            if (_is_same(actor.key, known.key) or _is_short_for(known.key, actor.key)) and not _are_relatives(
                actor, known
            ):
                self.persons[position] = _merged(known, actor)
                self._index(position)
                return
        person = Person(actor.name, actor.key, actor.role, actor.affiliation, actor.official, actor.former)
        self.persons.append(person)
        self._index(len(self.persons) - 1)

    def _alike(self, key: str) -> Iterator[int]:
        words = key.split()
        for word in dict.fromkeys((words[-1], words[0])):
            yield from self.by_word.get(word, ())[:_ALIKE]

    def _index(self, position: int) -> None:
        words = self.persons[position].key.split()
        for word in (words[-1], words[0]):
            positions = self.by_word.setdefault(word, [])
            if position not in positions[:_ALIKE]:
                positions.append(position)


def people_of(actors: Iterable[Actor], language: str, home: str | None, heads: Heads, day: str | None) -> People:
    """Gather the persons of an article from their mentions, in the order of the text."""
    gathering = _Gathering()
    offices: list[tuple[Actor, str]] = []
    for actor in actors:
        if actor.kind == "person":
            gathering.add(_known(actor, language, day))
        elif (head := heads.holder(actor)) is not None:
            offices.append((actor, head))
    for office, head in offices:
        gathering.add(_known(_bearer(office, head), language, day))
    persons = tuple(gathering.persons)
    by_fame = sorted(persons, key=lambda person: not _is_leader(person, language))
    by_surname = {word: person for person in reversed(by_fame) for word in person.short_names}
    by_word = {word: tuple(persons[p] for p in found[:_ALIKE]) for word, found in gathering.by_word.items()}
    return People(persons, by_word, by_surname, _by_office(persons), home, heads)


def _bearer(office: Actor, head: str) -> Actor:
    """Who has an office that stands apart from the name, under the name alone."""
    surname = head.split()[-1]
    return office._replace(kind="person", name=surname.capitalize(), key=surname, official=True)


def _by_office(persons: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    offices: dict[str, list[Person]] = {}
    for person in persons:
        words = _words(person.role or "")
        if words:
            offices.setdefault(_head(words), []).append(person)
    return {office: tuple(holders[:_ALIKE]) for office, holders in offices.items()}


def _known(actor: Actor, language: str, day: str | None) -> Actor:
    """A leader needs no title to be an official, while in office."""
    affiliation = leaders(language).affiliation(actor.key)
    named_by_office = actor.official and actor.role is not None
    if affiliation is None or actor.former or not (named_by_office or is_in_office(actor.key, day)):
        return actor
    return actor._replace(affiliation=actor.affiliation or affiliation, official=True)


def _merged(known: Person, actor: Actor) -> Person:
    fuller = (" " in actor.key and " " not in known.key) or actor.key.startswith(
        (f"{known.key} بن ", f"{known.key} ال ")
    )
    fuller = fuller or (" " in known.key and actor.key.endswith(f" {known.key}"))
    better = actor.role is not None and (known.role is None or _tells_more(actor, known))
    return Person(
        name=actor.name if fuller else known.name,
        key=actor.key if fuller else known.key,
        role=actor.role if better else known.role,
        affiliation=known.affiliation or actor.affiliation,
        official=known.official or actor.official,
        former=known.former if known.role else actor.former,
        mentions=known.mentions + 1,
    )


def _tells_more(actor: Actor, known: Person) -> bool:
    """An office says more than a rank, a counterpart's word or a private title."""
    new, old = _words(actor.role or ""), _words(known.role or "")
    if old and old[0].startswith(_COUNTERPART):
        return len(old) == 1 or len(new) > 1
    return (actor.official and not known.official) or (len(old) == 1 and len(new) > 1)


def _is_leader(person: Person, language: str) -> bool:
    known = leaders(language)
    return person.key in known.by_name or person.key in known.by_surname


def _are_relatives(one: Actor | Person, other: Actor | Person) -> bool:
    """Whether a surname with an office of its own belongs to a relative: President Trump is not Melania Trump."""
    short, full = (other, one) if " " in one.key else (one, other)
    titled = " " not in short.key and short.official and short.role is not None
    return titled and not _RELATIVES.isdisjoint(_words(full.role or ""))


def _is_same(short: str, full: str) -> bool:
    return short == full or short.replace("-", " ") == full.replace("-", " ") or _is_short_for(short, full)


def _is_short_for(short: str, full: str) -> bool:
    """A surname for a full name, or a full name without its first or some of its middle words."""
    a, b = short.replace("-", " ").split(), full.replace("-", " ").split()
    if len(a) == 1:
        return len(b) > 1 and (a[0] == b[-1] or (a[0] == b[0] and len(a[0]) <= _EAST_ASIAN))
    if _SONS.isdisjoint(b) and len(a) < len(b) and b[-len(a) :] == a:
        return True
    return len(a) < len(b) and a[0] == b[0] and set(a) <= set(b)


def _head(words: tuple[str, ...]) -> str:
    """The word that says what an office is: the first in Arabic, the last in English."""
    return words[-1] if words[0].isascii() else words[0]


def _same_office(actor: Actor, person: Person) -> bool:
    mine, theirs = _words(actor.role or ""), _words(person.role or "")
    if actor.affiliation and person.affiliation and actor.affiliation != person.affiliation:
        return False
    if actor.affiliation and actor.affiliation == person.affiliation and not mine[0].isascii():
        return _is_of_the_same_thing(mine[1:], theirs[1:])
    known = set(mine[1:] if actor.affiliation and len(mine) > 1 and mine[0].isascii() else mine)
    return known <= set(theirs)


def _is_of_the_same_thing(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two offices of one country with the same first word are one: with a nationality behind it or alone."""
    if len(mine) > 1 or not _LED.isdisjoint(mine):
        return mine[0] in theirs or not theirs
    return theirs[:1] == mine[:1] or _LED.isdisjoint(theirs[:1])


@lru_cache(_ROLES_KEPT)
def _words(role: str) -> tuple[str, ...]:
    """The folded words of an office; an article has few and compares each with each."""
    words = [word.removeprefix(_ARTICLE) for word in fold(role).split()]
    for length in (2, 3):
        alias = _ALIASES.get(tuple(words[:length]))
        if alias is not None:
            return (*alias, *words[length:])
    return tuple(words)
