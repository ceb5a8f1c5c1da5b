"""Whether those who take part in two reported meetings are the same."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.romanisation.words import is_arabic
from rasid.enrichment.text.normalise import fold

_TITLED = ("person", "office")
_ARTICLE = "ال"
_LONG = 3
"""Words of an office that are one's own, whatever state they were taken for: the special envoy for Yemen."""
_ORDINALS = frozenset({"اول", "ثاني", "first", "second"})
_NAMES_KEPT = 2048
"""Folded names of actors: each report is compared with those before it, and names the same few."""
_DELEGATIONS = frozenset({"delegation", "وفد", "وفدا", "الوفد"})


def same_people(known: tuple[Actor, ...], new: tuple[Actor, ...], *, near: bool, again: bool, apart: bool) -> bool:
    """Whether all of one side are among the other, and somebody beyond doubt.

    What is told `near` may be the same by whom they act for alone, what tells of it `again` may name them by any
    word; groups that one sentence tells `apart` are not the same.
    """
    few, many = sorted((known, new), key=len)
    vague = {actor.name for actor in new if actor.affiliation is None and _may_be_any(actor, again)}
    groups = {actor.name for actor in (*few, *many) if actor.kind == "group"}
    if apart and len(groups) > 1 and len(few) == len(many):
        return False
    sure = any(_is_identified(a, b) for a in few for b in many)
    by_side = near and (len(few) > 1 or any(actor.kind in ("country", "body") for actor in few))
    return (sure or by_side) and _are_among(few, many, vague if sure else set())


def _are_among(few: tuple[Actor, ...], many: tuple[Actor, ...], vague: set[str]) -> bool:
    """Whether everybody of one side is somebody of the other; one who is named is nobody else."""
    shared = _shared_sides(few) | _shared_sides(many)
    named = {actor.key for actor in few if actor.key}
    others = [actor for actor in many if actor.key not in named] or many
    return all(any(_may_be(a, b, shared, vague) for b in (many if a.key else others)) for a in few)


def _shared_sides(actors: tuple[Actor, ...]) -> set[str]:
    """The sides for which more than one takes part: whom one of them means its side does not tell."""
    counts = Counter(actor.affiliation for actor in actors if actor.affiliation)
    return {side for side, count in counts.items() if count > 1}


def _may_be(a: Actor, b: Actor, shared: set[str], vague: set[str]) -> bool:
    """Whether two are one, by name, by office, or by a side that is nobody else's."""
    if _is_identified(a, b) or _is_one_of(a, b):
        return True
    if a.key and b.key:
        return False
    told_by_any_word = not vague.isdisjoint((a.name, b.name))
    return told_by_any_word or (
        stands_for_its_side(a, b) and shared.isdisjoint((a.affiliation or "", b.affiliation or ""))
    )


def is_same_actor(a: Actor, b: Actor) -> bool:
    """Whether two mentions may mean one, by name, by office or by whom they act for."""
    return _is_identified(a, b) or (not (a.key and b.key) and stands_for_its_side(a, b))


def _is_identified(a: Actor, b: Actor) -> bool:
    """Beyond doubt the same: one person, one phrase, one office, one kind of people."""
    if a.key and b.key:
        return a.key.replace("-", " ") == b.key.replace("-", " ")
    if _folded(a.name) == _folded(b.name) or (a.kind == b.kind == "body" and _are_one_gathering(a, b)):
        return True
    if a.kind in _TITLED and b.kind in _TITLED:
        ours, theirs = a.role or a.name, b.role or b.name
        return same_office(ours, theirs) if _sides_agree(a, b) else _words(ours)[:_LONG] == _words(theirs)[:_LONG]
    return a.kind == b.kind == "group" and _sides_agree(a, b) and (_head(a.name) == _head(b.name) or _is_bare(a, b))


def _is_bare(a: Actor, b: Actor) -> bool:
    """Whether one of two groups of a side is told by a single word: lawmakers, after Republican leaders."""
    return a.affiliation is not None and a.affiliation == b.affiliation and (may_be_anybody(a) or may_be_anybody(b))


def same_office(one: str, other: str) -> bool:
    """Whether two titles may be of one office: the minister, the foreign minister, but not the deputy minister."""
    ours, theirs = _words(one), _words(other)
    if _head(one) != _head(other) or _deputies(ours) != _deputies(theirs):
        return False
    if not is_arabic(one):
        return len(ours) == 1 or len(theirs) == 1 or not set(ours[:-1]).isdisjoint(theirs[:-1])
    return len(ours) == 1 or len(theirs) == 1 or ours[1] == theirs[1]


def _deputies(words: Iterable[str]) -> bool:
    return any(word in lexicon(language)["deputy"] for word in words for language in ("ar", "en"))


def _head(name: str) -> str:
    """The word that says what an office or a group is: the first in Arabic, the last before "of" in English."""
    words = _words(name)
    if is_arabic(name):
        return words[0]
    behind = next((n for n, word in enumerate(words) if n and word in ("of", "from", "for", "to")), len(words))
    return words[behind - 1].removesuffix("s")


@lru_cache(_NAMES_KEPT)
def _words(name: str) -> tuple[str, ...]:
    words = [word.removeprefix("لل").removeprefix(_ARTICLE) for word in _folded(name).split()]
    return tuple([word for word in words if word not in _ORDINALS] or words)


@lru_cache(_NAMES_KEPT)
def _folded(name: str) -> str:
    return fold(name)


def stands_for_its_side(a: Actor, b: Actor) -> bool:
    """Whether one is a country, a body or its officials, and the other one acts for it."""
    one_side = a.affiliation is not None and a.affiliation == b.affiliation
    return one_side and any(x.kind in ("country", "body") or _represents(x) or _is_counterpart(x) for x in (a, b))


def _represents(actor: Actor) -> bool:
    """Officials, a delegation, the other side's negotiators: people who are told only by whom they act for."""
    language = "ar" if is_arabic(actor.name) else "en"
    words = lexicon(language)["for_its_side"]
    return actor.kind == "group" and not words.isdisjoint((_head(actor.name), _head(actor.name) + "s"))


def _is_one_of(a: Actor, b: Actor) -> bool:
    """Whether an office is that of a group: the governor and state governors, the Speaker and congressional leaders."""
    group, other = (a, b) if a.kind == "group" else (b, a)
    if group.kind != "group" or other.kind not in _TITLED or not _sides_agree(a, b):
        return False
    words, head = set(_words(other.role or other.name)), _head(group.name)
    return head in words or (head == "leader" and "speaker" in words)


def _are_one_gathering(a: Actor, b: Actor) -> bool:
    """قمة الثماني, قمة الدول الصناعية الثماني: one noun, and what it is about in other words."""
    ours, theirs = _folded(a.name).split(), _folded(b.name).split()
    return ours[0] in lexicon("ar")["summit"] and not set(ours[1:]).isdisjoint(theirs[1:])


def _sides_agree(a: Actor, b: Actor) -> bool:
    return a.affiliation is None or b.affiliation is None or a.affiliation == b.affiliation


def _may_be_any(actor: Actor, again: bool) -> bool:
    one = f"{_folded(actor.name).partition(' of ')[0].split()[-1]}s" in lexicon("en")["for_its_side"]
    return _is_counterpart(actor) or (again and not one and _is_vague(actor))


def _is_counterpart(actor: Actor) -> bool:
    """His three counterparts: whoever was named before."""
    language = "ar" if is_arabic(actor.name) else "en"
    return not actor.key and not lexicon(language)["counterpart"].isdisjoint(_folded(actor.name).split())


def may_be_anybody(group: Actor) -> bool:
    """Whether a group is told by a lone word: officials, leaders."""
    word = _folded(group.name)
    return " " not in word and (not word.isascii() or word in lexicon("en")["any_group"])


def _is_vague(actor: Actor) -> bool:
    """A group that may be anybody: leaders, officials; but no delegation, which comes beside somebody."""
    return actor.kind == "group" and actor.affiliation is None and _DELEGATIONS.isdisjoint(_folded(actor.name).split())
