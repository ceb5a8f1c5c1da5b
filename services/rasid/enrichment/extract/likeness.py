"""Whether those who take part in two reported meetings are the same."""

from collections import Counter

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.normalise import fold

_TITLED = ("person", "office")
_DELEGATIONS = frozenset({"delegation", "وفد", "وفدا", "الوفد"})


def same_people(known: tuple[Actor, ...], new: tuple[Actor, ...], *, apart: bool) -> bool:
    """All of one side are among the other, by name or by whom they act for; groups that one sentence tells apart are
    not the same."""
    few, many = sorted((known, new), key=len)
    groups = {actor.name for actor in (*few, *many) if actor.kind == "group"}
    if apart and len(groups) > 1 and len(few) == len(many):
        return False
    return _are_among(few, many) and any(_is_identified(a, b) for a in few for b in many)


def _are_among(few: tuple[Actor, ...], many: tuple[Actor, ...]) -> bool:
    """Whether everybody of one side is somebody of the other; one who is named is nobody else."""
    shared = _shared_sides(few) | _shared_sides(many)
    named = {actor.key for actor in few if actor.key}
    others = [actor for actor in many if actor.key not in named] or many
    return all(any(_may_be(a, b, shared) for b in (many if a.key else others)) for a in few)


def _shared_sides(actors: tuple[Actor, ...]) -> set[str]:
    """The sides for which more than one takes part: whom one of them means its side does not tell."""
    counts = Counter(actor.affiliation for actor in actors if actor.affiliation)
    return {side for side, count in counts.items() if count > 1}


def _may_be(a: Actor, b: Actor, shared: set[str]) -> bool:
    """Whether two are one; a group by its side only where that is nobody else's."""
    if "group" in (a.kind, b.kind) and a.affiliation in shared and a.affiliation == b.affiliation:
        return _share_a_word(a, b) if a.kind == b.kind else _is_one_of(a, b)
    return is_same_actor(a, b) or (a.kind != b.kind and _is_one_of(a, b))


def _is_one_of(a: Actor, b: Actor) -> bool:
    """Whether an office is that of a group: the governor and state governors, the Speaker and congressional leaders."""
    group, other = (a, b) if a.kind == "group" else (b, a)
    if group.kind != "group" or other.kind not in _TITLED or not _affiliations_agree(a, b):
        return False
    words = set(fold(other.role or other.name).split())
    offices = {word.removesuffix("s") for word in fold(group.name).split()}
    return bool(words & offices) or ("leader" in offices and "speaker" in words)


def is_same_actor(a: Actor, b: Actor) -> bool:
    """Whether two mentions may mean one, by name, by office or by whom they act for."""
    if a.key and b.key:
        return a.key == b.key
    if a.name == b.name or (a.kind == b.kind == "body" and _are_one_gathering(a, b)):
        return True
    if a.kind in _TITLED and b.kind in _TITLED:
        return _first_word(a) == _first_word(b) and _affiliations_agree(a, b)
    if a.kind == b.kind == "group" and not _are_one_group(a, b):
        return False
    return a.affiliation == b.affiliation if a.affiliation and b.affiliation else _is_vague(a) or _is_vague(b)


def _are_one_gathering(a: Actor, b: Actor) -> bool:
    """قمة الثماني, قمة الدول الصناعية الثماني: one noun, and what it is about in other words."""
    ours, theirs = fold(a.name).split(), fold(b.name).split()
    return ours[0] in lexicon("ar")["summit"] and not set(ours[1:]).isdisjoint(theirs[1:])


def _first_word(actor: Actor) -> str:
    """The first word of an office, without the article."""
    return fold((actor.role or actor.name).split()[0]).removeprefix("ال")


def _affiliations_agree(a: Actor, b: Actor) -> bool:
    return a.affiliation is None or b.affiliation is None or a.affiliation == b.affiliation


def _share_a_word(a: Actor, b: Actor) -> bool:
    """Whether groups are told by one noun for one side: Kenya's leaders, Kenyan leaders."""
    ours, theirs = fold(a.name).split(), fold(b.name).split()
    one_side = a.affiliation is not None and a.affiliation == b.affiliation
    return ours[-1] == theirs[-1] and (ours[0] == theirs[0] or one_side)


def _are_one_group(a: Actor, b: Actor) -> bool:
    """Whether groups have one noun and one side; a lone word like officials may be any group."""
    return _share_a_word(a, b) or may_be_anybody(a) or may_be_anybody(b)


def may_be_anybody(group: Actor) -> bool:
    """Whether a group is told by a lone word: officials, leaders."""
    word = fold(group.name)
    return " " not in word and (not word.isascii() or word in lexicon("en")["any_group"])


def _is_vague(actor: Actor) -> bool:
    """A group that may be anybody: leaders, officials; but no delegation, which comes beside somebody."""
    return actor.kind == "group" and actor.affiliation is None and _DELEGATIONS.isdisjoint(fold(actor.name).split())


def _is_identified(a: Actor, b: Actor) -> bool:
    """Beyond doubt the same: one person, or one phrase."""
    return (a.key == b.key and a.key != "") or a.name == b.name or not (a.key and b.key)
